"""What changes in a file, as a patch that `patch` and `git apply` take."""

from __future__ import annotations

import difflib
import io
import itertools
import re
from collections.abc import Iterable, Iterator

_LINE_NUMBER = re.compile(r"(?<=[-+])\d+")


def hunks(pairs: Iterable[tuple[bytes, bytes]], *, name: str) -> Iterator[bytes]:
    """The unified diff of a file given in consecutive pieces, before and after; nothing when none differs.

    Lines end at a line feed alone, as `patch` has it. A piece is compared by itself: a line of JSON Lines comes
    without the lines around it.
    """
    line = 1
    begun = False
    for before, after in pairs:
        if before != after:
            if not begun:
                yield f"--- {name}\n+++ {name}\n".encode("utf-8", "surrogateescape")
                begun = True
            parts = difflib.unified_diff(_lines(before), _lines(after), n=3)
            for part in itertools.islice(parts, 2, None):  # without the names, which stand once above all pieces
                yield _part(part, line).encode("utf-8", "surrogateescape")
        line += before.count(b"\n")


def _lines(data: bytes) -> list[str]:
    return list(io.StringIO(data.decode("utf-8", "surrogateescape"), newline="\n"))


def _part(part: str, line: int) -> str:
    if part.startswith("@@"):
        return _LINE_NUMBER.sub(lambda number: str(int(number[0]) + line - 1), part, count=2)
    return part if part.endswith("\n") else f"{part}\n\\ No newline at end of file\n"
