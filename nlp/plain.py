"""The values of `nlp.types` as plain dicts, lists, strings and numbers, for JSON, and back."""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from typing import Any, TypeVar, cast

T = TypeVar("T")


def to_dict(value: Any) -> Any:  # noqa: ANN401 - any value of this module, recursively
    """A value of this module as plain JSON data. Raises ValueError on a number that JSON does not know (NaN, inf)."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_dict(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {key: to_dict(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_dict(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is not a number that can be written; undefined is None with a note")
    return value


def from_dict(kind: type[T], data: dict[str, Any]) -> T:
    """The inverse of `to_dict` for a dataclass of this module. An unknown or missing key raises TypeError."""
    hints = typing.get_type_hints(kind)
    unknown = sorted(set(data) - set(hints))
    if unknown:
        raise TypeError(f"{kind.__name__} has no field {', '.join(unknown)}")
    return kind(**{name: _convert(hints[name], item) for name, item in data.items()})


def _convert(hint: Any, item: Any) -> Any:  # noqa: ANN401 - driven by the hint at run time
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if item is None:
        return None
    if origin in (types.UnionType, typing.Union):
        return _convert(next(a for a in arguments if a is not type(None)), item)
    if dataclasses.is_dataclass(hint):
        return from_dict(cast(type[Any], hint), item)
    if origin is tuple:
        kinds = [arguments[0]] * len(item) if arguments[-1] is Ellipsis else list(arguments)
        return tuple(_convert(kind, part) for kind, part in zip(kinds, item, strict=True))
    if origin is dict:
        return {key: _convert(arguments[1], part) for key, part in item.items()}
    return item
