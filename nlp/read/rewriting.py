"""Files read so that they can be written again with other texts in them, every other byte as it was.

A plain text is its file; in JSON Lines the text is one field of an object, and only the characters of that field
change. In HTML, tables and Parquet what is read is not what stands in the file, so they are not rewritten.
"""

from __future__ import annotations

import codecs
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from nlp.errors import InputError
from nlp.read import jsonl
from nlp.read._bytes import LONGEST, decode, opened, whole
from nlp.read._records import Reading, Record, text_field, to_article
from nlp.read.assemble import article
from nlp.types import Article

SUFFIXES = (".txt", ".jsonl", ".jsonl.gz")
_DECODER = json.JSONDecoder()
_BETWEEN = " \t\r\n,:"


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive bytes of a file. `content` is the article in them, what is wrong with them, or None: leave them.

    `with_text` gives the bytes with another text of the article. It raises InputError where the text was made of
    several strings and the other text does not fall into as many.
    """

    raw: bytes
    content: Article | InputError | None = None
    with_text: Callable[[str], bytes] = str.encode


def pieces(file: Path, reading: Reading) -> Iterator[Piece]:
    """The pieces of a file; joined, their bytes are the file's, unpacked where it is packed with gzip.

    Raises InputError for a file that cannot be read, or is of a kind that is not rewritten.
    """
    name = str(file)
    if not name.lower().endswith(SUFFIXES):
        what = f"only {', '.join(SUFFIXES)} files are repaired; `nlp detect` shows what to repair here by hand"
        raise InputError(what, where=name)
    with opened(file) as stream:
        yield from (_lines if not name.lower().endswith(".txt") else _text)(stream, reading, name, file.stem)


def pieces_of_stdin(reading: Reading, stdin: BinaryIO | None = None) -> Iterator[Piece]:
    """The pieces of standard input: JSON Lines when it begins with "{", else one plain text."""
    stream = io.BufferedReader(cast(io.RawIOBase, stdin or sys.stdin.buffer))
    try:
        is_json = stream.peek(1).removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")
        yield from (_lines if is_json else _text)(cast(BinaryIO, stream), reading, "<stdin>", "stdin")
    finally:
        stream.detach()


def _text(stream: BinaryIO, reading: Reading, name: str, id: str) -> Iterator[Piece]:  # noqa: A002
    raw = whole(stream, name=name)
    made = article(
        decode(raw, name=name),
        id=id,
        lang=reading.lang,
        source_lang=reading.source_lang,
        path=name,
        check_language=reading.check_language,
    )
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    yield Piece(raw, made, lambda text: mark + text.encode("utf-8"))


def _lines(stream: BinaryIO, reading: Reading, name: str, id: str) -> Iterator[Piece]:  # noqa: A002
    number, empty = 0, True
    while raw := stream.readline(LONGEST + 1):
        number += 1
        empty = empty and not raw.strip()
        if len(raw) > LONGEST:
            what = f"the line is longer than {LONGEST // 1_000_000} MB, which is no single article"
            yield Piece(raw, InputError(what, where=f"{name}:{number}"))
            while not raw.endswith(b"\n") and (raw := stream.readline(LONGEST)):
                yield Piece(raw)
        elif raw.strip():
            yield _line(raw, reading, name, number)
        else:
            yield Piece(raw)
    if empty:
        raise InputError("there is no article in it", where=name)


def _line(raw: bytes, reading: Reading, name: str, number: int) -> Piece:
    mark = codecs.BOM_UTF8 if number == 1 and raw.startswith(codecs.BOM_UTF8) else b""
    try:
        values = jsonl.parsed(raw.removeprefix(mark), name=name, number=number)
        made = to_article(Record(number, values), reading, name=name)
    except InputError as error:
        return Piece(raw, error)
    field = reading.text_field or text_field(values, f"{name}:{number}")

    def with_text(text: str) -> bytes:
        line = raw.removeprefix(mark).decode("utf-8")
        start, end = _value(line, field)
        value = values[field]
        new = _as_before(text, value if isinstance(value, list) else None, f"{name}:{number}: the field '{field}'")
        only_ascii = line[start:end].isascii() and "\\u" in line[start:end]
        return mark + (line[:start] + json.dumps(new, ensure_ascii=only_ascii) + line[end:]).encode("utf-8")

    return Piece(raw, made, with_text)


def _value(line: str, field: str) -> tuple[int, int]:
    """Where the value of a field stands in a line that holds one JSON object; of a repeated field the last counts."""
    found = (0, 0)
    at = _after_blanks(line, line.index("{") + 1)
    while line[at] != "}":
        key, at = _DECODER.raw_decode(line, at)
        at = _after_blanks(line, at)
        _, end = _DECODER.raw_decode(line, at)
        if key == field:
            found = (at, end)
        at = _after_blanks(line, end)
    return found


def _after_blanks(line: str, at: int) -> int:
    while line[at] in _BETWEEN:
        at += 1
    return at


def _as_before(text: str, strings: Iterable[str] | None, where: str) -> str | list[str]:
    """The text as a string, or as a list of strings where it was one."""
    if strings is None:
        return text
    if any("\n" in string for string in strings):
        raise InputError("is a list of strings with line ends in them, which cannot be put together again", where=where)
    return text.split("\n")
