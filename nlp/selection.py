"""What the settings select and ignore, by the names of all that can be found: rules, and what other detectors find.

A detector beside `rules` says in `FINDS` what its findings are called: objects with the id that a finding carries as
`rule`, its slug and category, and whether it is in preview. Names that its findings carry and `FINDS` does not list
can be ignored and selected by a comment in the text, but not by settings, which are checked before anything is read.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from nlp import registry
from nlp.config import ConfigError, Settings
from nlp.errors import OptionError, UnknownName
from nlp.rules.configured import options_by_rule, rules_for
from nlp.rules.library import all_rules
from nlp.rules.naming import Named, RuleName, answers, chosen
from nlp.types import Finding


def finds(detector: str) -> tuple[Named, ...]:
    """What a detector can find; () for one of another package that does not say."""
    if detector == "rules":
        return all_rules()
    return tuple(getattr(registry.load("detectors", detector), "FINDS", ()))


@cache
def check_names(names: tuple[str, ...]) -> None:
    """Raises UnknownName for a name that means nothing that any detector finds."""
    for name in names:
        if not any(answers(each, name) for each in everything()):
            known = {text for each in everything() for text in (each.id, each.slug, each.category)}
            raise UnknownName("rule", name, known)


def everything() -> tuple[Named, ...]:
    """What any of the detectors can find."""
    return tuple(each for detector in registry.names("detectors") for each in finds(detector))


def _of_others() -> tuple[Named, ...]:
    return tuple(each for each in everything() if each not in finds("rules"))


def wanted(detector: str, settings: Settings) -> tuple[Named, ...]:
    """What a detector can find that the settings leave on. Raises UnknownName for a rule that does not exist."""
    if detector == "rules":
        return rules_for(settings)
    select, ignore, previews = settings.selected, settings.ignore, settings.previews
    return tuple(each for each in finds(detector) if chosen(each, select, ignore, preview=previews))


def runs(detector: str, settings: Settings) -> bool:
    """Whether the settings leave a detector anything to find."""
    if not settings.selected and not settings.ignore and detector != "rules":
        return True
    return bool(wanted(detector, settings)) or (detector != "rules" and not finds(detector))


def keeps(settings: Settings, detector: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a detector that the settings leave on; those of rules are chosen before they are looked for."""
    if detector == "rules":
        yield from findings
        return
    declared = {(each.id, each.slug): each for each in finds(detector)}
    for finding in findings:
        name = declared.get((finding.rule, finding.slug)) or RuleName(finding.rule, finding.slug, finding.category)
        if chosen(name, settings.selected, settings.ignore, preview=settings.previews):
            yield finding


def left_out(detector: str, settings: Settings) -> list[str]:
    """The ids of what a detector finds by default and the settings leave out, sorted."""
    on = {each.id for each in wanted(detector, settings)}
    return sorted({each.id for each in finds(detector) if not each.preview} - on)


def check(settings: Settings) -> None:
    """Looks for every rule that the settings name, also for other paths.

    Raises UnknownName for one that does not exist and OptionError for one whose options are given twice; when the
    settings were read from a file, ConfigError with file and key instead.
    """
    for key, names in _named(settings):
        with _placed(settings, key):
            check_names(names)
    with _placed(settings, "rules"):
        for options in settings.rules:
            if any(options.rule.upper() == name.id or options.rule.lower() == name.slug for name in _of_others()):
                raise OptionError(
                    f"'{options.rule}' is no rule whose options change; leave it out by ignore = [\"{options.rule}\"]"
                )
        options_by_rule(settings)


def check_something_left(settings: Settings, detectors: Sequence[str]) -> None:
    """Raises OptionError when the settings leave none of the detectors anything to find."""
    if any(runs(detector, settings) for detector in detectors):
        return
    others = [d for d in registry.names("detectors") if d not in detectors and wanted(d, settings)]
    if settings.selected and others:
        names = ", ".join(settings.selected)
        raise OptionError(f"{names}: only the detector {' or '.join(others)} finds that; add it with --detectors")
    raise OptionError("no rule is left to run; `nlp detect --show-config` shows what is selected and ignored")


@contextlib.contextmanager
def _placed(settings: Settings, key: str) -> Iterator[None]:
    """An error with the file and key it comes from, where the settings come from a file."""
    try:
        yield
    except (UnknownName, OptionError) as error:
        if settings.file is None:
            raise
        file = settings.origins.get(key.partition(".")[0].replace("-", "_"), settings.file)
        raise ConfigError(f"{file}: {key}: {error}") from None


def _named(settings: Settings) -> list[tuple[str, tuple[str, ...]]]:
    named = [("select", settings.select or ()), ("ignore", settings.ignore)]
    for path in settings.per_path:
        named += [
            (f"per-path.{path.pattern}.select", path.select or ()),
            (f"per-path.{path.pattern}.ignore", path.ignore),
        ]
    return named
