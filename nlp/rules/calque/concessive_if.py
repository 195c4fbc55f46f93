"""Concessive 'si' translated as if: "If growth slowed, unemployment nevertheless fell".

Why it matters
    French "si" can grant a point ("si la croissance a ralenti, le chômage a tout de même baissé"). English "if"
    leaves the point open; "although" or "while" grants it.
Flags
    ⟦If⟧ growth slowed, unemployment nevertheless fell.                          ⇒ Although | While
    ⟦If⟧ the two men were released, they remain nonetheless suspects.            ⇒ Although | While
    ⟦If⟧ the law was adopted, it is nevertheless contested.                      ⇒ Although | While
    ⟦If⟧ sales rose in May, the fact remains that the firm is losing money.      ⇒ Although | While
    ⟦If⟧ he denies everything, it is no less true that he was there.             ⇒ Although | While
Leaves alone
    If growth slows, unemployment will nevertheless rise.
    If the law were adopted, it would nevertheless be contested.
    If they come, nevertheless be polite.
    Even if growth slowed, unemployment nevertheless fell.
    If he had left, she would still be alive.
    He asked if growth slowed; unemployment nevertheless fell.
Limits
    Only with "nevertheless", "nonetheless" or "the fact remains" in the main clause, and no condition there.
Source
    Inventory FRE-C212; Grevisse & Goosse, Le bon usage, §1158.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_GRANTED = re.compile(
    r"^ [^.;:!?,]{4,110}, (?:(?:[\w’'-]+ ){0,7}(?:nevertheless|nonetheless)\b|(?:[\w’'-]+ ){0,3}fact remains that"
    r"|it (?:is|remains) no(?:ne the)? less true|it remains (?:true )?that)"
)
_REAL_CONDITION = re.compile(
    r"\b(?:will|would|could|should|might|may|can|shall|must|had|were to)\b|['’](?:ll|d)\b|, nevertheless [a-z]+ "
)


def _grants(match: Match) -> bool:
    granted = _GRANTED.match(match.after)
    return bool(granted) and not _REAL_CONDITION.search(match.after)


RULE = Rule(
    id="FRE-C212",
    slug="concessive-if",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="minor",
    confidence=0.7,
    message="The clause grants a fact; French 'si' can do that, English 'if' leaves it open.",
    pattern=r"(?:^|[.”\"] |^[“\"])(?P<span>If)\b",
    guard=_grants,
    repair=("Although", "While"),
)
