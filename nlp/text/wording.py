"""How a text is worded, in figures that a reader can check: those in which machine and human translations differ.

Rates are per word. Each figure's name is what a message calls it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

WINDOW = 50  # words over which variety is measured, so that length does not matter

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+|\n")


def _any_of(*words: str) -> Callable[[Counter[str]], int]:
    return lambda counts: sum(counts[word] for word in words)


def _ending(*endings: str) -> Callable[[Counter[str]], int]:
    return lambda counts: sum(count for word, count in counts.items() if word.endswith(endings))


_CONTRACTED = re.compile(r"[^\W\d_]+'(?!s\b)[^\W\d_]+")

RATES: Mapping[str, Callable[[Counter[str]], int]] = MappingProxyType(
    {
        "“the”": _any_of("the"),
        "“is” and “are”": _any_of("is", "are"),
        "“was”, “were” and “had”": _any_of("was", "were", "had"),
        "words in -ing": _ending("ing"),
        "“which”, “where” and “who”": _any_of("which", "where", "who"),
        "“its”, “their” and “his”": _any_of("its", "their", "his"),
        "“would” and “could”": _any_of("would", "could"),
        "contractions": lambda counts: sum(n for word, n in counts.items() if _CONTRACTED.fullmatch(word)),
        "particles such as “over”, “into”, “out”": _any_of(
            "over", "into", "around", "against", "within", "towards", "out", "up", "then", "back"
        ),
        "words in -tion, -ment and -ity": _ending("tion", "ment", "ity"),
        "“not”": _any_of("not"),
        "“for”, “by” and “as”": _any_of("for", "by", "as"),
        "words of contrast such as “though”, “even”, “while”": _any_of(
            "though", "even", "just", "while", "however", "both"
        ),
    }
)
VARIETY = f"different words in {WINDOW}"
SENTENCE_LENGTH = "words a sentence"
SENTENCE_SPREAD = "spread of sentence lengths"
FIGURES: tuple[str, ...] = (*RATES, VARIETY, SENTENCE_LENGTH, SENTENCE_SPREAD)


def words(text: str) -> list[str]:
    """The words of a text in small letters, with straight apostrophes; numbers and signs are none."""
    return [match[0].lower().replace("’", "'") for match in _WORD.finditer(text)]


def figures(text: str) -> dict[str, float]:
    """The figures of a text, in the order of FIGURES. Raises ValueError for a text without words.

    >>> found = figures("The minister is in Paris. She would not stay.")
    >>> round(found["“the”"], 3), found["words a sentence"]
    (0.111, 4.5)
    """
    every = words(text)
    if not every:
        raise ValueError("a text without words is not worded")
    counts = Counter(every)
    found = {name: count(counts) / len(every) for name, count in RATES.items()}
    lengths = [len(part.split()) for part in _SENTENCE_END.split(text) if part and part.strip()]
    mean = sum(lengths) / len(lengths)
    found[VARIETY] = _variety(every)
    found[SENTENCE_LENGTH] = mean
    found[SENTENCE_SPREAD] = math.sqrt(sum((length - mean) ** 2 for length in lengths) / len(lengths))
    return found


def _variety(every: Sequence[str]) -> float:
    """The mean share of different words in each stretch of WINDOW words (a moving-average type-token ratio, Covington
    and McFall 2010); of the whole text where it is shorter.
    """
    if len(every) <= WINDOW:
        return len(set(every)) / len(every)
    inside = Counter(every[:WINDOW])
    total, stretches = len(inside), 1
    for out, into in zip(every, every[WINDOW:], strict=False):
        inside[into] += 1
        inside[out] -= 1
        if not inside[out]:
            del inside[out]
        total, stretches = total + len(inside), stretches + 1
    return total / stretches / WINDOW
