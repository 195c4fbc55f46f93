"""A wreck of 'ne … que' before a number: "does not concern that three towns".

Why it matters
    French "ne concerne que trois villes" is "concerns only three towns". "Does not concern that three" reads as a
    negation, the opposite of what the source says.
Flags
    The plan ⟦does not concern that⟧ three towns.              ⇒ concerns only
    The trip ⟦did not last that⟧ two days.                     ⇒ lasted only
    They ⟦do not have that⟧ 12 seats.                          ⇒ have only
    The bread ⟦does not cost than⟧ 90 cents.                   ⇒ costs only
    The tax ⟦did not bring in but⟧ 3 million.                  ⇒ brought in only
Leaves alone
    He does not think that three towns are enough.
    They do not have that many seats.
    It does not cost more than 90 cents.
    It did not last that long.
    It does not matter that three towns refused.
    He did not mention that two men had died.
Limits
    Only before numbers, after verbs that take no clause. With the source at hand another rule sees more.
Source
    Inventory FRE-C208; Isabelle & Kuhn 2018, arXiv:1806.02725 (restrictive "ne … que").
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._time import NUMBER
from nlp.text.verbs import past, third_person


def _repair(match: Match) -> tuple[str, ...]:
    verb, do = match["verb"], match["do"]
    inflected = past(verb) if do == "did" else third_person(verb) if do == "does" else verb
    return (f"{inflected}{match['particle']} only",)


RULE = Rule(
    id="FRE-C228",
    slug="not-that-number",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.9,
    message="French 'ne … que' means only; '{text}' makes a negation of it.",
    pattern=(
        r"\b(?P<span>(?P<do>does|do|did)(?: not|n['’]t) (?P<verb>concern|affect|cost|have|last|exceed|represent"
        r"|contain|count|cover|include|touch|require"
        r"|need|take|produce|employ|own|receive|bring|total|comprise|win|get|earn|pay|hold|occupy|reach|kill|leave"
        r"|make|sell|buy|use)(?P<particle> in| up)?"
        rf" (?:that|than|but)) (?:{NUMBER}|several|a few|some) "
    ),
    repair=_repair,
)
