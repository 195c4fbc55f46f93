"""What a check reads, a pair of stretches that render one another, and what it says, a flag."""

from __future__ import annotations

from dataclasses import dataclass

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


def shortened(text: str, longest: int = 60) -> str:
    """A quotation for a message: on one line, cut in the middle when long.

    >>> shortened("one two three four five", 14)
    'one tw … r five'
    """
    line = " ".join(text.split())
    half = (longest - 1) // 2
    return line if len(line) <= longest else f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
