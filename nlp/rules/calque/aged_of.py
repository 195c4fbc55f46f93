"""'âgé de 34 ans', 'interrogé par' kept as they are: "Aged of 34 years, the man was arrested".

Why it matters
    French is "aged of" so many years; English is aged 34, or 34 years old. And somebody "interrogé" by a newspaper
    was asked, not interrogated.
Flags
    ⟦Aged of 34 years⟧, the man was arrested.                       ⇒ Aged 34
    The suspect, ⟦aged of 19⟧, is on the run.                       ⇒ aged 19
    ⟦Aged 34 years⟧, he had two children.                           ⇒ Aged 34
    Two girls ⟦aged of 12 and 14 years⟧ are missing.                ⇒ aged 12 and 14
    He died ⟦at the age of 82 years⟧.                               ⇒ at the age of 82
    ⟦Interrogated by⟧ AFP, the minister refused to comment.         ⇒ Asked by
    ⟦Interrogated on⟧ France Inter, she denied the rumours.         ⇒ Asked on
Leaves alone
    Aged 34, the man was arrested.
    The study covers women aged 16 years and over.
    A wine aged 12 years in oak.
    Children aged five to ten years old are invited.
    Interrogated by police, he confessed.
    He was interrogated by the FBI for two hours.
    At the age of 16 years and 88 days, he is the youngest scorer.
Limits
    "of 34 years" after a noun ("a man of 34 years") is another rule's.
Source
    Inventory FRE-C215.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._time import NUMBER

_AGES = rf"(?P<ages>{NUMBER}(?:(?: and | to | or |, ){NUMBER})*)"
_MEDIA = re.compile(
    r" (?:AFP|Reuters|AP|RTL|BFM\w*|TF1|Europe 1|RMC|LCI|CNN|France \w+|Le \w+|Libération|Mediapart|(?:the |a |our "
    r"|several )?"
    r"(?:journalists?|reporters?|press|newspaper|daily|weekly|magazine|media|radio|television|channel|agency"
    r"|news agency|website|Agence France-Presse"
    r"|broadcaster|public radio|station))\b"
)


def _is_calque(match: Match) -> bool:
    if match["asked"]:
        return bool(_MEDIA.match(match.after))
    if match["of"]:
        return True
    if match["at"]:
        return not re.match(r" and\b| old\b", match.after)
    return bool(match["unit"]) and match.after.startswith(",") and not match.before.strip()


def _repair(match: Match) -> tuple[str, ...]:
    if match["asked"]:
        return (match["asked"].replace("Interrogated", "Asked"),)
    return (f"{match['aged'] or match['at'].strip()} {match['ages'] or match['years']}",)


RULE = Rule(
    id="FRE-C215",
    slug="aged-of-years",
    category="calque",
    mqm="style/awkward",
    severity="minor",
    confidence=0.9,
    message="A French participle translated word for word ('âgé de … ans', 'interrogé par').",
    pattern=(
        rf"\b(?P<span>(?P<aged>[Aa]ged) (?P<of>of )?{_AGES}(?P<unit> years)?|(?P<at>at the age of )(?P<years>\d+) years"
        r"|(?P<asked>Interrogated (?:by|on)))\b"
    ),
    guard=_is_calque,
    repair=_repair,
    in_quotes=False,
)
