"""Pair support: the share of a summary's pairs of content words that stand near each other in the article too.

Range      0 to 1, printed as 0 to 100; higher is better supported. Mean over the sentences.
Source     Own measure, between counting words and parsing: each content word with the three after it, found when the
           article has the two within six content words of each other, in either order. It notices who did what to whom
           as far as nearness goes ("Alex Tucker", where Alex is another man), and forgives words put in between.
Limits     A right pair in the wrong roles is supported; a synonym is not.
Undefined  for a summary without two content words in a sentence, or without the article.

>>> from nlp.types import Sample
>>> source = "The Kremlin said on Friday that Russia will determine its reaction."
>>> round(value(measure([Sample("1", "Russia determined the Kremlin's reaction.", source=source)])[0]), 2)
1.0
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._rows import Row, ratio
from nlp.metrics._support import SIGNATURE, near_share, rows
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "no sentence of the summary has two content words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (pair_support, 1)."""
    return rows(samples, near_share)


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"pair_support|{SIGNATURE}"
