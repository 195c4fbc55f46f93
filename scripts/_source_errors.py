"""Errors put into good translations, for training: words taken out, put in, or changed."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from nlp.text.names import names
from nlp.text.tokens import word_spans
from nlp.types import Span

_FUNCTION = frozenset(
    "a an the and or but nor so yet if of in on at by for from to with without into onto over under about "
    "between among during since until as than that which who whom whose what when where why how this these "
    "those there here he she it they we you i him her them us me his its their our your my is are was were be "
    "been being am have has had do does did will would can could may might shall should must not no".split()
)
_PREPOSITIONS = frozenset(
    "of in on at by for from to with into over under about between during since until after before against "
    "through".split()
)
_LIGHT = frozenset("he she it they we you i not will has have was were is".split())
_AUXILIARIES = frozenset("is are was were will would can could may might should must has have had do does did".split())
_ENDINGS = ("ed", "ing", "ly", "s", "er", "al")


@dataclass(frozen=True)
class Spoiled:
    """A text with one error: `wrong` words in it, or a gap `missing` before the character at that place; `lost` is what
    was there, a stretch of the good translation.
    """

    text: str
    wrong: tuple[Span, ...] = ()
    missing: tuple[int, ...] = ()
    lost: Span | None = None


class Spoiler:
    """Draws errors; the words it puts in come from the translations it was made with."""

    def __init__(self, translations: Iterable[str], rng: random.Random) -> None:
        self._rng = rng
        self._names: list[str] = []
        self._words: dict[str, list[str]] = defaultdict(list)
        seen: set[str] = set()
        for text in translations:
            self._names += [name.of(text) for name in names(text)]
            for span in word_spans(text):
                word = span.of(text)
                if word.islower() and word.isalpha() and len(word) > 2 and word not in _FUNCTION | seen:
                    seen.add(word)
                    self._words[_ending(word)].append(word)
        self._all = [word for words in self._words.values() for word in words]

    def omit(self, text: str) -> Spoiled | None:
        """One word, a run of content words, a phrase with its preposition, or a pronoun, auxiliary or "not" less."""
        words = word_spans(text)
        lowered = [word.of(text).lower() for word in words]
        for _ in range(12):
            chosen = self._stretch(text, words, lowered)
            if chosen is None:
                continue
            first, last = chosen
            cut = text[words[first].start : words[last].end]
            if last - first + 1 <= len(words) // 2 and not any(mark in cut for mark in '"“”();:'):
                return _without(text, words[first].start, words[last].end)
        return None

    def _stretch(self, text: str, words: list[Span], lowered: list[str]) -> tuple[int, int] | None:
        def spaced(index: int) -> bool:
            return index + 1 < len(words) and text[words[index].end : words[index + 1].start] == " "

        draw, i = self._rng.random(), self._rng.randrange(len(words))
        if draw < 0.55 and lowered[i] in _FUNCTION:
            return None
        if draw < 0.35:
            return i, i
        j = i
        if draw < 0.55:
            while i and lowered[i - 1] not in _FUNCTION and spaced(i - 1) and j - i < 3:
                i -= 1
            while spaced(j) and lowered[j + 1] not in _FUNCTION and j - i < 3:
                j += 1
            if self._rng.random() < 0.5 and i and lowered[i - 1] in ("the", "a", "an", "his", "her", "their"):
                i -= 1
            return i, j
        if draw < 0.9:
            if lowered[i] not in _PREPOSITIONS or i + 1 >= len(words):
                return None
            j = i + 1 + (lowered[i + 1] in ("the", "a", "an", "his", "their", "its"))
            while spaced(j) and lowered[j + 1] not in _FUNCTION:
                j += 1
            return (i, j) if j < len(words) else None
        light = [index for index, word in enumerate(lowered) if word in _LIGHT]
        i = self._rng.choice(light) if light else i
        return (i, i) if light else None

    def change(self, text: str) -> Spoiled | None:
        """Another name, another figure, a word put in, a negation, or another word with the same ending."""
        words = word_spans(text)
        for _ in range(15):
            draw, i = self._rng.random(), self._rng.randrange(len(words))
            edit = self._edit(text, words, draw, i)
            if edit is not None:
                place, new, marked = edit
                start = place.start + new.index(marked)
                spoiled = text[: place.start] + new + text[place.end :]
                return Spoiled(spoiled, wrong=(Span(start, start + len(marked)),))
        return None

    def _edit(self, text: str, words: list[Span], draw: float, i: int) -> tuple[Span, str, str] | None:
        word, lowered = words[i].of(text), words[i].of(text).lower()
        if draw < 0.28:
            named, new = names(text), self._rng.choice(self._names)
            return (self._rng.choice(named), new, new) if named and new not in text else None
        if draw < 0.38:
            figures = [span for span in words if re.fullmatch(r"\d[\d.,]*", span.of(text))]
            if not figures:
                return None
            span = self._rng.choice(figures)
            old = span.of(text)
            at = self._rng.choice([index for index, sign in enumerate(old) if sign.isdigit()])
            new = old[:at] + self._rng.choice([d for d in "123456789" if d != old[at]]) + old[at + 1 :]
            return span, new, new
        if draw < 0.66:
            if i == 0 or (lowered in _FUNCTION and lowered not in _AUXILIARIES) or text[words[i].start - 1] != " ":
                return None
            adverb = lowered in _AUXILIARIES or self._rng.random() < 0.3
            new = self._rng.choice(self._words["ly"] if adverb else self._all)
            return Span(words[i].start, words[i].start), f"{new} ", new
        if draw < 0.8:
            return (Span(words[i].end, words[i].end), " not", "not") if lowered in _AUXILIARIES else None
        if lowered in _FUNCTION or not word.islower() or not word.isalpha():
            return None
        new = self._rng.choice(self._words[_ending(word)] or [word])
        return (words[i], new, new) if new != word else None


def _ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


def _without(text: str, start: int, end: int) -> Spoiled:
    left, right = text[:start].rstrip(), text[end:].lstrip()
    glue = " " if left and right and right[0] not in ".,;:!?)'’\"”" else ""
    joined = left + glue + right
    return Spoiled(
        joined if left else joined[:1].upper() + joined[1:], missing=(len(left) + len(glue),), lost=Span(start, end)
    )
