"""Metrics as modules of Hugging Face's `evaluate`, loaded from a local folder, offline.

    rouge = evaluate.load(nlp.evaluate_module("rouge_unicode"))
    rouge.compute(predictions=[…], references=[…])          # {"rouge1": 0.41, "rouge2": …}

`evaluate` loads a folder with a script of the same name, which it copies and imports. That script is three lines,
written on demand into newsproof's cache folder: so every metric has one, those of other packages too, and the metric
itself stays where it is. Numbers are those of `nlp.score`: the corpus's own value, not a bootstrap median.
"""

from __future__ import annotations

import inspect
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nlp
from nlp import registry
from nlp.errors import MissingPart, OptionError, UnknownName
from nlp.models._loading import cache_folder
from nlp.scoring.measuring import task_for
from nlp.scoring.tables import score_samples
from nlp.types import Sample

if TYPE_CHECKING:
    import evaluate

_ROUGE = ("rouge1", "rouge2", "rougeL", "rougeLsum")
# modules of several metrics, with the options they are measured with
GROUPS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "rouge_unicode": (_ROUGE, {"tokenizer": "unicode"}),
    "rouge155": (_ROUGE, {"tokenizer": "rouge155"}),
}

_SCRIPT = '''"""{name}, computed by newsproof. Written by nlp.evaluate_module; do not edit."""

from nlp.scoring.evaluate_module import module_class

Newsproof = module_class({name!r})
'''


def evaluate_module(name: str) -> str:
    """The folder that `evaluate.load` takes for a metric, or for a group: "rouge_unicode", "rouge155".

    What `compute` takes: `predictions`; `references`, a string or a list of strings each, or `sources`, whichever the
    metric needs; and the metric's own options, such as stem=True. It gives {metric: value}, None where undefined, and
    with signature=True also {metric_signature: …}.

    Raises UnknownName for a metric that does not exist, OptionError for one made from findings, MissingPart without
    `evaluate`.
    """
    _members(name)
    place = cache_folder() / "evaluate" / nlp.__version__ / name / f"{name}.py"
    text = _SCRIPT.format(name=name)
    if not place.is_file() or place.read_text(encoding="utf-8") != text:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=place.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(part).replace(place)  # whole or not at all, also when two processes write it
    return str(place.parent)


def module_class(name: str) -> type[evaluate.Metric]:
    """The class that `evaluate` makes a metric of."""
    try:
        import evaluate
        from datasets import Features, Sequence, Value
    except ImportError as error:
        raise MissingPart("evaluate is not installed: pip install 'newsproof[hub]'") from error
    members, fixed = _members(name)
    modules = [registry.load("metrics", member) for member in members]
    needs = {need for module in modules for need in module.NEEDS}

    def features(references: Any) -> Features:  # noqa: ANN401 - a feature of datasets
        columns = {"predictions": Value("string")}
        columns |= {"references": references} if "references" in needs else {}
        columns |= {"sources": Value("string")} if "source" in needs else {}
        return Features(columns)

    class Newsproof(evaluate.Metric):  # type: ignore[misc]
        def _info(self) -> evaluate.MetricInfo:
            several, one = features(Sequence(Value("string"))), features(Value("string"))
            return evaluate.MetricInfo(
                description="\n\n".join(str(module.__doc__) for module in modules),
                citation="\n".join(_source(module.__doc__) for module in modules),
                inputs_description=str(evaluate_module.__doc__),
                features=[several, one] if "references" in needs else one,
            )

        def _compute(
            self,
            predictions: list[str],
            references: list[Any] | None = None,
            sources: list[str] | None = None,
            *,
            signature: bool = False,
            **options: Any,  # noqa: ANN401 - the metrics' own
        ) -> dict[str, Any]:
            return _computed(members, predictions, references, sources, signature, fixed | options)

    return Newsproof


def _computed(
    members: tuple[str, ...],
    predictions: Sequence[str],
    references: Sequence[Any] | None,
    sources: Sequence[str] | None,
    signature: bool,
    options: dict[str, Any],
) -> dict[str, Any]:
    samples = [
        Sample(
            id=str(index + 1),
            hypothesis=prediction,
            references=_texts(references[index]) if references is not None else (),
            source=sources[index] if sources is not None else None,
        )
        for index, prediction in enumerate(predictions)
    ]
    table = score_samples(
        samples,
        task=task_for(members),
        metrics=members,
        options=_shared(members, options),
        resamples=0,
    )
    result: dict[str, Any] = {member: score.value for member, score in table.aggregate.items()}
    if signature:
        result |= {f"{member}_signature": score.signature for member, score in table.aggregate.items()}
    return result


def _shared(members: tuple[str, ...], options: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The options that each metric of a module has; one that none has is left to the first, which says so."""
    known = {member: inspect.signature(registry.load("metrics", member).measure).parameters for member in members}
    shared = {member: {k: v for k, v in options.items() if k in known[member]} for member in members}
    return shared if all(any(k in own for own in known.values()) for k in options) else {members[0]: options}


def _texts(references: str | Sequence[str]) -> tuple[str, ...]:
    return (references,) if isinstance(references, str) else tuple(references)


def _members(name: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    """The metrics of a module, and the options they always have."""
    if name in GROUPS:
        return GROUPS[name]
    if name not in registry.names("metrics"):
        raise UnknownName("metric", name, [*registry.names("metrics"), *GROUPS])
    if "findings" in registry.load("metrics", name).NEEDS:
        raise OptionError(f"{name} is made from findings, which evaluate cannot hand over; use nlp.score or nlp score")
    return (name,), {}


def _source(docstring: str | None) -> str:
    """The section "Source" of a metric's docstring."""
    lines = (docstring or "").splitlines()
    start = next((i for i, line in enumerate(lines) if line.startswith("Source ")), len(lines))
    end = next((i for i in range(start + 1, len(lines)) if not lines[i].startswith(" ")), len(lines))
    return " ".join(line.removeprefix("Source").strip() for line in lines[start:end])
