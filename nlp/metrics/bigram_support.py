"""Bigram support: the share of a summary's pairs of neighbouring words that the article has.

Range      0 to 1, printed as 0 to 100; higher is better supported, and more copied. Mean over the sentences.
Source     As trigram_support, which see. English stems.
Limits     As trigram_support; a little less blind to paraphrase.
Undefined  for a summary without a sentence of two words, or without the article.

>>> from nlp.types import Sample
>>> source = "The Kremlin said on Friday that Russia will determine its reaction."
>>> value(measure([Sample("1", "Russia will determine the outcome.", source=source)])[0])
0.5
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._rows import Row, ratio
from nlp.metrics._support import SIGNATURE, ngram_share, rows
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "no sentence of the summary has two words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (bigram_support, 1)."""
    return rows(samples, lambda claim, article: ngram_share(claim, article, 2))


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"bigram_support|{SIGNATURE}"
