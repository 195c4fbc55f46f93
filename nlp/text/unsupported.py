"""What a summary says that its article does not bear out, as far as words can tell: where, and what kind of thing.

    number     a number that the article has nowhere
    name       a name with a word in it that the article has nowhere
    quotation  words between quotation marks that the article does not have in this order
    negation   a denial, where the article's closest sentence denies nothing
    word       other content words that the article lacks
    pair       two neighbouring content words that never stand near each other in the article

A false alarm is a synonym or a sum; what reads well in the article's own words and is wrong all the same is missed.
Names need capitals, the rest English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from nlp.text.content import Word, stemmed_words
from nlp.text.evidence import Evidence, claimed_numbers, evidence, sentence_spans
from nlp.text.names import names
from nlp.text.quotations import quotations
from nlp.types import Span

Kind = Literal["number", "name", "quotation", "negation", "word", "pair"]


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A stretch [start, end) of the summary, and what about it the article does not bear out."""

    start: int
    end: int
    text: str
    kind: Kind


def unsupported(summary: str, article: str) -> list[Unsupported]:
    """The unsupported stretches of a summary, in order; [] when none was found, which is no proof of anything.

    A word that is part of a number, name or quotation is not listed again.

    >>> article = "HSBC has appointed Mark Tucker, the chief executive of AIA, as its chairman. He starts on 1 October."
    >>> [(one.text, one.kind) for one in unsupported("HSBC has hired Alex Tucker as chairman on 2 October.", article)]
    [('hired', 'word'), ('Alex Tucker', 'name'), ('2', 'number')]
    """
    known = evidence(article)
    found: list[Unsupported] = []

    def add(span: Span | Word, kind: Kind) -> None:
        if not any(span.start < other.end and other.start < span.end for other in found):
            found.append(Unsupported(span.start, span.end, summary[span.start : span.end], kind))

    for number in claimed_numbers(summary):
        if not known.has_number(number, summary):
            add(Span(number.start, number.end), "number")
    for name in names(summary, context=article):
        if not all(known.has_name(part) for part in name.of(summary).split()):
            add(name, "name")
    for quotation in quotations(summary):
        stems = [word.stem for word in stemmed_words(quotation.of(summary))]
        if f" {' '.join(stems)} " not in known.joined:
            add(quotation, "quotation")
    for sentence in sentence_spans(summary):
        for span, kind in _in_sentence(summary, sentence, known):
            add(span, kind)
    return sorted(found, key=lambda one: (one.start, one.end))


def _in_sentence(summary: str, sentence: Span, known: Evidence) -> Iterator[tuple[Span, Kind]]:
    words = [
        Word(word.start + sentence.start, word.end + sentence.start, word.stem, word.content, word.denial)
        for word in stemmed_words(sentence.of(summary))
    ]
    closest = known.closest(words)
    content = [word for word in words if word.content and not word.stem.isdigit()]
    for word in words:
        if word.denial and closest is not None and not closest.denies:
            yield Span(word.start, word.end), "negation"
    for word in content:
        if not known.has_word(word):
            yield Span(word.start, word.end), "word"
    for one, other in pairwise(content):
        if one.stem in known.places and other.stem in known.places and not known.has_near(one, other):
            yield Span(one.start, other.end), "pair"


def note(summary: str, article: str) -> str | None:
    """The unsupported stretches as one line for people, by kind; None when none was found.

    >>> note("HSBC hired 2.", "HSBC has appointed Mark Tucker.")
    'not in the article: number "2"; word "hired"'
    """
    by_kind: dict[str, dict[str, None]] = {}
    for one in unsupported(summary, article):
        by_kind.setdefault(one.kind, {})['"' + " ".join(one.text.split()) + '"'] = None
    if not by_kind:
        return None
    order = ("number", "name", "quotation", "negation", "word", "pair")
    listed = [f"{kind} {', '.join(by_kind[kind])}" for kind in order if kind in by_kind]
    return f"not in the article: {'; '.join(listed)}"
