r"""An invisible character: zero-width space, soft hyphen, word joiner, byte order mark.

Why it matters
    Nobody sees it, but it splits the word it stands in for searching, for counting and for every program that
    reads the text. Google Translate of the 2010s left pairs of zero-width spaces between words.
Flags
    The respect for the values ⟦​​⟧of others is not enough.     ⇒ (delete)
    The gov⟦­⟧ernment fell.                                 ⇒ (delete)
    The min⟦​⟧ister spoke.                                  ⇒ (delete)
    He said⟦﻿⟧ that it was late.                            ⇒ (delete)
Leaves alone
    The family emoji 👨‍👩‍👧 was used.
    The price is 12 euros.
    The Persian word می‌خواهم is spelt with a joiner.
Limits
    The joiners of emoji and of Persian and Indic scripts, and marks of writing direction, are left alone.
Source
    Inventory FRE-S956; Unicode Standard, chapter 23.
"""

from __future__ import annotations

from nlp.rules.rule import Rule

RULE = Rule(
    id="GEN-S966",
    slug="invisible-character",
    category="encoding",
    mqm="linguistic conventions/character encoding",
    severity="minor",
    confidence=0.98,
    languages=(),
    scope="paragraph",
    message="An invisible character inside the text.",
    pattern=r"[\x{AD}\x{200B}\x{2060}\x{FEFF}]+",
    repair="",
    safe=True,
    evidence="layout",
)
