"""Whether a source spells a name of the translation, as far as letters tell.

Every script is put into Latin letters by the library anyascii: Cyrillic and Devanagari word by word, Chinese
characters as pinyin, kana as romaji. A name is spelled alike when a word of the source begins with the same four
letters, or one with a capital has the same consonants, three at least ("Poutine", Putin). In Chinese, which has no word
breaks, it is when its letters follow one another as pinyin; and, since Chinese and katakana bend foreign names to
their syllables ("TeLangPu", "neimaru"), when its consonants agree. Consonants are sorted into the classes of Soundex
(Russell 1918) with l and r as one. Japanese readings of Chinese characters are not known: pinyin says nothing about
them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.text.tokens import word_spans

CHINESE = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u30a0-\u30fa\u30fc-\u30ff]{2,}")
_CHINESE_RUN = re.compile("[\u3400-\u9fff]+")
_SYLLABLE = re.compile("[A-Z][a-z]*")
_CLASSES = str.maketrans(
    {"b": "p", "f": "p", "v": "p", "p": "p", "t": "t", "d": "t", "k": "k", "g": "k", "c": "k", "q": "k"}
    | {"s": "s", "z": "s", "x": "s", "j": "s", "l": "l", "r": "l", "m": "n", "n": "n"}
    | dict.fromkeys("aeiouyhw", None)
)
_LEAST = 3  # consonants of a word
_LEAST_IN_CHINESE = 4  # consonants; three agree somewhere in a sentence by chance


@dataclass(frozen=True)
class Spellings:
    """What of a source can be compared: words, consonants of those with a capital, its pinyin in a row and in
    syllables, consonants of both.
    """

    words: frozenset[str]
    capital_consonants: frozenset[str]
    pinyin: str
    syllables: frozenset[str]
    pinyin_consonants: str
    kana_consonants: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.words or self.pinyin)


@lru_cache(maxsize=2_000)
def spellings(source: str) -> Spellings:
    """The spellings of a source; none of an empty one."""
    from anyascii import anyascii

    words = [word.of(source) for word in word_spans(source)]
    kana = [anyascii(run) for run in _KANA.findall(source)]
    chinese = [] if _KANA.search(source) or re.search("[\u3040-\u309f]", source) else _CHINESE_RUN.findall(source)
    pinyin = [anyascii(run) for run in chinese]
    return Spellings(
        frozenset(anyascii(word).lower() for word in words if len(word) > 2 and not CHINESE.search(word)),
        frozenset(_consonants(anyascii(word)) for word in words if word[0].isupper()),
        " ".join(pinyin).lower(),
        frozenset(syllable.lower() for run in pinyin for syllable in _SYLLABLE.findall(run)),
        " ".join(map(_consonants, pinyin)),
        frozenset(map(_consonants, kana)),
    )


def spelled_alike(name: str, source: Spellings) -> bool:
    """Whether the source spells a word of a name, but for its ending.

    >>> [spelled_alike(name, spellings("Корба видели в Москве")) for name in ("Korb", "Moscow")]
    [True, False]
    >>> [spelled_alike(name, spellings("陈光明说，特朗普")) for name in ("Guangming", "Chen", "Trump", "Obama")]
    [True, True, True, False]
    >>> [spelled_alike(name, spellings("Poutine et Macron")) for name in ("Putin", "Merkel")]
    [True, False]
    >>> [spelled_alike(name, spellings("ネイマールの決勝点")) for name in ("Neymar", "Messi")]
    [True, False]
    """
    from anyascii import anyascii

    ours = re.sub("[^a-z]", "", anyascii(name).lower())
    if len(ours) > 2 and any(ours[:4] == other[:4] for other in source.words):
        return True
    consonants = _consonants(ours)
    if len(consonants) >= _LEAST and consonants in source.capital_consonants:
        return True
    if ours in source.syllables or (len(ours) > 3 and ours in source.pinyin):
        return True
    if len(consonants) >= _LEAST_IN_CHINESE and consonants in source.pinyin_consonants:
        return True
    return len(consonants) > 1 and any(
        consonants == other or (len(other) > 2 and consonants[:3] == other[:3]) for other in source.kana_consonants
    )


def _consonants(letters: str) -> str:
    """Classes of consonants; the same class twice in a row counts once.

    >>> _consonants("Trump"), _consonants("TeLangPu")
    ('tlnp', 'tlnp')
    """
    letters = letters.lower().replace("ng", "n").replace("ch", "s").replace("sh", "s")
    return re.sub(r"(.)\1+", r"\1", letters.translate(_CLASSES))
