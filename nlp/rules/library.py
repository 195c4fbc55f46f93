"""All rules there are: the built-in ones, found by listing the folders, and those of other packages.

Another package adds rules through entry points in the group `nlp.rules`, each naming a module with a `RULE`.
"""

from __future__ import annotations

import dataclasses
import importlib
import importlib.metadata
import pkgutil
from functools import cache

import nlp.rules
from nlp.errors import UnknownName
from nlp.rules.naming import chosen
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
    `preview` is set or its own id or slug is selected. A name that fits no rule selects none: it may be that of
    another detector's finding, which `nlp.selection` looks at.
    """
    return tuple(rule for rule in all_rules() if chosen(rule, select, ignore, preview=preview))
