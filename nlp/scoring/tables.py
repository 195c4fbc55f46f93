"""Samples -> a table of scores: over all of them with intervals, and of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nlp.errors import OptionError
from nlp.metrics._samples import documents_of
from nlp.scoring.measuring import Findings, Measured, Task, measure_all
from nlp.types import Sample, SampleScores, ScoreTable


def score_samples(
    samples: Sequence[Sample],
    *,
    task: Task,
    metrics: Sequence[str] | None = None,
    findings: Findings | None = None,
    findings_signature: str | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    resamples: int = 1000,
) -> ScoreTable:
    """A table of scores; arguments and errors as of `nlp.scoring.inputs.score`."""
    if resamples < 0:
        raise OptionError(f"the number of resamples cannot be {resamples}; 0 means no intervals")
    measured = measure_all(
        samples,
        task=task,
        metrics=metrics,
        findings=findings,
        findings_signature=findings_signature,
        options=options,
    )
    documents = documents_of(samples)
    intervals = _intervals(measured, resamples, documents)
    return ScoreTable(
        aggregate={
            m.name: m.aggregate(interval, resamples, by_document=documents is not None)
            for m, interval in zip(measured, intervals, strict=True)
        },
        samples=tuple(
            SampleScores(sample.id, {m.name: m.of_sample(index) for m in measured})
            for index, sample in enumerate(samples)
        ),
        empty=sum(not sample.hypothesis.strip() for sample in samples),
    )


def _intervals(
    measured: Sequence[Measured], resamples: int, documents: Sequence[str] | None
) -> list[tuple[float, float] | None]:
    """The interval of each metric, all over the same draws of samples, or of documents where these are known."""
    if not resamples or not measured or len(measured[0].rows) < 2:
        return [None] * len(measured)
    if documents is not None and len(set(documents)) < 2:
        return [None] * len(measured)
    from nlp.statistics.intervals import bootstrap_totals, clustered, percentile_interval

    table = [tuple(x for m in measured for x in m.rows[index]) for index in range(len(measured[0].rows))]
    totals = bootstrap_totals(clustered(table, documents), resamples=resamples).tolist()
    intervals: list[tuple[float, float] | None] = []
    start = 0
    for m in measured:
        end = start + len(m.rows[0])
        enough = sum(map(any, m.rows)) >= 2
        intervals.append(percentile_interval([m.value(t[start:end]) for t in totals]) if enough else None)
        start = end
    return intervals
