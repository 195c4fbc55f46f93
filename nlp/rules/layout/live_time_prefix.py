r"""The time of a live ticker before a sentence: "11:42 am - The minister arrives".

Why it matters
    In the ticker it stood beside the entry. Glued to the sentence it breaks it, and reads like a time in it.
Flags
    ⟦11:42 am -⟧ The minister arrives.                       ⇒ (delete)
    ⟦11:42 -⟧ The minister arrives.\n⟦11:58 -⟧ He speaks.     ⇒ (delete) ; (delete)
    ⟦11h42 :⟧ The minister arrives.                          ⇒ (delete)
    ⟦9:05 p.m. —⟧ The polls have closed in Paris.            ⇒ (delete)
    ⟦[11:42]⟧ The minister arrives.                          ⇒ (delete)
    ⟦18:30 GMT |⟧ The polls have closed in Paris.            ⇒ (delete)
Leaves alone
    11:42 was the time on the clock.
    10:00 - 11:00 Opening session
    At 11:42 - the very minute of the crash - the clock stopped.
    2:1 - Lyon wins again.
    20:30 - France
    1:20.5 - the best time of the season.
Limits
    A programme of events is taken for a ticker when its entries are sentences.
Source
    Inventory FRE-S960.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule

_ZONE = r"(?:\s?(?:GMT|UTC|CET|CEST|BST|EST|EDT|ET))?"
_CLOCK = rf"(?:\d{{1,2}}\s?[:h]\s?\d{{2}}(?:\s?(?i:[ap]\.?m\b\.?))?|\d{{1,2}}\s?(?i:[ap]\.?m\b\.?)){_ZONE}"
_LEAST_WORDS = 2


def _is_entry(match: Match) -> bool:
    return len(match.after.split()) >= _LEAST_WORDS


RULE = Rule(
    id="GEN-S960",
    slug="live-time-prefix",
    category="residue",
    mqm="other/non-translation",
    severity="minor",
    confidence=0.85,
    languages=(),
    scope="paragraph",
    message="The time of a live ticker, glued to the sentence.",
    pattern=rf"^(?P<span>\[{_CLOCK}\](?: ?[:–—-])?|{_CLOCK} ?[:|–—-])\s+[\p{{Lu}}“\"‘]",
    guard=_is_entry,
    repair="",
    safe=True,
    evidence="layout",
)
