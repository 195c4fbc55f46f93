"""JSON Lines: one object a line, plain or packed with gzip. Read line by line, never whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from nlp.errors import InputError
from nlp.read._bytes import decode, lines
from nlp.read._records import Record


def records(stream: BinaryIO, *, name: str) -> Iterator[Record | InputError]:
    """The records of a stream in order; blank lines are skipped.

    A line at fault comes as an InputError in its place, and the lines after it still come.
    """
    for number, line in lines(stream, name=name):
        if isinstance(line, InputError):
            yield line
            continue
        try:
            yield Record(number, parsed(line, name=name, number=number))
        except InputError as error:
            yield error


def parsed(line: bytes, *, name: str, number: int) -> dict[str, object]:
    """The object of one line. Raises InputError when it is not UTF-8, not JSON or not an object."""
    where = f"{name}:{number}"
    try:
        value = json.loads(decode(line, name=name, line=number))
    except json.JSONDecodeError as error:
        raise InputError(f"this is not JSON: {error.msg} (column {error.colno})", where=where) from error
    except (
        ValueError,
        RecursionError,
    ) as error:  # a number of thousands of digits; brackets nested thousands deep
        raise InputError("this JSON has a number too long or brackets nested too deep", where=where) from error
    if not isinstance(value, dict):
        raise InputError('this line is JSON but not an object; write {"text": …}', where=where)
    return value
