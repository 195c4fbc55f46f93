"""MQM penalty: the findings of a sample, weighed as the WMT metrics tasks weigh errors.

Range      0 upwards; lower is better, 0 is clean. Over many samples: the mean of their penalties.
Source     Freitag et al., TACL 2021: major 5, minor 1, minor punctuation 0.1, major non-translation 25, neutral 0;
           critical, which the paper does not have, counts as major. See `nlp.text.mqm`.
Limits     The weights are those of human annotation, the findings are not: do not set it beside human MQM scores.
           Grows with the length of the sample; mqm_per_100_words does not.
Undefined  without findings having been looked for. An empty hypothesis has penalty 0.

>>> from nlp.types import Finding, Sample
>>> finding = Finding("FRE-X", "x", "calque", "accuracy/mistranslation", "major", 0.9, 0, 6, "counts", "")
>>> value(measure([Sample("1", "counts to leave Paris today")], findings=[[finding]])[0])
5.0
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import Row, mean_row, ratio
from nlp.text.mqm import WEIGHTS, penalty
from nlp.types import Finding, Sample

TASKS = ("summary", "translation")
NEEDS = ("findings",)
HIGHER_IS_BETTER = False
PERCENT = False
UNDEFINED_BECAUSE = "no findings were looked for"


def measure(samples: Sequence[Sample], *, findings: Sequence[Sequence[Finding]]) -> list[Row]:
    """Rows (penalty, 1). `findings` are those of each sample, in the samples' order."""
    return [mean_row(penalty(found)) for _, found in zip(samples, findings, strict=True)]


def value(total: Sequence[float]) -> float | None:
    """Mean penalty of a sample."""
    return ratio(total)


def signature() -> str:
    return f"mqm_penalty|weights:{WEIGHTS}|avg:sample|v:{__version__}"
