"""'celui de' translated as "the one of": "longer than the one of his rival".

Why it matters
    French "celui de son rival" stands for a noun. English says "that of his rival" or "his rival's".
Flags
    His speech was longer than ⟦the one of⟧ his rival.                ⇒ that of
    Prices are higher than ⟦the ones of⟧ the neighbouring countries.  ⇒ those of
    Its form is like ⟦the one of⟧ a tape player.                      ⇒ that of
    The situation is comparable to ⟦the one of⟧ Greece.               ⇒ that of
    A system as slow as ⟦the one of⟧ Russia cannot last.              ⇒ that of
Leaves alone
    He compared it to the one of the three that he knew.
    The one of us who leaves first pays.
    This one is longer than the one in Paris.
    His speech was longer than his rival's.
    I prefer it to the one of them you chose.
Limits
    Only after a comparison; elsewhere "the one of" can be a choice among several.
Source
    Inventory FRE-D904.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Rule

_CHOICE = re.compile(
    r" (?:us|them|you|these|those|the (?:two|three|four|five|six|few|many|\d+)|two|three|\d+|several|many|which|whom)\b"
)

RULE = Rule(
    id="FRE-D904",
    slug="the-one-of",
    category="determiner",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.85,
    message="French 'celui de'; English says 'that of', or uses the possessive.",
    pattern=(
        r"\b(?:than|like|as|similar to|comparable to|compared (?:to|with)|equal to|close to|identical to"
        r"|different from|unlike|better than|with"
        r"|to) (?P<span>the (?P<one>ones?) of)\b"
    ),
    guard=lambda match: not _CHOICE.match(match.after),
    repair=lambda match: ("those of" if match["one"] == "ones" else "that of",),
    in_quotes=False,
)
