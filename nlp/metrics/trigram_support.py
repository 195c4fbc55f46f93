"""Trigram support: the share of a summary's runs of three words that the article has.

Range      0 to 1, printed as 0 to 100; higher is better supported, and more copied. Mean over the sentences.
Source     Overlap with the source as a measure of faithfulness: a floor that most learned scorers of its time did not
           reach (Zha et al., "AlignScore", ACL 2023, table 2: ROUGE-2 against the source). English stems.
Limits     Knows extractive summaries well and abstractive ones hardly: a paraphrase has new runs too. A sentence put
           together from two others in the wrong way keeps most of its runs.
Undefined  for a summary without a sentence of three words, or without the article.

>>> from nlp.types import Sample
>>> source = "The Kremlin said on Friday that Russia will determine its reaction."
>>> round(value(measure([Sample("1", "Russia will determine the outcome.", source=source)])[0]), 2)
0.33
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
UNDEFINED_BECAUSE = "no sentence of the summary has three words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (trigram_support, 1)."""
    return rows(samples, lambda claim, article: ngram_share(claim, article, 3))


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"trigram_support|{SIGNATURE}"
