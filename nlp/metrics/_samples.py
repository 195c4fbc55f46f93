"""Samples from lists, and what can be wrong with them: told before anything is measured, never half scored."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.errors import SampleError
from nlp.types import Finding, Sample

_NESTED = "the {} are nested wrongly: give one string for each hypothesis, or one list of strings for each"


def samples_from(
    hypotheses: Sequence[str],
    *,
    references: Sequence[str] | Sequence[Sequence[str]] | None = None,
    sources: Sequence[str | None] | None = None,
    ids: Sequence[str] | None = None,
    documents: Sequence[str] | None = None,
) -> list[Sample]:
    """Samples from lists of the same length.

    `references` holds one string a hypothesis, or one list of strings a hypothesis (it may be empty). sacreBLEU nests
    them the other way round; that is an error here unless the numbers happen to agree. Ids are "1", "2" … by default.
    Raises SampleError when lists differ in length, or hold something else than strings.
    """
    if isinstance(hypotheses, str):
        raise SampleError("hypotheses is one string; give a list of strings")
    for name, given in (("references", references), ("sources", sources), ("ids", ids), ("documents", documents)):
        if isinstance(given, str):
            raise SampleError(f"{name} is one string; give a list with one entry for each hypothesis")
        if given is not None and len(given) != len(hypotheses):
            raise SampleError(f"there are {len(hypotheses)} hypotheses, but {len(given)} {name}{_hint(name, given)}")
    _check_strings("hypothesis", hypotheses)
    _check_strings("source", [source for source in sources or () if source is not None])
    if references is not None and len({isinstance(own, str) for own in references}) > 1:
        raise SampleError(_NESTED.format("references"))
    samples: list[Sample] = []
    for index, hypothesis in enumerate(hypotheses):
        own: Sequence[str] | str = references[index] if references is not None else ()
        samples.append(
            Sample(
                id=str(ids[index]) if ids is not None else str(index + 1),
                hypothesis=hypothesis,
                references=(own,) if isinstance(own, str) else _strings(own, f"references of hypothesis {index + 1}"),
                source=sources[index] if sources is not None else None,
                document=str(documents[index]) if documents is not None else None,
            )
        )
    return samples


def documents_of(samples: Sequence[Sample]) -> list[str] | None:
    """The document of each sample; None unless all have one."""
    named = [sample.document for sample in samples if sample.document is not None]
    return named if len(named) == len(samples) and named else None


def check(samples: Sequence[Sample], findings: Sequence[Sequence[Finding]] | None = None) -> None:
    """Raise SampleError for what cannot be scored: nothing at all, no strings, or findings of another number."""
    if not samples:
        raise SampleError("there is nothing to score: no samples were given")
    for sample in samples:
        if not isinstance(sample, Sample):
            raise SampleError(f"a sample is a {type(sample).__name__}, not a Sample; make them with samples_from")
        if not isinstance(sample.hypothesis, str) or not isinstance(sample.source, str | None):
            raise SampleError(f"sample {sample.id}: hypothesis and source must be strings")
        _strings(sample.references, f"references of sample {sample.id}")
    if findings is not None and len(findings) != len(samples):
        raise SampleError(f"there are {len(samples)} samples, but findings of {len(findings)}")


def _check_strings(what: str, texts: Sequence[object]) -> None:
    for index, text in enumerate(texts, start=1):
        if not isinstance(text, str):
            raise SampleError(f"{what} {index} is not a string but {type(text).__name__}")


def _strings(texts: object, what: str) -> tuple[str, ...]:
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise SampleError(_NESTED.format(what))
    return tuple(texts)


def _hint(name: str, given: Sequence[object]) -> str:
    nested = name == "references" and given and not isinstance(given[0], str)
    return " lists; give one list of references for each hypothesis" if nested else ""
