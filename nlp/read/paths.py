"""Paths, as a person gives them to a command, to articles: files, folders, globs, "-" for standard input."""

from __future__ import annotations

import codecs
import contextlib
import glob
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal, cast, overload

from nlp.errors import InputError
from nlp.read import html, jsonl, parquet, table, txt
from nlp.read._bytes import opened
from nlp.read._records import Reading, Record, to_article
from nlp.read.assemble import article
from nlp.types import Article, Failure

SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".jsonl.gz", ".csv", ".tsv", ".parquet")
_STDIN = "<stdin>"


@overload
def read_articles(
    paths: Iterable[str | Path],
    *,
    text_field: str | None = None,
    source_field: str | None = None,
    id_field: str | None = None,
    reference_field: str | None = None,
    group_field: str | None = None,
    lang: str = "en",
    source_lang: str | None = None,
    on_error: Literal["raise"] = "raise",
    check_language: bool = True,
    stdin: BinaryIO | None = None,
) -> Iterator[Article]: ...


@overload
def read_articles(
    paths: Iterable[str | Path],
    *,
    text_field: str | None = None,
    source_field: str | None = None,
    id_field: str | None = None,
    reference_field: str | None = None,
    group_field: str | None = None,
    lang: str = "en",
    source_lang: str | None = None,
    on_error: Literal["yield"],
    check_language: bool = True,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure]: ...


def read_articles(
    paths: Iterable[str | Path],
    *,
    text_field: str | None = None,
    source_field: str | None = None,
    id_field: str | None = None,
    reference_field: str | None = None,
    group_field: str | None = None,
    lang: str = "en",
    source_lang: str | None = None,
    on_error: Literal["raise", "yield"] = "raise",
    check_language: bool = True,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure]:
    """Articles one at a time, in the order of the paths; of a folder, in the order of its sorted file names.

    A folder is read recursively: files of a known suffix (`SUFFIXES`), hidden ones left out. "-" is
    standard input (or `stdin`): JSON Lines when it begins with "{", else one plain text.

    Fields of a record: the text is `text`, else the one of `target`, `article`, `translation` that is
    there; the source `source`, else `src_text`; the references `references`, else `reference`; the id
    `id`, else `doc_id`, else "news.jsonl:7". A list of strings is joined as lines. A record's own
    `source_lang` is used where none is given here. The id of a plain file is its name without suffix.
    `group_field` names the field with the event that an article reports on.
    Ids are kept as they are, also when one occurs again: the place (`path`, `line`) tells articles apart.

    An input at fault raises InputError, or with `on_error="yield"` comes as a Failure in its place, and
    the next row or file is read. In the first case a path that does not exist is an error at once,
    before anything is read.
    """
    fields = (text_field, source_field, id_field, reference_field)
    reading = Reading(*fields, lang, source_lang, check_language, group_field)
    names = [str(path) for path in paths]
    if on_error == "raise":
        for path in names:
            _check(path)
    for outcome in _outcomes(names, reading, stdin):
        if isinstance(outcome, Article):
            yield outcome
        elif on_error == "raise":
            raise outcome
        else:
            yield Failure(where=outcome.where, message=outcome.what)


def _outcomes(paths: list[str], reading: Reading, stdin: BinaryIO | None) -> Iterator[Article | InputError]:
    for path in paths:
        try:
            if path == "-":
                yield from _articles(_of_stdin(stdin or sys.stdin.buffer), reading, name=_STDIN, id="stdin")
                continue
            for file in files(path):
                yield from _articles(_of_file(file), reading, name=str(file), id=file.stem)
        except InputError as error:
            yield error


def _articles(
    contents: Iterator[str | Record | InputError],
    reading: Reading,
    *,
    name: str,
    id: str,  # noqa: A002 - the name of the field
) -> Iterator[Article | InputError]:
    """Contents of one file, each to an article or to what is wrong with it."""
    empty = True
    try:
        for content in contents:
            empty = False
            yield content if isinstance(content, InputError) else _article(content, reading, name=name, id=id)
    except InputError as error:  # the file cannot be read on
        yield error
    else:
        if empty:
            yield InputError("there is no article in it", where=name)


def _article(content: str | Record, reading: Reading, *, name: str, id: str) -> Article | InputError:  # noqa: A002
    try:
        if isinstance(content, Record):
            return to_article(content, reading, name=name)
        return article(
            content,
            id=id,
            lang=reading.lang,
            source_lang=reading.source_lang,
            path=name,
            check_language=reading.check_language,
        )
    except InputError as error:
        return error


def _of_file(file: Path) -> Iterator[str | Record | InputError]:
    """What a file holds: one plain text, or records."""
    name, suffix = str(file), _suffix(file)
    with opened(file) as stream:
        if suffix == ".txt":
            yield txt.text(stream, name=name)
        elif suffix in (".html", ".htm"):
            yield html.text(stream, name=name)
        elif suffix in (".jsonl", ".jsonl.gz"):
            yield from jsonl.records(stream, name=name)
        elif suffix == ".parquet":
            yield from parquet.records(stream, name=name)
        else:
            yield from table.records(stream, name=name, delimiter="," if suffix == ".csv" else "\t")


def _of_stdin(stream: BinaryIO) -> Iterator[str | Record | InputError]:
    buffered = io.BufferedReader(cast(io.RawIOBase, stream))
    try:
        if buffered.peek(1).removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
            yield from jsonl.records(cast(BinaryIO, buffered), name=_STDIN)
        else:
            yield txt.text(cast(BinaryIO, buffered), name=_STDIN)
    finally:
        with contextlib.suppress(ValueError):  # the caller has closed it
            buffered.detach()  # else it stays open


def _check(path: str) -> None:
    """Raise the InputError of a path that leads to no file."""
    if path != "-":
        next(files(path))


def files(path: str) -> Iterator[Path]:
    """The files that a path (a file, a folder, a pattern) stands for, at least one; raises InputError for none."""
    given = Path(path)
    try:
        if given.is_dir():
            yield from _some(
                _walk(given), f"there are no articles in this folder (looked for {', '.join(SUFFIXES)})", path
            )
        elif given.exists():
            if _suffix(given) is None:
                raise InputError(f"no known kind of file; known are {', '.join(SUFFIXES)}", where=path)
            yield given
        elif glob.has_magic(path):
            matches = (Path(match) for match in sorted(glob.glob(path, recursive=True)))  # noqa: PTH207 - a whole pattern
            yield from _some(
                (m for m in matches if m.is_file() and _suffix(m)), "no file that can be read matches", path
            )
        else:
            raise InputError("there is no such file or folder", where=path)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", where=path) from error


def _some(files: Iterator[Path], otherwise: str, path: str) -> Iterator[Path]:
    empty = True
    for file in files:
        empty = False
        yield file
    if empty:
        raise InputError(otherwise, where=path)


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link may lead back up
                yield from _walk(entry)
        elif _suffix(entry):
            yield entry


def _suffix(file: Path) -> str | None:
    name = file.name.lower()
    return next((suffix for suffix in SUFFIXES if name.endswith(suffix)), None)
