"""'bilan' of an accident translated as "balance" or "assessment": "the balance sheet of the quake".

Why it matters
    The French "bilan" of a disaster is its toll of dead and injured. An English balance sheet is an account.
Flags
    The ⟦balance sheet⟧ of the quake rose to 12 dead.                  ⇒ toll | death toll
    According to a provisional ⟦balance⟧, 14 people were killed.       ⇒ toll
    The heavy human ⟦balance⟧ of the attack shocked the country: 86 dead.   ⇒ toll
    A first ⟦assessment⟧ of 30 dead and 200 injured was given at noon. ⇒ toll
    The latest ⟦assessment⟧ rose to 41 dead.                           ⇒ toll
    The ⟦balance⟧ of the floods stood at 9 victims.                    ⇒ toll | death toll
    The ⟦balance⟧ of 17 dead could still rise.                         ⇒ toll | death toll
Leaves alone
    The bank's balance sheet grew after the earthquake.
    He lost his balance and was killed by the train.
    A provisional assessment found that the pilots were not to blame.
    The new balance of power left many dead wood behind.
    Victims of the floods asked for an assessment of the damage.
    The company published its annual balance sheet, and 12 dead files were found.
    An official assessment of the fire risk is due in May, after the accident killed 12.
Limits
    Needs the dead, the injured or the missing in the same sentence.
Source
    Inventory FRE-L313; any French dictionary, "bilan".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import around, left, right
from nlp.rules.rule import Match, Rule, like

_CASUALTY = r"(?:dead|deaths|killed|died|dies|injured|wounded|victims?|casualties|missing|fatalities|lives|hurt)"
_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|several)"
)
_IN_THE_SENTENCE = re.compile(rf"\b{_CASUALTY}\b", re.IGNORECASE)
_DISASTER = re.compile(
    r" of (?:the|this|these|yesterday['’]s|\w+day['’]s) (?:\w+ ){0,2}(?:quake|earthquake|attacks?|accidents?|crash|fires?|blaze|storm"
    r"|hurricane|cyclone|typhoon|clashes|explosions?|blast|floods?|flooding|epidemic|disaster|tragedy|shooting|bombings?|tsunami"
    r"|tornado|landslide|avalanche|massacre|shipwreck|derailment|stampede|bombardments?|strikes?|violence|collapse)\b(?! (?:crews?|brigade|service|department|victims|risk|safety|insurance|relief|zone))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"[^.;]{{0,60}}?\b(?:of|to|at|by|least|than|about|reports|shows|is|was|with|left|killed)(?: (?:at least|more than|about|nearly))? {_NUMBER}"
    rf"(?: (?:people|persons|men|soldiers|civilians|others|other|children|women|workers|migrants|officers|police|seriously|more)){{0,2}}"
    rf" {_CASUALTY}\b(?! (?:birds|fish|trees|animals|whales|dolphins|cows|sheep))",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?P<kind>provisional|preliminary|heavy|human|definitive|macabre|tragic|terrible|heaviest|bloody|still provisional|final"
    r"|official|new|latest|last|first)\s+$",
    re.IGNORECASE,
)
_ALWAYS_A_TOLL = ("provisional", "heavy", "human", "definitive", "macabre", "tragic", "terrible", "heaviest", "bloody")
_ACCORDING_TO = re.compile(r"\baccording to (?:an?|the) (?:still |first |new )?provisional\s+$", re.IGNORECASE)
_STATED = re.compile(
    rf"(?: of (?:at least |more than |about )?{_NUMBER}| (?:rose|rises|stood|stands|climbed|has risen) (?:to|at)| (?:is|was))\b",
    re.IGNORECASE,
)


def _counts_the_dead(match: Match) -> bool:
    if not _IN_THE_SENTENCE.search(around(match)):
        return False
    following, kind = right(match), _KIND.search(left(match))
    if (
        match.text.lower() == "assessment"
        and kind
        and kind["kind"].lower().endswith("provisional")
        and following.startswith(",")
    ):
        return bool(_ACCORDING_TO.search(left(match)) and _COUNTED.match(following[1:]))
    if match.text.lower() == "assessment":
        return bool(kind and _STATED.match(following) and _COUNTED.match(following))
    if _DISASTER.match(following):
        return True
    if _STATED.match(following) and _COUNTED.match(following):
        return True
    return bool(
        kind and kind["kind"].lower() in _ALWAYS_A_TOLL and (following.startswith(",") or _COUNTED.match(following))
    )


def _repair(match: Match) -> tuple[str, ...]:
    words = ("toll",) if _KIND.search(left(match)) else ("toll", "death toll")
    return tuple(like(match.text, word) for word in words)


RULE = Rule(
    id="FRE-L313",
    slug="balance-for-toll",
    category="false-friend",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.92,
    message="The French 'bilan' of a disaster is its toll; '{text}' is a literal translation.",
    pattern=r"(?i)\b(?:balance sheet|balance|assessment)\b",
    guard=_counts_the_dead,
    repair=_repair,
)
