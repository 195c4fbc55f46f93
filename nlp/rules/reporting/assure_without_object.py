"""'assurer que' without the person assured: "the minister assured that nobody would lose his job".

Why it matters
    In English one assures somebody. French "assurer que" needs nobody: to say, promise, or insist.
Flags
    The minister ⟦assured that⟧ nobody would lose his job.             ⇒ promised that | said that
    He also ⟦assured that⟧ talks were under way.                       ⇒ said that | gave assurances that
    “We are ready,” ⟦assured⟧ the minister on Monday.                  ⇒ said
    The company ⟦assures that⟧ its water is safe.                      ⇒ says that | gives assurances that
    The lawyers ⟦assure that⟧ he is innocent.                          ⇒ say that | give assurances that
Leaves alone
    The minister assured them that nobody would lose his job.
    Parents were assured that the school was safe.
    Be assured that help is coming, and rest assured that it will be enough.
    Self-assured, that man.
    He feels assured that he will win.
    She assured the minister that it was true.
    Armed citizens are assured that no one will fire.
    “You will win,” he assured the crowd.
Limits
    "Assured" before a noun ("assured the catering") is not looked for.
Source
    Any English dictionary, "assure"; Gardner 2016.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

# Passives and states: there the person who is assured is the subject.
_IS_ASSURED = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|am|rest|rests|rested|feel|feels|felt|get|gets|got|self|well|stay|remain|remains|least|seem"
    r"|seems|seemed|and|or|not|quite|fully|also be|already been)|['’](?:re|s|m)|-)\s*$",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r" (?:the|an?|his|her|its|their|one of|(?:Mr|Mrs|Ms)\.?|[A-Z][\w’'-]+) ")
_PROMISE = re.compile(r" (?:(?:[\w’'-]+ ){0,5})(?:would|will)\b")
_WORDS = {
    "assured": ("said", "promised", "gave"),
    "assures": ("says", "promises", "gives"),
    "assure": ("say", "promise", "give"),
}


def _without_object(match: Match) -> bool:
    before = match.unit[max(0, match.start - 60) : match.start]
    if match["that"]:
        return not _IS_ASSURED.search(before) and not re.search(
            r"\b(?:to|can|could|will|would|must) (?:\w+ly )?$", before
        )
    speaker = _SPEAKER.match(match.unit, match.end, match.end + 40)
    return bool(speaker and re.search(r"[”\"»’],? $", before))


def _repair(match: Match) -> tuple[str, ...]:
    say, promise, give = _WORDS[match["verb"]]
    if not match["that"]:
        return (say,)
    if _PROMISE.match(match.unit, match.end, match.end + 60):
        return f"{promise} that", f"{say} that"
    return f"{say} that", f"{give} assurances that"


RULE = Rule(
    id="FRE-R412",
    slug="assure-without-object",
    category="calque",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.9,
    message="English assures somebody; French 'assurer que' is to say, promise or insist.",
    pattern=r"\b(?P<span>(?P<verb>assure[ds]?)(?P<that> that)?)\b",
    guard=_without_object,
    repair=_repair,
)
