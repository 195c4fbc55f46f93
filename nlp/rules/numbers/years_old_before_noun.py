r"""A plural in a compound age: "a 34-years-old man", "a 34 years old driver", "he is 34-years-old".

Why it matters
    In front of a noun English has no plural and hyphens throughout: "a 34-year-old man". After the verb it has
    the plural and no hyphen: "he is 34 years old".
Flags
    A ⟦34-years-old⟧ man was held.                             ⇒ 34-year-old
    The victim is ⟦34-years-old⟧.                              ⇒ 34 years old
    A ⟦34 years old⟧ driver was held.                          ⇒ 34-year-old
    An ⟦eighteen years old⟧ student won.                       ⇒ eighteen-year-old
    The ⟦17-years old⟧ footballer scored twice.                ⇒ 17-year-old
    His ⟦8-months-old⟧ daughter survived.                      ⇒ 8-month-old
Leaves alone
    He is 34 years old and lives in Lyon.
    A 34-year-old man was held.
    A building 300 years old collapsed.
    The tree is a hundred years old.
    When the girl was eight years old, she left.
    The 34-year-old is at large.
    The youngest, five years old when it happened, survived.
    For a man 34 years old he runs well.
Limits
    A person named by the age alone ("a 34 years old") is not seen.
Source
    Inventory FRE-N608.
"""

from __future__ import annotations

import re

from nlp.rules.numbers._number_words import NUMBER
from nlp.rules.rule import Match, Rule

_DETERMINER = re.compile(
    r"\b(?:an?|the|this|that|another|his|her|their|its|my|our)(?: (?:young|another|only|brave|late))? $", re.IGNORECASE
)
_NOUN_FOLLOWS = re.compile(
    r" (?!and\b|or\b|who\b|when\b|at\b|in\b|on\b|with\b|was\b|is\b|has\b|had\b|but\b|to\b|as\b|by\b|from\b)[A-Za-z]{3,}"
)


def _is_compound(match: Match) -> bool:
    return "-" in match.text or _stands_before_noun(match)


def _stands_before_noun(match: Match) -> bool:
    return bool(_DETERMINER.search(match.before) and _NOUN_FOLLOWS.match(match.after))


def _repair(match: Match) -> tuple[str, ...]:
    number, unit = match["number"], match["unit"]
    return (f"{number}-{unit}-old" if _stands_before_noun(match) else f"{number} {unit}s old",)


RULE = Rule(
    id="GEN-N612",
    slug="years-old-before-noun",
    category="number-format",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.93,
    languages=(),
    message="A compound age has no plural: '34-year-old'; after the verb it has no hyphens: '34 years old'.",
    pattern=rf"\b(?P<span>(?P<number>{NUMBER})[ -](?P<unit>year|month|week|day)s[ -]old)\b",
    guard=_is_compound,
    repair=_repair,
    safe=True,
)
