"""How likely must a word be to be part of an error, to be marked?

precise    a threshold chosen once, on development documents: quiet on good English, most errors unfound
balanced   for each text the threshold at which F1 over its characters would be greatest if the probabilities were
right: with p for words in the order of their probability, marking the first k of n earns an expected F1 of
about 2 * sum(p[:k]) / (k + sum(p)), the ratio of expectations (cf. Lipton et al. 2014, arXiv 1402.1892, whose
rule, half of the best F1, is its optimum). A text of another kind than those trained on, where all
probabilities are too low or too high, is so judged by its own measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from nlp.models.span_model import Reading

OperatingPoint = Literal["precise", "balanced"]
OPERATING_POINTS: tuple[OperatingPoint, ...] = ("precise", "balanced")


def threshold(readings: Sequence[Reading], point: OperatingPoint, points: dict[str, Any]) -> float:
    """The probability from which words of a text are marked, given the readings of its sentences; `points` are those
    of the model's config.
    """
    return float(points["precise"]["threshold"]) if point == "precise" else best_f1(readings)


def best_f1(readings: Sequence[Reading]) -> float:
    """The threshold of the greatest expected F1; 1 for a text without words."""
    import numpy as np

    if not any(len(reading.words) for reading in readings):
        return 1.0
    p = np.concatenate([reading.error for reading in readings]).astype(np.float64)
    sizes = np.concatenate([reading.words[:, 1] - reading.words[:, 0] for reading in readings])
    order = np.argsort(-p, kind="stable")
    hits, marked = np.cumsum((p * sizes)[order]), np.cumsum(sizes[order])
    return float(p[order][np.argmax(2 * hits / (marked + hits[-1]))])
