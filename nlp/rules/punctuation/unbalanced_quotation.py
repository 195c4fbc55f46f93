r"""A quotation mark without its partner: “it is late and left the room.

Why it matters
    It is no longer clear where the quotation ends, and who says what.
Flags
    He said ⟦“⟧it is late and left the room.\nNobody saw him.
    It is late,⟦”⟧ he said, and left the room.
    He called it ⟦“⟧late and “cold”.
Leaves alone
    “It is late.\n“We must go,” he said.
    It is “late” (very “late”) now.
    He said "it is late and left.
    The 6'2" guard and the 27" screen are here.
Limits
    Straight quotation marks are not counted: which of them opens and which closes cannot be seen. In preview,
    because texts that are split by sentence instead of paragraph would be full of findings.
Source
    Own collection; the checks of translation tools (pofilter "doublequoting").
"""

from __future__ import annotations

from nlp.rules.punctuation._partners import without_partner
from nlp.rules.rule import Rule

RULE = Rule(
    id="GEN-P509",
    slug="unbalanced-quotation",
    category="punctuation",
    mqm="linguistic conventions/punctuation",
    severity="minor",
    confidence=0.6,
    languages=(),
    message="The quotation mark '{mark}' has no partner.",
    find=lambda article: without_partner(article, {"“": "”"}),
    preview=True,
)
