r"""A space before a comma or full stop, or inside brackets: "the minister , who", "( see below )".

Why it matters
    It is left over from a program that cuts text into words, or from a word that was lost there.
Flags
    The minister⟦ ,⟧ who had resigned⟦ ,⟧ said nothing.        ⇒ , ; ,
    He left on Monday⟦ .⟧ Nobody saw him.                      ⇒ .
    He left on Monday⟦ .⟧                                      ⇒ .
Leaves alone
    The domain .fr and the file .htaccess are full.
    He waited ... and left . . . alone.
    It is written in .NET today.
    The calibre is .22 or .45 inches.
    A price of ,50 was paid.
    “Well …,” he said.
Limits
    In preview: it tells of careless typing as often as of translation (44 in human post-edits, 0 in Bing's output).
Source
    Own collection; the tokenised output of Moses (Koehn et al. 2007).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_ELLIPSIS = re.compile(r"\.\s?$"), re.compile(r"\s?\.")


def _is_alone(match: Match) -> bool:
    if not match.before.strip() or match.before[-1] in "([{“«‘|/=<>,":
        return False
    return not (_ELLIPSIS[0].search(match.before) or _ELLIPSIS[1].match(match.after))


RULE = Rule(
    id="GEN-P504",
    slug="space-before-comma",
    category="punctuation",
    mqm="linguistic conventions/punctuation",
    severity="minor",
    confidence=0.95,
    languages=(),
    scope="paragraph",
    message="No space belongs before '{mark}'.",
    pattern=r"(?P<span>[ \x{A0}\x{202F}]+(?P<mark>[,.]))(?:[\s\x{A0}”’\")\]]|$)",
    guard=_is_alone,
    repair="{mark}",
    safe=True,
    preview=True,
)
