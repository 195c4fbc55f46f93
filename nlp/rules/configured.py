"""The rules of a run: chosen, changed and completed by its settings."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator
from functools import cache

from nlp.config import ConfigError, RuleOptions, Settings
from nlp.errors import OptionError, UnknownName
from nlp.rules.library import all_rules, by_name, selected
from nlp.rules.rule import Guard, Rule


@cache
def rules_for(settings: Settings) -> tuple[Rule, ...]:
    """The rules that run under these settings, sorted by id, changed as the settings say.

    `ignore` and `enabled = false` are right over `select`; `enabled = true` lets a rule in preview run as though it
    were on by default. A rule that the settings give nothing to look for is left out. `per_path` is not looked
    at: see `Settings.for_path`. Raises UnknownName for a rule that does not exist, OptionError for one named twice.
    """
    options = _options(settings)
    on = {rule.id for rule in selected(settings.selected, settings.ignore, preview=settings.previews)}
    for rule, option in options.items():
        if option.enabled is not None:
            (on.add if option.enabled else on.discard)(rule)
    possible = selected(settings.selected, settings.ignore, preview=True)
    made = (bound(_changed(rule, options.get(rule.id)), settings) for rule in possible if rule.id in on)
    return tuple(rule for rule in made if rule is not None)


def bound(rule: Rule, settings: Settings) -> Rule | None:
    """The rule with its `find` made from the settings where it takes one; None when they ask for nothing."""
    if rule.configured is None:
        return rule
    find = rule.configured.find(settings)
    return dataclasses.replace(rule, find=find, configured=None) if find else None


@cache
def from_settings() -> frozenset[str]:
    """The ids of the rules that look for what the settings name."""
    return frozenset(rule.id for rule in all_rules() if rule.configured)


def check(settings: Settings) -> None:
    """Looks for every rule that the settings name, also for other paths.

    Raises UnknownName for one that does not exist and OptionError for one whose options are given twice; when the
    settings were read from a file, ConfigError with file and key instead.
    """
    for key, names in _named(settings):
        with _placed(settings, key):
            selected(names)
    with _placed(settings, "rules"):
        _options(settings)


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


def _options(settings: Settings) -> dict[str, RuleOptions]:
    found: dict[str, RuleOptions] = {}
    for options in settings.rules:
        rule = by_name(options.rule).id
        if rule in found:
            raise OptionError(f"'{options.rule}' and '{found[rule].rule}' are the same rule; keep one of them")
        found[rule] = options
    return found


def _changed(rule: Rule, options: RuleOptions | None) -> Rule:
    if options is None:
        return rule
    return dataclasses.replace(
        rule,
        severity=rule.severity if options.severity is None else options.severity,
        confidence=rule.confidence if options.confidence is None else options.confidence,
        safe=rule.safe if options.safe is None else options.safe,
        in_quotes=rule.in_quotes if options.in_quotes is None else options.in_quotes,
        guard=_allowing(options.allow, rule.guard) if options.allow else rule.guard,
    )


def _allowing(words: tuple[str, ...], guard: Guard | None) -> Guard:
    """A guard that leaves these words alone, and asks the rule's own about others."""
    allowed = {_folded(each) for each in words}
    return lambda match: _folded(match.text) not in allowed and (guard is None or guard(match))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().replace("’", "'")
