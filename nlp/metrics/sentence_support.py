"""Sentence support: the share of a summary sentence's trigrams that one sentence of the article has, the best one.

Range      0 to 1, printed as 0 to 100; higher is better supported, and more copied. Mean over the sentences.
Source     Own measure: a sentence that was copied whole has 1, one put together from several has less, which is where
           extractive summarizers go wrong ("Scholes says he is not ready to sign": Sterling was).
Limits     As trigram_support.
Undefined  for a summary without a sentence of three words, or without the article.

>>> from nlp.types import Sample
>>> source = "The Kremlin said on Friday that Russia will determine its reaction."
>>> round(value(measure([Sample("1", "Russia will determine the outcome.", source=source)])[0]), 2)
0.33
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._rows import Row, ratio
from nlp.metrics._support import SIGNATURE, best_sentence_share, rows
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "no sentence of the summary has three words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (sentence_support, 1)."""
    return rows(samples, best_sentence_share)


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"sentence_support|{SIGNATURE}"
