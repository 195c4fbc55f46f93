"""Word support: the share of a summary's content words that the article has.

Range      0 to 1, printed as 0 to 100; higher is better supported. Mean over the sentences.
Source     Own measure; names, places and events that were made up are new words. Words count as the same when their
           stems begin with the same five letters ("elections", "electoral").
Limits     A synonym is a new word; a word from elsewhere in the article is none.
Undefined  for a summary without content words, or without the article.

>>> from nlp.types import Sample
>>> source = "The Kremlin said on Friday that Russia will determine its reaction."
>>> value(measure([Sample("1", "Russia will determine its elections.", source=source)])[0])
0.6666666666666666
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._rows import Row, ratio
from nlp.metrics._support import SIGNATURE, rows, word_share
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "the summary has no content words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (word_support, 1)."""
    return rows(samples, word_share)


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"word_support|{SIGNATURE}"
