"""Numbers in a text that is not English: what `nlp.text.numbers` reads, and number words.

Words come from the library text2num (French, German, Spanish, Italian, Portuguese) and from tables of our own for
ordinals, "a dozen", "a fortnight" and Russian, Polish, Czech, Hindi and Icelandic; Chinese numerals, tenths and
Japanese years are worked out; capital Roman numerals are read in all. A word may stand for several values, and the
parts of a compound for themselves too: this is for asking whether a translation's number has support, so it errs on
the side of reading too much. "un" is 1 though it mostly is an article.

Languages without words: `KNOWN` says which have them.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from nlp.text._foreign_number_words import WORDS
from nlp.text._number_words import magnitudes
from nlp.text.numbers import Number, numbers
from nlp.text.tokens import word_spans
from nlp.types import Span

_LIBRARY = frozenset("fr de es it pt".split())
_CHINESE = frozenset("zh ja".split())
KNOWN = frozenset(WORDS) | _CHINESE

_ROMAN = re.compile(r"(?<!\w)(?:[IVXLC]{2,7}|[VX])(?=\W|e\b|ème\b|er\b|$)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMERALS = re.compile("[〇零一二三四五六七八九十百千两兩両双雙俩半][〇零一二三四五六七八九十百千两点]*[万萬亿億兆]?")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_DIGITS |= dict.fromkeys("两兩両双雙俩", 2)
_PLACES = {"十": 10, "百": 100, "千": 1000}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}  # the year before each era's first
_ERA = re.compile(f"({'|'.join(_ERAS)})$")
_TENTHS = re.compile("割(?!合|引)|成(?![^，。、 ]?[立为功])")  # "３割" is 30 %
_POINT = re.compile(r"(?<=\d)[・．](?=\d)")  # Japanese decimals: "９９・９"
_COMMA = re.compile(r"(?<=\d)，(?=\d{3})")
_SEASON = re.compile(r"(\d\d)\d\d[/／–-]$")  # "2019/20"
_KILO = re.compile("千(?=[瓦米克卡兆])")  # kilowatt, kilometre: no thousand that a number may be multiplied with
_SQUARE = re.compile(r"(?:[kcdm]m|\Wm|мм?|км)[23]")  # "km2"
_BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_AND = frozenset("et y e und a i og".split())
_HALVES = frozenset(
    "demi demie halb halben medio media mezzo mezza meio meia половиной пол pół półtora půl आधा".split()
)


def foreign_numbers(text: str, lang: str | None) -> list[Number]:
    """The numbers of a text in the language `lang`, in order; those in words are `spelled`.

    >>> text = "Le XXe siècle compte 1 234,5 morts, vingt et un blessés."
    >>> [(number.of(text), *sorted(map(float, number.readings))) for number in foreign_numbers(text, "fr")]
    [('XX', 20.0), ('siècle', 100.0), ('1 234,5', 1234.5), ('vingt', 20.0, 21.0), ('un', 1.0)]
    >>> [float(*number.readings) for number in foreign_numbers("第十次超过三百二十人", "zh")]
    [10.0, 320.0]
    """
    text = plain = _KILO.sub("·", text)
    if lang == "ja":
        plain = _COMMA.sub(",", _POINT.sub(".", text)).replace("半々", "50")
    found = [
        n
        for n in numbers(plain, foreign=True)
        if not n.spelled and not _SQUARE.fullmatch(text, max(0, n.start - 2), n.end)
    ]
    found = [_in_context(number, text, lang) for number in _summed(found, text)]
    found += _roman(text)
    if lang in _CHINESE:
        found += _chinese(text)
    elif lang in WORDS:
        found += _words(text, lang)
    figures = [Span(number.start, number.end) for number in found if not number.spelled]
    found = [n for n in found if not n.spelled or not any(n.start < f.end and f.start < n.end for f in figures)]
    return sorted(found, key=lambda number: (number.start, number.end))


def _summed(found: list[Number], text: str) -> list[Number]:
    """Numbers that follow one another behind 亿 and 万 as one: "3億6500万" is 365 million."""
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        if last is not None and last.end == number.start and text[last.end - 1] in _BIG:
            total = max(last.readings) + max(number.readings)
            joined[-1] = Number(last.start, number.end, frozenset({total}))
        else:
            joined.append(number)
    return joined


def _in_context(number: Number, text: str, lang: str | None) -> Number:
    """With what else the signs around it make of a number: the year of an era, tenths, the second year of a season."""
    readings = set(number.readings)
    season = _SEASON.search(text, 0, number.start)
    if season and number.end - number.start == 2:
        readings |= {reading + 100 * int(season[1]) for reading in number.readings}
    if "・" in number.of(text):  # "３・４８" is a time too
        readings |= {Decimal(part) for part in number.of(text).split("・") if part.isdigit()}
    if lang in _CHINESE:
        era = _ERA.search(text, 0, number.start)
        if era:
            readings |= {reading + _ERAS[era[1]] for reading in number.readings}
        if _TENTHS.match(text, number.end):
            readings |= {reading * 10 for reading in number.readings}
    return Number(number.start, number.end, frozenset(readings), number.spelled)


def _roman(text: str) -> Iterator[Number]:
    for match in _ROMAN.finditer(text):
        values = [_ROMAN_VALUES[letter] for letter in match[0]]
        signed = [-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True)]
        yield Number(*match.span(), frozenset({Decimal(sum(signed))}), spelled=True)


def _chinese(text: str) -> Iterator[Number]:
    for match in _NUMERALS.finditer(text):
        if match[0] == "半":
            continue
        number = Number(*match.span(), frozenset({Decimal(_chinese_value(match[0]))}), spelled=True)
        yield _in_context(number, text, "zh")


def _chinese_value(numeral: str) -> int:
    """What a numeral is worth: "三百二十" is 320; numerals in a row without places ("二〇二一") are figures."""
    factor = _BIG.get(numeral[-1], 1)
    numeral = numeral.rstrip("".join(_BIG))
    if not any(sign in _PLACES for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral if sign in _DIGITS) or 0) * factor
    total, digit = 0, 0
    for sign in numeral:
        if sign in _PLACES:
            total += (digit or 1) * _PLACES[sign]
            digit = 0
        else:
            digit = _DIGITS.get(sign, digit)
    return (total + digit) * factor


def _words(text: str, lang: str) -> Iterator[Number]:
    words = [span for word in word_spans(text) for span in _parts(text, word.start, word.end)]
    lowered = [text[start:end].lower() for start, end in words]
    for index, (start, end) in enumerate(words):
        values = set(_values(lowered[index], lang))
        if not values:
            continue
        current, last = max(values), index
        for further in range(index + 1, min(index + 7, len(words))):
            if text[words[further - 1][1] : words[further][0]].strip(" -‐\u00a0"):
                break
            if lowered[further] in _AND:
                continue
            factors = _values(lowered[further], lang) or magnitudes(lowered[further], foreign=True)
            if not factors:
                break
            current, last = _composed(current, max(factors)), further
            values.add(current)
        if _HALVES.intersection(lowered[last + 1 : last + 5]):
            values |= {value + Decimal("0.5") for value in values}
        yield Number(start, end, frozenset(values), spelled=True)


def _composed(current: Decimal, following: Decimal) -> Decimal:
    if (following >= 100 and following > current) or (int(current), int(following)) == (4, 20):  # "quatre-vingts"
        return current * following
    return current + following


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word with hyphens as its parts ("vingt-sept")."""
    for part in re.finditer(r"[^-‐’']+", text[start:end]):
        yield start + part.start(), start + part.end()


@lru_cache(maxsize=50_000)
def _values(word: str, lang: str) -> tuple[Decimal, ...]:
    """What one word may stand for; () when it is no number."""
    table = WORDS[lang]
    values = set(table.get(word, ()))
    for length in range(3, len(word) + 1):
        values |= table.get(word[:length] + "*", set())
    if lang in _LIBRARY:
        from text_to_num import text2num

        with contextlib.suppress(ValueError):
            values.add(Decimal(text2num(word, lang)))
    return tuple(sorted(values))
