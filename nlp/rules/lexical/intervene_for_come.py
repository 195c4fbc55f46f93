"""'intervenir' of an event translated as "intervene": "the decision intervenes after months of talks".

Why it matters
    In French an announcement or an arrest "intervient" when it comes or happens. In English only somebody who
    takes a hand in a matter intervenes.
Flags
    The decision ⟦intervenes⟧ after months of talks.                   ⇒ comes
    The arrests ⟦intervened⟧ two days after the attack.                ⇒ came
    His resignation, which ⟦intervenes⟧ on the eve of a summit, surprised Paris.   ⇒ comes
    The announcement ⟦intervenes⟧ as inflation is rising.              ⇒ comes
    These strikes ⟦intervene⟧ in a context of crisis.                  ⇒ come
    The agreement should ⟦intervene⟧ before the end of the month.      ⇒ come
    The explosion ⟦intervened⟧ at around 3 p.m.                        ⇒ occurred
Leaves alone
    Police intervened after midnight to break up the fight.
    The central bank intervened a few days later.
    The court intervened as the law demands, and its decision was praised.
    The minister, who made the announcement, intervened in the dispute.
    War intervened, and the election was put off.
    The agency intervenes when a bank fails.
Limits
    Only where an event is the subject and a time or circumstance follows.
Source
    Any French dictionary, "intervenir" (se produire).
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import left, right
from nlp.rules.rule import Match, Rule

_INCIDENT = r"(?:attacks?|explosions?|accidents?|crash|incidents?|shootings?|deaths?|murders?|fire|collapse)"
_EVENT = (
    r"(?:decisions?|announcements?|resignations?|arrests?|meetings?|visits?|vote|statements?|ruling|verdict|agreements?|deal|release"
    r"|signing|appointment|departure|strikes?|demonstrations?|sentencing|judg[e]?ment|warnings?|declarations?|measures?|publication"
    r"|nomination|adoption|election|rise|fall|increase|decline|cuts?|closure|launch|call|calls|trial|trip|withdrawal|dismissal"
    rf"|change|talks|ceasefire|truce|remarks|comments|reshuffle|suspension|conviction|sanctions|tragedy|drama|{_INCIDENT})"
)
_SUBJECT = re.compile(
    rf"\b(?:the|this|these|his|her|its|their|that|such|new|an?|[\w-]+['’]s?|another) (?:[\w-]+ ){{0,2}}?(?P<event>{_EVENT})"
    r"(?: of (?:the |his |her )?[\w’'-]+(?: [\w’'-]+)?)?(?:, which| which| that|,)?"
    r"(?: (?:also|therefore|thus|only|should|could|will|would|must|has|had|have|notably))*\s+$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?: (?:just|only|also|barely|even|shortly|less than|more than|nearly|about|around|some|almost|precisely))*"
    r" (?:after|as|while|on the eve|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|before|at (?:a|the|around|about|\d)|during the|amid"
    r"|in (?:a|the) (?:\w+ )?(?:context|climate|midst|wake|middle|aftermath)|in the midst|when|following|(?:at|around|about) \d|the (?:day|week|month|same day|next day|evening)|against the backdrop"
    r"|(?:an?|a few|several|two|three|four|five|six|ten|\d+|one) (?:hours?|days?|weeks?|months?|years?|minutes?))\b",
    re.IGNORECASE,
)
_COME = {"intervene": "come", "intervenes": "comes", "intervened": "came"}
_OCCUR = {"intervene": "occur", "intervenes": "occurs", "intervened": "occurred"}


def _is_event(match: Match) -> bool:
    return bool(_WHEN.match(right(match)) and _SUBJECT.search(left(match)))


def _repair(match: Match) -> tuple[str, ...]:
    subject = _SUBJECT.search(left(match))
    form = match.text.lower()
    if subject and re.fullmatch(_INCIDENT, subject["event"], re.IGNORECASE):
        return (_OCCUR[form],)
    return (_COME[form] if not re.search(r"\b(?:has|have|had)\s+$", left(match)) else "come",)


RULE = Rule(
    id="FRE-L322",
    slug="intervene-for-come",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.92,
    message="French 'intervenir' of an event is to come or happen; in English only somebody who takes a hand intervenes.",
    pattern=r"(?i)\bintervene[sd]?\b",
    guard=_is_event,
    repair=_repair,
)
