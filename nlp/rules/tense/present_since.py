"""The present with 'depuis' kept as a present: "is working here since 2010", "works in Lyon for eight years".

Why it matters
    For what began in the past and goes on, French uses the present ("il travaille ici depuis 2010"), English the
    perfect.
Flags
    He ⟦works in Lyon for eight years⟧.                         ⇒ has worked in Lyon for eight years
    They ⟦are waiting for a decision since Monday⟧.             ⇒ have been waiting for a decision since Monday
    The army ⟦is fighting the rebels since several months⟧.     ⇒ has been fighting the rebels for several months
    She ⟦lives in Paris since 1990⟧ with her two sons.          ⇒ has lived in Paris since 1990
    He ⟦is in prison since the beginning of the year⟧.          ⇒ has been in prison since the beginning of the year
    He ⟦is a member of the academy since 2001⟧.                 ⇒ has been a member of the academy since 2001
    The town ⟦is classified as historic since 1998⟧.            ⇒ has been classified as historic since 1998
    The border ⟦is closed since March 2020⟧.                    ⇒ has been closed since March 2020
    The two men ⟦are detained in Iran since last summer⟧.       ⇒ have been detained in Iran since last summer
    The museum, which ⟦exists since 1947⟧, reopens on Friday.   ⇒ has existed since 1947
    They ⟦work together for ten years⟧.                         ⇒ have worked together for ten years
    I⟦’m waiting here since 8 a.m.⟧, she said.                  ⇒ ’ve been waiting here since 8 a.m.
Leaves alone
    He has worked in Lyon for eight years.
    She works in Lyon for two months a year.
    He works for eight hours a day.
    She is leaving for three years.
    The club is celebrating its best season since 2010.
    Prices are up 10% since January.
    The party is building on the progress made since 2015.
    He will live in Paris for two years.
    The mosquito lives for two weeks.
    He is staying at home since he is ill.
    Police are examining events since Monday.
    The film runs for three hours.
    The warming is linked to rising emissions since 1950.
    The firm is different since the merger.
    It is ten years since the war.
    Oil is trading at its highest since March.
    This is the road that has been closed since March.
    Doctors are waiting for two days of calm.
Limits
    The simple present with "for" is flagged only for a few verbs of lasting states with a place after them.
Source
    Inventory FRE-T101; Huddleston & Pullum 2002, ch. 3, §5.3.3 (the continuative perfect).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._time import DAY, DURATION, MONTH, WEEKDAY, YEAR
from nlp.text.verbs import base_of_gerund, base_of_participle, base_of_past, base_of_third_person, participle

_PART = r"(?: (?:morning|afternoon|evening|night))?"
_POINT = (
    rf"(?:{WEEKDAY}{_PART}|yesterday{_PART}|this morning|{DAY}|(?:early |late |mid-?)?{MONTH}(?: {YEAR})?"
    rf"|(?:early |late |mid-?)?{YEAR}"
    rf"|the (?:early |late |mid-)?{YEAR}s|last (?:night|week|month|year|spring|summer|autumn|fall|winter"
    rf"|{WEEKDAY}|{MONTH})"
    r"|the (?:beginning|start|end|middle|outbreak|fall) of (?:the )?[\w’-]+"
    r"|the (?:war|coup|revolution|attacks|elections?|crisis|independence))\b"
)
_CLOCK = r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]m\b)"
_STATE = (
    r"(?:closed|open|missing|married|divorced|retired|detained|imprisoned|jailed|hospitali[sz]ed|banned"
    r"|blocked|suspended|absent"
    r"|available|vacant|ill|sick|paraly[sz]ed|deployed|based|exiled|known|separated|interrupted|unemployed"
    r"|on strike|at war"
    r"|in (?:prison|jail|detention|custody|power|office|force|place|exile|hospital|government|opposition"
    r"|crisis|decline|charge)"
    r"|(?:a |an |the )?(?:member|president|head|director|leader|mayor|minister|chief|owner|resident|citizen"
    r"|professor|secretary"
    r"|chairman|coach|captain|king|queen|governor|ambassador)"
    r"|under (?:house arrest|siege|investigation|construction|pressure|embargo|way))"
)
_LASTING = (
    r"live|work|reside|know|exist|suffer|wait|govern|rule|lead|head|belong|occupy|teach|remain|stay|own"
    r"|await|control|stagnate"
)
_LASTING_THIRD = (
    r"lives|works|resides|knows|exists|suffers|waits|governs|rules|leads|heads|belongs|occupies|teaches"
    r"|remains|stays|owns|awaits"
    r"|controls|stagnates"
)
# In the gap: a comparison or a noun that "since" belongs to, or another clause.
_OTHER_REFERENT = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|worst|best|most|least|only|more|less|fewer|ever|up|down"
    r"|higher|lower|than|not|that|which"
    r"|who|when|if|because|and|but|or|while|where|has|have|had|was|were|will|would|can|could|may|record"
    r"|(?:high|low|bigg|larg|great|strong|weak|fast|slow|long|short|small|sharp|steep|hott|cold|warm|old"
    r"|young|deadli|lat)est)\b"
    r"|\b(?:events?|developments|progress|changes?|years?|months?|time|period|days|cases|deaths|results?"
    r"|data|figures|history|gains?"
    r"|losses|statements?|attacks?|incidents?|reports?|documents|actions?|reforms?|polic(?:y|ies)|everything"
    r"|all)$"
)
_NOT_AFTER = re.compile(r"['’]s\b|\s*(?:ago|a|an|per|each|every|at a time|of|before|then|until|and then)\b")
_PERSON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|who|which|[A-Z][\w’-]+)(?: now| still| also)?\s+$")
_PEOPLE = re.compile(r"\b(?:[Tt]hey|[Ww]e|I|[Yy]ou)(?: now| still| also)?\s+$")
_PLACE = re.compile(r"^ (?:(?:in|at|on|as|with|near) |here\b|there\b|abroad\b|together\b)")
_AT_MOST_A_PLACE = re.compile(r"(?: (?:in|at|as|near|a|the|historic)(?: [\w-]+){1,2})?$")
_YEARS = re.compile(r"\b(?:years?|decades?|centur(?:y|ies)|a long time|several \w+|many \w+)$")
# Of other verbs the progressive with "for" may be a plan: "is leaving for three years".
_LASTING_GERUND = frozenset(
    "living working residing suffering governing ruling raging occupying negotiating stagnating waiting".split()
)
_NOUNS_TOO = frozenset("set put cost cut left read".split())


def _goes_on(match: Match) -> bool:
    gap = match["gap"].strip()
    if (
        _OTHER_REFERENT.search(gap)
        or _NOT_AFTER.match(match.after)
        or any(_is_past(word) for word in gap.lower().split())
    ):
        return False
    if match["be"]:
        gerund = match["state"].endswith("ing") and match["state"] != "missing"
        if match["length"]:
            return match["state"] in _LASTING_GERUND and bool(_YEARS.search(match["length"]))
        if match["passive"] and not _AT_MOST_A_PLACE.match(match["gap"]):
            return False
        return not gerund or base_of_gerund(match["state"]) not in (None, "go", "be")
    subject = _PERSON if match["third"] else _PEOPLE
    place = bool(_PLACE.match(match["gap"]) and _YEARS.search(match["length"]))
    return bool(subject.search(match.before)) and (not match["length"] or place)


def _is_past(word: str) -> bool:
    return word not in _NOUNS_TOO and bool(base_of_past(word) or base_of_participle(word))


def _repair(match: Match) -> tuple[str, ...]:
    time = f"since {match['point']}" if match["point"] else f"for {match['length'] or match['depuis']}"
    if match["be"]:
        have = {"is": "has", "are": "have", "am": "have"}.get(match["be"]) or match["be"][0] + "ve"
        verb = f"{have}{match['adverbs']} been {match['state']}"
    elif match["third"]:
        verb = f"has {participle(base_of_third_person(match['third']) or '')}"
    else:
        verb = f"have {participle(match['base'])}"
    return (f"{verb}{match['gap']} {time}",)


RULE = Rule(
    id="FRE-T101",
    slug="present-with-since",
    category="tense",
    mqm="linguistic conventions/grammar/verb tense",
    severity="major",
    confidence=0.85,
    message="What began in the past and goes on takes the perfect in English; French 'depuis' takes the present.",
    pattern=(
        r"(?P<span>(?:(?P<be>\bis|\bare|\bam|['’]m|['’]re)(?P<adverbs>(?: not| now| still| already"
        r"| currently| also| \w+ly)*)"
        rf" (?P<state>\w+ing|{_STATE}|(?P<passive>\w+ed))|\b(?P<third>{_LASTING_THIRD})"
        rf"|\b(?P<base>{_LASTING}))"
        r"(?P<gap>(?: [\w$€£%'’-]+){0,7}?)"
        rf" (?:since (?:(?P<depuis>{DURATION}\b)|(?P<point>{_POINT}|{_CLOCK}))|for (?P<length>{DURATION}\b)))"
    ),
    guard=_goes_on,
    repair=_repair,
)
