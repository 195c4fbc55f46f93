"""MQM penalty per 100 words: the weighed findings in 100 words of the hypothesis.

Range      0 upwards; lower is better, 0 is clean. Over many samples: all penalties by all words.
Source     The weights of mqm_penalty (Freitag et al., TACL 2021), by words as `nlp.text.tokens` counts them.
Limits     Those of mqm_penalty, but for length.
Undefined  for a hypothesis without words, or without findings having been looked for.

>>> from nlp.types import Finding, Sample
>>> finding = Finding("FRE-X", "x", "calque", "accuracy/mistranslation", "major", 0.9, 0, 6, "counts", "")
>>> value(measure([Sample("1", "counts to leave Paris today")], findings=[[finding]])[0])
100.0
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, ratio
from nlp.text.mqm import WEIGHTS, penalty
from nlp.text.tokens import count_words
from nlp.types import Finding, Sample

TASKS = ("summary", "translation")
NEEDS = ("findings",)
HIGHER_IS_BETTER = False
PERCENT = False
UNDEFINED_BECAUSE = "the hypothesis has no words"


def measure(samples: Sequence[Sample], *, findings: Sequence[Sequence[Finding]]) -> list[Row]:
    """Rows (penalty, words). `findings` are those of each sample, in the samples' order."""
    words = [count_words(sample.hypothesis) for sample in samples]
    return [
        (penalty(found), float(count)) if count else UNDEFINED for found, count in zip(findings, words, strict=True)
    ]


def value(total: Sequence[float]) -> float | None:
    """Penalty in 100 words."""
    return ratio(total, scale=100.0)


def signature() -> str:
    return f"mqm_per_100_words|weights:{WEIGHTS}|per:100words|avg:word|v:{__version__}"
