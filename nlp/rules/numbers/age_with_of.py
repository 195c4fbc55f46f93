r"""An age with "of": "a man of 34 years" for "a man aged 34".

Why it matters
    French gives ages as "un homme de 34 ans". In English "of 34 years" is a length of time: "a career of 34 years".
Flags
    A man ⟦of 34 years⟧ was held.                              ⇒ aged 34
    Two boys ⟦of 12 and 14 years⟧ were hurt.                   ⇒ aged 12 and 14
    The suspect, a young woman ⟦of about twenty years old⟧, fled.  ⇒ aged about twenty
    A baby ⟦of 8 months⟧ was found alive.                      ⇒ aged 8 months
    Police arrested a Frenchman ⟦of 28 years⟧.                 ⇒ aged 28
Leaves alone
    A man of 34 was held.
    He ended a career of 34 years and a marriage of 20 years.
    A man of 34 years' experience was chosen.
    The victim of 10 years of abuse spoke.
    His wife of 30 years was at his side.
    An employee of 12 years was dismissed.
    The children of ten years of war.
    He was a man of many years.
Limits
    Only with words for a person that take no length of service: "an employee of 12 years" is right.
Source
    Inventory FRE-N608; post-editors removed 20 of 28.
"""

from __future__ import annotations

import re

from nlp.rules.numbers._number_words import NUMBER
from nlp.rules.rule import Match, Rule

_PERSON = (
    r"(?:m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|kids?|teenagers?|adolescents?|youths?|youngsters?|bab(?:y|ies)|infants?"
    r"|toddlers?|suspects?|victims?|pensioners?|retirees?|individuals?|persons?|Frenchm[ae]n|Frenchwom[ae]n|defendants?"
    r"|gunm[ae]n)"
)
_SOMETHING_ELSE = re.compile(r"['’-]| of (?!age\b)| in (?:prison|jail)| (?:and|&) more| experience")


def _is_age(match: Match) -> bool:
    return not _SOMETHING_ELSE.match(match.after)


def _repair(match: Match) -> tuple[str, ...]:
    return (f"aged {match['age']}{' months' if match['unit'] == 'months' else ''}",)


RULE = Rule(
    id="FRE-N608",
    slug="age-with-of",
    category="calque",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.93,
    message="An age in French form ('de 34 ans'); English says 'aged 34'.",
    pattern=(
        rf"\b{_PERSON} (?P<span>of (?P<age>(?:(?:about|around|nearly|almost|barely|only) )?{NUMBER}"
        rf"(?:(?:,| and| or| to) {NUMBER})*) (?P<unit>years|months)(?: old| of age)?)\b"
    ),
    guard=_is_age,
    repair=_repair,
)
