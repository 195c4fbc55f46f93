"""ROUGE-1: how many words a hypothesis and its reference have in common, as F1.

Range      0 to 1, printed as 0 to 100; higher is better.
Source     C.-Y. Lin, ROUGE, ACL Workshop 2004. Of several references the one with the best F1 counts;
           part="recall" or "precision" reports that side of it.
Limits     Counts words, not meaning: a negation or a wrong name costs next to nothing. Scores are comparable only
           under the same signature: stemming alone is worth more than a point on news.
Undefined  without a reference that has unigrams in it. An empty hypothesis scores 0.

>>> from nlp.types import Sample
>>> sample = Sample("1", "Путин обвинил Запад", references=("Путин критикует Запад",))
>>> value(measure([sample])[0])
0.6666666666666666
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._rouge import Part, ngram_rows
from nlp.metrics._rouge import signature as _signature
from nlp.metrics._rows import Row, ratio
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("references",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "no reference has unigrams"


def measure(
    samples: Sequence[Sample], *, tokenizer: str = "unicode", stem: bool = False, part: Part = "f1"
) -> list[Row]:
    """Rows (score, 1).

    `tokenizer` is "unicode" or "rouge155", `stem` takes Porter stems of English words, `part` is what is reported.
    """
    return ngram_rows(samples, 1, tokenizer=tokenizer, stem=stem, part=part)


def value(total: Sequence[float]) -> float | None:
    """Mean over samples."""
    return ratio(total)


def signature(*, nref: int | str = 1, tokenizer: str = "unicode", stem: bool = False, part: Part = "f1") -> str:
    return _signature("rouge1", nref=nref, tokenizer=tokenizer, stem=stem, part=part)
