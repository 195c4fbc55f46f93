"""The conditional of hearsay, present: "The toll would be at least 40, according to a provisional count".

Why it matters
    French "le bilan serait d'au moins 40 morts" reports a figure nobody has confirmed. English "would be" makes it
    depend on a condition that is nowhere stated.
Flags
    The toll ⟦would be⟧ at least 40, according to a provisional count.       ⇒ is reported to be
    According to police, the two suspects ⟦would be⟧ on the run.             ⇒ are reported to be
    According to media reports, he ⟦would be⟧ linked to a far-right group.   ⇒ is reported to be
    According to several sources, the gunman ⟦would still be⟧ alive.         ⇒ is reported to still be
    There ⟦would be⟧ at least ten dead, according to witnesses.              ⇒ are reported to be
    The number of victims ⟦would be⟧ close to 200, according to an NGO.      ⇒ is reported to be
Leaves alone
    The tax would be at least 40%, according to officials.
    According to police, the toll would be higher if the bomb had exploded inside.
    The summit would be held in May, according to a source.
    According to the agency, the cost would be about $5 billion.
    According to police, nobody would be charged.
    The toll would be 40.
    He said the toll would be known on Monday, according to the daily.
Limits
    Only figures of victims, and states such as "on the run", with an attribution in the same sentence.
Source
    Inventory FRE-T106; Grevisse & Goosse, Le bon usage, §889.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._hearsay import ATTRIBUTED, CONDITION, PLAN
from nlp.rules.tense._subject import is_plural
from nlp.rules.tense._time import NUMBER

_FIGURE = re.compile(
    rf"^(?: (?:at least|about|around|nearly|almost|more than|over|up to|some|close to|between))* (?:{NUMBER}"
    rf"|dozens|several|hundreds|thousands)\b(?![%.,]?\d*\s?%)"
)
_COUNTED = re.compile(
    r"\b(?:tolls?|(?:number|total) of (?:the )?(?:dead|deaths|victims|injured|wounded|casualties|hostages"
    r"|missing|killed|protesters|demonstrators"
    r"|arrests|prisoners|refugees|displaced)|victims|attackers|assailants|gunmen|suspects|hostages|deaths"
    r"|casualties|wounded|injured|[Tt]here)\s+$"
)
_STATE = re.compile(
    r"^ (?:dead|alive|missing|unharmed|safe|(?:seriously |slightly )?(?:wounded|injured|hurt)|implicated"
    r"|involved|linked|behind|responsible|armed"
    r"|suspected|in custody|in detention|hospitali[sz]ed|on the run|still at large|at large|known to"
    r"|of \w+ (?:nationality|origin)|aged|between \d+ and"
    r"|the (?:author|perpetrator|instigator|origin|cause|mastermind)|part of|close to|a member|members"
    r"|hiding|the victims?)\b"
)


def _is_hearsay(match: Match) -> bool:
    others = f"{match.before} {match.after}"
    stated = _STATE.match(match.after) and not PLAN.search(match.before)
    counted = _COUNTED.search(match.before) and _FIGURE.match(match.after)
    return bool((stated or counted) and ATTRIBUTED.search(others) and not CONDITION.search(others))


def _repair(match: Match) -> tuple[str, ...]:
    subject = match.before.strip()
    if re.search(r"\b(?:toll|(?:number|total) of [\w ]+)$", subject):
        plural: bool | None = False
    else:
        plural = True if subject.lower().endswith("there") else is_plural(subject)
    return () if plural is None else (f"{'are' if plural else 'is'} reported to{match['adverb']} be",)


RULE = Rule(
    id="FRE-T106",
    slug="hearsay-would-be",
    category="tense",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.8,
    message="'{text}' states no condition; the French conditional 'serait' says that it is reported, not confirmed.",
    pattern=r"\b(?P<span>would(?P<adverb> (?:still|also|now|already|currently|even|\w+ly))? be)\b",
    guard=_is_hearsay,
    repair=_repair,
)
