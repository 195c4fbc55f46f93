"""'assister à' translated as "assist at" or "assist to": "thousands assisted at the funeral".

Why it matters
    French "assister à" is to attend, or to witness. English "assist" is to help, so the crowd becomes staff.
Flags
    Thousands ⟦assisted at⟧ the funeral.                              ⇒ attended
    The president will ⟦assist at⟧ the opening ceremony.              ⇒ attend
    He ⟦assists to⟧ all the council's meetings.                       ⇒ attends
    Several ministers were ⟦assisting at⟧ the match on Sunday.        ⇒ attending
    We are ⟦assisting to⟧ a rise in prices.                           ⇒ witnessing | seeing
    For years the region has ⟦assisted to⟧ the decline of its industry.   ⇒ witnessed | seen
Leaves alone
    A midwife assisted at the birth.
    Paramedics assisted at the scene of the crash.
    Two hundred volunteers assisted at the concert.
    Police were called to assist at a demonstration.
    He was assisted to the ambulance and assisted at trial by a lawyer.
    The army will assist in the search.
    His third assist to win the game came late, and his assists to the final were two.
Limits
    "Assist at Mass" is an idiom of the Church and is left alone.
Source
    Inventory FRE-L304; any French dictionary, "assister à".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import left
from nlp.rules.rule import Match, Rule, like

_EVENT = (
    r"(?:funerals?|ceremony|ceremonies|match|game|finals?|semi-final|meetings?|concert|parade|inauguration|weddings?"
    r"|rally|sessions?|hearings?|trial|debates?|summit|conference|congress|performance|premiere|screening|event|events"
    r"|celebrations?|opening|launch|swearing-in|burial|commemorations?|demonstrations?|reception|signing|show|festival"
    r"|speech|festivities|tribute|vigil|gala|dinner|enthronement|coronation|lecture|course|classes|council|press conference)"
)
_CHANGE = (
    r"(?:rise|increase|decline|fall|drop|return|collapse|emergence|end|birth|explosion|deterioration|resurgence|growth"
    r"|revival|development|disappearance|transformation|escalation|wave|acceleration|multiplication|phenomenon|change)"
)
_WORD = r"(?:[\w'’-]+ ){0,3}"
# An "assist" of sport is a noun.
_VERB_FOLLOWS = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|should|not|\w+n['’]t|we|they|i|you|who|people|also|often|still)\s+$",
    re.IGNORECASE,
)
_NOUN_FOLLOWS = re.compile(
    r"\b(?:an?|the|his|her|their|its|of|more|most|and|goals|with|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+$",
    re.IGNORECASE,
)
_HELPERS = re.compile(
    r"\b(?:volunteers?|paramedics|medics?|nurses?|doctors?|midwi(?:fe|ves)|police|officers?|firefighters?|crews?|staff"
    r"|ambulances?|soldiers?|troops|stewards|interns?|students|teachers?|lawyers?|deacons?|priests?|servers?|assistants?"
    r"|team|helped?|help|called|on hand|deployed|needed|asked|hired|recruited|interpreters?|coaches|referees?)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+$", re.IGNORECASE)
_ATTEND = {"assist": "attend", "assists": "attends", "assisted": "attended", "assisting": "attending"}
_WITNESS = {
    "assist": ("witness", "see"),
    "assists": ("witnesses", "sees"),
    "assisted": ("witnessed", "saw"),
    "assisting": ("witnessing", "seeing"),
}
_HAS = re.compile(r"\b(?:has|have|had)\s+$", re.IGNORECASE)


def _attends(match: Match) -> bool:
    before, form = left(match), match["form"].lower()
    if form == "assisted" and (_PASSIVE.search(before) or match["by"]):
        return False
    if (form == "assist" and not _VERB_FOLLOWS.search(before)) or (form == "assists" and _NOUN_FOLLOWS.search(before)):
        return False
    return not _HELPERS.search(before)


def _repair(match: Match) -> tuple[str, ...]:
    form = match["form"].lower()
    words: tuple[str, ...]
    if match["change"]:
        words = _WITNESS[form]
        if form == "assisted" and _HAS.search(left(match)):
            words = ("witnessed", "seen")
    else:
        words = (_ATTEND[form],)
    return tuple(like(match.text, word) for word in words)


RULE = Rule(
    id="FRE-L304",
    slug="assist-for-attend",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.92,
    message="French 'assister à' is to attend or to witness; English '{text}' is to help.",
    pattern=(
        rf"(?i)\b(?P<span>(?P<form>assist(?:s|ed|ing)?) (?:at|to)) (?:(?:the|an?|his|her|their|its|this|these|that|all|every"
        rf"|several|many) )?{_WORD}(?:{_EVENT}|(?P<change>{_CHANGE}))\b(?P<by> by )?"
    ),
    guard=_attends,
    repair=_repair,
)
