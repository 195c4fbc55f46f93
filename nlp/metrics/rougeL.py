"""ROUGE-L: the longest sequence of words, gaps allowed, that a hypothesis and its reference share, as F1.

Range      0 to 1, printed as 0 to 100; higher is better.
Source     C.-Y. Lin, ROUGE, ACL Workshop 2004, section 3.1. Of several references the one with the best F1 counts;
           part="recall" or "precision" reports that side of it.
Limits     Takes the whole text as one sentence, so the order of sentences counts. What papers on news call ROUGE-L
           is most often rougeLsum, some ten points higher.
Undefined  without a reference that has words. An empty hypothesis scores 0.

>>> from nlp.types import Sample
>>> sample = Sample("1", "the gunman was killed by police", references=("police killed the gunman",))
>>> round(value(measure([sample])[0]), 3)
0.4
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._lcs import lcs_length
from nlp.metrics._rouge import Overlap, Part, Tokenize, overlap_of, rows
from nlp.metrics._rouge import signature as _signature
from nlp.metrics._rows import Row, ratio
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("references",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "no reference has words"


def measure(
    samples: Sequence[Sample], *, tokenizer: str = "unicode", stem: bool = False, part: Part = "f1"
) -> list[Row]:
    """Rows (score, 1).

    `tokenizer` is "unicode" or "rouge155", `stem` takes Porter stems of English words, `part` is what is reported.
    """
    return rows(samples, _words, _overlap, tokenizer=tokenizer, stem=stem, part=part)


def _words(text: str, tokenize: Tokenize) -> list[str]:
    return tokenize(text)


def _overlap(hypothesis: list[str], reference: list[str]) -> Overlap:
    return overlap_of(lcs_length(hypothesis, reference), len(hypothesis), len(reference))


def value(total: Sequence[float]) -> float | None:
    """Mean over samples."""
    return ratio(total)


def signature(*, nref: int | str = 1, tokenizer: str = "unicode", stem: bool = False, part: Part = "f1") -> str:
    return _signature("rougeL", nref=nref, tokenizer=tokenizer, stem=stem, part=part)
