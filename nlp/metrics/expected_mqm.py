"""Expected MQM: the penalty of the findings, each weighed by how likely it is to be an error.

Range      0 upwards; lower is better, 0 is clean. Over many samples: the mean.
Source     The weights of the WMT metrics tasks (Freitag et al., TACL 2021; `nlp.text.mqm`) times each finding's
           confidence, which is measured: how often a rule is right, how often annotators mark what a model marks.
Limits     Knows only what was found: errors that no detector finds cost nothing. Grows with the length of the sample.
Undefined  without findings having been looked for. An empty hypothesis has penalty 0.

>>> from nlp.types import Finding, Sample
>>> finding = Finding("FRE-X", "x", "calque", "accuracy/mistranslation", "major", 0.9, 0, 6, "counts", "")
>>> value(measure([Sample("1", "counts to leave Paris today")], findings=[[finding]])[0])
4.5
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import Row, mean_row, ratio
from nlp.text.mqm import WEIGHTS, expected
from nlp.types import Finding, Sample

TASKS = ("translation", "summary")
NEEDS = ("findings",)
HIGHER_IS_BETTER = False
PERCENT = False
UNDEFINED_BECAUSE = "no findings were looked for"
BY_NAME_ONLY = "it is a reading of mqm_penalty"


def measure(samples: Sequence[Sample], *, findings: Sequence[Sequence[Finding]]) -> list[Row]:
    """Rows (expected penalty, 1). `findings` are those of each sample, in the samples' order."""
    return [mean_row(expected(found)) for _, found in zip(samples, findings, strict=True)]


def value(total: Sequence[float]) -> float | None:
    """Mean expected penalty of a sample."""
    return ratio(total)


def signature() -> str:
    return f"expected_mqm|weights:{WEIGHTS}|times:confidence|avg:sample|v:{__version__}"
