"""'demander à quelqu'un' translated as "demand": "he demanded the residents whether they had seen her".

Why it matters
    French "demander" is to ask. English "demand" is to insist, and it takes no person as its object: one asks
    somebody whether, asks or urges somebody to do something, and demands a thing.
Flags
    He ⟦demanded⟧ the residents whether they had seen her.            ⇒ asked
    The unions ⟦demand⟧ the government to withdraw the bill.          ⇒ ask | urge
    Paris ⟦demanded⟧ Mr. Johnson to keep his word.                    ⇒ asked | urged
    The king ⟦demanded to⟧ his ministers to resign.                   ⇒ asked | urged
    Journalists ⟦demanded⟧ him why he had lied.                       ⇒ asked
    The prefect is ⟦demanding⟧ local residents to stay indoors.       ⇒ asking | urging
    The president ⟦demands⟧ his ministers to be on time.              ⇒ asks | urges
Leaves alone
    He demanded to know whether they had seen her.
    The unions demand that the government withdraw the bill.
    They demanded the right to vote and demanded a deal to end the war.
    Officials demanded of the residents whether they had seen her.
    Supply met the demand the government had failed to foresee.
    She demanded the money to pay the workers.
    The crowd demanded justice for the residents.
    The occasion demanded them to hurl everything at the visitors.
Limits
    "Demand" with a thing as its object ("demanded explanations") may be right and is left alone: with the cue
    in the source, post-editors keep as many as the translators wrote.
Source
    Inventory FRE-L305; any English grammar, "demand" + that-clause or to-infinitive.
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import left
from nlp.rules.rule import Match, Rule, like
from nlp.text.verbs import is_base

_PERSON = (
    r"(?i:residents?|inhabitants?|government|president|prime minister|ministers?|mayors?|polic(?:e|emen)|authorities|parents?"
    r"|students?|pupils?|workers?|employees?|citizens?|voters?|people|public|company|companies|leaders?|officials?|deputies"
    r"|lawmakers?|mps?|senators?|judges?|prosecutors?|court|council|parliament|commission|union|unions|army|soldiers?|troops"
    r"|protesters?|demonstrators?|drivers?|passengers?|patients?|doctors?|teachers?|farmers?|journalists?|witnesses"
    r"|witness|suspects?|man|men|woman|women|children|families|allies|partners?|countries|states|members?|europeans"
    r"|americans|russians|french|germans|british|neighbou?rs?|owners?|bosses|employers?|players?|fans|supporters|spokes(?:man|woman|person)|accused|defendants?|tenants?|customers?|operators?|banks?)"
)
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|President|Minister)\.? )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}"
_DETERMINER = r"(?i:the|his|her|their|its|some|several|all|many|local|these|those|two|both|other)"
# Before these "demand" is a noun, or what demands is no person.
_NO_SPEAKER = re.compile(
    r"(?:\b(?:the|an?|this|that|his|her|their|its|no|any|on|of|consumer|strong|high|weak|our|your|in|for|and|or)"
    r"|\b(?:occasions?|situations?|circumstances|moment|times|jobs?|roles?|rules?|game|law|task|position|duty))\s+$",
    re.IGNORECASE,
)
_WORDS = {
    "demand": ("ask", "urge"),
    "demands": ("asks", "urges"),
    "demanded": ("asked", "urged"),
    "demanding": ("asking", "urging"),
}


def _asks_somebody(match: Match) -> bool:
    if _NO_SPEAKER.search(left(match)):
        return False
    return not match["verb"] or is_base(match["verb"])


def _repair(match: Match) -> tuple[str, ...]:
    ask, urge = _WORDS[match["form"].lower()]
    return (like(match.text, ask), like(match.text, urge)) if match["verb"] else (like(match.text, ask),)


RULE = Rule(
    id="FRE-L305",
    slug="demand-for-ask",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.9,
    message="French 'demander à' is to ask; English does not '{text}' a person.",
    pattern=(
        rf"\b(?P<span>(?P<form>[Dd]emand(?:s|ed|ing)?)(?P<to> to)?) (?:(?:him|her|them|us|me)|(?:{_DETERMINER} )+(?:[\w-]+ ){{0,2}}{_PERSON}"
        rf"|{_PERSON}|{_NAME}) (?:to (?P<verb>[a-z]+)|whether|if|why|how|what|where|who)\b"
    ),
    guard=_asks_somebody,
    repair=_repair,
)
