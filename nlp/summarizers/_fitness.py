"""Whether a sentence can stand in a summary, by its words alone."""

from __future__ import annotations

import re

from nlp.text.tokens import count_words

MINIMUM_WORDS = 4

_CLOSING = "”’\"»')]"
_OPENING = "“‘\"«'([„- –—"
_FULL_STOPS = ".!?…。！？।۔؟։"
_QUESTION_MARKS = ("?", "？", "؟")
# News translated from Russian has such a sentence in most articles. With "that" it goes on to say what was reported.
_CREDIT = re.compile(
    r"(?:This|It) (?:was|is|has been) (?:also |first )?(?:reported|written about)\b(?!.*\b(?:that|how|as)\b)", re.DOTALL
)
_LONGEST_CREDIT = 25


def weakness(text: str) -> str | None:
    """Why a sentence says little alone; None when it does.

    >>> weakness("Who will pay?"), weakness("She said no."), weakness("She said nothing new.")
    ('a question', 'too short', None)
    """
    if text.endswith(_QUESTION_MARKS):
        return "a question"
    return "too short" if count_words(text) < MINIMUM_WORDS else None


def only_credits(text: str) -> bool:
    """Whether an English sentence only says who reported what was said before it.

    >>> only_credits("This was reported by the press service of the ministry on Sunday.")
    True
    >>> only_credits("It was reported earlier that Putin arrived in Kronstadt.")
    False
    """
    return _CREDIT.match(text) is not None and count_words(text) <= _LONGEST_CREDIT


def whole(text: str) -> bool:
    """Whether a sentence has its beginning and its end."""
    return not begins_inside(text) and ends(text)


def begins_inside(text: str) -> bool:
    """Whether it begins in lower case. Neither "30-year-old" nor "iPhone" does."""
    first = text.lstrip(_OPENING).partition(" ")[0]
    return first[:1].islower() and first.islower()


def ends(text: str) -> bool:
    """Whether it ends with a full stop, or a mark that stands for one."""
    return text.rstrip(_CLOSING + " ").endswith(tuple(_FULL_STOPS))
