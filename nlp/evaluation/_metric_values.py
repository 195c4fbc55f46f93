"""Values of metrics as columns, one a sample, with the floors that every table has beside them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from nlp import registry
from nlp.evaluation._table import Cell
from nlp.statistics.intervals import SEED, statistic_interval
from nlp.text.tokens import count_words
from nlp.types import Sample

Columns = dict[str, list[float]]

# Against the article; those of MODEL_SUPPORT run a model.
SUPPORT = (
    "consistency",
    *("trigram_support", "bigram_support", "sentence_support", "pair_support", "word_support", "seams"),
    *("number_support", "name_support", "negation_support"),
    *("coverage", "density", "novel_bigrams", "redundancy"),
)
MODEL_SUPPORT = ("bertscore_support", "embedding_support")
OVERLAP = ("rouge1", "rouge2", "rougeL", "bleu", "chrf")  # against references
TURNED = ("seams", "novel_bigrams")  # less of them is more copied, as more of the others is
ROUGE2_SOURCE = "floor: ROUGE-2 against the article"
FLOOR_NOTE = "Floors: the length in words, a random number, ROUGE-2 F1 with the article as the reference."


def columns(samples: Sequence[Sample], metrics: Sequence[str], *, against_source: bool) -> Columns:
    """The metrics' values, then the floors. Where less is better or safer the sign is turned.

    A sample for which a metric is undefined (no numbers to check) gets the mean of the others: it says nothing of it.
    """
    found = {name: column(name, samples) for name in metrics}
    if against_source:
        as_reference = [replace(sample, references=(sample.source or "",)) for sample in samples]
        found[ROUGE2_SOURCE] = column("rouge2", as_reference)
    found["floor: length"] = [float(count_words(sample.hypothesis)) for sample in samples]
    draw = random.Random(SEED)  # noqa: S311 - a floor, no secret
    found["floor: random"] = [draw.random() for _ in samples]
    return found


def column(name: str, samples: Sequence[Sample], **options: Any) -> list[float]:  # noqa: ANN401 - a metric's own
    """One metric's values, higher for better where the metric says which is better."""
    module = registry.load("metrics", name)
    of_one = getattr(module, "sample_value", module.value)
    values = [of_one(row) if any(row) else None for row in module.measure(samples, **options)]
    sign = -1.0 if module.HIGHER_IS_BETTER is False or name in TURNED else 1.0
    return filled([None if value is None else sign * value for value in values])


def filled(values: Sequence[float | None]) -> list[float]:
    """Undefined values replaced by the mean of the others, 0.0 where there are none.

    >>> filled([1.0, None, 2.0])
    [1.0, 1.5, 2.0]
    """
    defined = [value for value in values if value is not None]
    mean = sum(defined) / len(defined) if defined else 0.0
    return [mean if value is None else value for value in values]


def cell(
    statistic: Callable[..., float | None],
    *data: Sequence[Any],
    clusters: Sequence[str],
    resamples: int,
    digits: int = 2,
) -> Cell:
    """A statistic of columns with its interval over clusters, such as articles."""
    import numpy as np

    arrays = [np.asarray(column) for column in data]
    interval = statistic_interval(statistic, *arrays, resamples=resamples, clusters=clusters) if resamples else None
    return Cell(statistic(*arrays), interval, digits=digits)
