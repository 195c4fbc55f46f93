"""Parallel text files: line 1 of the hypotheses belongs to line 1 of the sources and of each reference."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nlp.errors import SampleError
from nlp.read._bytes import decode, opened
from nlp.types import Sample


def parallel_samples(hypotheses: str, *, references: Sequence[str] = (), sources: str | None = None) -> list[Sample]:
    """A sample a line; ids are line numbers, from "1".

    A blank line of the hypotheses is an empty hypothesis, which scores; a blank reference is none. Raises SampleError
    when the files have different numbers of lines, or none at all, InputError for a file that cannot be read.
    """
    ours = read_lines(hypotheses)
    if not ours:
        raise SampleError(f"{hypotheses}: there is nothing to score: the file is empty")
    theirs = [_aligned(path, len(ours), hypotheses) for path in references]
    origins = _aligned(sources, len(ours), hypotheses) if sources else None
    return [
        Sample(
            id=str(index + 1),
            hypothesis=hypothesis,
            references=tuple(lines[index] for lines in theirs if lines[index].strip()),
            source=(origins[index].strip() or None) if origins else None,
        )
        for index, hypothesis in enumerate(ours)
    ]


def read_lines(path: str) -> list[str]:
    """The lines of a text file, blank ones too, without their ends; only line feeds end a line."""
    with opened(Path(path)) as stream:
        text = decode(stream.read(), name=path)
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return [line.removesuffix("\r") for line in lines]


def _aligned(path: str, count: int, hypotheses: str) -> list[str]:
    lines = read_lines(path)
    if len(lines) != count:
        raise SampleError(
            f"{hypotheses} has {count} lines, but {path} has {len(lines)}: line-aligned files must have the same number"
        )
    return lines
