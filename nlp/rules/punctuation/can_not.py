"""'cannot' written as two words: "They can not leave."

Why it matters
    English writes "cannot" (or "can't"); in two words the "not" belongs to what follows: "can not only …, but".
Flags
    They ⟦can not⟧ leave before Monday.                  ⇒ cannot
    ⟦Can not⟧ wait is what he said.                      ⇒ Cannot
    This ⟦can not⟧ be the solution.                      ⇒ cannot
Leaves alone
    They cannot leave before Monday.
    He can not only sing but dance.
    One can not just win but win well.
    You can, not without effort, learn it.
    What we can not so much see as feel is fear.
Limits
    An author who means "is able not to" is flagged too.
Source
    Own collection: 137 in the Google of 10,000 sentences, 25 in MT of 752,000 words, none in English and translated news.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Rule

_FOR_WHAT_FOLLOWS = re.compile(r" (?:only|just|merely|simply|so much|but|even so)\b")

RULE = Rule(
    id="GEN-P512",
    slug="can-not",
    category="spelling",
    mqm="linguistic conventions/spelling",
    severity="minor",
    confidence=0.9,
    languages=(),
    message="English writes 'cannot' in one word.",
    pattern=r"\b(?P<span>(?P<c>[Cc])an not)\b",
    guard=lambda match: not _FOR_WHAT_FOLLOWS.match(match.after),
    repair="{c}annot",
)
