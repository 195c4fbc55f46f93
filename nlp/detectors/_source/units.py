"""SRC-N104 currency-changed, SRC-N105 unit-changed, SRC-N106 month-changed, SRC-N107 weekday-changed.

Each is a closed set of things with names in every language: a member that the translation has and the source lacks,
while the source has another member of the same set that the translation lacks, is *changed*. A unit is changed only
where its number stayed the same, for a converted one is no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from nlp.detectors._source._unit_names import CURRENCIES, MONTHS, UNITS, WEEKDAYS
from nlp.detectors._source.pair import Flag, Pair
from nlp.types import Span

_NUMBER_BEFORE = re.compile(r"(\d[\d.,\u00a0\u202f ]*)\W{0,2}$")


def check(pair: Pair) -> Iterator[Flag]:
    """The flags of one pair; none in languages whose names are not in the tables."""
    yield from _changed(pair, "SRC-N104", "currency", CURRENCIES)
    for units in UNITS:
        yield from _changed(pair, "SRC-N105", "unit", units, same_number=True)
    yield from _changed(pair, "SRC-N106", "month", MONTHS)
    yield from _changed(pair, "SRC-N107", "weekday", WEEKDAYS)


def _changed(
    pair: Pair, rule: str, kind: str, names: Mapping[str, tuple[str, str]], *, same_number: bool = False
) -> Iterator[Flag]:
    theirs = {name: match for name in names if (match := _pattern(names[name][1]).search(pair.source))}
    ours = {name: match for name in names if (match := _pattern(names[name][0], case=True).search(pair.target))}
    lost = [name for name in theirs if name not in ours]
    for name, match in ours.items():
        if name in theirs or not lost:
            continue
        place, span = Span(*match.span()), Span(*theirs[lost[0]].span())
        if same_number and _before(pair.target, place) != _before(pair.source, span):
            continue
        message = f"The source has the {kind} “{span.of(pair.source)}”, the translation “{place.of(pair.target)}”."
        yield Flag(rule, place, span, message)


def _before(text: str, place: Span) -> str:
    match = _NUMBER_BEFORE.search(text, 0, place.start)
    return re.sub(r"\D", "", match[1]) if match else ""


@cache
def _pattern(words: str, *, case: bool = False) -> re.Pattern[str]:
    """Words apart by "|"; one in letters of an alphabet is found where a word begins, * stands for any ending."""
    parts = []
    for word in words.split("|"):
        escaped = re.escape(word).replace(r"\*", r"[^\W\d_]*")
        unspaced = re.search("[\u0900-\u0dff\u3040-\u9fff]", word) or not word[0].isalpha()
        parts.append(escaped if unspaced else rf"\b{escaped}\b")
    return re.compile("|".join(parts), 0 if case else re.IGNORECASE)
