"""A future after a conjunction of time: "when the works will be finished".

Why it matters
    French puts the future after "quand", "dès que", "lorsque"; English puts the present there.
Flags
    The site will reopen when the works ⟦will be⟧ finished.            ⇒ are
    As soon as he ⟦will arrive⟧, the talks will begin.                 ⇒ arrives
    The talks go on until an agreement ⟦will be⟧ reached.              ⇒ is
    Once the law ⟦will be⟧ adopted, the tax will rise.                 ⇒ is
    When they ⟦will have⟧ signed, the border will open.                ⇒ have
    We shall pay as soon as the bank ⟦will give⟧ its consent.          ⇒ gives
    Until the children ⟦will return⟧, the school stays closed.         ⇒ return
Leaves alone
    The site will reopen when the work is finished.
    Nobody knows when the works will be finished.
    The minister did not say when he will resign.
    There is a question of when the border will open.
    When will he resign?
    The day when he will leave is near.
    They asked until when the school will be closed.
    He will play, but is ‘unsure’ when he will return.
    Once a rich country, it will be poor.
    It is unclear when and how they will vote.
    In May, when the works will be finished, the mayor will speak.
    He will decide when the troops will leave.
    When he left, he said they will return.
Limits
    With "when" the main clause must have a future too, since an indirect question takes one rightly.
Source
    Inventory FRE-T110; Huddleston & Pullum 2002, ch. 3, §9.5.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._subject import is_plural
from nlp.text.verbs import base_of_past, is_base, third_person

_SUBJECT = (
    r"(?:he|she|it|they|we|you|I|(?:the|an?|his|her|its|their|our|this|these|all|both|two"
    r"|three) (?:[\w’-]+ )?[\w’-]+|[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)"
)
# Before an indirect question or a relative clause.
_NO_TIME_CLAUSE = re.compile(
    r"(?:\b(?:\w*know(?:s|n|ing)?|knew|say|says|said|tell|tells|told|asks?|asked|asking|wonders?|wondered"
    r"|decides?|decided|deciding|determines?|determine|announced?"
    r"|announces|explain(?:s|ed)?|specif(?:y|ies|ied)|indicate(?:s|d)?|see|sees|guess|predict|predicts"
    r"|discuss|clear|unclear|unsure|sure|certain|uncertain|question"
    r"|questions|idea|of|on|about|as to|regarding|over|from|since|until|day|time|moment|date|year|month|week"
    r"|hour|point|era|period|age|future"
    r"|stage|doubt|and|or|if|whether|depends?|imagine|forget|remember|reveal(?:s|ed)?|confirm(?:s|ed)?"
    r"|clarif(?:y|ies|ied)|matter|matters|is|was|be)"
    r"|[,–—\d]|(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|day))\s*$",
    re.IGNORECASE,
)
_INDIRECT = re.compile(
    r"\b(?:say|tell|ask|decide|determine|announce|know|explain|specify|see|find out|learn|discuss"
    r"|vote on)\b(?: \w+){0,2}\s*$"
)


def _in_time_clause(match: Match) -> bool:
    subject = match["subject"].split()
    if any(base_of_past(word) for word in subject[1:]) or match["verb"] in ("need", "not", "never"):
        return False
    if match["verb"] not in ("have", "be") and not is_base(match["verb"]):
        return False
    before = re.sub("[’'”\"`]", "", match.before[: -len(match["lead"])])
    if match["conjunction"].lower() != "when":
        return not re.search(r"\b(?:not|and|or|how)\s*$|[A-Za-z]-$", before)
    if not before.strip(" “\"'‘"):
        return bool(re.search(r", [^.]*\bwill\b", match.after))
    return bool(re.search(r"\bwill\b", before)) and not (_NO_TIME_CLAUSE.search(before) or _INDIRECT.search(before))


def _repair(match: Match) -> tuple[str, ...]:
    subject, verb = match["subject"], match["verb"]
    plural = True if subject in ("I", "you") else is_plural(subject)
    if plural is None:
        return ()
    if verb == "be":
        return ("am" if subject == "I" else "are" if plural else "is",)
    return (verb if plural else third_person(verb),)


RULE = Rule(
    id="FRE-T110",
    slug="future-in-time-clause",
    category="tense",
    mqm="linguistic conventions/grammar/verb tense",
    severity="minor",
    confidence=0.85,
    message="After '{conjunction}' English puts the present, where French puts the future.",
    pattern=(
        rf"\b(?P<lead>(?P<conjunction>[Ww]hen|[Aa]s soon as|[Oo]nce|[Uu]ntil|[Bb]y the time"
        rf"|[Aa]s long as) (?P<subject>{_SUBJECT}) )"
        r"(?P<span>will (?P<verb>[a-z]+))\b"
    ),
    guard=_in_time_clause,
    repair=_repair,
)
