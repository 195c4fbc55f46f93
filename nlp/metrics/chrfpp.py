"""chrF++: chrF with single words and pairs of words added.

Range      0 to 100, sacreBLEU's scale; higher is better.
Source     Popović, WMT 2017; computed by sacreBLEU with its signature. Of several references the best counts.
Limits     Words are split at spaces, which Chinese, Japanese and Thai lack: use chrf there.
Undefined  without references. An empty hypothesis scores 0.

>>> from nlp.types import Sample
>>> sample = Sample("1", "The talks resume on Monday in Paris.", references=("Talks resume on Monday in Paris.",))
>>> round(value(measure([sample])[0]), 1)
91.2
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nlp.metrics import _sacrebleu
from nlp.metrics._rows import Row
from nlp.types import Sample

TASKS = ("translation",)
NEEDS = ("references",)
HIGHER_IS_BETTER = True
PERCENT = False
UNDEFINED_BECAUSE = "there is no reference"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (hypothesis, reference and matching n-grams of six character and two word orders, 1)."""
    return _sacrebleu.rows(_metric(), samples, width=24)


def value(total: Sequence[float]) -> float | None:
    """Corpus chrF2++."""
    return _sacrebleu.value(_metric(), total)


def signature(*, nref: int | str = 1) -> str:
    return _sacrebleu.signature("chrF2++", _metric(), nref)


def _metric() -> Any:  # noqa: ANN401 - sacreBLEU has no types
    return _sacrebleu.scorer("CHRF", word_order=2)
