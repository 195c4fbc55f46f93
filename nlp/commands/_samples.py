"""Samples for the score command: from records with fields, or from plain text files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nlp.commands._parallel import parallel_samples
from nlp.errors import InputError, OptionError
from nlp.read import jsonl, parquet, table, txt
from nlp.read._bytes import opened
from nlp.read._records import Record
from nlp.scoring import Task
from nlp.scoring.fields import HYPOTHESIS as HYPOTHESIS_FIELDS
from nlp.scoring.fields import ID as ID_FIELDS
from nlp.scoring.fields import REFERENCE as REFERENCE_FIELDS
from nlp.scoring.fields import SOURCE as SOURCE_FIELDS
from nlp.types import Sample

RECORD_SUFFIXES = (".jsonl", ".jsonl.gz", ".csv", ".tsv", ".parquet")


def read_samples(options: argparse.Namespace) -> list[Sample]:
    """The samples that the arguments lead to, in order.

    Unlike an article, a hypothesis may be empty. Raises InputError for the first record at fault: a score over the
    others would not be the score of the input. Raises OptionError when nothing, or two kinds of things, is given.
    """
    kinds = [options.paths, options.hypothesis or options.source_text or options.reference_text]
    kinds.append(options.hypotheses or options.sources or options.references)
    if sum(map(bool, kinds)) > 1:
        raise OptionError("give files of records, or one text by its options, or parallel files, not both or all")
    if options.hypotheses:
        references = [path for group in options.references for path in group]
        return parallel_samples(options.hypotheses, references=references, sources=options.sources)
    if options.sources or options.references:
        raise OptionError("the hypotheses are missing: add --hypotheses FILE")
    if options.hypothesis:
        return [_plain_sample(options)]
    if options.source_text or options.reference_text:
        raise OptionError(f"the {options.task} is missing: add --{options.task} FILE")
    if not options.paths:
        raise OptionError(f"nothing to score: give a file of records, --{options.task} FILE, or --hypotheses FILE")
    return [sample for path in options.paths for sample in record_samples(path, options, options.task)]


def _plain_sample(options: argparse.Namespace) -> Sample:
    source = _text(options.source_text) if options.source_text else None
    references = tuple(_text(path) for path in options.reference_text or ())
    return Sample(Path(options.hypothesis).stem, _text(options.hypothesis, may_be_empty=True), references, source)


def _text(path: str, *, may_be_empty: bool = False) -> str:
    file = Path(path)
    if may_be_empty and file.is_file() and not file.stat().st_size:
        return ""
    with opened(file) as stream:
        return txt.text(stream, name=path)


def record_samples(path: str, options: argparse.Namespace, task: Task) -> list[Sample]:
    """The samples of a file of records, "-" for standard input; fields by `options` or by their usual names.

    Raises InputError for the first record at fault, and when there is none.
    """
    samples = []
    for record in records(path):
        if isinstance(record, InputError):
            raise record
        samples.append(_sample(record, options, task, where=f"{'<stdin>' if path == '-' else path}:{record.line}"))
    if not samples:
        raise InputError("there is no record in it: it is empty", where=path)
    return samples


def records(path: str) -> Iterator[Record | InputError]:
    """The records of a file by its kind; those that cannot be read come as InputError."""
    if path == "-":
        yield from jsonl.records(sys.stdin.buffer, name="<stdin>")
        return
    suffix = next((suffix for suffix in RECORD_SUFFIXES if path.lower().endswith(suffix)), None)
    if suffix is None and Path(path).is_file():
        raise InputError(f"no known kind of records; known are {', '.join(RECORD_SUFFIXES)}", where=path)
    with opened(Path(path)) as stream:
        if suffix in (".csv", ".tsv"):
            yield from table.records(stream, name=path, delimiter="," if suffix == ".csv" else "\t")
        elif suffix == ".parquet":
            yield from parquet.records(stream, name=path)
        else:
            yield from jsonl.records(stream, name=path)


def _sample(record: Record, options: argparse.Namespace, task: Task, *, where: str) -> Sample:
    values = record.values
    usual = HYPOTHESIS_FIELDS[task]
    hypothesis = _field(values, options.hypothesis_field, usual, where)
    if hypothesis is None:
        what = f"no field for the {task} ({', '.join(usual)}); name it with --hypothesis-field; {_names(values)}"
        raise InputError(what, where=where)
    source = _field(values, options.source_field, SOURCE_FIELDS[task], where)
    references = _field(values, options.reference_field, REFERENCE_FIELDS, where)
    named = _field(values, options.id_field, ID_FIELDS, where)
    return Sample(
        id=where if named is None or values[named] is None else str(values[named]),
        hypothesis=_string(values, hypothesis, where),
        references=_references(values, references, where) if references else (),
        source=_source(values, source, where) if source and source != hypothesis else None,
        document=_document(values, options.document_field, where),
    )


def _document(values: Mapping[str, Any], field: str | None, where: str) -> str | None:
    """The document, where a field is named for it."""
    if field is None:
        return None
    if values.get(field) is None:
        raise InputError(f"there is no document in '{field}'; {_names(values)}", where=where)
    return str(values[field])


def _field(values: Mapping[str, Any], named: str | None, usual: tuple[str, ...], where: str) -> str | None:
    """The field that was named, or the first usual one that is there."""
    if named is None:
        return next((name for name in usual if name in values), None)
    if named not in values:
        raise InputError(f"there is no field '{named}'; {_names(values)}", where=where)
    return named


def _string(values: Mapping[str, Any], field: str, where: str) -> str:
    """A string, or a list of strings joined as lines."""
    value = values[field]
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    if not isinstance(value, str):
        kind = "null" if value is None else type(value).__name__
        raise InputError(f"the field '{field}' is {kind}, not a string", where=where)
    return value


def _source(values: Mapping[str, Any], field: str, where: str) -> str | None:
    """The source; None for null and for a blank cell of a table."""
    text = "" if values[field] is None else _string(values, field, where)
    return text if text.strip() else None


def _references(values: Mapping[str, Any], field: str, where: str) -> tuple[str, ...]:
    """One reference or a list of them; null and blank ones are none."""
    value = values[field]
    given = value if isinstance(value, list) else [value]
    if not all(isinstance(part, str | None) for part in given):
        raise InputError(
            f"the references in '{field}' are nested wrongly: give a string or a list of strings", where=where
        )
    return tuple(part for part in given if part and part.strip())


def _names(values: Mapping[str, Any]) -> str:
    names = [str(name) for name in values]
    return f"it has: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}"
