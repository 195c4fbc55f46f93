"""Compression: how many words the article has for each word of the summary.

Range      Above 0; 1 is as long as the article, 20 a twentieth of it; neither end is better.
Source     Grusky, Naaman and Artzi, Newsroom, NAACL 2018; mean over the samples.
Undefined  for a summary without words, or without the article.

>>> from nlp.types import Sample
>>> sample = Sample("1", "Talks resume.", source="The talks resume on Monday in Paris, Moscow said.")
>>> value(measure([sample])[0])
4.5
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._extractive import SIGNATURE, rows
from nlp.metrics._rows import Row, ratio
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = None
PERCENT = False
UNDEFINED_BECAUSE = "the summary has no words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (compression, 1)."""
    return rows(samples, _compression)


def _compression(article: list[str], summary: list[str]) -> float:
    return len(article) / len(summary)


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"compression|{SIGNATURE}"
