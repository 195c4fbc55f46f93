"""The samples on which two systems differ most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.scoring.measuring import Measured
from nlp.types import Sample


@dataclass(frozen=True, slots=True)
class Apart:
    """A sample on which a system and the baseline score differently, by one metric."""

    id: str
    system: str
    metric: str
    value: float
    baseline: float
    hypothesis: str
    baseline_hypothesis: str
    references: tuple[str, ...]
    source: str | None


def most_apart(
    name: str,
    mine: Measured,
    base: Measured,
    samples: Sequence[Sample],
    baselines: Sequence[Sample],
    examples: int,
) -> list[Apart]:
    """The samples with the largest losses, then those with the largest gains, each most first."""
    found = []
    for index, (sample, other) in enumerate(zip(samples, baselines, strict=True)):
        value, theirs = mine.of_sample(index).value, base.of_sample(index).value
        if value is None or theirs is None or value == theirs:
            continue
        texts = sample.hypothesis, other.hypothesis, sample.references, sample.source
        found.append(Apart(sample.id, name, mine.name, value, theirs, *texts))
    sign = -1 if mine.module.HIGHER_IS_BETTER is False else 1
    found.sort(key=lambda apart: sign * (apart.value - apart.baseline))
    losses = [apart for apart in found[:examples] if sign * (apart.value - apart.baseline) < 0]
    gains = [apart for apart in found[::-1][:examples] if sign * (apart.value - apart.baseline) > 0]
    return losses + gains
