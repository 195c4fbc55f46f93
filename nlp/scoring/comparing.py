"""Systems on the same samples, the first against each of the others: paired tests, and where they differ most."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from nlp import registry
from nlp.errors import OptionError, SampleError, UnknownName
from nlp.metrics._samples import documents_of, samples_from
from nlp.scoring.apart import Apart, most_apart
from nlp.scoring.measuring import Findings, Measured, Task, fitting, measure_all, task_for
from nlp.statistics.significance import Test, holm, paired_test
from nlp.types import Sample, Score

# What is tested where no metric is named and there are references. Few, since every test makes the others harder.
USUAL: dict[Task, tuple[str, ...]] = {
    "translation": ("bleu", "chrf"),
    "summary": ("rouge1", "rouge2", "rougeLsum"),
}
LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Versus:
    """A system against the baseline by one metric.

    `difference` is system less baseline over the `n` samples both are defined for, `interval` its 95% bootstrap
    interval. `p` is two-sided, `p_holm` corrected for all tests of the comparison. All are None where the metric is
    undefined for either, and `note` says why. `better` is True or False where p_holm is below 0.05 and the metric says
    which direction is better, else None.
    """

    system: str
    metric: str
    value: float | None
    baseline: float | None
    difference: float | None
    interval: tuple[float, float] | None
    p: float | None
    p_holm: float | None
    better: bool | None
    n: int
    signature: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The baseline's scores, the tests of the others against it, and their samples that differ most, worst first.

    As the last line of a notebook's cell it is a table of the tests.
    """

    task: Task
    baseline: str
    samples: int
    scores: dict[str, Score]
    tests: tuple[Versus, ...]
    apart: tuple[Apart, ...]

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{x}</th>" for x in ("metric", "system", "value", "difference", "95% interval", "p (Holm)"))
        rows = "".join(
            f'<tr title="{html.escape(v.signature)}"><th>{html.escape(v.metric)}</th><td>{html.escape(v.system)}</td>'
            f"<td>{_figure(v.value)}</td><td>{_figure(v.difference, '+')}</td>"
            f"<td>{' to '.join(_figure(end, '+') for end in v.interval or ())}</td><td>{_figure(v.p_holm)}</td></tr>"
            for v in self.tests
        )
        caption = f"<caption>against {html.escape(self.baseline)}, {self.samples} samples</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def compare(
    systems: Mapping[str, Sequence[Sample] | Sequence[str]],
    *,
    references: Sequence[str] | Sequence[Sequence[str]] | None = None,
    sources: Sequence[str | None] | None = None,
    documents: Sequence[str] | None = None,
    task: Task | None = None,
    metrics: Sequence[str] | None = None,
    findings: Mapping[str, Findings] | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    test: Test = "randomization",
    trials: int | None = None,
    resamples: int = 1000,
    examples: int = 3,
    by: str | None = None,
) -> Comparison:
    """Compare systems with the first one, the baseline, on the same samples.

    systems    names -> outputs, the baseline first: lists of texts, with `references` and `sources` for all of them,
               or lists of samples with the same ids
    documents  what each text belongs to: then whole documents are swapped and drawn
    metrics    names; by default BLEU and chrF for translations, ROUGE-1, 2 and Lsum for summaries, and without
               references all that fit
    findings   the artifacts in each system's outputs by its name, for metrics made from them
    test       "randomization" (10,000 trials by default) or "bootstrap"
    examples   how many samples to give on either side, where a system gains and where it loses most by metric `by`
               (default: the first)

    Options and errors otherwise as of `nlp.score`. Raises SampleError when there are fewer than two systems or they
    were not run on the same samples.

    >>> texts = {"old": ["It rain.", "He go."], "new": ["It rains.", "He goes."]}
    >>> result = compare(texts, references=["It rains.", "He goes."], metrics=["chrf"])
    >>> result.tests[0].difference > 0, result.tests[0].p_holm > 0.05  # two sentences prove nothing
    (True, True)
    """
    if len(systems) < 2:
        raise SampleError(
            f"there is nothing to compare: {len(systems)} system was given; two are needed, the baseline first"
        )
    if test not in get_args(Test):
        raise UnknownName("test", test, get_args(Test))
    if (trials is not None and trials < 1) or resamples < 1 or examples < 0:
        raise OptionError("trials and resamples are at least 1, examples at least 0")
    chosen = task or task_for(metrics)
    samples = _aligned(
        {name: _samples(name, outputs, references, sources, documents) for name, outputs in systems.items()}
    )
    names = metrics or _usual(chosen, samples)
    measured = {
        name: measure_all(own, task=chosen, metrics=names, findings=(findings or {}).get(name), options=options)
        for name, own in samples.items()
    }
    baseline, *others = systems
    tests = [
        _versus(name, mine, base, test, trials, resamples, documents_of(samples[baseline]))
        for name in others
        for mine, base in zip(measured[name], measured[baseline], strict=True)
    ]
    shown = by or names[0]
    if shown not in names:
        raise UnknownName("metric among those compared", shown, names)
    index = list(names).index(shown)
    return Comparison(
        task=chosen,
        baseline=baseline,
        samples=len(samples[baseline]),
        scores={m.name: m.aggregate() for m in measured[baseline]},
        tests=tuple(_corrected(tests)),
        apart=tuple(
            found
            for name in others
            for found in most_apart(
                name, measured[name][index], measured[baseline][index], samples[name], samples[baseline], examples
            )
        ),
    )


