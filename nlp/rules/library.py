"""All rules there are: the built-in ones, found by listing the folders, and those of other packages.

Another package adds rules through entry points in the group `nlp.rules`, each naming a module with a `RULE`.
"""

from __future__ import annotations

import dataclasses
import importlib
import importlib.metadata
import pkgutil
from collections.abc import Iterable
from functools import cache

import nlp.rules
from nlp.errors import UnknownName
from nlp.rules.rates import confidence
from nlp.rules.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by id, each with its module's docstring in `doc` and its confidence as it was calibrated."""
    names = [
        info.name
        for info in pkgutil.walk_packages(nlp.rules.__path__, "nlp.rules.")
        if info.name.count(".") == 3 and not info.ispkg and not info.name.split(".")[-1].startswith("_")
    ]
    names += [entry.value for entry in importlib.metadata.entry_points(group="nlp.rules")]
    modules = [importlib.import_module(name) for name in names]
    rules = [_completed(module.RULE, module.__doc__ or "") for module in modules]
    return tuple(sorted(rules, key=lambda rule: rule.id))


def _completed(rule: Rule, doc: str) -> Rule:
    return dataclasses.replace(rule, doc=doc, confidence=confidence(rule), prior=rule.confidence)


def by_name(name: str) -> Rule:
    """The rule with this id or slug. Raises UnknownName with the nearest ones."""
    rules = all_rules()
    for rule in rules:
        if name.upper() == rule.id or name.lower() == rule.slug:
            return rule
    raise UnknownName("rule", name, [r.id for r in rules] + [r.slug for r in rules])


@cache
def selected(select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), *, preview: bool = False) -> tuple[Rule, ...]:
    """The rules that run: all default-on ones, or those named by `select`, less those named by `ignore`.

    A name is an id, a slug, a category, or the beginning of an id ("FRE-P5"). A rule in preview runs when
    `preview` is set or its own id or slug is selected. Raises UnknownName for a name that fits no rule.
    """
    wanted, unwanted = _named(select), _named(ignore)
    exact = {name.upper() for name in select} | {name.lower() for name in select}
    return tuple(
        rule
        for rule in all_rules()
        if (not wanted or rule.id in wanted)
        and rule.id not in unwanted
        and (preview or not rule.preview or rule.id in exact or rule.slug in exact)
    )


def _named(names: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        ids = {
            rule.id
            for rule in all_rules()
            if rule.id.startswith(name.upper()) or name.lower() in (rule.slug, rule.category)
        }
        if not ids:
            known = {r.id for r in all_rules()} | {r.slug for r in all_rules()} | {r.category for r in all_rules()}
            raise UnknownName("rule", name, known)
        found |= ids
    return frozenset(found)
