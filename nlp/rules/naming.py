"""How rules are named, and which a choice of names leaves: for the rules here and for what other detectors find.

A name is an id, a slug, a category, or the beginning of an id ("FRE-P5", "SRC").
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol


class Named(Protocol):
    """What is chosen by name. One in preview is off unless it is asked for."""

    @property
    def id(self) -> str: ...
    @property
    def slug(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def preview(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class RuleName:
    """The names of something that a detector finds, where it has no rule to carry them."""

    id: str
    slug: str
    category: str
    preview: bool = False


def answers(rule: Named, name: str) -> bool:
    """Whether `name` means the rule, alone or among others.

    >>> answers(RuleName("SRC-N101", "number-changed", "numbers"), "src-n")
    True
    """
    return rule.id.startswith(name.upper()) or name.lower() in (rule.slug, rule.category)


def chosen(rule: Named, select: Collection[str], ignore: Collection[str], *, preview: bool) -> bool:
    """Whether a rule is among those named by `select` (all when it is empty) and not among those named by `ignore`.

    A rule in preview is when `preview` is set or its own id or slug is selected.
    """
    return (
        (not select or any(answers(rule, name) for name in select))
        and not any(answers(rule, name) for name in ignore)
        and (preview or not rule.preview or any(_own(rule, name) for name in select))
    )


def _own(rule: Named, name: str) -> bool:
    return name.upper() == rule.id or name.lower() == rule.slug
