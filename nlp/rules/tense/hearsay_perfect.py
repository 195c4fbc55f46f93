"""The conditional of hearsay, past: "According to police, the suspect would have fled to Spain".

Why it matters
    French reports what it cannot vouch for in the conditional ("le suspect aurait fui"). English "would have fled"
    says that he did not flee: the reader is told the opposite. English uses "reportedly" or "is said to have".
Flags
    According to police, the suspect ⟦would have fled⟧ to Spain.            ⇒ reportedly fled | is said to have fled
    According to several sources, the two men ⟦would have been arrested⟧ near the border.
        ⇒ were reportedly arrested | are said to have been arrested
    According to the first elements of the investigation, the driver ⟦would have lost⟧ control.
        ⇒ reportedly lost | is said to have lost
    According to Le Monde, Mr. Dupont ⟦would also have received⟧ 50,000 euros.
        ⇒ reportedly also received | is said to have also received
    The gunman ⟦would have taken⟧ ten people hostage, according to witnesses.   ⇒ reportedly took | is said to have taken
    Several dozen soldiers ⟦would have died⟧, according to a source close to the army.
        ⇒ reportedly died | are said to have died
Leaves alone
    According to police, the suspect would have fled if he had known.
    According to doctors, the child would have died without treatment.
    According to officials, the bill would have cost $5 billion.
    According to police sources, the bomb would have killed dozens.
    The pipeline would have carried gas to Germany, according to a government report.
    According to him, they would have deserved more support.
    He would have liked to stay, according to the press.
    According to police, the driver would have been saved had he worn a seat belt.
    The suspect fled to Spain, according to police.
    The merger, which would have created a giant, failed, sources said.
    Police said he would have to leave.
Limits
    Only where the claim is attributed in the same sentence, and no condition can be seen in it.
Source
    Inventory FRE-T105; Grevisse & Goosse, Le bon usage, §889 (conditionnel de l'information incertaine).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._hearsay import ATTRIBUTED, CONDITION, PLAN
from nlp.rules.tense._subject import is_plural
from nlp.text.verbs import base_of_participle, past

_NOT_REPORTED = frozenset(
    "like prefer want wish expect cost deserve need have be love hate think hope benefit save suffice require".split()
)
_UNREAL = re.compile(
    r"^ (?:possible|impossible|better|worse|enough|nice|good|easier|easy|difficult|too|saved|spared|avoided"
    r"|prevented)\b"
)


def _is_hearsay(match: Match) -> bool:
    base = base_of_participle(match["verb"])
    known = base is not None or match["verb"].endswith("ed")
    others = f"{match.before} {match.after}"
    return (
        known
        and (bool(match["been"]) or base not in _NOT_REPORTED)
        and bool(ATTRIBUTED.search(others))
        and not CONDITION.search(others)
        and not PLAN.search(match.before)
        and not _UNREAL.match(f" {match['verb']}")
    )


def _repair(match: Match) -> tuple[str, ...]:
    plural, verb = is_plural(match.before), match["verb"]
    base = base_of_participle(verb)
    adverb = match["adverb"] or match["later"]
    said_to = () if plural is None else (f"{'are' if plural else 'is'} said to have{adverb}{match['been']} {verb}",)
    if match["been"]:
        return () if plural is None else (f"{'were' if plural else 'was'} reportedly{adverb} {verb}", *said_to)
    return (f"reportedly{adverb} {past(base) if base else verb}", *said_to)


RULE = Rule(
    id="FRE-T105",
    slug="hearsay-would-have",
    category="tense",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.85,
    message="'{text}' says that it did not happen; the French conditional only says that it is reported.",
    pattern=(
        r"\b(?P<span>would(?P<adverb> (?:also|already|then|indeed|first|even|\w+ly))? have"
        r"(?P<later> (?:also|already|then|however|indeed|first|even|since"
        r"|\w+ly))?(?P<been> been)? (?P<verb>[a-z]+))\b"
    ),
    guard=_is_hearsay,
    repair=_repair,
)
