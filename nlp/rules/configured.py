"""The rules of a run: chosen, changed and completed by its settings."""

from __future__ import annotations

import dataclasses
from functools import cache

from nlp.config import RuleOptions, Settings
from nlp.errors import OptionError
from nlp.rules.library import all_rules, by_name, selected
from nlp.rules.rule import Guard, Rule


@cache
def rules_for(settings: Settings) -> tuple[Rule, ...]:
    """The rules that run under these settings, sorted by id, changed as the settings say.

    `ignore` and `enabled = false` are right over `select`; `enabled = true` lets a rule in preview run as though it
    were on by default. A rule that the settings give nothing to look for is left out. `per_path` is not looked
    at: see `Settings.for_path`. Raises UnknownName for options of a rule that does not exist, OptionError for two of one.
    """
    options = options_by_rule(settings)
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


def options_by_rule(settings: Settings) -> dict[str, RuleOptions]:
    """What the settings change, by the id of the rule. Raises UnknownName, and OptionError for a rule named twice."""
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
