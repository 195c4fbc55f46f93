"""Artifact density: the findings in 100 words of the hypothesis.

Range      0 upwards; lower is better, 0 is clean. Over many samples: all findings by all words.
Source     Own measure. Findings are whatever detection found, all severities alike; words as `nlp.text.tokens` counts.
Limits     Knows only the artifacts that detection knows, at its precision: compare texts under the same rules.
Undefined  for a hypothesis without words, or without findings having been looked for.

>>> from nlp.types import Finding, Sample
>>> finding = Finding("FRE-X", "x", "calque", "accuracy/mistranslation", "major", 0.9, 0, 6, "counts", "")
>>> value(measure([Sample("1", "counts to leave Paris today")], findings=[[finding]])[0])
20.0
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, ratio
from nlp.text.tokens import count_words
from nlp.types import Finding, Sample

TASKS = ("summary", "translation")
NEEDS = ("findings",)
HIGHER_IS_BETTER = False
PERCENT = False
UNDEFINED_BECAUSE = "the hypothesis has no words"


def measure(samples: Sequence[Sample], *, findings: Sequence[Sequence[Finding]]) -> list[Row]:
    """Rows (findings, words). `findings` are those of each sample, in the samples' order."""
    words = [count_words(sample.hypothesis) for sample in samples]
    return [
        (float(len(found)), float(count)) if count else UNDEFINED for found, count in zip(findings, words, strict=True)
    ]


def value(total: Sequence[float]) -> float | None:
    """Findings in 100 words."""
    return ratio(total, scale=100.0)


def signature() -> str:
    return f"artifact_density|per:100words|avg:word|v:{__version__}"
