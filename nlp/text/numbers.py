"""Numbers in running text, and the values each may stand for.

Read are: digits of any script, grouped or with decimals in any locale ("1,234.5", "1.234,5", "1 234,5", "1'234.5");
an order of magnitude after them in the larger languages ("3 Mrd.", "2,5 millions", "30亿"); and English number
words, cardinal and ordinal ("twenty-one", "two hundred thousand", "fifth"). Not read: number words of other
languages, Roman numerals, fractions, "dozens", signs. Figures in a row of more than 40 are no number.

Currency, percent signs and ordinal endings do not change the value: "5%", "5 percent" and "5th" are all 5. Dates,
times and version numbers come apart into their figures; "7 p.m." may also be read as 19.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nlp.text._number_words import ORDINALS, SCALES, SMALL, magnitudes

_SPACE = " \u00a0\u2009\u202f"
_TOKEN = re.compile(
    rf"""
    (?P<spaced>(?<!\d)\d{{1,3}}(?P<sep>[{_SPACE}'’])\d{{3}}(?:(?P=sep)\d{{3}})*(?!\d))(?P<decimals>[.,٫]\d+(?![.,]?\d))?
    | (?P<figures>\d+(?:[.,٫٬]\d+)*)
    | (?P<word>[^\W\d_]+)
    """,
    re.VERBOSE,
)
_MAGNITUDE = re.compile(rf"[{_SPACE}-]?([百千万萬亿億兆백천만억조]|[^\W\d_]+)")
_CLOCK = re.compile(r"(?::\d\d)?\s?([ap])\.?m\b", re.IGNORECASE)
_FIRST_WORDS = frozenset(["a", "an", *SMALL, *ORDINALS])
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end) of a text. It may be read as any of `readings`; `spelled` says it is in words."""

    start: int
    end: int
    readings: frozenset[Decimal]
    spelled: bool = False

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def numbers(text: str, *, foreign: bool = False) -> list[Number]:
    """The numbers of a text, in order.

    `foreign` also reads "billion" and "trillion" the way German, French and Spanish do (10^12, 10^18).

    >>> text = "On January 26, 1.234,5 of twenty-one thousand people got 3 billion."
    >>> [(number.of(text), *map(float, number.readings)) for number in numbers(text)]
    [('26', 26.0), ('1.234,5', 1234.5), ('twenty-one thousand', 21000.0), ('3 billion', 3000000000.0)]
    """
    found: list[Number] = []
    tokens = list(_TOKEN.finditer(text))
    end = 0
    for index, token in enumerate(tokens):
        if token.start() < end:
            continue
        if token["word"]:
            number = _spelled(text, tokens, index) if token[0].lower() in _FIRST_WORDS else None
            if number is not None:
                found.append(number)
        else:
            found += _figures(text, token, foreign=foreign)
        end = found[-1].end if found else 0
    return found


def _figures(text: str, token: re.Match[str], *, foreign: bool) -> Iterator[Number]:
    """A token of figures as one number, or as several when it is no number as a whole (a date, a version)."""
    if token["spaced"]:
        whole = "".join(filter(str.isdigit, token["spaced"]))
        readings = {Decimal(f"{whole}.{token['decimals'][1:]}" if token["decimals"] else whole)}
    else:
        readings = set(_readings(token["figures"]))
    if readings:
        yield _with_context(text, token.start(), token.end(), readings, foreign=foreign)
        return
    for part in re.finditer(r"\d+", token[0]):
        if len(part[0]) <= _LONGEST:
            start = token.start() + part.start()
            yield _with_context(text, start, start + len(part[0]), {Decimal(part[0])}, foreign=foreign)


def _readings(figures: str) -> Iterator[Decimal]:
    """The values of figures with full stops and commas; none when they make no number.

    >>> [sorted(map(float, _readings(figures))) for figures in ("1,234", "0.5", "1,234.5", "12,34,567", "26.01.2022")]
    [[1.234, 1234.0], [0.5], [1234.5], [1234567.0], []]
    """
    groups, marks = re.findall(r"\d+", figures), re.findall(r"\D", figures)
    if len(figures) > _LONGEST:
        return
    if not marks or _grouped(groups, marks):
        yield Decimal("".join(groups))
    if marks and marks[-1] != "٬" and marks[-1] not in marks[:-1] and _grouped(groups[:-1], marks[:-1]):
        yield Decimal(f"{''.join(groups[:-1])}.{groups[-1]}")


def _grouped(groups: list[str], marks: list[str]) -> bool:
    """Whether the groups are thousands: one kind of mark, threes after it (or twos, then a three, as in India)."""
    if len(groups) == 1:
        return True
    sizes = {len(group) for group in groups[1:-1]}
    return (
        len(set(marks)) == 1
        and marks[0] != "٫"
        and len(groups[0]) <= 3
        and groups[0] != "0"
        and len(groups[-1]) == 3
        and (sizes <= {3} or (sizes == {2} and len(groups[0]) <= 2))
    )


def _with_context(text: str, start: int, end: int, readings: set[Decimal], *, foreign: bool) -> Number:
    """The number with the orders of magnitude that follow it, or with the hour of the day that it names."""
    for _ in range(2):  # "2 mil millones"
        after = _MAGNITUDE.match(text, end)
        factors = magnitudes(after[1], foreign=foreign) if after else ()
        if after is None or not factors:
            break
        readings = {reading * factor for reading, factor in itertools.product(readings, factors)}
        end = after.end()
    clock = _CLOCK.match(text, end)
    if clock and text[start - 1 : start] != ":":
        half = 12 if clock[1] in "pP" else 0
        readings |= {reading % 12 + half for reading in readings if reading <= 12}
    return Number(start, end, frozenset(readings))


def _spelled(text: str, tokens: list[re.Match[str]], index: int) -> Number | None:
    """The English number in words that begins at a token; None when none does."""
    total, current = 0, None  # what is complete up to a thousand, a million …; what is being read
    limit = 10**15  # the next scale must be smaller
    end = 0
    for place in range(index, len(tokens)):
        word = tokens[place][0].lower()
        following = tokens[place + 1][0].lower() if place + 1 < len(tokens) else ""
        if place > index and not re.fullmatch(rf"[{_SPACE}]|-", text[tokens[place - 1].end() : tokens[place].start()]):
            break
        if word in ("a", "an") and place == index and (following in SCALES or following == "hundred"):
            current = 1
            continue
        if word == "and" and end and tokens[place - 1][0].lower() in ("hundred", *SCALES):
            if following in SMALL or following in ORDINALS:
                continue
            break
        small = SMALL.get(word, ORDINALS.get(word))
        if small is not None and _fits(current, small):
            current = (current or 0) + small
        elif word == "hundred" and current is not None and 0 < current < 100:
            current *= 100
        elif word in SCALES and current and SCALES[word] < limit:
            limit = SCALES[word]
            total, current = total + current * limit, None
        else:
            break
        end = tokens[place].end()
        if word in ORDINALS:
            break
    if not end:
        return None
    return Number(tokens[index].start(), end, frozenset({Decimal(total + (current or 0))}), spelled=True)


def _fits(current: int | None, small: int) -> bool:
    """Whether a word below a hundred continues what was read: "twenty" + "one", "two hundred" + "five"."""
    if current is None:
        return True
    if current % 100 == 0:
        return current > 0
    return current % 10 == 0 and current % 100 >= 20 and 0 < small < 10
