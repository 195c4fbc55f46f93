"""What kind of word each word of a text is, as far as its form and place tell: kinds that surprise a reader unequally.

The kinds, of which the first that fits counts:

    punctuation   no letter and no digit
    number        has a digit
    first         begins a sentence or a line, and not with a small letter; also "Li" in "Mr. Li"
    name          begins with a capital elsewhere
    quoted        stands within quotation marks
    function      articles, pronouns, prepositions, conjunctions, auxiliaries
    content       the rest
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from nlp.text.quotations import quotations
from nlp.types import Span

Kind = Literal["punctuation", "number", "first", "name", "quoted", "function", "content"]
KINDS: tuple[Kind, ...] = ("punctuation", "number", "first", "name", "quoted", "function", "content")

# Letters and digits, with what joins them inside a word; or signs in a row.
_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]+")
# What stands between the end of a sentence or line and the next word, seen from that word.
_BEGINS = re.compile(r"(?:^|[.!?…:;]|\n)[\s\"'“”‘’«»()\[\]–—-]*$")

_FUNCTION = frozenset(
    """a an the this that these those some any no each every all both such
    i you he she it we they me him her us them my your his its our their who whom whose which what himself itself
    themselves one there here of in on at by for with from to into onto about over under after before between during
    through against without within among around since until toward towards upon as than like and or but nor so if
    because while when where whether though although not is are was were be been being am has have had having do does
    did will would can could may might must shall should also just only very more most then too up out off down now"""
    .split()
)  # fmt: skip


class Word(NamedTuple):
    """A word and its kind."""

    start: int
    end: int
    kind: Kind


def words(text: str) -> list[Word]:
    """The words of a text in order; punctuation marks are words of their own.

    >>> text = "He met “odd” people."
    >>> [(w.kind, text[w.start : w.end]) for w in words(text)][:4]
    [('first', 'He'), ('content', 'met'), ('punctuation', '“'), ('quoted', 'odd')]
    """
    quoted = quotations(text)
    return [Word(m.start(), m.end(), _kind(text, m, quoted)) for m in _WORD.finditer(text)]


def _kind(text: str, match: re.Match[str], quoted: Sequence[Span]) -> Kind:
    word = match[0]
    if not any(map(str.isalnum, word)):
        return "punctuation"
    if any(map(str.isdigit, word)):
        return "number"
    if not word[0].islower() and _BEGINS.search(text, max(0, match.start() - 12), match.start()):
        return "first"
    if word[0].isupper():
        return "name"
    if any(span.start <= match.start() and match.end() <= span.end for span in quoted):
        return "quoted"
    return "function" if word.lower() in _FUNCTION else "content"
