"""How well quality estimates of single translations, and of systems, agree with the penalties of annotators.

Reads mt-spans/*.jsonl.gz (MQM annotations of WMT), the documents and systems that the span detector has seen neither
of, as `nlp eval spans` does. The penalty is MQM's with the weights of WMT, the mean over raters. Columns: Spearman
and Kendall (tau-b) over all segments; the share of pairs of translations of one segment ranked as people rank them,
ties calibrated (Deutsch et al. 2023); and of systems, soft pairwise accuracy (Thompson et al. 2024). A row beside
chance is "length": longer segments have more errors.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nlp import registry
from nlp.config import Settings
from nlp.evaluation._detecting import detected, harper, readings
from nlp.evaluation._segments import ErrorSpan, Segment, describe, held_out_sets, read_all
from nlp.evaluation._table import Cell, Table
from nlp.models import lm_spans
from nlp.statistics.correlation import kendall, spearman
from nlp.statistics.intervals import statistic_interval
from nlp.statistics.pairwise import soft_pairwise_accuracy, tie_calibrated_accuracy
from nlp.types import Sample

if TYPE_CHECKING:
    from nlp.models.span_model import Reading

_COLUMNS = ("", "Spearman", "Kendall", "pairs of one segment", "systems")
_WEIGHTS = {"neutral": 0.0, "minor": 1.0, "major": 5.0, "critical": 5.0}  # WMT; critical, unknown there, as major


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only", metavar="SET", help="only this set: newstest2021, bio.fr-en …")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N documents of a set, to try it out")
    parser.add_argument("--resamples", type=int, default=300, metavar="N", help="draws for an interval (default: 300)")


def evaluate(data: Path, options: argparse.Namespace) -> Iterator[Table]:
    """A table for the news sets together, and one for each set."""
    chosen = held_out_sets(read_all(data), only=options.only, limit=options.limit)
    with lm_spans.keeping(sum(map(len, chosen.values()))):
        for name, segments in chosen.items():
            rows = [_row(title, segments, values, options.resamples) for title, values in _estimates(segments)]
            yield Table(f"Quality of segments: {name}", _COLUMNS, tuple(rows), (describe(segments),))


def _estimates(segments: Sequence[Segment]) -> Iterator[tuple[str, list[float]]]:
    """Penalties, lower is better."""
    yield "length", [float(len(segment.target)) for segment in segments]
    marked = harper(segments)
    if marked is not None:
        yield "Harper", [float(len(spans)) for spans in marked]
    yield "rules", list(map(penalty, detected(segments, Settings(detectors=("rules",)))))
    for source in (False, True):
        read = readings(segments, source=source)
        note = ", source given" if source else ""
        yield f"expected penalty{note}", list(map(expected_penalty, read))
        yield f"predicted penalty{note}", [reading.penalty for reading in read]
    if lm_spans.available():
        read = readings(segments, with_lm=True)
        yield "expected penalty with the language model", list(map(expected_penalty, read))
    yield "the metric predicted_mqm, each segment alone", predicted_mqm(segments)


def predicted_mqm(segments: Sequence[Segment]) -> list[float]:
    """What `nlp score translation --metrics predicted_mqm` gives, which reads a segment without its document.

    A segment of no text, for which the metric is undefined, has a penalty of 0 here, as it has no errors to mark.
    """
    metric = registry.load("metrics", "predicted_mqm")
    rows = metric.measure([Sample(str(number), segment.target) for number, segment in enumerate(segments)])
    return [metric.value(row) or 0.0 for row in rows]


def penalty(spans: Sequence[ErrorSpan]) -> float:
    """The MQM penalty of spans: 1 for a minor one, 5 for a major."""
    return sum(_WEIGHTS[span.severity] for span in spans)


def expected_penalty(reading: Reading) -> float:
    """The number of characters in errors to be expected of a segment, those in major errors five times."""
    sizes = reading.words[:, 1] - reading.words[:, 0]
    return float((reading.error * (1 + 4 * reading.major) * sizes).sum())


def _row(title: str, segments: Sequence[Segment], values: list[float], resamples: int) -> tuple[Cell | str, ...]:
    people = [segment.penalty for segment in segments]
    documents = [f"{segment.dataset}|{segment.document}" for segment in segments]
    places = [f"{segment.dataset}|{segment.document}|{segment.source}" for segment in segments]

    def cell(statistic: Callable[..., float | None]) -> Cell:
        interval = statistic_interval(statistic, values, people, clusters=documents, resamples=resamples)
        return Cell(statistic(values, people), interval)

    calibrated = tie_calibrated_accuracy(values, people, places)
    return (
        title,
        cell(spearman),
        cell(kendall),
        Cell(calibrated.accuracy if calibrated else None),
        Cell(_of_systems(segments, values, people, places)),
    )


def _of_systems(
    segments: Sequence[Segment], values: Sequence[float], people: Sequence[float], places: Sequence[str]
) -> float | None:
    """Soft pairwise accuracy, averaged over sets by the number of their pairs; None where no set has two systems."""
    import numpy as np

    total, pairs = 0.0, 0
    for name in dict.fromkeys(segment.dataset for segment in segments):
        chosen = [i for i, segment in enumerate(segments) if segment.dataset == name]
        systems = sorted({segments[i].system for i in chosen})
        columns = {place: n for n, place in enumerate(dict.fromkeys(places[i] for i in chosen))}
        ours, theirs = (np.full((len(systems), len(columns)), np.nan) for _ in range(2))
        for i in chosen:
            at = systems.index(segments[i].system), columns[places[i]]
            ours[at], theirs[at] = values[i], people[i]
        accuracy = soft_pairwise_accuracy(ours, theirs)
        if accuracy is not None:
            number = len(systems) * (len(systems) - 1) // 2
            total, pairs = total + accuracy * number, pairs + number
    return total / pairs if pairs else None
