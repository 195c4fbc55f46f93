"""'il s'agit de' translated as "it is about": "It is about the third attack this year".

Why it matters
    French "il s'agit de" only says "this is". English "it is about" names a topic or gives a rough figure.
Flags
    ⟦It is about⟧ the third attack this year.                     ⇒ This is
    ⟦It was about⟧ the first visit by a president to the island.  ⇒ This was
    ⟦It is about⟧ a 34-year-old man who lived alone.              ⇒ This is
    ⟦It acts of⟧ a serious mistake, the minister said.            ⇒ This is
    In this case ⟦it is acting of⟧ fraud.                         ⇒ it is
    ⟦It’s about⟧ a man aged 40, who was known to the police.      ⇒ This is
Leaves alone
    It is about time.
    It is about the future of our children.
    The film is a success: it is about a man who flies.
    It is about 30 kilometres from Paris.
    It is about two people who fall in love.
    It acts of its own accord.
    It is about the same as the first one.
Limits
    Flagged only before a rank ("the third …") or a person whose age is given.
Source
    Inventory FRE-C203; Court of Auditors, Misused English words and expressions in EU publications.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_RANK = re.compile(
    r" (?:the|his|her|its|their) (?:very )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d+(?:st|nd|rd|th)"
    r"|(?:high|low|bigg|larg|great|strong|deadli|bloodi|heavi|long)est|worst) (?!half\b|time\b|thing\b|place\b)[a-z]"
    r"| (?:an?|two|three|four|five) (?:\d{1,2}-year-old|(?:young |old |elderly )?(?:man|woman|boy|girl|men|women"
    r"|boys|girls|people)"
    r"(?:,? aged| of \d{1,2}\b))"
)


def _identifies(match: Match) -> bool:
    if match["act"]:
        return not re.match(r" (?:its|his|her|their) own\b", match.after)
    return bool(_RANK.match(match.after))


def _repair(match: Match) -> tuple[str, ...]:
    be = "was" if match["was"] else "is"
    return (f"This {be}" if match.text.startswith("I") else f"it {be}",)


RULE = Rule(
    id="FRE-C203",
    slug="it-is-about",
    category="calque",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.85,
    message="French 'il s'agit de' only says 'this is'; '{text}' names a topic or a rough figure.",
    pattern=(
        r"(?:^|[.;:,] |\bcase |\bthat )(?P<span>[Ii]t(?: is|['’]s| (?P<was>was)) about|[Ii]t (?P<act>acts of"
        r"|is acting of))\b"
    ),
    guard=_identifies,
    repair=_repair,
    in_quotes=False,
)
