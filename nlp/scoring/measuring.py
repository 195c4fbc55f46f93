"""Metrics at work: which fit a task, and the rows of statistics each measures of the samples."""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal, get_args

from nlp import registry
from nlp.errors import OptionError, UnknownName
from nlp.metrics._samples import check
from nlp.types import Finding, Sample, Score

Task = Literal["summary", "translation"]
Findings = Sequence[Sequence[Finding]]

_ORDER = ("references", "source", "findings")  # metrics by what they need
_LACKING = {
    "references": "no references were given",
    "source": "the text it was made from was not given",
    "findings": "no artifacts were looked for",
}


def measure_all(
    samples: Sequence[Sample],
    *,
    task: Task,
    metrics: Sequence[str] | None = None,
    findings: Findings | None = None,
    findings_signature: str | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
) -> list[Measured]:
    """The metrics' rows of the samples; arguments and errors as of `score`."""
    check(samples, findings)
    for name in options or {}:
        if name not in registry.names("metrics"):
            raise UnknownName("metric", name, registry.names("metrics"))
    return [
        measured(
            name,
            module,
            samples,
            task=task,
            findings=findings,
            findings_signature=findings_signature,
            options=(options or {}).get(name, {}),
            by_name=metrics is not None,
        )
        for name, module in chosen(samples, task, metrics, findings).items()
    ]


def fitting(task: Task) -> dict[str, ModuleType]:
    """The metrics for a task by name: against references first, then source, then findings, then nothing;
    the task's own first.

    Raises UnknownName for a task that does not exist.
    """
    if task not in get_args(Task):
        raise UnknownName("task", task, get_args(Task))
    modules = {name: registry.load("metrics", name) for name in registry.names("metrics")}
    fit = [(name, module) for name, module in modules.items() if task in module.TASKS]

    def place(item: tuple[str, ModuleType]) -> tuple[int, int]:
        _, module = item
        return max(map(_ORDER.index, module.NEEDS), default=len(_ORDER)), module.TASKS.index(task)

    return dict(sorted(fit, key=place))


def task_for(metrics: Sequence[str] | None) -> Task:
    """The task that all of these metrics fit, translation before summary; translation where none is named.

    Raises UnknownName for a metric that does not exist, OptionError when no task fits all.
    """
    tasks: tuple[Task, ...] = ("translation", "summary")
    for task in tasks:
        if all(task in registry.load("metrics", name).TASKS for name in metrics or ()):
            return task
    raise OptionError(f"no task fits {', '.join(metrics or ())} together; say task='summary' or task='translation'")


def chosen(
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


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric with its rows of the samples."""

    name: str
    module: ModuleType
    rows: list[tuple[float, ...]]
    signature: str
    sample_signature: str
    lacking: list[str | None]  # why a sample was not measured
    remarks: list[str | None]  # what the metric says of a sample beside its value
    skipped: str | None = None  # why none was

    def value(self, total: Sequence[float]) -> float | None:
        result: float | None = self.module.value(total)
        return result

    def of_sample(self, index: int) -> Score:
        row = self.rows[index]
        value = getattr(self.module, "sample_value", self.module.value)(row) if any(row) else None
        note = self.remarks[index] if value is not None else self.reason(index)
        return Score(self.name, value, self.sample_signature, n=int(value is not None), note=note)

    def aggregate(
        self, interval: tuple[float, float] | None = None, resamples: int = 0, *, by_document: bool = False
    ) -> Score:
        defined = sum(map(any, self.rows))
        # Exact sums, so that the order of the samples does not matter even in the last digit.
        total = [math.fsum(column) for column in zip(*self.rows, strict=True)]
        value = self.value(total) if defined else None
        signature = self.signature
        if interval:
            from nlp.statistics.intervals import SEED

            signature += f"|ci:95|bs:{resamples}|seed:{SEED}" + ("|unit:document" if by_document else "")
        return Score(self.name, value, signature, n=defined, interval=interval, note=self.note(defined))

    def note(self, defined: int) -> str | None:
        reasons = [self.reason(index) for index, row in enumerate(self.rows) if not any(row)]
        if not reasons:
            return None
        distinct = "; ".join(dict.fromkeys(reasons))
        return distinct if not defined else f"{len(reasons)} of {len(self.rows)} samples left out: {distinct}"

    def reason(self, index: int) -> str:
        return self.skipped or self.lacking[index] or str(self.module.UNDEFINED_BECAUSE)


def measured(
    name: str,
    module: ModuleType,
    samples: Sequence[Sample],
    *,
    task: Task,
    findings: Findings | None,
    findings_signature: str | None,
    options: Mapping[str, Any],
    by_name: bool,
) -> Measured:
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
    remark = getattr(module, "note", lambda _: None)
    return Measured(
        name=name,
        module=module,
        rows=rows,
        signature=module.signature(**signed) + found_by,
        sample_signature=sign_sample(**signed) + found_by,
        lacking=lacking,
        remarks=[remark(s) if any(row) else None for s, row in zip(samples, rows, strict=True)],
        skipped=skipped,
    )
