"""Coverage: the share of a summary's words that lie in fragments copied from the article.

Range      0 to 1; neither end is better. 1 is a summary without a word of its own.
Source     Grusky, Naaman and Artzi, Newsroom, NAACL 2018: the words of the extractive fragments, by the words of the
           summary; mean over the samples.
Limits     A single common word is a fragment, so any text on the subject covers half. See density.
Undefined  for a summary without words, or without the article.

>>> from nlp.types import Sample
>>> sample = Sample("1", "Talks will resume soon.", source="The talks resume on Monday, Moscow said.")
>>> value(measure([sample])[0])
0.5
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
    """Rows (coverage, 1)."""
    return rows(samples, _coverage)


def _coverage(article: list[str], summary: list[str]) -> float:
    fragments = extractive_fragments(article, summary)
    return sum(fragment.end - fragment.start for fragment in fragments) / len(summary)


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"coverage|{SIGNATURE}"
