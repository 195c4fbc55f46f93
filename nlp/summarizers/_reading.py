"""What a model reads of an article: its sentences without what the translation broke, in parts that fit the model."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nlp.summarizers import _repair
from nlp.types import Article, Finding, LeftOut, Sentence, Span

# The tokens of each text, without special ones.
Count = Callable[[Sequence[str]], list[int]]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article as a model reads it, with its safe repairs. `findings` are those still in it."""

    source_index: int
    text: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines that a model may read, in the article's order, and the account of the others."""

    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]


def reading(article: Article, findings: Sequence[Finding] = ()) -> Reading:
    """The sentences of an article that a model may read.

    Left out are the headline, furniture, layout residue, and what has an elision mark, which a model would fill or
    copy. A sentence with another artifact is read, with its safe repairs.
    """
    lines: list[Line] = []
    left_out: list[LeftOut] = []
    for sentence in article.sentences:
        line = _line(article, sentence, findings)
        if isinstance(line, LeftOut):
            left_out.append(line)
        else:
            lines.append(line)
    return Reading(tuple(lines), tuple(left_out))


def _line(article: Article, sentence: Sentence, findings: Sequence[Finding]) -> Line | LeftOut:
    if sentence.kind == "headline":
        return LeftOut(sentence.index, "headline")
    span = Span(sentence.start, sentence.end)
    if sentence.kind == "furniture" or _repair.is_residue(span, findings):
        return LeftOut(sentence.index, "layout residue")
    mended = _repair.mend(article.text, span, findings)
    reason = _repair.objection(mended)
    if reason in ("layout residue", "an elision mark"):
        return LeftOut(sentence.index, reason)
    if not mended.text:
        return LeftOut(sentence.index, "layout residue")
    return Line(sentence.index, mended.text, mended.remaining)


def chunks(texts: Sequence[str], room: int, count: Count) -> list[str]:
    """The texts joined to as few parts of at most `room` tokens as can be, of like length, cut between texts.

    A text that is longer than `room` alone is cut between words, as near the middle as can be. No text gives no part.

    >>> chunks(["a b", "c d e", "f"], 4, lambda texts: [len(text.split()) for text in texts])
    ['a b', 'c d e f']
    """
    pieces = [piece for text in texts for piece in _short(text, room, count)]
    sizes = count(pieces)
    low, high = max(sizes, default=0), max(room, 1)
    parts = len(_packed(sizes, high))
    while low < high:  # the smallest limit that makes no more parts
        middle = (low + high) // 2
        low, high = (low, middle) if len(_packed(sizes, middle)) <= parts else (middle + 1, high)
    joined = [" ".join(pieces[i] for i in part) for part in _packed(sizes, low)]
    # Pieces joined may have a token or two more than apart.
    return [fitting for text in joined for fitting in _short(text, room, count)]


def _packed(sizes: Sequence[int], limit: int) -> list[list[int]]:
    """Indices in order, in runs of at most `limit` tokens together."""
    parts: list[list[int]] = []
    room = 0
    for index, size in enumerate(sizes):
        if not parts or size > room:
            parts.append([])
            room = limit
        parts[-1].append(index)
        room -= size
    return parts


def _short(text: str, room: int, count: Count) -> list[str]:
    """The text in pieces of at most `room` tokens: halves of it, and of those, until they fit."""
    if len(text) < 2 or count([text])[0] <= room:
        return [text] if text.strip() else []
    middle = len(text) // 2
    gaps = [place for place, character in enumerate(text) if character.isspace() and 0 < place < len(text) - 1]
    cut = min(gaps, key=lambda place: abs(place - middle)) if gaps else middle
    return [*_short(text[:cut].strip(), room, count), *_short(text[cut:].strip(), room, count)]


def shortened(text: str, most: int, count: Count) -> str:
    """The beginning of a text, to about `most` tokens, cut between words."""
    words = text.split()
    tokens = count([text])[0]
    keep = len(words) if tokens <= most else max(1, math.floor(len(words) * most / tokens))
    return " ".join(words[:keep])
