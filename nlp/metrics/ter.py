"""TER: edits and moved phrases it takes to make a reference of the hypothesis, for each reference word.

Range      0 upwards, in edits a hundred words (sacreBLEU's scale); lower is better.
Source     Snover et al., AMTA 2006; computed by sacreBLEU with its signature. Of several references the nearest counts.
Limits     Slow on long samples (the search for moves). Edits are counted, not weighed.
Undefined  without references. An empty hypothesis scores 100.

>>> from nlp.types import Sample
>>> sample = Sample("1", "The talks resume on Monday in Paris.", references=("Talks resume on Monday in Paris.",))
>>> round(value(measure([sample])[0]), 1)
16.7
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nlp.metrics import _sacrebleu
from nlp.metrics._rows import Row
from nlp.types import Sample

TASKS = ("translation",)
NEEDS = ("references",)
HIGHER_IS_BETTER = False
PERCENT = False
UNDEFINED_BECAUSE = "there is no reference"

_LONGEST_BY_DEFAULT = 60  # words a sample, on average


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (edits, mean reference length, 1)."""
    return _sacrebleu.rows(_metric(), samples, width=2)


def value(total: Sequence[float]) -> float | None:
    """Corpus TER."""
    return _sacrebleu.value(_metric(), total)


def signature(*, nref: int | str = 1) -> str:
    return _sacrebleu.signature("TER", _metric(), nref)


def _metric() -> Any:  # noqa: ANN401 - sacreBLEU has no types
    return _sacrebleu.scorer("TER")


def too_slow(samples: Sequence[Sample]) -> str | None:
    """Why TER is left out unless it is asked for by name; None when it is not.

    The search for moves takes seconds for a sample of a few hundred words, milliseconds for a sentence.
    """
    mean = sum(len(sample.hypothesis.split()) for sample in samples) / max(len(samples), 1)
    if mean <= _LONGEST_BY_DEFAULT:
        return None
    return f"left out as slow: {mean:.0f} words a sample take seconds each; ask for it by name"
