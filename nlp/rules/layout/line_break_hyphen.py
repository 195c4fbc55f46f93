r"""A word cut in two at the end of a line: "The govern- ment announced".

Why it matters
    The hyphen was made by a printed column. The translator took the halves for two words.
Flags
    The ⟦govern- ment⟧ announced the vote.                ⇒ government | govern-ment
    The ⟦govern-\nment⟧ announced the vote.               ⇒ government | govern-ment
    The ⟦Parlia- ment⟧ will vote on the ⟦legis- lation⟧.   ⇒ Parliament | Parlia-ment ; legislation | legis-lation
    He is a ⟦self- employed⟧ driver.                      ⇒ self-employed | selfemployed
    It is a ⟦long- term⟧ plan.                            ⇒ long-term | longterm
Leaves alone
    The short- and medium-term plans failed.
    Two- or three-year terms are common.
    Pre- versus post-war figures were compared.
    It grew from a small- to a medium-sized firm.
    Ethiopia- for that is his country - lost the race.
    The mayor- we met him in Lyon - will present the plan.
    He spoke - as always - of the war.
    The pre- World War II borders were drawn again.
Limits
    Without a dictionary it cannot be certain whether the hyphen belongs to the word; both are offered.
Source
    Inventory FRE-S959.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_SUSPENDED = frozenset("and or to versus vs nor but through und et as plus".split())
# First parts of compounds that keep their hyphen, and ends of words that are no words themselves.
_KEEP = frozenset(
    """self long short non ex co well high low mid half all anti pro post pre semi multi two three four five six seven
    eight nine ten first second third cross vice then""".split()
)
_END = re.compile(
    r"[bcdfghlmnprstv]{0,2}(?:ments?|mental|[aeiou]?tions?|[aeiou]?tional|sions?|ings?|ed|ly|ness|[aeiou]?t(?:y|ies)|[ae]nces?"
    r"|[ai]bles?|ous|[aeiou]?tives?|[aeiou]?ted|[aeiou]?ting|ernments?|ernor|dents?|sters?|ters?|cial|tial|ical)"
)
_WORDS = frozenset(
    """nation nations ration station stations motion notion potion motions bed fed led red shed sped fly ply bring cling ring
    sing sting thing things king wing able dated rated fated cable fable table national rational notional""".split()
)


def _is_cut(match: Match) -> bool:
    right = match["right"]
    if right in _SUSPENDED:
        return False
    is_end = bool(_END.fullmatch(right)) and right not in _WORDS
    return "\n" in match.text or is_end or match["left"].lower() in _KEEP


def _repair(match: Match) -> tuple[str, ...]:
    joined, hyphenated = match["left"] + match["right"], f"{match['left']}-{match['right']}"
    return (hyphenated, joined) if match["left"].lower() in _KEEP else (joined, hyphenated)


RULE = Rule(
    id="GEN-S959",
    slug="line-break-hyphen",
    category="residue",
    mqm="linguistic conventions/spacing",
    severity="minor",
    confidence=0.85,
    languages=(),
    scope="text",
    message="A word cut in two at a line break.",
    pattern=r"\b(?P<left>\p{L}\p{Ll}+)-(?: |[ \t]*\r?\n[ \t]*)(?P<right>\p{Ll}{2,})\b",
    guard=_is_cut,
    repair=_repair,
)