def _samples(
    name: str,
    outputs: Sequence[Sample] | Sequence[str],
    references: Sequence[str] | Sequence[Sequence[str]] | None,
    sources: Sequence[str | None] | None,
    documents: Sequence[str] | None,
) -> list[Sample]:
    if outputs and all(isinstance(output, Sample) for output in outputs):
        return [output for output in outputs if isinstance(output, Sample)]
    texts: Any = outputs
    try:
        return samples_from(texts, references=references, sources=sources, documents=documents)
    except SampleError as error:
        raise SampleError(f"{name}: {error}") from error


def _aligned(systems: dict[str, list[Sample]]) -> dict[str, list[Sample]]:
    """The systems' samples in the baseline's order, with its references and source where they have none."""
    (baseline, ours), *others = systems.items()
    aligned = {baseline: ours}
    order = [sample.id for sample in ours]
    for name, samples in others:
        by_id = {sample.id: sample for sample in samples}
        if len(samples) != len(ours):
            raise SampleError(f"{baseline} has {len(ours)} samples, but {name} has {len(samples)}")
        if len(by_id) != len(samples) or len(set(order)) != len(order):
            raise SampleError(
                f"ids occur twice in {name if len(by_id) != len(samples) else baseline}; give unique ones"
            )
        missing = [key for key in order if key not in by_id]
        if missing:
            raise SampleError(f"{name} has no sample '{missing[0]}', which {baseline} has ({len(missing)} in all)")
        aligned[name] = [_completed(by_id[base.id], base) for base in ours]
    return aligned


def _completed(sample: Sample, base: Sample) -> Sample:
    source = sample.source if sample.source is not None else base.source
    return Sample(sample.id, sample.hypothesis, sample.references or base.references, source, base.document)


def _usual(task: Task, samples: Mapping[str, Sequence[Sample]]) -> tuple[str, ...]:
    if any(sample.references for own in samples.values() for sample in own):
        return USUAL[task]
    if all(sample.source is None for own in samples.values() for sample in own):
        raise SampleError("there are neither references nor sources to compare by; give one of them")
    fit = fitting(task).items()
    return tuple(name for name, module in fit if module.NEEDS == ("source",) and not hasattr(module, "BY_NAME_ONLY"))


def _versus(
    name: str,
    mine: Measured,
    base: Measured,
    test: Test,
    trials: int | None,
    resamples: int,
    clusters: Sequence[str] | None,
) -> Versus:
    found = paired_test(
        mine.rows, base.rows, mine.module.value, test=test, trials=trials, resamples=resamples, clusters=clusters
    )
    ours, theirs = mine.aggregate(), base.aggregate()
    return Versus(
        system=name,
        metric=mine.name,
        value=ours.value,
        baseline=theirs.value,
        difference=found.difference,
        interval=found.interval,
        p=found.p,
        p_holm=None,
        better=None,
        n=found.n,
        signature=f"{mine.signature}|{found.signature}|holm",
        note=ours.note or theirs.note,
    )


def _corrected(tests: Sequence[Versus]) -> list[Versus]:
    corrected = []
    for versus, p in zip(tests, holm([versus.p for versus in tests]), strict=True):
        better = None
        higher = _higher_is_better(versus.metric)
        if p is not None and p < LEVEL and higher is not None and versus.difference is not None:
            better = (versus.difference > 0) == higher
        corrected.append(replace(versus, p_holm=p, better=better))
    return corrected


def _higher_is_better(metric: str) -> bool | None:
    """Whether higher values of a metric are better; None when neither is."""
    higher: bool | None = registry.load("metrics", metric).HIGHER_IS_BETTER
    return higher


def _figure(value: float | None, sign: str = "") -> str:
    """Four digits, "-" for an undefined one."""
    return "-" if value is None else f"{value:{sign}.4g}"
