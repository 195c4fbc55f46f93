"""The article of a French generic: "The violence and the poverty are increasing".

Why it matters
    French puts the article before a thing in general ("la violence augmente"). English leaves it out, and "the
    violence" is a certain one.
Flags
    ⟦The violence and the poverty⟧ are increasing.                      ⇒ Violence and poverty
    He fights against ⟦the poverty and the unemployment⟧.               ⇒ poverty and unemployment
    ⟦The unemployment⟧ is rising in all of Europe.                      ⇒ Unemployment
    ⟦The terrorism⟧ remains a threat.                                   ⇒ Terrorism
Leaves alone
    The violence of the attack shocked the town.
    The poverty in which they live is unknown here.
    Violence and poverty are increasing.
    The unemployment rate is rising.
    The violence erupted on Monday.
Limits
    Without the context nobody can tell a general thing from a certain one, so it is off unless asked for.
Source
    Inventory FRE-D901; Court of Auditors, Misused English words and expressions.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like

_THING = (
    r"(?:violence|poverty|unemployment|terrorism|corruption|racism|inflation|immigration|democracy|freedom|peace"
    r"|insecurity|justice|education|hunger"
    r"|nature|society|religion|capitalism|globali[sz]ation|liberalism|extremism|antisemitism|misery|inequality"
    r"|delinquency|crime|pollution)"
)
_GENERIC = re.compile(
    r"$|[.;!?]| (?:(?:is|are) (?:a|an|not|increasing|rising|growing|spreading|declining|everywhere|still|on the)\b"
    r"|remains?\b|continues? to\b"
    r"|has (?:become|no)\b|cannot\b|must\b|kills?\b)"
)


def _is_general(match: Match) -> bool:
    return (bool(match["second"]) and not re.match(r" (?:of|in|that|which|at|on)\b", match.after)) or (
        match.text[0] == "T" and bool(_GENERIC.match(match.after)) and bool(match.after.strip(" ."))
    )


def _repair(match: Match) -> tuple[str, ...]:
    things = f"{match['first']} and {match['second']}" if match["second"] else match["first"]
    return (like(match.text, things),)


RULE = Rule(
    id="FRE-D901",
    slug="generic-article",
    category="determiner",
    mqm="linguistic conventions/grammar/function words",
    severity="minor",
    confidence=0.6,
    message="A thing in general takes no article in English.",
    pattern=rf"\b(?P<span>[Tt]he (?P<first>{_THING})(?: and the (?P<second>{_THING}))?)\b",
    guard=_is_general,
    repair=_repair,
    preview=True,
)
