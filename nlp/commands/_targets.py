"""The files that `fix` reads, and where each of them is written."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from nlp.commands._output import replacing
from nlp.errors import InputError, OptionError
from nlp.read._records import Reading
from nlp.read.paths import files
from nlp.read.rewriting import Piece, pieces, pieces_of_stdin


@dataclass(frozen=True, slots=True)
class Target:
    """A file to repair (None: standard input), and the one to write (None: standard output)."""

    file: Path | None
    place: Path | None

    @property
    def name(self) -> str:
        return "<stdin>" if self.file is None else str(self.file)

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        return pieces_of_stdin(reading) if self.file is None else pieces(self.file, reading)


def targets(
    paths: Sequence[str], *, out: str | None, in_place: bool, on_error: Callable[[InputError], None]
) -> list[Target]:
    """The files that the paths stand for, a file once however often it is named; a path at fault goes to `on_error`.

    In the folder `out` a file keeps its name, and its place below the folder it was found in. Raises OptionError when
    two files would be written to one place, one over itself, or standard input in place.
    """
    found: dict[Path | None, Path | None] = {}
    for path in paths:
        if path == "-":
            if in_place:
                raise OptionError("standard input has no place to be written to; leave --in-place out")
            found[None] = Path(out, "stdin") if out else None
            continue
        try:
            for file in files(path):
                below = file.relative_to(path) if Path(path).is_dir() else Path(file.name)
                found.setdefault(file, Path(out, below) if out else _real(file) if in_place else None)
        except InputError as error:
            on_error(error)
    written: dict[Path, Path | None] = {}
    for source, place in found.items():
        if place is None or in_place:
            continue
        if source is not None and _real(place) == _real(source):
            raise OptionError(f"{source}: --out would write it over itself; --in-place does that")
        if place in written:
            raise OptionError(f"{source} and {written[place]} would both be written to {place}; fix them one by one")
        written[place] = source
    return [Target(file, place) for file, place in found.items()]


def write(pairs: Iterable[tuple[bytes, bytes]], target: Target) -> None:
    """Writes what comes after, whole or not at all.

    A file in place is written only when it differs. Raises InputError for one that is protected against writing.
    """
    if target.place is None:
        _copied(pairs, cast(BinaryIO, sys.stdout.buffer))
        return
    in_place = target.file is not None and target.place == _real(target.file)
    if in_place and not target.place.stat().st_mode & 0o222:
        raise InputError("is protected against writing, and was left as it is", where=target.name)
    try:
        target.place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(f"{target.place.parent}: this folder cannot be made ({error.strerror})") from error
    with replacing(target.place) as file:
        if target.place.suffix.lower() == ".gz":
            # Without a name and a time in it, the same lines give the same bytes.
            with gzip.GzipFile(filename="", mode="wb", fileobj=file.stream, mtime=0) as packed:
                changed = _copied(pairs, cast(BinaryIO, packed))
        else:
            changed = _copied(pairs, file.stream)
        file.keep = changed or not in_place


def _copied(pairs: Iterable[tuple[bytes, bytes]], stream: BinaryIO) -> bool:
    """Writes what comes after, and says whether it differs from what was before."""
    changed = False
    for before, after in pairs:
        changed = changed or before != after
        stream.write(after)
    return changed


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
