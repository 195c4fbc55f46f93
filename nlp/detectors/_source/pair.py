"""What a check reads, a pair of stretches that render one another, and what it says, a flag."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.text.tokens import word_spans
from nlp.types import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of the source, in the language `lang` (ISO 639-1, None when unknown), and its translation.

    `source_start` and `target_start` say where the two begin in the article's texts.
    """

    source: str
    target: str
    lang: str | None = None
    source_start: int = 0
    target_start: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """What a check found: `target` and `source` are places in the pair's texts, `source` None where there is none."""

    rule: str
    target: Span
    source: Span | None
    message: str
    replacements: tuple[str, ...] = ()
    confidence: float | None = None


def nearby(pair: Pair, source: Span) -> Span:
    """The word of the translation at the same share of its length: where, as a guess, a source span is rendered.

    >>> pair = Pair("Il pleut encore à Paris", "It still rains in Paris")
    >>> nearby(pair, Span(18, 23)).of(pair.target)
    'Paris'
    """
    at = (source.start + source.end) / 2 / max(1, len(pair.source)) * len(pair.target)
    words = word_spans(pair.target) or [Span(0, len(pair.target))]
    return min(words, key=lambda word: (abs((word.start + word.end) / 2 - at), word.start))


def shortened(text: str, longest: int = 60) -> str:
    """A quotation for a message: on one line, cut in the middle when long.

    >>> shortened("one two three four five", 14)
    'one tw … r five'
    """
    line = " ".join(text.split())
    half = (longest - 1) // 2
    return line if len(line) <= longest else f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
