"""'les Occidentaux' of governments translated as "Westerners": "estimates by Westerners who fear an invasion".

Why it matters
    In French reports "les Occidentaux" are the Western governments, allies or diplomats. English Westerners are
    people from the West, tourists as well as ministers, so the estimates and sanctions seem to be anybody's.
Flags
    More soldiers are massed there, according to ⟦estimates by Westerners who fear⟧ an invasion.
        ⇒ estimates by Western officials who fear
    Moscow rejected the ⟦accusations of the Westerners⟧.               ⇒ accusations of Western officials
    The economy suffers from the ⟦sanctions of Westerners⟧.            ⇒ sanctions of Western countries
    ⟦Westerners accuse⟧ Russia of preparing an attack.                 ⇒ Western governments accuse
    ⟦The Westerners have imposed⟧ sanctions on Tehran.                 ⇒ Western governments have imposed
    Talks ⟦between Tehran and the Westerners⟧ failed.                  ⇒ between Tehran and the West
    He ⟦accused the Westerners⟧ of arming the rebels.                  ⇒ accused the West | accused Western countries
    ⟦Westerners fear⟧ a Russian offensive.                             ⇒ Western officials fear
Leaves alone
    Westerners rarely visit the valley.
    The gunmen took two Westerners hostage.
    Many Westerners fear flying, and Westerners who want to travel need a visa.
    According to estimates, 3,000 Westerners live in the city.
    The show mocks Westerners who demand ice in their wine.
    Chinese students know more about Westerners than Westerners about China.
Limits
    Only with words of diplomacy; "Westerners believe" or "say" may be about people.
Source
    Seed article, "selon les estimations des Occidentaux qui craignent".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import around, left, right
from nlp.rules.rule import Match, Rule, like

_ACT = r"(?:guarantees|assurances|concessions|sanctions|embargo|arms|weapons|military aid|aid|support|pressure|threats|policy|strategy|intervention|promises)"
_VIEW = (
    r"(?:estimates|intelligence|assessments|warnings|accusations|suspicions|fears|concerns|demands|criticism|proposals|calls|refusal"
    r"|rejection|response|responses|declarations|statements)"
)
_GOVERNING = (
    r"(?:accus(?:e|ed)|suspect|suspected|denounce[d]?|impos(?:e|ed)|threaten(?:ed)?|call(?:ed)? on|urg(?:e|ed)|brandish(?:ed)?"
    r"|warn(?:ed)?|demand(?:ed)?|rejected|reject|recogni[sz]ed|suppl(?:y|ied)|deliver(?:ed)?|condemn(?:ed)?)"
)
_AUXILIARY = r"(?:(?:have|had|also|now|again|have also|have already|have repeatedly|already|all) )?"
_POLITICS = re.compile(
    r"\b(?:invasion|offensive|attack|troops|soldiers|military|army|nato|sanctions|kremlin|moscow|russian?s?|tehran|iran(?:ian)?"
    r"|beijing|nuclear|diploma\w+|kyiv|kiev|ukrain\w+|regime|president|minister|ceasefire|de-escalation|rebels|junta|war|embargo"
    r"|treaty|negotiations|talks)\b",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r" (?:that\b|(?:an?|the|another|its|his|a new|such an?) (?:[\w-]+ )?(?:invasion|offensive|attack|war|escalation|annexation|nuclear|conflict)\b)"
)
_PASSIVE = re.compile(r" (?:of|by|in|on|for|who|over)\b")
_SOME_OF_THEM = re.compile(
    r"(?:\b(?:many|some|few|most|two|three|several|other|young|all|these|those|\w+ed)|\d)\s+$", re.IGNORECASE
)


def _are_governments(match: Match) -> bool:
    following = right(match, 60)
    if match["fear"] and not _FEARED.match(following):
        return False
    if match["verb"].endswith("ed") and _PASSIVE.match(following):
        return False
    return bool(_POLITICS.search(around(match))) and not _SOME_OF_THEM.search(left(match))


def _repair(match: Match) -> tuple[str, ...]:
    if match["act"]:
        return (f"{match['act']} {match['by']} Western countries",)
    if match["view"]:
        return (f"{match['view']} {match['by']} Western officials{match['who']}",)
    if match["between"]:
        return (f"{match['between']}the West",)
    if match["blame"]:
        return f"{match['blame']} the West", f"{match['blame']} Western countries"
    group = "Western officials" if match["fear"] else "Western governments"
    return (like(match.text, f"{group} {match['verb'] or match['fear']}"),)


RULE = Rule(
    id="FRE-L318",
    slug="westerners-as-governments",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="minor",
    confidence=0.8,
    message="French 'les Occidentaux' here are Western governments or officials; Westerners are people from the West.",
    pattern=(
        rf"\b(?P<span>(?:(?P<act>{_ACT})|(?P<view>{_VIEW})) (?P<by>by|of|from) (?:the )?Westerners(?P<who> who fear| who warn)?"
        r"|(?P<between>[Bb]etween (?:the )?[A-Z]\w+ and )(?:the )?Westerners"
        r"|(?P<blame>accus(?:es|ed|ing)|blam(?:es|ed|ing)|denounc(?:es|ed|ing)|threaten(?:s|ed|ing)|warn(?:s|ed|ing)|urg(?:es|ed|ing)"
        r"|call(?:s|ed|ing) on) (?:the )?Westerners"
        rf"|(?:[Tt]he )?Westerners (?:(?P<verb>{_AUXILIARY}{_GOVERNING})|(?P<fear>fear(?:ed)?)))\b"
    ),
    guard=_are_governments,
    repair=_repair,
)
