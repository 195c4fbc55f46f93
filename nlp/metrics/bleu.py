"""BLEU: the share of word sequences, one to four long, that the references have too, held against short output.

Range      0 to 100, sacreBLEU's scale; higher is better.
Source     Papineni et al., ACL 2002; computed by sacreBLEU (Post, WMT 2018) with its signature.
Samples    The aggregate is sacreBLEU's corpus BLEU. A single sample's number is sacreBLEU's sentence BLEU, which
           counts only the n-gram orders the sample is long enough for ("eff:yes" in its signature).
Limits     A corpus score: single sentences mean little. Weak on good systems (Mathur et al., ACL 2020); words of
           Chinese and Japanese need tokenize="zh" or "char".
Undefined  without references. An empty hypothesis scores 0.

>>> from nlp.types import Sample
>>> sample = Sample("1", "The talks resume on Monday in Paris.", references=("Talks resume on Monday in Paris.",))
>>> round(sample_value(measure([sample])[0]), 1)
68.0
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics import _sacrebleu
from nlp.metrics._rows import Row
from nlp.types import Sample

TASKS = ("translation", "summary")
NEEDS = ("references",)
HIGHER_IS_BETTER = True
PERCENT = False
UNDEFINED_BECAUSE = "there is no reference"


def measure(samples: Sequence[Sample], *, tokenize: str = "13a") -> list[Row]:
    """Rows (hypothesis length, reference length, 4 matches, 4 totals, 1).

    `tokenize` is sacreBLEU's "13a", "intl", "zh", "char" or "none". Raises OptionError for another one.
    """
    return _sacrebleu.rows(_sacrebleu.bleu(tokenize=tokenize), samples, width=10)


def value(total: Sequence[float]) -> float | None:
    """Corpus BLEU."""
    return _sacrebleu.value(_sacrebleu.bleu(tokenize="13a"), total)


def sample_value(row: Sequence[float]) -> float | None:
    """Sentence BLEU."""
    return _sacrebleu.value(_sacrebleu.bleu(tokenize="13a", effective_order=True), row)


def signature(*, nref: int | str = 1, tokenize: str = "13a") -> str:
    return _sacrebleu.signature("BLEU", _sacrebleu.bleu(tokenize=tokenize), nref)


def sample_signature(*, nref: int | str = 1, tokenize: str = "13a") -> str:
    return _sacrebleu.signature("BLEU", _sacrebleu.bleu(tokenize=tokenize, effective_order=True), nref)
