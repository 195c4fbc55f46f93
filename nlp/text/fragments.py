"""Extractive fragments: the stretches of a summary that stand word for word in the article.

Grusky, Naaman and Artzi, "Newsroom: A Dataset of 1.3 Million Summaries with Diverse Extractive Strategies",
NAACL 2018, figure 3: go through the summary from the left; at each word take the longest run of words that the
article also has, wherever it has it; go on after that run, or one word further when there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.types import Span


def extractive_fragments(article: Sequence[str], summary: Sequence[str]) -> list[Span]:
    """The fragments as spans of token indices into `summary`, in order, none empty, none overlapping.

    Tokens are compared as they are: lowercase them before if case is not to matter.

    >>> article = "the kremlin said on friday that russia will determine its reaction".split()
    >>> summary = "russia will determine on friday how to react".split()
    >>> [" ".join(summary[span.start : span.end]) for span in extractive_fragments(article, summary)]
    ['russia will determine', 'on friday']
    """
    # Each distinct token becomes one character, so that looking for a run of tokens is `str.find`, which is
    # fast and linear. No character is 0 in the article: that one stands for every token it lacks.
    code: dict[str, int] = {}
    haystack = "".join(chr(code.setdefault(token, len(code) + 1)) for token in article)
    needle = "".join(chr(code.get(token, 0)) for token in summary)
    fragments: list[Span] = []
    start = 0
    while start < len(needle):
        length = _longest_prefix(haystack, needle, start)
        if length:
            fragments.append(Span(start, start + length))
        start += max(length, 1)
    return fragments


def _longest_prefix(haystack: str, needle: str, start: int) -> int:
    """The length of the longest prefix of `needle[start:]` that lies anywhere in `haystack`."""
    length = 0
    place = haystack.find(needle[start])
    while place >= 0:
        while needle[start + length : start + length + 1] == haystack[place + length : place + length + 1] != "":
            length += 1
        if start + length == len(needle):
            break
        place = haystack.find(needle[start : start + length + 1], place + 1)
    return length
