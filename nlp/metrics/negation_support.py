"""Negation support: the share of a summary's denials whose closest article sentence denies something too.

Range      0 to 1, printed as 0 to 100; higher is better supported. Mean over the sentences that deny.
Source     Own measure. A denial is "not", "no", "never", "without", "deny", "refuse", "fail" and the like; the closest
           sentence is the one with most of the content words.
Limits     A denial of something else in the closest sentence supports it too, and an affirmation of what the article
           denies is not seen.
Undefined  for a summary that denies nothing, or without the article.

>>> from nlp.types import Sample
>>> source = "The Kremlin said on Friday that Russia will determine its reaction."
>>> value(measure([Sample("1", "Russia will not determine its reaction.", source=source)])[0])
0.0
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._rows import Row, ratio
from nlp.metrics._support import SIGNATURE, Claim, new_denial, rows
from nlp.text.evidence import Evidence
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "the summary denies nothing"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (negation_support, 1)."""
    return rows(samples, _supported)


def _supported(claim: Claim, article: Evidence) -> float | None:
    new = new_denial(claim, article)
    return None if new is None else float(not new)


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"negation_support|{SIGNATURE}"
