"""Comma- and tab-separated tables: a header row, then one article a row. Read row by row.

Cells are quoted as RFC 4180 has it, in both kinds: a cell may hold commas, tabs and line ends between
straight quotation marks, where a quotation mark itself is doubled.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO

from nlp.errors import InputError
from nlp.read._bytes import LONGEST
from nlp.read._records import Record


def records(stream: BinaryIO, *, name: str, delimiter: str) -> Iterator[Record | InputError]:
    """The rows of a table in order; empty rows are skipped.

    A row with too few or too many cells comes as an InputError in its place, and the rows after it still
    come. Raises InputError when the header repeats a name and where the quoting breaks down.
    """
    csv.field_size_limit(LONGEST)  # the standard library's own limit, 131,072 characters, is for the whole process
    reader = csv.reader(_decoded(stream, name), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            what = f"the table cannot be read on from here ({error}); quotation marks inside a cell must be doubled"
            raise InputError(what, where=f"{name}:{line}") from error
        if not row:
            pass
        elif header is None:
            header = _header(row, where=f"{name}:{line}")
        elif len(row) != len(header):
            yield InputError(f"the row has {len(row)} cells, the header {len(header)}", where=f"{name}:{line}")
        else:
            yield Record(line, dict(zip(header, row, strict=True)))
        line = reader.line_num + 1


def _header(row: list[str], *, where: str) -> list[str]:
    twice = sorted({cell for cell in row if row.count(cell) > 1})
    if twice:
        raise InputError(f"the header has '{twice[0]}' more than once", where=where)
    return row


def _decoded(stream: BinaryIO, name: str) -> Iterator[str]:
    """Lines as text. A byte that is not UTF-8 becomes a lone surrogate, so that only its row is at fault."""
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise InputError(f"the line is longer than {LONGEST // 1_000_000} MB", where=f"{name}:{number}")
        if number == 1:
            if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                raise InputError("this is UTF-16, not UTF-8; save it as UTF-8", where=name)
            line = line.removeprefix(codecs.BOM_UTF8)
        yield line.decode("utf-8", errors="surrogateescape")
