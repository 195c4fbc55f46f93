"""'vouloir que' translated as "want that": "The minister wants that the law passes".

Why it matters
    French "vouloir" takes a clause with "que". English "want" and "would like" take an object and an infinitive.
Flags
    The minister ⟦wants that the law is⟧ adopted.                  ⇒ wants the law to be
    We ⟦would like that the city keeps⟧ this place.                ⇒ would like the city to keep
    They do not ⟦want that we forget⟧ the war.                     ⇒ want us to forget
    He ⟦wanted that his son became⟧ a doctor.                      ⇒ wanted his son to become
    The union ⟦wants that workers receive⟧ more.                   ⇒ wants workers to receive
    Paris ⟦wants that NATO should leave⟧ the region.               ⇒ wants NATO to leave
Leaves alone
    They want that man to leave.
    We want that to change.
    He wants that.
    If you want that kind of peace, prepare for war.
    The thing they want that nobody has is time.
    We wanted that the most.
Limits
    Where the clause's verb cannot be found nothing is flagged.
Source
    Not in the inventory: 14 in the Bing, 1 in the human post-edits of the same 10,000 sentences.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import base_of_past, base_of_third_person, is_base

_OBJECTS = {"we": "us", "they": "them", "he": "him", "she": "her", "I": "me"}
_PRONOUN_OR_DETERMINER = re.compile(
    r"(?:we|they|he|she|it|I|you|the|an?|his|her|its|their|our|all|every|these|those)$|[A-Z]|[a-z]+s$|people$|someone$"
)


def _base(verb: str) -> str | None:
    if verb in ("is", "are", "be", "was", "were"):
        return "be"
    return base_of_third_person(verb) or base_of_past(verb) or (verb if is_base(verb) else None)


def _clause_follows(match: Match) -> bool:
    subject = match["subject"].split()
    if not _PRONOUN_OR_DETERMINER.match(subject[0]) or re.match(r" (?:to|of)\b", match.after):
        return False
    return _base(match["verb"]) is not None and not (
        len(subject) == 1 and subject[0] in ("the", "an", "a", "his", "its", "their", "our", "all")
    )


def _repair(match: Match) -> tuple[str, ...]:
    subject = _OBJECTS.get(match["subject"], match["subject"])
    return (f"{match['want']} {subject} to {_base(match['verb'])}",)


RULE = Rule(
    id="FRE-C226",
    slug="want-that",
    category="calque",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.9,
    message="French 'vouloir que' takes a clause; English wants somebody to do something.",
    pattern=(
        r"\b(?P<span>(?P<want>wants?|wanted|would like|would have liked) that (?P<subject>(?:we|they|he|she|it|I|you"
        r"|someone|people"
        r"|(?:the|an?|his|her|its|their|our|all|every|these|those) (?:[\w’-]+ )??[\w’-]+|[A-Z][\w’-]+|[a-z]+s))"
        r"(?: should| can| could| will| would| may)? (?P<verb>[a-z]+))\b"
    ),
    guard=_clause_follows,
    repair=_repair,
)
