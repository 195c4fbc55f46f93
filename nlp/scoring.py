"""Scores of summaries and translations: all metrics that fit, over all samples and of each one.

>>> samples = samples_from(["Talks resume in Paris."], references=["The talks resume."], sources=["…"])
>>> table = score(samples, task="summary", metrics=["rouge1", "number_support"])
>>> round(table.aggregate["rouge1"].value, 3), table.aggregate["number_support"].note
(0.571, 'the hypothesis has no numbers to check')
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal, get_args

from nlp import registry
from nlp.errors import OptionError, UnknownName
from nlp.metrics._samples import check, samples_from
from nlp.types import Finding, Sample, SampleScores, Score, ScoreTable

__all__ = ["Task", "fitting", "samples_from", "score"]

Task = Literal["summary", "translation"]
Findings = Sequence[Sequence[Finding]]

_ORDER = ("references", "source", "findings")  # metrics by what they need
_LACKING = {
    "references": "no references were given",
    "source": "the text it was made from was not given",
    "findings": "no artifacts were looked for",
}


def score(
    samples: Sequence[Sample],
    *,
    task: Task,
    metrics: Sequence[str] | None = None,
    findings: Findings | None = None,
    findings_signature: str | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    resamples: int = 1000,
) -> ScoreTable:
    """The scores of the samples, over all of them with 95% bootstrap intervals, and of each.

    task       what the samples are, "summary" or "translation"
    metrics    names, in the order wanted; by default all that fit the task, for which any sample has what they need,
               and that run no model (BY_NAME_ONLY). One that is asked for by name and lacks what it needs is None with
               a note.
    findings   the artifacts found in each hypothesis, in the samples' order; `findings_signature` says how they were
               found, and goes into the signatures of the metrics made from them
    options    keyword options of a metric's `measure` by its name: {"rouge1": {"tokenizer": "rouge155"}}
    resamples  draws of the bootstrap; 0 for no intervals

    Samples for which a metric is undefined are left out of its aggregate, whose note counts them. Raises SampleError
    when there is nothing to score or the lists differ in length, UnknownName for a metric that does not exist, and
    OptionError for one that does not fit the task or an option it does not have.
    """
    check(samples, findings)
    if resamples < 0:
        raise OptionError(f"the number of resamples cannot be {resamples}; 0 means no intervals")
    chosen = _chosen(samples, task, metrics, findings)
    for name in options or {}:
        if name not in registry.names("metrics"):
            raise UnknownName("metric", name, registry.names("metrics"))
    measured = [
        _measured(
            name,
            module,
            samples,
            task=task,
            findings=findings,
            findings_signature=findings_signature,
            options=(options or {}).get(name, {}),
            by_name=metrics is not None,
        )
        for name, module in chosen.items()
    ]
    intervals = _intervals(measured, resamples)
    return ScoreTable(
        aggregate={m.name: m.aggregate(interval, resamples) for m, interval in zip(measured, intervals, strict=True)},
        samples=tuple(
            SampleScores(sample.id, {m.name: m.of_sample(index) for m in measured})
            for index, sample in enumerate(samples)
        ),
    )


def fitting(task: Task) -> dict[str, ModuleType]:
    """The metrics for a task by name: against references first, then source, then findings; the task's own first.

    Raises UnknownName for a task that does not exist.
    """
    if task not in get_args(Task):
        raise UnknownName("task", task, get_args(Task))
    modules = {name: registry.load("metrics", name) for name in registry.names("metrics")}
    fit = [(name, module) for name, module in modules.items() if task in module.TASKS]
    return dict(sorted(fit, key=lambda item: (max(map(_ORDER.index, item[1].NEEDS)), item[1].TASKS.index(task))))


@dataclass(frozen=True, slots=True)
class _Measured:
    """A metric with its rows of the samples."""

    name: str
    module: ModuleType
    rows: list[tuple[float, ...]]
    signature: str
    sample_signature: str
    lacking: list[str | None]  # why a sample was not measured
    skipped: str | None = None  # why none was

    def value(self, total: Sequence[float]) -> float | None:
        result: float | None = self.module.value(total)
        return result

    def of_sample(self, index: int) -> Score:
        row = self.rows[index]
        value = getattr(self.module, "sample_value", self.module.value)(row) if any(row) else None
        note = None if value is not None else self.reason(index)
        return Score(self.name, value, self.sample_signature, n=int(value is not None), note=note)

    def aggregate(self, interval: tuple[float, float] | None, resamples: int) -> Score:
        defined = sum(map(any, self.rows))
        # Exact sums, so that the order of the samples does not matter even in the last digit.
        total = [math.fsum(column) for column in zip(*self.rows, strict=True)]
        value = self.value(total) if defined else None
        signature = self.signature
        if interval:
            from nlp.statistics.intervals import SEED

            signature += f"|ci:95|bs:{resamples}|seed:{SEED}"
        return Score(self.name, value, signature, n=defined, interval=interval, note=self.note(defined))

    def note(self, defined: int) -> str | None:
        reasons = [self.reason(index) for index, row in enumerate(self.rows) if not any(row)]
        if not reasons:
            return None
        distinct = "; ".join(dict.fromkeys(reasons))
        return distinct if not defined else f"{len(reasons)} of {len(self.rows)} samples left out: {distinct}"

    def reason(self, index: int) -> str:
        return self.skipped or self.lacking[index] or str(self.module.UNDEFINED_BECAUSE)


def _measured(
    name: str,
    module: ModuleType,
    samples: Sequence[Sample],
    *,
    task: Task,
    findings: Findings | None,
    findings_signature: str | None,
    options: Mapping[str, Any],
    by_name: bool,
) -> _Measured:
    known = inspect.signature(module.measure).parameters
    for option in options:
        if option not in known or option in ("samples", "findings", "task"):
            free = [key for key in known if key not in ("samples", "findings", "task")]
            raise OptionError(f"{name} has no option '{option}'; it has {', '.join(free) or 'none'}")
    given = dict(options) | ({"task": task} if "task" in known else {})
    needs = module.NEEDS
    signed = given | ({"nref": _reference_count(samples)} if "references" in needs else {})
    skipped = None if by_name else getattr(module, "too_slow", lambda _: None)(samples)
    lacking = [next((_LACKING[need] for need in needs if not _has(need, s, findings)), None) for s in samples]
    if skipped or all(lacking):
        rows: list[tuple[float, ...]] = [(0.0,)] * len(samples)
    else:
        rows = module.measure(samples, **given, **({"findings": findings} if "findings" in needs else {}))
    found_by = f"|{findings_signature}" if "findings" in needs and findings_signature else ""
    sign_sample = getattr(module, "sample_signature", module.signature)
    return _Measured(
        name=name,
        module=module,
        rows=rows,
        signature=module.signature(**signed) + found_by,
        sample_signature=sign_sample(**signed) + found_by,
        lacking=lacking,
        skipped=skipped,
    )


def _intervals(measured: Sequence[_Measured], resamples: int) -> list[tuple[float, float] | None]:
    """The interval of each metric, all of them over the same draws of samples."""
    if not resamples or not measured or len(measured[0].rows) < 2:
        return [None] * len(measured)
    from nlp.statistics.intervals import bootstrap_totals, percentile_interval

    table = [tuple(x for m in measured for x in m.rows[index]) for index in range(len(measured[0].rows))]
    totals = bootstrap_totals(table, resamples=resamples).tolist()
    intervals: list[tuple[float, float] | None] = []
    start = 0
    for m in measured:
        end = start + len(m.rows[0])
        enough = sum(map(any, m.rows)) >= 2
        intervals.append(percentile_interval([m.value(t[start:end]) for t in totals]) if enough else None)
        start = end
    return intervals


def _chosen(
    samples: Sequence[Sample], task: Task, metrics: Sequence[str] | None, findings: Findings | None
) -> dict[str, ModuleType]:
    fit = fitting(task)
    if metrics is None:
        return {
            name: module
            for name, module in fit.items()
            if not hasattr(module, "BY_NAME_ONLY")
            and all(any(_has(need, sample, findings) for sample in samples) for need in module.NEEDS)
        }
    if isinstance(metrics, str) or not metrics:
        raise OptionError("metrics is a list with at least one name")
    for name in metrics:
        if name not in fit:
            tasks = registry.load("metrics", name).TASKS
            raise OptionError(f"{name} is a metric for {' and '.join(tasks)}, not for {task}; see {', '.join(fit)}")
    return {name: fit[name] for name in metrics}


def _has(need: str, sample: Sample, findings: Findings | None) -> bool:
    if need == "findings":
        return findings is not None
    return bool(sample.references) if need == "references" else sample.source is not None


def _reference_count(samples: Sequence[Sample]) -> int | str:
    """The number of references a sample, "var" when it varies; samples without any are not scored."""
    counts = {len(sample.references) for sample in samples if sample.references}
    return counts.pop() if len(counts) == 1 else "var" if counts else 0
