"""What can be scored: lists of texts, samples, and data sets of Hugging Face's `datasets`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, overload

from nlp.errors import OptionError, SampleError
from nlp.metrics._samples import samples_from
from nlp.scoring.dataset import is_dataset, with_columns
from nlp.scoring.measuring import Findings, Task, task_for
from nlp.scoring.tables import score_samples
from nlp.types import Sample, ScoreTable


@overload
def score(
    samples: Sequence[Sample] | None = None,
    *,
    hypotheses: Sequence[str] | None = None,
    references: Sequence[str] | Sequence[Sequence[str]] | None = None,
    sources: Sequence[str | None] | None = None,
    ids: Sequence[str] | None = None,
    documents: Sequence[str] | None = None,
    task: Task | None = None,
    metrics: Sequence[str] | None = None,
    findings: Findings | None = None,
    findings_signature: str | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    resamples: int = 1000,
) -> ScoreTable: ...


@overload
def score(
    samples: Any,  # noqa: ANN401 - a datasets.Dataset, which has no types
    *,
    fields: Mapping[str, str] | None = None,
    task: Task | None = None,
    metrics: Sequence[str] | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
) -> Any: ...  # noqa: ANN401


def score(
    samples: Any = None,
    *,
    hypotheses: Sequence[str] | None = None,
    references: Sequence[str] | Sequence[Sequence[str]] | None = None,
    sources: Sequence[str | None] | None = None,
    ids: Sequence[str] | None = None,
    documents: Sequence[str] | None = None,
    fields: Mapping[str, str] | None = None,
    task: Task | None = None,
    metrics: Sequence[str] | None = None,
    findings: Findings | None = None,
    findings_signature: str | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    resamples: int = 1000,
) -> Any:
    """The scores of lists of texts, over all of them with 95% bootstrap intervals, and of each one.

        nlp.score(hypotheses=[…], references=[…], sources=[…])   -> ScoreTable
        nlp.score(samples)                                       -> ScoreTable   samples of `nlp.Sample`
        nlp.score(dataset)                                       -> Dataset      with a column a metric

    hypotheses  what is scored; an empty one counts and gets the lowest score
    references  one string a hypothesis, or one list of strings a hypothesis
    sources     the articles that were summarized, or the texts that were translated
    documents   what each hypothesis belongs to, such as the article its sentence is from: then intervals are over
                documents, since sentences of one document are not independent
    task        what the hypotheses are, "summary" or "translation"; by default what fits the metrics that are named,
                translation where none is
    metrics     names, in the order wanted; by default all that fit the task, for which any sample has what they need,
                and that run no model. One that is asked for by name and lacks what it needs is None with a note.
    findings    the artifacts found in each hypothesis, in the same order; `findings_signature` says how they were
                found, and goes into the signatures of the metrics made from them
    options     keyword options of a metric's `measure` by its name: {"rouge1": {"tokenizer": "rouge155"}}
    resamples   draws of the bootstrap; 0 for no intervals
    fields      of a data set, where they have other names: {"hypothesis": "decoded", "references": "gold"}

    Samples for which a metric is undefined are left out of its aggregate, whose note counts them; in a data set they
    are None. Raises SampleError when there is nothing to score, lists differ in length or are nested wrongly;
    UnknownName for a metric or field that does not exist; OptionError for a metric that does not fit the task, an
    option it does not have, or a data set that already has a column of the metric's name.

    >>> score(hypotheses=["Talks resume."], references=["Talks resume."], metrics=["chrf"]).aggregate["chrf"].value
    100.0
    """
    lists = {"hypotheses": hypotheses, "references": references, "sources": sources, "ids": ids, "documents": documents}
    given = [name for name, value in lists.items() if value is not None]
    if samples is not None and given:
        raise OptionError(f"give either samples or lists of texts, not both: {', '.join(given)} came with samples")
    if samples is None and hypotheses is None:
        raise SampleError("there is nothing to score: give hypotheses=[…], samples, or a data set")
    chosen = task or task_for(metrics)
    if is_dataset(samples):
        return with_columns(samples, fields or {}, chosen, metrics, options)
    if fields:
        raise OptionError("fields name the columns of a data set; lists have none")
    if samples is None:
        samples = samples_from(hypotheses or (), references=references, sources=sources, ids=ids, documents=documents)
    elif isinstance(samples, str | Mapping) or not isinstance(samples, Sequence):
        raise SampleError(f"{type(samples).__name__} cannot be scored; give lists of texts, samples, or a Dataset")
    return score_samples(
        samples,
        task=chosen,
        metrics=metrics,
        findings=findings,
        findings_signature=findings_signature,
        options=options,
        resamples=resamples,
    )
