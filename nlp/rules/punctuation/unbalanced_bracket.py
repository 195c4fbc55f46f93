r"""A bracket without its partner: "The minister (who had resigned left".

Why it matters
    The other half was lost, often with words of the text.
Flags
    The minister ⟦(⟧who had resigned in May left the room.\nNobody saw him.
    The minister, who had resigned in May⟦)⟧ left the room.
    The town ⟦[⟧of Lyon is large.
Leaves alone
    The minister (who had resigned) left.
    a) The minister resigned. 2) Nobody saw him. (3) He left.
    Thank you :) and good night ;-)
    He was (with others\nin the room) alone.
    “Where (in Lyon [or near it]) is he?” she asked.
Limits
    Which of two brackets too many is wrong cannot be seen; the outer one is marked.
Source
    Own collection; the checks of translation tools (pofilter "brackets", Okapi CheckMate).
"""

from __future__ import annotations

from nlp.rules.punctuation._partners import without_partner
from nlp.rules.rule import Rule

RULE = Rule(
    id="GEN-P508",
    slug="unbalanced-bracket",
    category="punctuation",
    mqm="linguistic conventions/punctuation",
    severity="minor",
    confidence=0.9,
    languages=(),
    message="The bracket '{mark}' has no partner.",
    find=lambda article: without_partner(article, {"(": ")", "[": "]"}),
)
