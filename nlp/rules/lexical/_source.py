"""The part of the source text that a place in the translation was made from, as well as it can be told."""

from __future__ import annotations

from nlp.types import Article

# Half the width of the window where paragraphs do not match up, as a share of the text and at least so many
# characters: wide enough for the drift of lengths between French and English.
_SHARE = 0.1
_LEAST = 300


def aligned(article: Article, start: int) -> tuple[str, str]:
    """The stretch of the translation around `start` and the stretch of the source that answers to it.

    Paragraph by paragraph where both texts have equally many; otherwise a window at the same relative place.
    ("", "") when the article has no source.
    """
    if not article.source:
        return "", ""
    paragraphs = article.layout.paragraphs
    lines = [line for line in article.source.splitlines() if line.strip()]
    if len(lines) == len(paragraphs):
        for line, span in zip(lines, paragraphs, strict=True):
            if span.start <= start < span.end:
                return span.of(article.text), line
    place = start / max(1, len(article.text))
    return _window(article.text, place), _window(article.source, place)


def _window(text: str, place: float) -> str:
    half = max(_LEAST, int(len(text) * _SHARE))
    middle = int(len(text) * place)
    return text[max(0, middle - half) : middle + half]
