"""A mass noun in the plural: "informations", "precious advices", "an information".

Why it matters
    French counts "une information, des informations"; English "information", "advice", "evidence" have no plural and
    take no "a".
Flags
    He gave ⟦informations⟧ and precious ⟦advices⟧.                      ⇒ information ; advice
    ⟦These informations were⟧ confirmed.                                ⇒ This information was
    The army received new ⟦equipments⟧.                                 ⇒ equipment
    We have ⟦several informations⟧ on the attack.                       ⇒ several pieces of information
    Police have ⟦an information⟧ that links them.                       ⇒ information | a piece of information
    He asked for ⟦many advices⟧.                                        ⇒ much advice
    ⟦Two aircrafts were⟧ lost.                                          ⇒ Two aircraft were
    ⟦The evidences are⟧ clear.                                          ⇒ The evidence is
Leaves alone
    There is no risk of an information leak.
    This evidences a change of mind.
    The information was confirmed.
    An evidence room burned down.
    An equipment failure caused the crash.
    He gave a news conference.
    Researches by two teams differ.
Limits
    In preview: the French who write English make the mistake more often than machines do. "behaviours", "damages", "trainings", "staffs", which are counted in some English, are left alone.
Source
    Inventory FRE-D905; Court of Auditors, Misused English words and expressions.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like

_MASS = (
    "information|advice|evidence|equipment|furniture|luggage|knowledge|homework|software|hardware|feedback|spending"
    "|machinery|legislation"
    "|aircraft|offspring|spacecraft|graffiti|spaghetti|merchandise|wildlife|underwear"
)
_NOT_ATTRIBUTIVE = re.compile(
    r"$|[.,;:!?)”\"]| (?:that|about|on|from|which|is|was|concerning|of|according|has|to the|regarding|for)\b"
)
_VERB = re.compile(r"\b(?:this|that|which|it|he|she|clearly|who|report|study|case)\s+$", re.IGNORECASE)
_SINGULAR = {"are": "is", "were": "was", "have": "has"}
_DETERMINERS = {"these": "this", "those": "that", "many": "much", "the": "the", "few": "little"}


def _is_counted(match: Match) -> bool:
    if match["one"]:
        return match["one"] in ("information", "advice", "evidence", "equipment") and bool(
            _NOT_ATTRIBUTIVE.match(match.after)
        )
    return match["mass"] != "evidence" or bool(match["determiner"]) or not _VERB.search(match.before)


def _repair(match: Match) -> tuple[str, ...]:
    if match["one"]:
        return (match["one"], f"a piece of {match['one']}")
    determiner, noun = match["determiner"], match["mass"]
    verb = f" {_SINGULAR[match['verb']]}" if match["verb"] else ""
    if noun in ("aircraft", "spacecraft"):
        return (f"{determiner} {noun}".lstrip() + (f" {match['verb']}" if match["verb"] else ""),)
    if not determiner:
        return (f"{noun}{verb}",)
    changed = _DETERMINERS.get(determiner.lower())
    if changed:
        return (f"{like(determiner, changed)} {noun}{verb}",)
    return (f"{determiner} pieces of {noun}" + (f" {match['verb']}" if match["verb"] else ""),)


RULE = Rule(
    id="FRE-D905",
    slug="mass-noun-plural",
    category="determiner",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.95,
    message="This noun is not counted in English; its French twin is.",
    pattern=(
        r"\b(?P<span>(?:(?P<determiner>[Tt]hese|[Tt]hose|[Mm]any|[Ff]ew|[Ss]everal|[Tt]he|[Tt]wo|[Tt]hree"
        r"|[Vv]arious) )?"
        rf"(?P<mass>{_MASS})s(?: (?P<verb>are|were|have))?|[Aa]n (?P<one>information|advice|evidence|equipment))\b"
    ),
    guard=_is_counted,
    repair=_repair,
    preview=True,
)
