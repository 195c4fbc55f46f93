r"""Two determiners before one noun: "the a", "the its", "a the".

Why it matters
    The translator kept both its own article and that of the source, or an edit was left half done.
Flags
    ⟦The a⟧ minister resigned.                                ⇒ The | A
    He spoke of ⟦the his⟧ plans.                              ⇒ his | the
    It is ⟦a the⟧ first step.                                 ⇒ the | a
    They defended ⟦their the⟧ rights.                         ⇒ their | the
    She left ⟦an a⟧ note.                                     ⇒ a | an
    He read ⟦the these⟧ books.                                ⇒ these | the
    They lost ⟦the their⟧ homes.                              ⇒ their | the
Leaves alone
    The A team won; the a cappella group sang.
    Is this the end? Do that a lot.
    He gave her the book and told her a story.
    What is that the answer to?
    Its a lot of fun, he wrote.
    From the "a" to the "the" he counted articles.
    The The is a band.
    A his-and-hers set was sold.
    She told his the truth.
    The a priori judgement and the a la carte menu.
    Of the our-town sort; the an-nas are towns.
Limits
    Determiners that are pronouns too (this, that, her, his before another) are left alone.
Source
    Own collection; Huddleston & Pullum 2002, ch. 5 §4: one determiner a noun phrase.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like

_LATIN = re.compile(r"[ -](?:cappella|la\b|priori|posteriori|fortiori|contrario|capella|and|or|cut)|[-’'.”\"),]")
_POSSESSIVES = ("his", "its", "their", "our", "my", "your")


def _is_a_slip(match: Match) -> bool:
    first, second = match["first"].lower(), match["second"]
    owns = first in _POSSESSIVES and second not in ("the", "a", "an")
    return first != second and not owns and not _LATIN.match(match.after)


def _repair(match: Match) -> tuple[str, ...]:
    """The more definite of the two comes first."""
    first, second = match["first"], match["second"]
    weak = first.lower() in ("a", "an") or second in _POSSESSIVES or second in ("this", "these", "those")
    both = (second, first) if weak else (first, second)
    return tuple(like(first, word.lower()) for word in both)


RULE = Rule(
    id="GEN-P507",
    slug="two-determiners",
    category="grammar",
    mqm="linguistic conventions/grammar/function words",
    severity="minor",
    confidence=0.92,
    languages=(),
    message="Two determiners stand before one noun: '{text}'.",
    pattern=(
        r"\b(?P<span>(?P<first>(?i:the|an?|their|our|my)) "
        r"(?P<second>the|an?|this|these|those|his|its|their|our|my|your))\b"
    ),
    guard=_is_a_slip,
    repair=_repair,
)
