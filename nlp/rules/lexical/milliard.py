"""'milliard' left in the text: "3 milliard euros".

Why it matters
    A French milliard is a thousand million, an English billion. Few English readers know the word, and who
    guesses "million" is wrong by a thousand.
Flags
    It is a 3 ⟦milliard⟧ euro plan.                          ⇒ billion
    The state owes 12 ⟦milliards of⟧ euros.                  ⇒ billion
    The bill runs to several ⟦milliards of⟧ dollars.             ⇒ billions of
    The plan would cost a ⟦milliard⟧.                        ⇒ billion
    ⟦Milliards of⟧ euros were lost.                          ⇒ Billions of
    The ⟦milliardaire⟧ bought the newspaper.                 ⇒ billionaire
    The deal is worth €2.5 ⟦milliards⟧.                      ⇒ billion
Leaves alone
    The plan costs 3 billion euros.
    Milliard Ltd. and Mr. Milliard went to court.
    The mallard is a duck.
Limits
    A milliard that became "million" needs the source text; that is a check of numbers.
Source
    Inventory FRE-L315; any French dictionary, "milliard".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import left, right
from nlp.rules.rule import Match, Rule, like

_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred|half))"
    r"[\s\u00A0\u202F-]*$",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(r"\s+(?:Ltd|Inc|Co|Corp|[A-Z]\w+)\b")


def _is_the_number(match: Match) -> bool:
    if match["capital"] and match["plural"] == "" and not match["person"]:
        return False
    return not (match["capital"] and _NAME_AFTER.match(right(match)))


def _repair(match: Match) -> tuple[str, ...]:
    if match["person"]:
        return (like(match.text, "billionaires" if match.text.endswith("s") else "billionaire"),)
    if _NUMBER_BEFORE.search(left(match)):
        return ("billion",)
    plural = "s" if match["plural"] else ""
    return (like(match.text, f"billion{plural}{match['of']}"),)


RULE = Rule(
    id="FRE-L315",
    slug="milliard",
    category="untranslated",
    mqm="accuracy/mistranslation",
    severity="critical",
    confidence=0.98,
    message="A French milliard is a thousand million: in English a billion.",
    pattern=r"\b(?P<span>(?:(?P<capital>M)|m)illiard(?:(?P<person>aires?)|(?P<plural>s)(?P<of> of)?)?)\b",
    guard=_is_the_number,
    repair=_repair,
)
