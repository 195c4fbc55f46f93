r"""A time written with h: "20h30" for "8:30 p.m.".

Why it matters
    "20h30" is how French and Portuguese write the time. English readers do not know the form.
Flags
    Polls close at ⟦20h30⟧.                                   ⇒ 8:30 p.m
    He left at ⟦8 h 15⟧ and came back around ⟦12h00⟧.          ⇒ 8:15 a.m. ; noon
    From ⟦9h⟧ to ⟦17h⟧ the road is closed.                    ⇒ 9 a.m. ; 5 p.m.
    The curfew begins at ⟦21h⟧, the minister said.            ⇒ 9 p.m.
    The crash, at ⟦0h05⟧ on Monday, killed two.               ⇒ 12:05 a.m.
    The ceremony (⟦14h30⟧ GMT) will be shown live.            ⇒ 2:30 p.m.
    The shop is open until ⟦19h00⟧ on Sundays.                ⇒ 7 p.m.
Leaves alone
    He finished in 2h30 and won the race.
    The film lasts 1h45.
    The 24h race of Le Mans begins on Saturday.
    After 3h of talks they left.
    The drive takes 2 h 10 by train, 3h30 by car.
    The winner's time was 2h03m12.
    A capacity of 40 Ah and 20 kWh.
    He worked 35h a week, at 12h per day on Mondays.
Limits
    Without minutes only after a preposition of time. "14:30" is left alone: half the English press writes it.
Source
    Inventory FRE-N605; post-editors removed all of 10.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_AT = re.compile(
    r"\b(?:at|from|until|till|by|before|since|around|towards?|between|past)(?: (?:about|around|exactly|precisely))? $|\bto $",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d ?h(?: ?\d\d)? (?:to|and|or|-|–) $")
_LASTING = re.compile(
    r"\b(?:in|for|lasts?|lasted|lasting|take|takes|took|taking|time of|times?|of|than|nearly|almost|about|every|within|over"
    r"|after|during|another|for about|in about|was|wait|duration|by train,?|film|minutes|total(?:ling)?|only|just|some) $",
    re.IGNORECASE,
)
_LENGTH_AFTER = re.compile(
    r" ?(?:m\b|min|s\b|a (?:day|week)|per|of (?:talks|debate|work|flight|travel|driving|delay|discussion|hearing|game|race)|long|later|away|earlier|by (?:train|car|plane|bus|road))|['’′\"/-]"
)


def _is_a_time(match: Match) -> bool:
    """A time of day, not a length of time."""
    hour, minutes = int(match["hour"]), match["minutes"]
    if hour > 23 or _LENGTH_AFTER.match(match.after) or match.before[-1:] in (".", ",", ":", "/", "-", "$", "€"):
        return False
    if _AT.search(match.before) or _RANGE.search(match.before):
        return True
    return bool(minutes) and (hour > 9 or match["hour"][0] == "0") and not _LASTING.search(match.before)


def _repair(match: Match) -> tuple[str, ...]:
    hour, minutes = int(match["hour"]), match["minutes"] or "00"
    if minutes == "00" and hour in (0, 12):
        return ("noon" if hour else "midnight",)
    clock = f"{(hour - 1) % 12 + 1}" + (f":{minutes}" if minutes != "00" else "")
    half = "p.m." if hour >= 12 else "a.m."
    return (f"{clock} {half[:-1] if match.after.startswith('.') else half}",)


RULE = Rule(
    id="GEN-N605",
    slug="clock-with-h",
    category="time-format",
    mqm="locale conventions/time format",
    severity="minor",
    confidence=0.93,
    languages=(),
    message="A time of day in French form; English writes a colon, or a.m. and p.m.",
    pattern=r"\b(?P<span>(?P<hour>\d{1,2}) ?h(?: ?(?P<minutes>[0-5]\d))?)\b",
    guard=_is_a_time,
    repair=_repair,
    safe=True,
)
