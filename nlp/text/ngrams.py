"""N-grams of a list of tokens: runs of n neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

Token = TypeVar("Token", bound=Hashable)


def ngrams(tokens: Sequence[Token], n: int) -> Iterator[tuple[Token, ...]]:
    """The n-grams in order, repeated ones too; none when there are fewer than `n` tokens.

    Raises ValueError unless n >= 1.

    >>> list(ngrams("to be or not".split(), 2))
    [('to', 'be'), ('be', 'or'), ('or', 'not')]
    """
    if n < 1:
        raise ValueError(f"an n-gram has at least one token, not {n}")
    return zip(*(tokens[start:] for start in range(n)), strict=False)


def overlap(one: Counter[Token], other: Counter[Token]) -> int:
    """How many items two bags have in common, each as often as it is in both.

    >>> overlap(Counter("banana"), Counter("bandana"))
    6
    """
    small, large = sorted((one, other), key=len)
    return sum(min(count, large[item]) for item, count in small.items() if item in large)
