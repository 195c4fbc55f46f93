"""Settings files: which one counts, what it may say, and settings written out as one."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from nlp import registry
from nlp.config.settings import OPERATING_POINTS, PROFILES, PathOptions, RuleOptions, Settings
from nlp.errors import OptionError, UnknownName
from nlp.types import SEVERITIES

FILE_NAMES = ("nlp.toml", "pyproject.toml")

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


class ConfigError(OptionError):
    """A settings file that cannot be read, or says what cannot be; the message begins with file and key."""


def load(start: Path | None = None, *, file: Path | None = None) -> Settings:
    """The settings of `file`, or of the nearest settings file from `start` (the working directory) upwards.

    Of two in one folder nlp.toml counts; a pyproject.toml without [tool.nlp] is passed over. No file at all gives the
    default settings. Raises ConfigError for a file that cannot be read, an unknown key, profile or severity, or
    a value of the wrong kind. Rules are not known here: `nlp.selection.check` looks at their names.
    """
    if file is not None:
        table = _table(file)
        if table is None:
            raise ConfigError(f"{_nearby(file)}: there is no table [tool.nlp] in it")
        return _settings(table, file)
    folder = (start or Path.cwd()).absolute()
    for place in (folder, *folder.parents):
        for path in (place / name for name in FILE_NAMES):
            if path.is_file():
                table = _table(path)
                if table is not None:
                    return _settings(table, path)
    return Settings()


def _table(file: Path) -> Any:  # noqa: ANN401 - whatever stands in the file
    """The settings in a file; None when it is a pyproject.toml that has none."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{_nearby(file)}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{_nearby(file)}: is not UTF-8 (byte {error.start + 1})") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{_nearby(file)}: is not TOML: {error}") from error
    if file.name != "pyproject.toml" and "tool" not in data:
        return data
    tool = data.get("tool", {})
    return tool.get("nlp") if isinstance(tool, dict) else None


def _settings(table: Any, file: Path) -> Settings:  # noqa: ANN401
    values = _read(table, _KEYS, _nearby(file), "setting")
    origins = {name: _nearby(file) for name in values}
    return Settings(**values, file=file.absolute(), origins=origins)


def _nearby(file: Path) -> str:
    """The file as it is called from the working directory, where it lies in it."""
    folder = Path.cwd()
    return str(file.relative_to(folder) if file.is_relative_to(folder) else file)


# A reader turns a value of the file into one of the settings; `where` is file and key.
Reader = Callable[[Any, str], Any]


def _read(table: Any, readers: Mapping[str, Reader], where: str, kind: str) -> dict[str, Any]:  # noqa: ANN401
    """The values of a table by the names of the dataclass that takes them."""
    values = {}
    for key, value in _items(table, where):
        if key not in readers:
            raise _unknown(kind, key, readers, where)
        values[key.replace("-", "_")] = readers[key](value, f"{where}: {key}")
    return values


def _items(value: Any, where: str) -> Iterable[tuple[str, Any]]:  # noqa: ANN401
    if not isinstance(value, dict):
        raise _wrong(value, "a table", where)
    return cast(dict[str, Any], value).items()


def _wrong(value: object, expected: str, where: str) -> ConfigError:
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return ConfigError(f"{where} must be {expected}, not {shown if len(shown) <= 60 else shown[:57] + '...'}")


def _unknown(kind: str, name: str, known: Iterable[str], where: str) -> ConfigError:
    return ConfigError(f"{where}: {UnknownName(kind, name, known)}")


def _flag(value: Any, where: str) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise _wrong(value, "true or false", where)
    return value


def _confidence(value: Any, where: str) -> float:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _wrong(value, "a number from 0 to 1", where)
    return float(value)


def _words(value: Any, where: str) -> str:  # noqa: ANN401
    if not isinstance(value, str) or not any(c.isalnum() for c in value):
        raise _wrong(value, "a string with a letter or digit in it", where)
    return value


def _list(value: Any, where: str) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(value, list):
        raise _wrong(value, 'a list of strings, such as ["one", "two"]', where)
    return tuple(dict.fromkeys(_words(item, where) for item in value))


def _detectors(value: Any, where: str) -> tuple[str, ...]:  # noqa: ANN401
    known = registry.names("detectors")
    names = _list(value, where)
    for name in names:
        if name not in known:
            raise _unknown("detector", name, known, where)
    if not names:
        raise _wrong(value, "a list with at least one detector", where)
    return names


def _one_of(kind: str, known: Iterable[str]) -> Reader:
    def read(value: Any, where: str) -> str:  # noqa: ANN401
        if not isinstance(value, str):
            raise _wrong(value, f"one of {', '.join(known)}", where)
        if value not in known:
            raise _unknown(kind, value, known, where)
        return value

    return read


