"""'permettre de' + infinitive without an object: "The measure allows to reduce costs".

Why it matters
    French "permettre de" needs nobody who is permitted. English "allow", "enable" and "permit" do: they allow
    somebody to do something. Without one, English says that a thing makes it possible.
Flags
    The measure ⟦allows to reduce⟧ costs.                        ⇒ makes it possible to reduce
    This agreement should ⟦enable to resume⟧ the talks.          ⇒ make it possible to resume
    The new system, which ⟦permits to track⟧ spending, starts on Monday.   ⇒ makes it possible to track
    The satellite ⟦has allowed to locate⟧ the wreck.             ⇒ has made it possible to locate
    It ⟦allows to not lose⟧ time.                                ⇒ makes it possible not to lose
    They signed a text ⟦allowing to extradite⟧ the suspects.     ⇒ making it possible to extradite
    The reform, which ⟦allowed to create⟧ 10,000 jobs, is over.  ⇒ made it possible to create
    Fear does not ⟦allow to govern⟧ well.                        ⇒ make it possible to govern
Leaves alone
    He was allowed to leave the country.
    The number of workers allowed to stay will rise.
    The law allows them to vote.
    The list names those whom the law allows to vote.
    It decides how many migrants it allows to enter.
    He obtained a permit to build a house.
    Work permits to stay in the country are rare.
    The children the law allows to work are over 14.
    Residents are being allowed to return.
    The allies, permitted to land, waited.
Limits
    "allowed to" is taken for a passive unless "has", "have", "which" or "that" stands before it.
Source
    Inventory FRE-C202; Court of Auditors, Misused English words and expressions in EU publications, "allow (to)".
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import is_base

_ACTIVE_PAST = re.compile(
    r"\b(?:ha(?:s|ve|ving)(?: (?:also|already|recently|thus|finally|even|\w+ly))?|which|that)\s+$"
)
# A noun phrase before a subject is the object that seems to be missing: "those whom the law allows to vote".
_OBJECT_FIRST = re.compile(
    r"\b(?:whom|who|what|those|many|much|number|[a-z]{2,}[^s\W]s|people|men|women|children|anyone|everyone|only"
    r"|all) (?:that |which |whom )?"
    r"(?:it|he|she|they|we|you|(?:the|an?|its|his|her|their|our) (?:\w+ )?\w+)(?: will| would| can| could| also)?\s+$"
)
_NO_NOUN = re.compile(
    r"\b(?:that|which|it|this|also|to|will|would|can|could|not|should|may|must|might|they|does|law|measure|agreement"
    r"|system|reform|technology)\s+$"
)


def _nobody_is_allowed(match: Match) -> bool:
    verb = match["verb"]
    if not is_base(verb) or _OBJECT_FIRST.search(match.before):
        return False
    if match["form"].endswith("ed"):
        return bool(match["have"] or _ACTIVE_PAST.search(match.before))
    return match["form"] not in ("permit", "permits") or bool(_NO_NOUN.search(match.before))


def _repair(match: Match) -> tuple[str, ...]:
    form = match["form"]
    make = (
        "made"
        if form.endswith("ed")
        else "making"
        if form.endswith("ing")
        else "makes"
        if form.endswith("s")
        else "make"
    )
    infinitive = f"not to {match['verb']}" if match["neg"] else f"to {match['verb']}"
    return (f"{match['have']}{make} it possible {infinitive}",)


RULE = Rule(
    id="FRE-C202",
    slug="allow-to-without-object",
    category="calque",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.9,
    message="'{form} to' needs somebody who is allowed; French 'permettre de' does not.",
    pattern=(
        r"\b(?P<span>(?P<have>ha(?:s|ve|d) (?:also |already |recently |thus |finally |even |\w+ly )?)?"
        r"(?P<form>allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|permit(?:s|ted|ting)?)(?: (?:also|thus|even"
        r"|in particular))? to"
        r"(?P<neg> not)? (?P<verb>[a-z]+))\b"
    ),
    guard=_nobody_is_allowed,
    repair=_repair,
)
