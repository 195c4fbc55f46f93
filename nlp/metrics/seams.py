"""Seams: how often copying breaks off, for each word of a summary.

Range      0 to 1; neither end is better, but fewer seams are safer. 0 is a sentence copied in one piece, 1 a summary
           without a word of the article's beyond single ones. Mean over the sentences.
Source     Own measure on the extractive fragments of Grusky, Naaman and Artzi, Newsroom, NAACL 2018: a piece is a
           fragment or a word that the article lacks; seams are pieces less one. English stems.
Limits     Leaving out an aside makes a seam that is right.
Undefined  for a summary without words, or without the article.

>>> from nlp.types import Sample
>>> source = "The Kremlin said on Friday that Russia will determine its reaction."
>>> value(measure([Sample("1", "Russia will decide its reaction.", source=source)])[0])
0.4
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._rows import Row, ratio
from nlp.metrics._support import SIGNATURE, rows, seams
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = None
PERCENT = False
UNDEFINED_BECAUSE = "the summary has no words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (seams, 1)."""
    return rows(samples, seams)


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"seams|{SIGNATURE}"
