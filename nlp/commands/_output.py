"""Where a command writes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from nlp.errors import OptionError


@contextlib.contextmanager
def open_output(path: str | os.PathLike[str] | None) -> Iterator[TextIO]:
    """A UTF-8 text stream to `path`, or standard output when `path` is None or "-".

    A file is written beside its place and moved there when the block ends well, so that nobody ever sees half
    of it; when the block raises, nothing is left behind and an older file stays as it was. Lines end in a
    line feed on every system. A link is followed: the file it points to is replaced, not the link. What is
    no ordinary file, such as /dev/stdout, is written to directly.

    Raises OptionError when the folder does not exist or cannot be written to.
    """
    if path is None or str(path) == "-":
        yield sys.stdout
        sys.stdout.flush()
        return
    place = Path(os.path.realpath(path))
    if place.is_dir():
        raise OptionError(f"{path}: this is a folder; name a file to write")
    if not place.parent.is_dir():
        raise OptionError(f"{path}: the folder {place.parent} does not exist; make it first")
    if place.exists() and not place.is_file():
        with place.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    with replacing(place) as file:
        text = io.TextIOWrapper(file.stream, encoding="utf-8", newline="\n", write_through=True)
        yield text
        text.detach()


@dataclass
class Replacement:
    """A file being written beside the one it will replace; with `keep` False it is thrown away at the end."""

    stream: BinaryIO
    keep: bool = True


@contextlib.contextmanager
def replacing(place: Path) -> Iterator[Replacement]:
    """A file for bytes that takes its place when the block ends well, and is gone when it raises.

    Raises OptionError when the folder cannot be written to.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{place.name[:100]}.", suffix=".part", dir=place.parent)
    except OSError as error:
        raise OptionError(f"{place}: cannot write here ({error.strerror})") from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            file = Replacement(stream)
            yield file
            stream.flush()
            os.fsync(stream.fileno())
        if file.keep:
            part.chmod(_mode(place))
            part.replace(place)
        else:
            part.unlink()
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _mode(place: Path) -> int:
    """The permissions of the file to be replaced, or those a new file would get (mkstemp gives 0600)."""
    if place.exists():
        return place.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
