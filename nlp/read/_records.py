"""Records (JSON objects, table rows) to articles: which field is what, and what is wrong with it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nlp.errors import InputError
from nlp.read.assemble import article
from nlp.types import Article

TEXT_FIELDS = ("target", "article", "translation")
SOURCE_FIELDS = ("source", "src_text")
ID_FIELDS = ("id", "doc_id")
REFERENCE_FIELDS = ("references", "reference")
PUBLISHER, WHOLE_ARTICLE = 60, 600
"""`source` is also a usual name for the publisher: at most 60 characters beside an article of 600 or more are
not the text it was translated from (of 14,159 news sentences in Chinese, the most compact script, none is)."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_KINDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    bytes: "bytes",
}


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the line or row where it begins, and its fields."""

    line: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """How records and files become articles; a field that is None is looked for under its usual names."""

    text_field: str | None = None
    source_field: str | None = None
    id_field: str | None = None
    reference_field: str | None = None
    lang: str = "en"
    source_lang: str | None = None
    check_language: bool = True
    group_field: str | None = None


def to_article(record: Record, reading: Reading, *, name: str) -> Article:
    """The article of a record of the file `name`. Raises InputError at "name:line"."""
    where = f"{name}:{record.line}"
    values = record.values
    field = reading.text_field or text_field(values, where)
    text = _string(values, field, where)
    if not text.strip():
        raise InputError(f"the field '{field}' is empty", where=where)
    source, warning = _source(values, reading.source_field, where, text)
    made = article(
        text,
        id=_id(values, reading.id_field, where),
        lang=reading.lang,
        source_lang=reading.source_lang or _own_source_lang(values),
        source=source,
        references=_references(values, reading.reference_field, where),
        path=name,
        line=record.line,
        check_language=reading.check_language,
    )
    if reading.group_field is not None:
        made = dataclasses.replace(made, group=_name(values, reading.group_field, where))
    return dataclasses.replace(made, warnings=(*made.warnings, warning)) if warning else made


def text_field(values: Mapping[str, Any], where: str) -> str:
    """The field that holds the text, by its usual names. Raises InputError when there is none, or several."""
    if "text" in values:
        return "text"
    candidates = [name for name in TEXT_FIELDS if name in values]
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        what = f"the text may be in {' or '.join(candidates)}; say which with --text-field"
    else:
        what = f"there is no field 'text'; say with --text-field where the text is ({_names(values)})"
    raise InputError(what, where=where)


def _string(values: Mapping[str, Any], field: str, where: str) -> str:
    """A field that must hold a string, or a list of strings, which are joined as lines."""
    if field not in values:
        raise InputError(f"there is no field '{field}' ({_names(values)})", where=where)
    text = _joined(values[field])
    if text is None:
        value = values[field]
        kind = "null" if value is None else _KINDS.get(type(value), type(value).__name__)
        raise InputError(f"the field '{field}' is {kind}, not a string", where=where)
    broken = _SURROGATE.search(text)
    if broken:
        what = f"half a character (U+{ord(broken[0]):04X}, at {broken.start()}) or a byte that is not UTF-8"
        raise InputError(f"the field '{field}' holds {what}; save the file anew as UTF-8", where=where)
    return text


def _joined(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return None


def _id(values: Mapping[str, Any], field: str | None, where: str) -> str:
    if field is not None and field not in values:
        raise InputError(f"there is no field '{field}' ({_names(values)})", where=where)
    for name in (field,) if field else ID_FIELDS:
        value = values.get(name)
        if isinstance(value, str) and value and not _SURROGATE.search(value):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    if field is not None:
        raise InputError(f"the id in the field '{field}' is neither a string nor a whole number", where=where)
    return where


def _name(values: Mapping[str, Any], field: str, where: str) -> str:
    """A field that names something: a string or a whole number."""
    value = values.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = _string(values, field, where)
    if not text.strip():
        raise InputError(f"the field '{field}' is empty", where=where)
    return text


def _source(values: Mapping[str, Any], field: str | None, where: str, text: str) -> tuple[str | None, str | None]:
    """The source text, and a warning where the field of that name holds something else, such as "Reuters"."""
    if field is not None:
        return _string(values, field, where), None
    for name in SOURCE_FIELDS:
        if _joined(values.get(name)):
            source = _string(values, name, where)
            if len(source) > PUBLISHER or len(text) < WHOLE_ARTICLE:
                return source, None
            return None, (
                f"The field '{name}' is too short to be the source text and was not used; "
                f"if it is, say --source-field {name}."
            )
    return None, None


def _references(values: Mapping[str, Any], field: str | None, where: str) -> tuple[str, ...]:
    for name in (field,) if field else REFERENCE_FIELDS:
        value = values.get(name)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(_string({name: item}, name, where) for item in value)
        if isinstance(value, str) or field is not None:
            return (_string(values, name, where),)
    return ()


def _own_source_lang(values: Mapping[str, Any]) -> str | None:
    value = values.get("source_lang")
    return value if isinstance(value, str) and value else None


def _names(values: Mapping[str, Any]) -> str:
    names = list(values)
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return f"it has: {', '.join(map(str, names[:12]))}{more}" if names else "it has no fields"
