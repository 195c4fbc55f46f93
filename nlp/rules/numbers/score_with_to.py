r"""A score with words in it: "won 2 goals to 1", "won by 2 to 1".

Why it matters
    French says "deux buts à un". English writes a match's score as 2-1.
Flags
    They ⟦won 2 to 1⟧ in Lyon.                               ⇒ won 2-1
    Brazil beat France ⟦2 goals to 1⟧.                       ⇒ 2-1
    Paris ⟦lost 3 to 0⟧ at home.                             ⇒ lost 3-0
    Lens ⟦won by 4 goals to 2⟧.                              ⇒ won 4-2
    The match ⟦ended 1 to 1⟧.                                ⇒ ended 1-1
Leaves alone
    The court ruled by 5 to 4.
    They won 2 to 3 million euros.
    The odds are 2 to 1.
    He lost 3 to 4 kilos.
    Turnout fell from 52 to 48 percent.
    The party won 10 to 12 seats.
    The senate voted 52 to 48.
Limits
    American papers write "won, 2 to 1" too, so the rule is in preview.
Source
    Inventory FRE-N609.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_COUNTED = re.compile(
    r" (?!(?:in|at|on|against|over|after|with|and|to|by|away|as|but|last|the|thanks|behind|for)\b)[a-z€$£\d]|[%.,]\d| ?%|-"
)


def _is_a_score(match: Match) -> bool:
    return not _COUNTED.match(match.after)


RULE = Rule(
    id="FRE-N611",
    slug="score-with-to",
    category="number-format",
    mqm="locale conventions/number format",
    severity="minor",
    confidence=0.7,
    message="A score in French form; English writes it with a hyphen: {ours}-{theirs}.",
    pattern=(
        r"\b(?P<span>(?:(?P<verb>won|lost|drew|ended|finished)(?: by)? )?(?P<ours>\d{1,2})"
        r"(?P<goals> (?:goals?|points?|sets?))? to (?P<theirs>\d{1,2}))\b"
    ),
    guard=lambda match: bool(match["verb"] or match["goals"]) and _is_a_score(match),
    repair=lambda match: (f"{match['verb']} {match['ours']}-{match['theirs']}".strip(),),
    preview=True,
)
