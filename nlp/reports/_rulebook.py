"""What the rules of a report say of themselves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from nlp.rules import docs, library


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule's title and why it matters, each plain text."""

    title: str
    why: str


def explanations(rules: Collection[str]) -> dict[str, Explanation]:
    """Explanations of those of the given rule ids that are rules of this installation.

    A finding's `rule` may be unknown here: another detector made it, or another version.
    """
    found = {}
    for rule in library.all_rules():
        if rule.id in rules:
            doc = docs.parse(rule.doc)
            found[rule.id] = Explanation(doc.title, " ".join(doc.sections["Why it matters"].split()))
    return found
