"""Data sets of Hugging Face's `datasets`: rows as samples, scores as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nlp.errors import OptionError, SampleError, UnknownName
from nlp.metrics._samples import samples_from
from nlp.scoring import fields as usual
from nlp.scoring.measuring import Task
from nlp.scoring.tables import score_samples
from nlp.types import Sample

_FIELDS = ("hypothesis", "source", "references", "id")


def is_dataset(data: object) -> bool:
    """Whether it is a `datasets.Dataset`; tells without importing `datasets`."""
    return type(data).__module__.split(".")[0] == "datasets" and hasattr(data, "add_column")


def with_columns(
    dataset: Any,  # noqa: ANN401 - `datasets` has no types
    fields: Mapping[str, str],
    task: Task,
    metrics: Sequence[str] | None,
    options: Mapping[str, Mapping[str, Any]] | None,
) -> Any:  # noqa: ANN401
    """The data set with a column of floats a metric, None where it is undefined; errors as of `score`."""
    from datasets import Value

    samples = dataset_samples(dataset, task, fields)
    table = score_samples(samples, task=task, metrics=metrics, options=options, resamples=0)
    for name in table.aggregate:
        if name in dataset.column_names:
            raise OptionError(f"the data set already has a column '{name}'; rename or remove it first")
    for name in table.aggregate:
        values = [sample.scores[name].value for sample in table.samples]
        dataset = dataset.add_column(name, values, feature=Value("float64"))
    return dataset


def dataset_samples(dataset: Any, task: Task, fields: Mapping[str, str]) -> list[Sample]:  # noqa: ANN401
    """The rows of a `datasets.Dataset` as samples, by the usual names of fields or those given."""
    for field in fields:
        if field not in _FIELDS:
            raise UnknownName("field", field, _FIELDS)
    known = {"hypothesis": usual.HYPOTHESIS[task], "source": usual.SOURCE[task], "references": usual.REFERENCE}
    known["id"] = usual.ID
    columns: dict[str, list[Any]] = {}
    for field, names in known.items():
        column = fields.get(field) or next((name for name in names if name in dataset.column_names), None)
        if column is None:
            continue
        if column not in dataset.column_names:
            raise UnknownName("column", column, dataset.column_names)
        columns[field] = list(dataset[column])
    if "hypothesis" not in columns:
        raise SampleError(
            f"the data set has no column for the {task} ({', '.join(usual.HYPOTHESIS[task])}); name it with "
            f"fields={{'hypothesis': …}}; it has: {', '.join(dataset.column_names)}"
        )
    return samples_from(
        columns["hypothesis"],
        references=columns.get("references"),
        sources=columns.get("source"),
        ids=[str(x) for x in columns["id"]] if "id" in columns else None,
    )
