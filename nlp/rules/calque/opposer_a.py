"""'opposer A à B' translated as opposing: "the conflict opposing Kiev to the separatists for eight years".

Why it matters
    French "opposer A à B" sets two sides against each other. In English one opposes something oneself, so
    "opposing Kiev to the separatists" names no fight. With "depuis" (since, for) the French present also
    stands for an English perfect.
Flags
    He spoke of the war in the east, ⟦opposing Kiev to pro-Russian separatists for eight years⟧.
        ⇒ that has pitted Kiev against pro-Russian separatists for eight years
        | which has pitted Kiev against pro-Russian separatists for eight years
    It is a war ⟦opposing the army to the rebels for two years⟧.
        ⇒ that has pitted the army against the rebels for two years
    It is a conflict ⟦opposing the army to two militias⟧.     ⇒ pitting the army against two militias
    It is a war ⟦opposing the Ukrainian army to the rebels⟧.  ⇒ pitting the Ukrainian army against the rebels
    The match which ⟦opposed France to Brazil⟧ drew crowds.   ⇒ pitted France against Brazil
    The trial that ⟦opposes the state to the company⟧ begins. ⇒ pits the state against the company
    The dispute ⟦opposing the mayor and the unions⟧ goes on.  ⇒ between the mayor and the unions
Leaves alone
    Those opposing the plan to close the school won.
    She opposed the move to Berlin.
    The party opposes changes to the law.
    The union, opposing the offer, walked out.
    Lawmakers opposed a return to military rule.
    Critics opposed giving money to the bank.
    He has opposed aid to Ukraine.
    A group opposing abortion and the death penalty marched.
Limits
    Flagged only where the word for a conflict stands before it, or where both sides look like parties to one.
Source
    Seed article, "opposant Kiev aux séparatistes prorusses depuis huit ans".
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_CONFLICT = re.compile(
    r"\b(?:war|conflict|dispute|fight|fighting|battle|clash|clashes|row|standoff|stand-off|quarrel|crisis|rivalry"
    r"|lawsuit|trial"
    r"|case|match|game|final|semi-final|duel|election|debate|feud|tensions?|struggle|hostilities|case|litigation"
    r"|run-off|bout"
    r"|confrontation|differences?|disagreement|east|west|north|south|region)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_FORMS = {"opposing": "pitting", "opposed": "pitted", "opposes": "pits", "oppose": "pit"}


def _two_sides(match: Match) -> bool:
    if not _CONFLICT.search(match.before):
        return False
    return match["join"] == "to" or bool(re.search(r"\b(?:war|conflict|dispute|row|feud|standoff)\s+$", match.before))


def _repair(match: Match) -> tuple[str, ...]:
    if match["join"] == "and":
        return (f"between {match['a']} and {match['b']}",) if match["form"] == "opposing" else ()
    verbs = [_FORMS[match["form"]]]
    if match["duration"] and verbs == ["pits"]:
        verbs = ["has pitted"]
    elif match["duration"] and verbs == ["pitting"]:
        verbs = ["that has pitted"]
        if match.before.rstrip().endswith(","):
            verbs.append("which has pitted")
    return tuple(f"{verb} {match['a']} against {match['b']}{match['duration']}" for verb in verbs)


# A party: "the army", "two rebel groups", "Kiev", "the Ukrainian army", "pro-Russian separatists".
_SIDE = (
    r"(?:(?:the|its|his|her|their|two|three|several|rebel|armed|local|\w+-\w+) )*"
    r"(?:[A-Z]\w*(?:ian|ish|ese|ean|can|aqi|eli|ani|ench|utch) [a-z]+|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*|[a-z][\w'’-]*)"
)

RULE = Rule(
    id="FRE-C221",
    slug="opposing-one-to-another",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.9,
    message="French 'opposer A à B' pits A against B; English '{form} A to B' does not say that.",
    pattern=(
        rf"\b(?P<span>(?P<form>oppos(?:ing|ed|es|e)) (?P<a>{_SIDE}) (?P<join>to|and) (?P<b>{_SIDE})"
        r"(?P<duration> for \w+ (?:years|months|weeks|decades|days))?)\b"
    ),
    guard=_two_sides,
    repair=_repair,
)
