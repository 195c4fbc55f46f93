"""chrF: F-score of character sequences, one to six long, recall counted double.

Range      0 to 100, sacreBLEU's scale; higher is better.
Source     Popović, WMT 2015; computed by sacreBLEU with its signature. Of several references the best counts.
Limits     Needs no words, so it serves all scripts and rich morphology; blind to what a slip of a letter means.
Undefined  without references. An empty hypothesis scores 0.

>>> from nlp.types import Sample
>>> sample = Sample("1", "The talks resume on Monday in Paris.", references=("Talks resume on Monday in Paris.",))
>>> round(value(measure([sample])[0]), 1)
94.2
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nlp.metrics import _sacrebleu
from nlp.metrics._rows import Row
from nlp.types import Sample

TASKS = ("translation", "summary")
NEEDS = ("references",)
HIGHER_IS_BETTER = True
PERCENT = False
UNDEFINED_BECAUSE = "there is no reference"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (hypothesis, reference and matching n-grams of six orders, 1)."""
    return _sacrebleu.rows(_metric(), samples, width=18)


def value(total: Sequence[float]) -> float | None:
    """Corpus chrF2."""
    return _sacrebleu.value(_metric(), total)


def signature(*, nref: int | str = 1) -> str:
    return _sacrebleu.signature("chrF2", _metric(), nref)


def _metric() -> Any:  # noqa: ANN401 - sacreBLEU has no types
    return _sacrebleu.scorer("CHRF")
