"""The present of narration with a past year: "In 1961 he leaves the army and founds a newspaper".

Why it matters
    French tells a life in the present ("en 1961, il quitte l'armée"). English news does so only in captions and
    chronologies.
Flags
    In 1961 he ⟦leaves the army and founds⟧ a newspaper.        ⇒ left the army and founded
    In 1998, she ⟦becomes⟧ a minister.                          ⇒ became
    In May 1944, the young man ⟦joins⟧ the resistance.          ⇒ joined
    In 1975, Franco ⟦dies⟧ and the king returns.                ⇒ died
Leaves alone
    In 1961 he left the army.
    In 2094, she becomes a minister.
    In 1961 terms, the price remains low.
    In 1940, which remains a dark year, the town burned.
    The diary of 1944 shows how they lived.
    1961: he leaves the army.
    In 1994 alone, production exceeds all estimates.
Limits
    A chronology in the present throughout is flagged too, so the rule is off unless it is asked for.
Source
    Inventory FRE-T103.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._time import MONTH, YEAR, article_year
from nlp.text.verbs import base_of_third_person, past

_NOUNS_TOO = frozenset("prices terms sales rates figures remains shows means".split())


def _base(verb: str) -> str:
    return "found" if verb == "founds" else base_of_third_person(verb) or ""


def _tells_the_past(match: Match) -> bool:
    first, second = match["first"], match["second"]
    verbs = _base(first) and (not second or _base(second))
    return bool(verbs) and first not in _NOUNS_TOO and int(match["year"]) < article_year(match.article)


def _repair(match: Match) -> tuple[str, ...]:
    told = re.sub(r"^\w+", past(_base(match["first"])), match.text)
    return (re.sub(r"\w+$", past(_base(match["second"])), told) if match["second"] else told,)


RULE = Rule(
    id="FRE-T103",
    slug="historical-present",
    category="tense",
    mqm="linguistic conventions/grammar/verb tense",
    severity="minor",
    confidence=0.6,
    message="A present with a year in the past; French narrates in the present, English in the past.",
    pattern=(
        rf"\bIn (?:{MONTH} )?(?P<year>{YEAR}),? (?:he|she|it|the (?:[a-z]+ )?[a-z]+"
        rf"|[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)"
        r" (?P<span>(?P<first>[a-z]+s)(?: (?:the |a |an |his |her "
        r"|its )?(?:[\w’-]+ ){1,3}?and (?P<second>founds|joins|becomes|leaves|returns"
        r"|creates|moves|marries|publishes|enters|goes|opens|takes|wins|settles))?)\b"
    ),
    guard=_tells_the_past,
    repair=_repair,
    preview=True,
)
