r"""A speed without its hour: "winds of 110 km" for "winds of 110 kph".

Why it matters
    A kilometre is a length. French speech drops "heure" ("des vents à 110 km/h", "à 110"), and the translation
    then gives a wind the length of a road.
Flags
    Winds reached ⟦110 km⟧ on the coast.                      ⇒ 110 kph | 110 km/h
    Gusts of ⟦130 kilometres⟧ were recorded in Brest.         ⇒ 130 kph | 130 kilometres an hour
    The limit on this road is a speed of ⟦80 km⟧.             ⇒ 80 kph | 80 km/h
    He was driving at a speed of more than ⟦180 kilometers⟧.  ⇒ 180 kph | 180 kilometers an hour
Leaves alone
    Winds reached 110 km/h on the coast.
    Gusts of 130 kilometres per hour were recorded.
    Winds blew the boat 110 km off its course.
    The winds reached 20 km inland.
    The train, at top speed, needs 3 km to stop.
    Winds of 110 km an hour are forecast.
    A speed record over 10 km was set.
Limits
    Only with a word for wind or speed close before it.
Source
    Inventory FRE-N607.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_RATE = re.compile(
    r" ?(?:/|per|an? hour|each hour|inland|away|off|from|north|south|east|west|long|wide|high|of|further|around|offshore|out)"
)


def _has_no_hour(match: Match) -> bool:
    return not _RATE.match(match.after)


def _repair(match: Match) -> tuple[str, ...]:
    number, unit = match["number"], match["unit"]
    return (f"{number} kph", f"{number} km/h" if unit == "km" else f"{number} {unit} an hour")


RULE = Rule(
    id="GEN-N607",
    slug="speed-without-hour",
    category="unit",
    mqm="accuracy/mistranslation/unit",
    severity="major",
    confidence=0.85,
    languages=(),
    message="A length where a speed is meant: '{number} {unit}' of what the hour was lost.",
    pattern=(
        r"(?i:\b(?:(?:winds?|gusts?|squalls?)(?: speeds?)?(?: of| reach(?:ed|ing)?| exceed(?:ed|ing)?| gusting (?:to|at)"
        r"| (?:of )?up to| at)|(?:a|the|at|maximum|top) speed (?:limit )?of|speeds? (?:of )?up to|speed (?:is |was |will be )?limited to)"
        r"(?: (?:more than|over|up to|nearly|about|around|almost|at least|to))* )"
        r"(?P<span>(?P<number>\d{2,3}(?:[.,]\d)?) ?(?P<unit>km|kilometres|kilometers))\b"
    ),
    guard=_has_no_hour,
    repair=_repair,
)