def _glossary(value: Any, where: str) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    pairs = tuple((_words(key, where), _words(wanted, f"{where}.{key}")) for key, wanted in _items(value, where))
    unwanted = {key for key, _ in pairs}
    for key, wanted in pairs:
        if wanted in unwanted:
            raise ConfigError(f"{where}.{key}: '{wanted}' is wanted here, and unwanted by the same glossary")
    return pairs


def _rules(value: Any, where: str) -> tuple[RuleOptions, ...]:  # noqa: ANN401
    return tuple(
        RuleOptions(rule, **_read(options, _RULE_KEYS, f"{where}.{rule}", "option"))
        for rule, options in _items(value, where)
    )


def _per_path(value: Any, where: str) -> tuple[PathOptions, ...]:  # noqa: ANN401
    return tuple(
        PathOptions(pattern, **_read(options, _PATH_KEYS, f"{where}.{pattern}", "option"))
        for pattern, options in _items(value, where)
    )


_PATH_KEYS: dict[str, Reader] = {"select": _list, "ignore": _list}
_RULE_KEYS: dict[str, Reader] = {
    "severity": _one_of("severity", SEVERITIES),
    "confidence": _confidence,
    "enabled": _flag,
    "safe": _flag,
    "in-quotes": _flag,
    "allow": _list,
}
_KEYS: dict[str, Reader] = {
    "profile": _one_of("profile", PROFILES),
    "select": _list,
    "ignore": _list,
    "preview": _flag,
    "detectors": _detectors,
    "operating-point": _one_of("operating point", OPERATING_POINTS),
    "lm": _words,
    "min-severity": _one_of("severity", SEVERITIES),
    "min-confidence": _confidence,
    "do-not-translate": _list,
    "glossary": _glossary,
    "rules": _rules,
    "per-path": _per_path,
}


def to_toml(settings: Settings) -> str:
    """The settings as the text of an nlp.toml, with a comment at each that says where it came from.

    Reading it gives the same settings, with the profile's `select` and `preview` written out.
    """
    return "\n".join(_lines(settings)) + "\n"


def _lines(settings: Settings) -> Iterator[str]:
    from_profile = settings.origins.get("profile", "default")
    from_profile = f"profile {settings.profile}" if from_profile != "default" else from_profile

    def origin(name: str, otherwise: str = "default") -> str:
        return f"  # {settings.origins.get(name, otherwise)}"

    yield f"profile = {_toml(settings.profile)}{origin('profile')}"
    yield f"select = {_toml(settings.selected)}{origin('select', from_profile)}"
    yield f"ignore = {_toml(settings.ignore)}{origin('ignore')}"
    yield f"preview = {_toml(settings.previews)}{origin('preview', from_profile)}"
    if settings.detectors is not None:
        yield f"detectors = {_toml(settings.detectors)}{origin('detectors')}"
    elif settings.detecting is not None:
        yield f"# detectors = {_toml(settings.detecting)}{origin('detectors', from_profile)}"
    else:
        yield "# detectors are those of the command: nlp detect --help, nlp report --help"
    yield f"operating-point = {_toml(settings.operating_point)}{origin('operating_point')}"
    if settings.lm is not None:
        yield f"lm = {_toml(settings.lm)}{origin('lm')}"
    yield f"min-severity = {_toml(settings.min_severity)}{origin('min_severity')}"
    yield f"min-confidence = {_toml(settings.min_confidence)}{origin('min_confidence')}"
    yield f"do-not-translate = {_toml(settings.do_not_translate)}{origin('do_not_translate')}"
    yield from ("", f"[glossary]{origin('glossary')}")
    yield from (f"{_key(unwanted)} = {_toml(wanted)}" for unwanted, wanted in settings.glossary)
    for rule in settings.rules:
        yield from ("", f"[rules.{_key(rule.rule)}]{origin('rules')}")
        yield from _given(
            severity=rule.severity,
            confidence=rule.confidence,
            enabled=rule.enabled,
            safe=rule.safe,
            in_quotes=rule.in_quotes,
            allow=rule.allow or None,
        )
    for path in settings.per_path:
        yield from ("", f"[per-path.{_key(path.pattern)}]{origin('per_path')}")
        yield from _given(select=path.select, ignore=path.ignore or None)


def _given(**values: object) -> Iterator[str]:
    return (f"{name.replace('_', '-')} = {_toml(value)}" for name, value in values.items() if value is not None)


def _toml(value: object) -> str:
    """Strings, numbers, booleans and lists look in TOML as in JSON, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _toml(name)
