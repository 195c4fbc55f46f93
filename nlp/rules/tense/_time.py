"""Expressions of time that several rules look for, as RE2 patterns, and the year an article is from."""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.types import Article

NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen"
    r"|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
    r"|(?:a )?hundred)"
)
UNIT = r"(?:second|minute|hour|day|night|week|month|quarter|season|year|decade|generation|century)"
UNITS = (
    r"(?:seconds|minutes|hours|days|nights|weeks|weekends|months|quarters|seasons|years|decades|generations"
    r"|centuries)"
)
_ABOUT = r"(?:(?:more than|less than|over|nearly|almost|about|around|at least|just over|close to|some) )?"
_COUNT = (
    rf"(?:{NUMBER}(?:(?: to | or |-){NUMBER})?|several|many|some|a few|a couple of|a dozen|dozens of"
    rf"|hundreds of)"
)
DURATION = (
    rf"(?:{_ABOUT}(?:{_COUNT} (?:long |full |whole )?(?:{UNITS}|{UNIT})|an? {UNIT}|{UNITS})(?: and a half)?"
    rf"|a long time)"
)

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
)
YEAR = r"(?:1[6-9]\d\d|20\d\d)"
DAY = rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? {YEAR})?"

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_YEAR_GONE = re.compile(
    r"\bsince (?:then, in |the (?:end|start|beginning|summer|spring|autumn|fall|winter) of |early |late "
    r"|mid-?)?"
    rf"(?:{MONTH} )?(?:\d{{1,2}},? )?((?:19|20)\d\d)\b"
)
# Before it no news was put on the web to be translated by a machine.
_WEB = 2000


def article_year(article: Article) -> int:
    """The earliest year the article can be from.

    It is the year of its publication line or dateline where there is one, else the latest year it names after
    "since", else 2000.
    """
    layout = article.layout
    stamps = [part.of(article.text) for part in (layout.published, layout.updated, layout.dateline) if part]
    return _year(article.text, " ".join(stamps))


@lru_cache(maxsize=16)
def _year(text: str, stamps: str) -> int:
    if found := _YEAR.findall(stamps):
        return int(found[-1])
    return max([_WEB, *(int(year) for year in _YEAR_GONE.findall(text))])
