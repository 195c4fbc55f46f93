"""Density: the mean length of the copied fragment that a summary's word lies in.

Range      0 up to the summary's length in words, which a summary copied in one piece has; neither end is better.
Source     Grusky, Naaman and Artzi, Newsroom, NAACL 2018: the squared lengths of the extractive fragments, by the
           words of the summary; mean over the samples.
Limits     Grows with the length of sentences and of the summary: compare summaries of like length.
Undefined  for a summary without words, or without the article.

>>> from nlp.types import Sample
>>> sample = Sample("1", "The talks resume soon.", source="The talks resume on Monday, Moscow said.")
>>> value(measure([sample])[0])
2.25
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._extractive import SIGNATURE, rows
from nlp.metrics._rows import Row, ratio
from nlp.text.fragments import extractive_fragments
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = None
PERCENT = False
UNDEFINED_BECAUSE = "the summary has no words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (density, 1)."""
    return rows(samples, _density)


def _density(article: list[str], summary: list[str]) -> float:
    fragments = extractive_fragments(article, summary)
    return sum((fragment.end - fragment.start) ** 2 for fragment in fragments) / len(summary)


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"density|{SIGNATURE}"
