"""Bytes to text, strictly: UTF-8 or an error that says where and what to do."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from nlp.errors import InputError

LONGEST = 50_000_000
"""The most bytes one line, or one plain file, may have. News articles stay far below 1 MB; a longer line is
no article but a file without line ends, and reading it whole could exhaust the memory."""


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file open for reading bytes, unpacked when its name ends in .gz.

    What the file system or gzip has against it, while it is open too, becomes an InputError.
    """
    name = str(path)
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
            yield cast(BinaryIO, stream)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(f"this gzip file is damaged or cut short ({error}); get it anew", where=name) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", where=name) from error


def whole(stream: BinaryIO, *, name: str) -> bytes:
    """All bytes of a stream. Raises InputError when there are none or more than `LONGEST`."""
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        what = f"more than {LONGEST // 1_000_000} MB is no single article; give many articles as JSON Lines"
        raise InputError(what, where=name)
    if not data.strip():
        raise InputError("the file is empty" if not data else "there is no text, only blank lines", where=name)
    return data


def lines(stream: BinaryIO, *, name: str) -> Iterator[tuple[int, bytes | InputError]]:
    """Number, from 1, and bytes of each line that is not blank, with its line end.

    A signature (BOM) is left out. A line of more than `LONGEST` bytes comes as an InputError, and is never
    held whole.
    """
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) > LONGEST:
            while rest := stream.readline(LONGEST):
                if rest.endswith(b"\n"):
                    break
            what = f"the line is longer than {LONGEST // 1_000_000} MB, which is no single article"
            yield number, InputError(what, where=f"{name}:{number}")
        elif line.strip():
            yield number, line


def decode(data: bytes, *, name: str, line: int = 1) -> str:
    """Text from UTF-8 bytes that begin at a line of a file; line ends stay as they are.

    A signature (BOM) at the start is left out. Raises InputError at the line with the first byte that is
    not UTF-8: another encoding is suggested, never assumed.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError("this is UTF-16, not UTF-8; save it as UTF-8", where=name)
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        at = error.start - before.rfind(b"\n")
        number = line + before.count(b"\n")
        what = f"byte {at} of this line (0x{error.object[error.start]:02x}) is not UTF-8"
        hint = "if the file is in windows-1252 or another encoding, save it as UTF-8"
        raise InputError(f"{what}; {hint}", where=f"{name}:{number}") from error
