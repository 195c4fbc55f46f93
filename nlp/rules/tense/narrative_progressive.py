"""The narrative imperfect as a progressive: "At 8 p.m. the gunman was entering the station and was shooting a guard".

Why it matters
    The French imperfect can tell single events in a row ("à 20 heures, l'homme entrait …"). The English past
    progressive paints a background, so the event never seems to be completed.
Flags
    At 8 p.m. the gunman ⟦was entering the station and was shooting⟧ a guard.     ⇒ entered the station and shot
    At 10:15, two men ⟦were leaving the bank and were opening⟧ fire.              ⇒ left the bank and opened
    At noon he ⟦was arresting the suspect and was handing⟧ him to the police.     ⇒ arrested the suspect and handed
Leaves alone
    At 8 p.m. the gunman was entering the station when he was shot.
    At noon they were eating and were talking about the match.
    He was entering the station and shooting at everyone.
    In May he was leaving the bank and was looking for work.
Limits
    Only two progressives of momentary verbs in a row after a time of day; off unless it is asked for.
Source
    Inventory FRE-T108; Grevisse & Goosse, Le bon usage, §881 (imparfait narratif).
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import base_of_gerund, past

_MOMENTARY = frozenset(
    """enter leave shoot fire stab kill arrest arrive explode open close hand seize grab strike hit throw jump fall die
    sign announce declare resign crash ram board land reach release catch detonate escape flee begin start stop
    end win score launch""".split()
)


def _events_in_a_row(match: Match) -> bool:
    return base_of_gerund(match["first"]) in _MOMENTARY and base_of_gerund(match["second"]) in _MOMENTARY


def _repair(match: Match) -> tuple[str, ...]:
    first, second = (past(base_of_gerund(match[name]) or "") for name in ("first", "second"))
    return (f"{first}{match['object']} and {second}",)


RULE = Rule(
    id="FRE-T108",
    slug="narrative-progressive",
    category="tense",
    mqm="linguistic conventions/grammar/verb tense",
    severity="minor",
    confidence=0.6,
    message="Events told one after the other take the simple past; the French imperfect became a progressive.",
    pattern=(
        r"\b[Aa]t (?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight|dawn|daybreak),? (?:[\w’'-]+ ){1,5}"
        r"(?P<span>(?:was|were) (?P<first>[a-z]+ing)(?P<object>(?: [\w’'-]+){0,5}?) and (?:was"
        r"|were) (?P<second>[a-z]+ing))\b"
    ),
    guard=_events_in_a_row,
    repair=_repair,
    preview=True,
)
