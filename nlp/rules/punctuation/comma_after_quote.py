r"""A comma after the closing quotation mark: "It is late", he said.

Why it matters
    French and British style put the comma outside, American style inside. A text should keep to one.
Flags
    "It is late⟦",⟧ he said.                                  ⇒ ,"
    “It is late⟦”,⟧ he said.                                  ⇒ ,”
    He called it “late⟦”,⟧ “cold⟦”,⟧ and left.                 ⇒ ,” ; ,”
Leaves alone
    "It is late," he said.
    "Is it late?", he asked.
    He said "no" and left.
Limits
    In preview, because British newspapers write it so.
Source
    Inventory FRE-P503; Associated Press Stylebook, Chicago Manual of Style 6.9.
"""

from __future__ import annotations

from nlp.rules.rule import Rule

RULE = Rule(
    id="GEN-P503",
    slug="comma-after-quote",
    category="punctuation",
    mqm="locale conventions/punctuation",
    severity="minor",
    confidence=0.5,
    languages=(),
    message="American English puts the comma inside the quotation marks.",
    pattern=r"[\p{L}\p{N}](?P<span>(?P<quote>[\"”]),)(?:\s|$)",
    repair=",{quote}",
    preview=True,
)
