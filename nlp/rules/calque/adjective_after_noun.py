"""An adjective left behind its noun: "the elections presidential", "a car white electric".

Why it matters
    Most French adjectives follow their noun; English ones stand before it.
Flags
    The ⟦elections presidential⟧ will be held in May.              ⇒ presidential elections
    He arrived in a ⟦car white electric⟧.                          ⇒ white electric car
    It is the worst ⟦crisis economic⟧ since the war.               ⇒ economic crisis
    The ⟦police judicial⟧ is in charge of the inquiry.             ⇒ judicial police
    The ⟦council municipal⟧ met on Monday.                         ⇒ municipal council
    The ⟦army French⟧ has left the town.                           ⇒ French army
Leaves alone
    The secretary general and the attorney general met.
    It made the party political again.
    The landmark economic deal was signed.
    The court martial opened on Monday.
    The army, French and well trained, left.
    They painted the car white.
    The city French troops left was burning.
    A crisis economic forecasters had not seen began.
    The law regional governments asked for was passed.
    He called the move political.
Limits
    Only nouns and adjectives that news puts together often, with a verb, a preposition or punctuation behind them.
Source
    Inventory FRE-C217.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_NOUN = (
    r"(?:elections?|crisis|police|councils?|army|government|authorities|forces|reforms?|laws?|minister|ministry"
    r"|system|policy|policies|parties|party"
    r"|services?|sector|markets?|campaign|power|situation|union|institutions|relations|groups?|company|companies"
    r"|bank|president|team|court|troops)"
)
_ADJECTIVE = (
    r"(?:presidential|legislative|municipal|parliamentary|electoral|judicial|economic|financial|political"
    r"|ministerial|constitutional|regional|territorial"
    r"|military|agricultural|industrial|social|diplomatic|French|Russian|American|German|Italian|Spanish|Turkish"
    r"|Ukrainian|British|European|Chinese)"
)
_COLOUR = r"(?:white|black|red|blue|green|grey|yellow)"
_KIND = r"(?:electric|armoured|metallic|rectangular|round|wooden|leather|woollen|plastic)"
# An object complement ("made the party political") or a phrase of its own.
_COMPLEMENT = re.compile(
    r"\b(?:ma(?:ke|kes|de|king)|call(?:s|ed|ing)?|consider(?:s|ed|ing)?|keep|keeps|kept|find|finds|found|turn(?:s"
    r"|ed)?|render(?:s|ed)?|deem(?:s|ed)?"
    r"|paint(?:s|ed)?|becom(?:e|es)|became|declar(?:e|es|ed)|leav(?:e|es)|left|how|label(?:s|led)?)\b[^.,;:]{0,30}$"
)
_BOUNDARY = re.compile(
    r"(?:[.,;:!?)]|$| (?:is|are|was|were|has|have|had|will|would|in|of|on|at|for|to|since|by|and|that|which|who|with"
    r"|during|met|said|says|opened|began|left)\b)"
)


def _is_left_behind(match: Match) -> bool:
    return bool(_BOUNDARY.match(match.after)) and not _COMPLEMENT.search(match.before)


def _repair(match: Match) -> tuple[str, ...]:
    noun, _, adjectives = match.text.partition(" ")
    return (f"{adjectives} {noun}",)


RULE = Rule(
    id="FRE-C217",
    slug="adjective-after-noun",
    category="calque",
    mqm="linguistic conventions/grammar/word order",
    severity="major",
    confidence=0.85,
    message="In English the adjective stands before its noun.",
    pattern=(
        r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Tt]hose|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|first|second|worst|new|next"
        r"|last|[a-z]{3,}) "
        rf"(?P<span>{_NOUN} {_ADJECTIVE}|[a-z]+ {_COLOUR} {_KIND})\b"
    ),
    guard=_is_left_behind,
    repair=_repair,
)
