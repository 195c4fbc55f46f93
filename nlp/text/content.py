"""Words that carry content, as English stems, and words that deny.

A heuristic for English: everything but function words and the words that every news text has ("said", "year", "Mr").
In other languages nothing is stemmed or left out, so counts mean less.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from nlp.text.stemmer import stem

_TOKEN = re.compile(r"[^\W_]+")

# The parts that apostrophes leave of a word ("didn't" is "didn", "t") are here too.
COMMON = frozenset(
    "a an the and or but nor so yet if then of in on at by for from to with without into onto over under about "
    "against between among through during before after since until as is are was were be been being am has have had "
    "having do does did doing will would can could may might must shall should this that these those there here it "
    "its he his him she her hers they their them we our us you your i my me mine who whom whose which what when where "
    "why how not no n t s ll ve re d m also than too very just more most some any all both each every other another "
    "such only own same out up down off again further once while because though although said says say according lrb "
    "rrb mr mrs ms dr new one two first year years".split()
)
DENIALS = frozenset(
    "not no never nobody none nothing neither nor without t nt cannot denied denies deny refused fail failed fails "
    "unlikely".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word at [start, end) of a text: its stem, whether it carries content, whether it denies."""

    start: int
    end: int
    stem: str
    content: bool
    denial: bool


def stemmed_words(text: str) -> list[Word]:
    """The runs of letters and digits of a text as words, in order.

    >>> [word.stem for word in stemmed_words("He didn’t say that taxes were rising.") if word.content]
    ['didn', 'tax', 'rise']
    """
    found = []
    for match in _TOKEN.finditer(text):
        stemmed = _stem(match[0])
        found.append(Word(*match.span(), stemmed, stemmed not in _COMMON_STEMS, stemmed in _DENIAL_STEMS))
    return found


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    word = unicodedata.normalize("NFKC", word).lower()
    return stem(word) if len(word) > 3 and word.isascii() else word


_COMMON_STEMS = frozenset(map(_stem, COMMON))
_DENIAL_STEMS = frozenset(map(_stem, DENIALS))
