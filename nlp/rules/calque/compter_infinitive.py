"""'compter' + infinitive translated as counting: "count to implement", "count […] implement".

Why it matters
    French "compter" before an infinitive means to intend. English "count" does not, so the sentence either
    makes no sense or says that somebody is counting.
Flags
    The government ⟦counts to raise⟧ the tax next year.       ⇒ intends to raise | plans to raise
    The question is how the United States and its allies ⟦count […] implement⟧ the principle.
        ⇒ intend […] to implement | plan […] to implement
    The two countries ⟦count ... to sign⟧ a treaty.           ⇒ intend ... to sign | plan ... to sign
    The two parties ⟦count, (…), govern⟧ together.            ⇒ intend (…) to govern | plan (…) to govern
    The minister ⟦is counting to leave⟧ on Monday.            ⇒ intends to leave | plans to leave
    He ⟦counted to announce⟧ it in May.                       ⇒ intended to announce | planned to announce
    Paris, which ⟦counts well to defend⟧ its interests, refused.   ⇒ intends to defend | plans to defend
    They do not ⟦count to give⟧ up their seats.               ⇒ intend to give | plan to give
Leaves alone
    The government counts the votes.
    She counted to ten before she answered.
    The count to determine the winner begins on Monday.
    Every vote counts to the last.
    They count on foreign help.
    The allies count 20,000 soldiers.
    Officials began a count to verify the result.
    Each ballot is counted to ensure a fair result.
Limits
    "count on raising" can be good English and is left alone.
Source
    Inventory FRE-C201; any French dictionary, "compter" + infinitive.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import is_base

ELISION = r"(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)"
# After one of these "count" is a noun, and after a form of be "counted" is a passive.
_NO_ACTIVE_VERB = re.compile(
    r"(?:\b(?:the|an?|this|that|each|every|any|no|first|final|official|vote|head|body|full|manual|hand|of|their|its"
    r"|(?:is|are|was|were|be|been|being|gets?|got)(?: \w+ly)?)|-)\s*$",
    re.IGNORECASE,
)
_WORDS = {
    "count": ("intend", "plan"),
    "counts": ("intends", "plans"),
    "counted": ("intended", "planned"),
    "is counting": ("intends", "plans"),
    "are counting": ("intend", "plan"),
    "was counting": ("intended", "planned"),
    "were counting": ("intended", "planned"),
}


def _active_verb_with_infinitive(match: Match) -> bool:
    return bool(
        is_base(match["verb"]) and (match["to"] or match["elision"]) and not _NO_ACTIVE_VERB.search(match.before)
    )


def _repair(match: Match) -> tuple[str, ...]:
    elision = f" {match['elision']}" if match["elision"] else ""
    return tuple(f"{word}{elision} to {match['verb']}" for word in _WORDS[match["form"]])


RULE = Rule(
    id="FRE-C201",
    slug="count-for-intend",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.97,
    message="French 'compter' before a verb means to intend; '{form}' is a literal translation.",
    pattern=(
        r"\b(?P<span>(?P<form>counts?|counted|(?:is|are|was|were) counting)"
        rf"(?: well| also| now)?(?:,?\s*(?P<elision>{ELISION}),?)?\s+(?P<to>to )?(?P<verb>[a-z]+))\b"
    ),
    guard=_active_verb_with_infinitive,
    repair=_repair,
)
