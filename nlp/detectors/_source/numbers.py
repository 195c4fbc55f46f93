"""SRC-N101 number-changed, SRC-N102 number-unsupported, SRC-N103 number-missing.

A number of the translation is supported when the source has one of its readings ("1.234,5" and "1,234.5", "3 Mrd."
and "3 billion", "400万" and "4 million", "quinze jours" and "two weeks", "XIXe siècle" and "19th century"). One that
is not is *changed* when the source has a number that the translation lacks, else *unsupported*. A number in figures
that the source has and the translation lacks is *missing*. Number words count where `nlp.text.foreign_numbers` knows
the source's language; "one", "first" and "second" never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from nlp.detectors._source.pair import Flag, Pair, nearby
from nlp.text.foreign_numbers import KNOWN, foreign_numbers
from nlp.text.numbers import Number, numbers
from nlp.types import Span

_VAGUE = frozenset("one first second zero".split())  # pronouns, and units of time
_VAGUE_VALUES = {Decimal(1), Decimal(100), Decimal("1.5")}
_DERIVED = {  # what a number may come from: "quinze jours", "huit jours", "le trimestre", a dozen
    Decimal(2): (15, 14, 1), Decimal(7): (8, 1), Decimal(8): (7,), Decimal(14): (15,), Decimal(15): (2,),
    Decimal(12): (1,), Decimal(100): (1,),
}  # fmt: skip
_HALF_FOLLOWS = re.compile(r"\W+(?:\w+\W+)?and a half\b|\W+half\b")
_HALF_BEFORE = re.compile(r"\bhalf (?:an? )?$")
_CLOCK = re.compile(r"\s+o['’]clock\b")
_AND_A_HALF = re.compile(r"\b(?:et demie?|y medi[ao]|e mezz[ao]|e mei[ao])\b")  # "un million et demi"
_FULL_HOUR = re.compile(r"\d\s?[:h時]\s?$")  # "10:00", for which another text has 10
_DECADE = re.compile(r"['’]?s\b")
_AGE = re.compile(r"代|-?(?:er|х)\b|[^\W\d]*aine")
_IN_A_NAME = re.compile(r"[^\W\d_][-‐‑]?$")
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_COUNTED_SILENTLY = frozenset("zh ja".split())  # "a man of 50 and one of 60" become "two men"
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b", re.IGNORECASE)
_LENGTHS = re.compile(
    r"[-\s]?(?:miles?|mi|kilomet(?:er|re)s?|km|feet|foot|ft|inch(?:es)?|in|met(?:er|re)s?|m|pounds?|lbs?|kilograms?|"
    r"kg|acres?|hectares?|degrees?|°|yards?|gallons?|ounces?|mph|km/h)(?!\w)",
    re.IGNORECASE,
)


def check(pair: Pair) -> Iterator[Flag]:
    """The flags of one pair, in the order of the translation; those on what is missing last."""
    ours, theirs = numbers(pair.target), foreign_numbers(pair.source, pair.lang)
    known = {reading for number in theirs for reading in number.readings}
    if _AND_A_HALF.search(pair.source):
        known |= {reading * Decimal("1.5") for reading in known}
    words_known = pair.lang in KNOWN
    strangers = [
        number
        for number in ours
        if not (number.spelled and (not words_known or number.of(pair.target).lower() in _VAGUE))
        and not _supported(number, pair.target, known)
    ]
    unmatched = list(_unmatched(theirs, ours, pair))
    for number in strangers:
        said = number.of(pair.target)
        if _IN_A_NAME.search(pair.target[: number.start]) and said.isdigit():
            continue  # "COVID-19"
        if said == "1" and _NAME_BEFORE.search(pair.target, 0, number.start):
            continue  # "Ligue 1"
        if number.spelled and re.search(rf"\b{re.escape(said)}\b", pair.source):
            continue  # "I Saw Three Ships"
        if said == "00" and _FULL_HOUR.search(pair.target, 0, number.start):
            continue
        counterpart = _nearest(number, unmatched, pair) if unmatched else None
        place = Span(number.start, number.end)
        if counterpart is not None:
            span = Span(counterpart.start, counterpart.end)
            yield Flag(
                "SRC-N101", place, span, f"The source has “{span.of(pair.source)}”, the translation “{said}”.",
                _replacements(number, counterpart, pair) if len(unmatched) == len(strangers) == 1 else (),
            )  # fmt: skip
        elif not (number.spelled and pair.lang in _COUNTED_SILENTLY and max(number.readings) <= 3):
            yield Flag(
                "SRC-N102", place, None, f"The translation has the number “{said}”, for which the source has none."
            )
    if not strangers:
        for number in unmatched:
            if not number.spelled:
                span = Span(number.start, number.end)
                message = f"The source has the number “{span.of(pair.source)}”, which the translation has not."
                yield Flag("SRC-N103", nearby(pair, span), span, message)


def _supported(number: Number, text: str, known: set[Decimal]) -> bool:
    readings = set(number.readings)
    if _HALF_FOLLOWS.match(text, number.end):
        readings |= {reading + Decimal("0.5") for reading in readings} | {Decimal("1.5")}
    if _HALF_BEFORE.search(text, 0, number.start):
        readings |= {reading / 2 for reading in readings}
    if _CLOCK.match(text, number.end):
        readings |= {reading + 12 for reading in readings}
    if _DECADE.match(text, number.end):  # "the 1990s": "les années 90", "the 1800s": "le XIXe siècle"
        readings |= {reading % 100 for reading in readings} | {reading // 100 + 1 for reading in readings}
    if number.spelled:
        readings |= {Decimal(other) for reading in readings for other in _DERIVED.get(reading, ())}
    if not known.isdisjoint(readings):
        return True
    if _LENGTHS.match(text, number.end):
        return any(_converted(reading, other) for reading in readings for other in known if other)
    return any(_rounded(reading, other) for reading in readings for other in known)


def _converted(reading: Decimal, other: Decimal) -> bool:
    """Whether one is the other in another unit of length, weight or area, within 6 %."""
    factors = (1.609, 2.2046, 3.281, 2.54, 2.471, 1.094, 3.785)
    ours, theirs = float(reading), float(other)
    lengths = any(abs(a - b * factor) <= 0.06 * a for factor in factors for a, b in ((ours, theirs), (theirs, ours)))
    return lengths or abs(ours - (theirs * 1.8 + 32)) <= 2


def _rounded(reading: Decimal, other: Decimal) -> bool:
    """Whether a large number was written to fewer figures: 1,234,567 as 1.23 million."""
    return min(reading, other) >= 10_000 and abs(reading - other) <= Decimal("0.005") * other


def _unmatched(theirs: Sequence[Number], ours: Sequence[Number], pair: Pair) -> Iterator[Number]:
    """The source's numbers that the translation lacks, without months in figures and words that are vague."""
    said = {reading for number in ours for reading in number.readings}
    said |= {reading + Decimal("0.5") for reading in said if "half" in pair.target}
    months = len(_MONTH.findall(pair.target))
    for number in theirs:
        if not said.isdisjoint(number.readings) or any(_rounded(a, b) for a in said for b in number.readings):
            continue
        lone_numeral = pair.lang in ("zh", "ja") and len(number.of(pair.source)) < 2  # mostly part of a word
        if number.spelled and (lone_numeral or number.readings & _VAGUE_VALUES):
            continue
        if number.of(pair.source) == "00" and _FULL_HOUR.search(pair.source, 0, number.start):
            continue
        if _AGE.match(pair.source, number.end):  # "in his fifties"
            continue
        behind = pair.source[number.end : number.end + 2].strip()[:1]
        if months and 1 <= min(number.readings) <= 12 and behind in ("月", ".", "/", "-"):
            continue
        yield number


def _nearest(number: Number, unmatched: Sequence[Number], pair: Pair) -> Number:
    """The one at the most similar place of its text, figures before words."""
    at = number.start / max(1, len(pair.target))
    return min(unmatched, key=lambda n: (n.spelled != number.spelled, abs(n.start / max(1, len(pair.source)) - at)))


def _replacements(number: Number, counterpart: Number, pair: Pair) -> tuple[str, ...]:
    """The source's number in English figures, where it has one reading and stands in the same form."""
    figures = counterpart.of(pair.source)
    if len(counterpart.readings) > 1 or number.spelled or not figures.isdigit() or not number.of(pair.target).isdigit():
        return ()
    value = int(figures)
    return (f"{value:,}" if value >= 10_000 else str(value),)
