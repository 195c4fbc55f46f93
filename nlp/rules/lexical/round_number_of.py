"""A round number with "of": "a fifteen of people", "two millions of euros".

Why it matters
    French counts with nouns ("une quinzaine de personnes", "deux millions d'euros"). English uses the bare
    number before the noun, and "about" for the approximation.
Flags
    ⟦A fifteen of⟧ people were hurt.                         ⇒ About fifteen | About 15
    Police arrested ⟦a dozen of⟧ suspects.                   ⇒ a dozen | about a dozen
    ⟦A hundred of⟧ lots were sold.                           ⇒ About a hundred | About 100
    The plan costs ⟦two millions of⟧ euros.                  ⇒ two million
    Reserves reached ⟦70.3 billions of⟧ dollars.             ⇒ 70.3 billion
    The party has banned the teaching of ⟦14 millions of⟧ Kurds.   ⇒ 14 million
    ⟦A fifteen⟧ people were arrested, and ⟦a twenty⟧ villages.   ⇒ About fifteen | About 15 ; about twenty | about 20
    He waited with ⟦a thirty of⟧ other passengers.           ⇒ about thirty | about 30
    The law concerns ⟦5 million of⟧ people.                  ⇒ 5 million
Leaves alone
    A dozen of the suspects were released, and a hundred of them fled.
    She drew a ten of hearts.
    Developing countries lose $15 billion of tax revenues.
    Millions of people and hundreds of lots are concerned.
    The bank issued 300 million of bonds.
    Two of five people and one of a hundred agreed.
    A third of voters, a score of towns, a couple of days.
    The bank cut €2 billion of costs.
    The bank paid RMB 5 billion of funds.
    Since 2001, billions of dollars have been spent.
Limits
    Nothing is said about "in eight days" (a week) or "fifteen days" (a fortnight), which may be meant.
Source
    Inventory FRE-L314; any French grammar, numbers in -aine.
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import left, right
from nlp.rules.rule import Match, Rule, like

_TENS = {
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "eighty": 80,
}
_NOT_COUNTED = re.compile(
    r" (?:the|them|us|these|those|his|her|its|our|my|your|their|which|whom|whose|hearts|spades|clubs|diamonds|all|each|what|it)\b"
    r"|\s[A-Z]\w+['’]s\b",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"(?:[$€£¥]|\b(?:RMB|EUR|USD|CHF|GBP|JPY|CAD|AUD|Rs\.?))\s?$")
_PLURAL = re.compile(r" (?:[a-z]+ )?(?:people|men|women|children|persons|police|[A-Za-z]+s)\b")
# Without "of", only where nobody would take it for a measure: "a twenty minutes walk".
_PEOPLE = re.compile(
    r" (?:other )?(?:people|persons|men|women|children|soldiers|demonstrators|protesters|migrants|villages|towns|countries)"
    r"(?:[.,;]|$| (?:were|are|have|had|who|died|gathered|took|came|in|from|on)\b)"
)
_MONEY_OR_MASS = re.compile(
    r" (?:bonds|shares|savings|sales|revenues?|costs|losses|assets|loans|debts?|orders|deposits|cuts|goods)\b"
)


def _counts_something(match: Match) -> bool:
    following = right(match)
    if _NOT_COUNTED.match(following) or not _PLURAL.match(following):
        return False
    if match["bare"]:
        return bool(_PEOPLE.match(following))
    if match["scale"]:
        return not _CURRENCY.search(left(match)) and not _MONEY_OR_MASS.match(following)
    return True


def _repair(match: Match) -> tuple[str, ...]:
    if match["scale"]:
        return (f"{match['number']} {match['scale'].lower()}",)
    word = (match["round"] or match["bare"]).lower()
    if word == "dozen":
        repairs: tuple[str, ...] = ("a dozen", "about a dozen")
    elif word in ("hundred", "thousand"):
        repairs = (f"about a {word}", "about 100" if word == "hundred" else "about 1,000")
    else:
        repairs = (f"about {word}", f"about {_TENS[word]}")
    return tuple(like(match.text, repair) for repair in repairs)


RULE = Rule(
    id="FRE-L314",
    slug="round-number-of",
    category="number-format",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.92,
    message="English puts a round number directly before its noun; the 'of' is French ('une quinzaine de', 'millions de').",
    pattern=(
        rf"(?i)\b(?P<span>a (?P<round>{'|'.join(_TENS)}|dozen|hundred|thousand) of|a (?P<bare>{'|'.join(_TENS)})"
        r"|(?P<number>\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|a)"
        r" (?P<scale>million|billion|trillion)s? of)\b"
    ),
    guard=_counts_something,
    repair=_repair,
)
