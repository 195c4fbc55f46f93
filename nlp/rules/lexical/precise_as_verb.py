"""'préciser' translated as a verb "to precise": "the prosecutor precised that".

Why it matters
    "Precise" is no English verb. French "préciser" reports a speaker's detail: said, added, specified.
Flags
    The prosecutor ⟦precised⟧ that two men were held.        ⇒ said | specified
    “It will reopen in May,” ⟦precised⟧ the mayor.           ⇒ said | added
    The ministry did not ⟦precise⟧ the date of the visit.    ⇒ specify | say
    He declined to ⟦precise⟧ how many were hurt.             ⇒ specify | say
    As ⟦precised⟧ by the police, the road stays closed.      ⇒ specified
    She ⟦precises⟧ that nothing has been signed.             ⇒ says | specifies
    He left without ⟦precising⟧ when he would return.        ⇒ specifying | saying
    The company has ⟦precised⟧ its forecasts for the year.   ⇒ specified | clarified
Leaves alone
    Thanks to precise measurements the error was found.
    The text is precise: no child may be left alone.
    He was precise about the date, and not precise enough about the place.
    The tool helps doctors to precise, safe operations.
    Precise that, please, is not a sentence.
Limits
    The bare "precise" is flagged only after "to", a modal or "do not", and before a clause or an article.
Source
    Inventory FRE-L303; Gardner 2016, "to precise".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import left, right
from nlp.rules.rule import Match, Rule, like

_FORMS = {"precised": "specified", "precises": "specifies", "precising": "specifying", "precise": "specify"}
_SAY = {"precised": "said", "precises": "says", "precising": "saying", "precise": "say"}
_CLARIFY = {"precised": "clarified", "precises": "clarifies", "precising": "clarifying", "precise": "clarify"}
_AFTER_QUOTE = re.compile(r"[”\"»’'],?\s*(?:(?:he|she|they|[A-Z][\w-]+) (?:has |have |had |also )?)?$")
_PASSIVE = re.compile(r"\b(?:as|was|were|is|are|be|been|being|further)\s+$", re.IGNORECASE)
_CLAUSE = re.compile(r"\s+(?:that|how|whether|what|when|where|why|which|who)\b", re.IGNORECASE)

_TAKES_BASE_FORM = re.compile(
    r"\b(?:to|will|would|can|could|must|should|cannot|(?:did|does|do|could|would|will) not|\w+n['’]t)\s+$",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\s+(?:the|his|her|its|their|this|if|in (?:an?|its|his|her|the|this))\b", re.IGNORECASE)


def _is_verb(match: Match) -> bool:
    form = match["form"].lower()
    if form in ("precised", "precising"):
        return True
    if form == "precise" and not _TAKES_BASE_FORM.search(left(match)):
        return False
    return bool(_CLAUSE.match(right(match)) or _OBJECT.match(right(match)))


def _repair(match: Match) -> tuple[str, ...]:
    form = match["form"].lower()
    specify, say, clarify = _FORMS[form], _SAY[form], _CLARIFY[form]
    if _PASSIVE.search(left(match)):
        words: tuple[str, ...] = (specify,)
    elif _CLAUSE.match(right(match)):
        words = (say, specify) if form in ("precised", "precises") else (specify, say)
    elif form == "precised" and _AFTER_QUOTE.search(left(match)):
        words = (say, "added")
    elif form == "precise":
        words = (specify, say)
    else:
        words = (specify, clarify)
    return tuple(like(match.text, word) for word in words)


RULE = Rule(
    id="FRE-L303",
    slug="precise-as-verb",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.97,
    message="'Precise' is no English verb; French 'préciser' is to specify, or simply to say or add.",
    pattern=r"(?i)\b(?P<span>(?P<form>precis(?:ed|es|ing|e)))\b",
    guard=_is_verb,
    repair=_repair,
)
