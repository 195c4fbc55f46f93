"""An article made ready for looking up what a summary says, and the sentences of either.

Everything is compared as English stems without case (`nlp.text.content`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from nlp.text.content import Word, stemmed_words
from nlp.text.names import folded
from nlp.text.ngrams import ngrams
from nlp.text.numbers import Number, numbers
from nlp.text.sentences import split
from nlp.types import Span

NEAR = 6  # content words: two that stand no further apart are near each other
BEGINNING = 5  # letters of a stem that make "elections" and "electoral" the same word
AROUND = 70  # characters on either side of a number in the article that say what it counts
BESIDE = 40  # characters on either side of a number in the summary, and in them
BESIDE_WORDS = 2  # at most so many content words


@dataclass(frozen=True, slots=True)
class ArticleSentence:
    """What one sentence of the article has: content stems, runs of two and three stems, whether it denies."""

    content: frozenset[str]
    bigrams: frozenset[tuple[str, ...]]
    trigrams: frozenset[tuple[str, ...]]
    denies: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """The article as it is looked up. `places` has the positions of each content stem among all content words."""

    stems: tuple[str, ...]
    sentences: tuple[ArticleSentence, ...]
    bigrams: frozenset[tuple[str, ...]]
    trigrams: frozenset[tuple[str, ...]]
    places: dict[str, tuple[int, ...]]
    beginnings: frozenset[str]
    numbers: tuple[tuple[frozenset[Decimal], frozenset[str]], ...]  # readings, and the stems around
    joined: str  # the stems with spaces between, and at both ends
    names: str  # the article folded as names are compared

    def has_word(self, word: Word) -> bool:
        """Whether a word that begins alike is in the article."""
        return word.stem[:BEGINNING] in self.beginnings

    def has_near(self, one: Word, other: Word) -> bool:
        """Whether the two stand near each other anywhere in the article, in either order."""
        second = self.places.get(other.stem, ())
        for place in self.places.get(one.stem, ()):
            low, high = bisect_right(second, place - NEAR - 1), bisect_right(second, place + NEAR)
            if high - low > (low < high and place in second[low:high]):
                return True
        return False

    def has_number(self, number: Number, text: str) -> bool:
        """Whether the article has the value, or the same figures one after another ("122. 5" for "122.5")."""
        if any(not readings.isdisjoint(number.readings) for readings, _ in self.numbers):
            return True
        figures = " ".join(word.stem for word in stemmed_words(number.of(text)))
        return f" {figures} " in self.joined

    def counts_the_same(self, number: Number, text: str) -> bool:
        """Whether the value stands beside one of the same words; True where there is nothing to compare."""
        before = [w.stem for w in stemmed_words(text[max(0, number.start - BESIDE) : number.start]) if w.content]
        after = [w.stem for w in stemmed_words(text[number.end : number.end + BESIDE]) if w.content]
        beside = {*before[-BESIDE_WORDS:], *after[:BESIDE_WORDS]}
        around = [stems for readings, stems in self.numbers if not readings.isdisjoint(number.readings)]
        return not beside or not around or any(beside & stems for stems in around)

    def has_name(self, name: str) -> bool:
        return f" {folded(name)} " in self.names

    def closest(self, words: Sequence[Word]) -> ArticleSentence | None:
        """The article's sentence with most of the content words, the first of several; None when none has any."""
        wanted = {word.stem for word in words if word.content}
        best = max(self.sentences, key=lambda sentence: len(wanted & sentence.content), default=None)
        return best if best is not None and wanted & best.content else None


@lru_cache(maxsize=64)  # samples of one article come together as a rule
def evidence(article: str) -> Evidence:
    """The article as it is looked up; of an empty one everything is empty."""
    sentences = [stemmed_words(span.of(article)) for span in sentence_spans(article)]
    words = [word for sentence in sentences for word in sentence]
    stems = tuple(word.stem for word in words)
    places: dict[str, list[int]] = {}
    for index, word in enumerate(word for word in words if word.content):
        places.setdefault(word.stem, []).append(index)
    return Evidence(
        stems=stems,
        sentences=tuple(map(_sentence, sentences)),
        bigrams=frozenset(ngrams(stems, 2)),
        trigrams=frozenset(ngrams(stems, 3)),
        places={word: tuple(found) for word, found in places.items()},
        beginnings=frozenset(word[:BEGINNING] for word in stems),
        numbers=tuple(_numbers(article)),
        joined=f" {' '.join(stems)} ",
        names=f" {folded(article)} ",
    )


def sentence_spans(text: str, *, lang: str = "en") -> list[Span]:
    r"""The sentences of all lines of a text.

    >>> text = "Talks resume. Nobody spoke.\nThe end"
    >>> [span.of(text) for span in sentence_spans(text)]
    ['Talks resume.', 'Nobody spoke.', 'The end']
    """
    found: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found += split(text, start, start + len(line), lang=lang)
        start += len(line)
    return found


def claimed_numbers(text: str) -> list[Number]:
    """The numbers of a text that say how many: "one", "first" and "second" rarely do."""
    return [n for n in numbers(text) if not (n.spelled and n.of(text).lower() in ("one", "first", "second"))]


def _sentence(words: Sequence[Word]) -> ArticleSentence:
    stems = [word.stem for word in words]
    return ArticleSentence(
        content=frozenset(word.stem for word in words if word.content),
        bigrams=frozenset(ngrams(stems, 2)),
        trigrams=frozenset(ngrams(stems, 3)),
        denies=any(word.denial for word in words),
    )


def _numbers(article: str) -> Iterator[tuple[frozenset[Decimal], frozenset[str]]]:
    for number in numbers(article):
        around = article[max(0, number.start - AROUND) : number.end + AROUND]
        yield number.readings, frozenset(word.stem for word in stemmed_words(around))
