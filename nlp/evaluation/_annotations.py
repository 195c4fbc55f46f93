"""Human annotation of translations from the files it is published in: MQM and ESA, one form for all.

    .tsv           WMT MQM: a row an error, its span between <v> and </v> (github.com/google/wmt-mqm-human-evaluation);
                   or WMT spans: a row a segment, with start_indices, end_indices, error_types, and `overall` for ESA
    .seg.rating    mt-metrics-eval: a line "system TAB rating as JSON [TAB rater]", segment by segment
    .jsonl         ours: system, doc_id, target, and `ratings`: [{rater, errors, esa}], or one rater's fields alone

Penalties are counted here from the errors, with the weights of `nlp.text.mqm`. A file may also end in .gz.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nlp.errors import InputError
from nlp.evaluation._segments import ErrorSpan, Rating, Segment
from nlp.read._bytes import decode, opened
from nlp.text.mqm import weight_of
from nlp.types import SEVERITIES

_MARK = re.compile("</?v>")
_NO_ERROR = {"", "no-error", "noerror", "missing", "none"}


@dataclass(slots=True)
class _Unit:
    """A segment as one system translated it, while its rows come in."""

    document: str
    source: str = ""
    target: str = ""
    languages: str = ""  # "zh-en", where the file says so
    raters: dict[str, list[tuple[ErrorSpan, float]]] = field(default_factory=dict)
    esa: dict[str, float] = field(default_factory=dict)


_Units = dict[tuple[str, str, str], _Unit]


def read_annotations(path: Path) -> list[Segment]:
    """The annotated segments of a file, in its order.

    Raises InputError for a kind of file that is not known, and for the first row that is not of its kind.
    """
    name = path.name.lower().removesuffix(".gz")
    reader = next((r for suffix, r in _READERS.items() if name.endswith(suffix)), None)
    if reader is None:
        raise InputError(f"no known kind of annotation; known are {', '.join(_READERS)}", where=str(path))
    with opened(path) as stream:
        lines = decode(stream.read(), name=str(path)).split("\n")
    units: _Units = {}
    reader([line.removesuffix("\r") for line in lines], units, str(path))
    if not units:
        raise InputError("there is no annotation in it", where=str(path))
    return [_segment(path.name.split(".")[0], key[0], unit) for key, unit in units.items()]


def _segment(dataset: str, system: str, unit: _Unit) -> Segment:
    ratings = tuple(
        Rating(
            rater=rater,
            penalty=sum(round(weight * 10) for _, weight in errors) / 10,
            errors=tuple(span for span, _ in errors if span.end > span.start and span.severity in SEVERITIES[1:]),
            esa=unit.esa.get(rater),
        )
        for rater, errors in unit.raters.items()
    )
    human = system.lower().startswith(("ref", "human"))  # as WMT names its reference translations
    return Segment(
        dataset=dataset,
        languages=unit.languages,
        document=unit.document,
        system=system,
        is_human=human,
        source=unit.source,
        target=unit.target,
        ratings=ratings,
    )


def _tsv(lines: list[str], units: _Units, where: str) -> None:
    """Either of the two WMT tables, told apart by their columns."""
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    header = [name.strip().lower() for name in next(rows, [])]
    spans = {"start_indices", "end_indices", "error_types"} <= set(header)
    if not spans and not {"system", "category", "severity"} <= set(header):
        raise InputError("neither the columns system, category, severity nor start_indices … are here", where=where)
    for number, cells in enumerate(rows, start=2):
        if not any(cells):
            continue
        if len(cells) > len(header):
            raise InputError(f"{len(cells)} cells under {len(header)} columns", where=f"{where}:{number}")
        row = dict(zip(header, cells, strict=False))
        unit = _unit(units, row)
        rater = row.get("rater") or row.get("annotator") or "1"
        errors = unit.raters.setdefault(rater, [])
        if spans:
            unit.target = _first(row, "hypothesis_segment", "target", "translation")
            score = _first(row, "overall", "esa", "score")
            if score:
                unit.esa[rater] = _number(score, f"{where}:{number}")
            errors.extend(_listed_spans(row, f"{where}:{number}"))
        else:
            unit.target = _MARK.sub("", row.get("target", ""))
            if row["severity"].strip().lower() not in _NO_ERROR:
                errors.append(_error(row["category"], row["severity"], _marked(row.get("target", ""))))


def _listed_spans(row: Mapping[str, str], where: str) -> Iterator[tuple[ErrorSpan, float]]:
    """Starts, ends and severities, each separated by spaces; -1 where there is none, "missing" for omissions."""
    columns = [row[name].split() for name in ("start_indices", "end_indices", "error_types")]
    if len({len(column) for column in columns}) > 1:
        raise InputError("start_indices, end_indices and error_types differ in number", where=where)
    for start, end, severity in zip(*columns, strict=True):
        if severity.lower() not in _NO_ERROR:
            yield _error("", severity, (int(_number(start, where)), int(_number(end, where))))


def _mtme(lines: list[str], units: _Units, where: str) -> None:
    count: dict[tuple[str, str], int] = {}
    for number, line in enumerate(lines, start=1):
        if not line:
            continue
        system, _, rest = line.partition("\t")
        rating, _, rater = rest.partition("\t")
        rater = rater or "1"
        index = count[system, rater] = count.get((system, rater), 0) + 1
        if rating.strip().lower() in ("", "none"):
            continue
        unit = units.setdefault((system, "", str(index)), _Unit(document=str(index)))
        errors = unit.raters.setdefault(rater, [])
        for error in _json(rating, f"{where}:{number}").get("errors", []):
            on_source = error.get("is_source_error", False)
            place = (0, 0) if on_source else (int(error["start"]), int(error["end"]))
            errors.append(_error(error["category"], error["severity"], place))


def _jsonl(lines: list[str], units: _Units, where: str) -> None:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        record = _json(line, f"{where}:{number}")
        if "system" not in record or not {"ratings", "errors"} & set(record):
            raise InputError("a record needs 'system', and 'ratings' or 'errors'", where=f"{where}:{number}")
        unit = _unit(units, record | {"seg_id": record.get("seg_id") or record.get("id") or number})
        unit.source, unit.target = record.get("source") or "", record.get("target") or ""
        for rating in record.get("ratings") or [record]:
            rater = str(rating.get("rater") or "1").strip()
            errors = unit.raters.setdefault(rater, [])
            for error in rating.get("errors") or []:
                on_target = error.get("side", "target") == "target" and error.get("start") is not None
                place = (error["start"], error["end"]) if on_target else (0, 0)
                errors.append(_error(error.get("category") or "", error["severity"], place))
            if rating.get("esa") is not None:
                unit.esa[rater] = float(rating["esa"])


_READERS = {".tsv": _tsv, ".seg.rating": _mtme, ".jsonl": _jsonl}


def _unit(units: _Units, row: Mapping[str, Any]) -> _Unit:
    document = str(_first(row, "doc_id", "doc", "document"))
    segment = str(_first(row, "globalsegid", "seg_id", "segment_id", "docsegid", "id"))
    languages = str(_first(row, "lp", "language_pair"))
    return units.setdefault(
        (str(_first(row, "system") or "?"), document, segment), _Unit(document or segment, languages=languages)
    )


def _first(row: Mapping[str, Any], *names: str) -> Any:  # noqa: ANN401 - a cell, or a value of JSON
    return next((row[name] for name in names if row.get(name) not in (None, "")), "")


def _error(category: str, severity: str, place: tuple[int, int]) -> tuple[ErrorSpan, float]:
    known: Any = severity.strip().lower()
    return ErrorSpan(max(place[0], 0), max(place[1], 0), known, category), weight_of(category, known)


def _marked(target: str) -> tuple[int, int]:
    """Where <v> and </v> stand once they are taken out; (0, 0) without them."""
    start, end = target.find("<v>"), target.find("</v>")
    return (start, end - len("<v>")) if 0 <= start < end else (0, 0)


def _json(text: str, where: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise InputError(f"this is not JSON ({error})", where=where) from error
    if not isinstance(found, dict):
        raise InputError("this is not an object of JSON", where=where)
    return found


def _number(text: str, where: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise InputError(f"'{text}' is not a number", where=where) from error
