"""An article and its source as pairs of sentences that render one another.

Paragraphs are lines. Where both texts have as many, they are taken one by one, else they are aligned as sentences are;
within them sentences are aligned, and what has no counterpart is joined to its neighbour, so that every word is in a
pair as long as both texts have any.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.detectors._source.pair import Pair
from nlp.text.bitext import Bead, align
from nlp.text.sentences import split
from nlp.types import Article, Span


def pairs(article: Article) -> list[Pair]:
    """The pairs in order; none when the article has no text, no source, or is not said to be English."""
    source, text = article.source or "", article.text
    if not source.strip() or not text.strip() or article.lang.split("-")[0] != "en":
        return []
    lang = language(article)
    made: list[Pair] = []
    for theirs, ours in _paragraphs(source, text):
        there = [part for span in theirs for part in split(source, span.start, span.end, lang=lang or "en")]
        here = [part for span in ours for part in split(text, span.start, span.end)]
        beads = align([span.of(source) for span in there], [span.of(text) for span in here])
        for bead in _two_sided(beads):
            a, b = there[bead.source.start : bead.source.end], here[bead.target.start : bead.target.end]
            if a and b:
                made.append(
                    Pair(source[a[0].start : a[-1].end], text[b[0].start : b[-1].end], lang, a[0].start, b[0].start)
                )
    return made


def language(article: Article) -> str | None:
    """The source's language, as it was said or as it looks; None when that cannot be told."""
    if article.source_lang:
        return article.source_lang.lower().split("-")[0]
    from nlp.text.language import SURE, identify

    seen = identify(article.source or "")
    return seen[0] if seen and seen[1] >= SURE else None


def _paragraphs(source: str, text: str) -> list[tuple[list[Span], list[Span]]]:
    theirs, ours = _lines(source), _lines(text)
    if len(theirs) == len(ours):
        return [([a], [b]) for a, b in zip(theirs, ours, strict=True)]
    return [(theirs, ours)]


def _lines(text: str) -> list[Span]:
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append(Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line)
    return found


def _two_sided(beads: Sequence[Bead]) -> list[Bead]:
    """Beads with an empty side joined to the one before, or to the one behind at the beginning."""
    joined: list[Bead] = []
    for bead in beads:
        lone = joined and (_empty(bead) or _empty(joined[-1]))
        if lone:
            last = joined.pop()
            bead = Bead(Span(last.source.start, bead.source.end), Span(last.target.start, bead.target.end))
        joined.append(bead)
    return joined


def _empty(bead: Bead) -> bool:
    return bead.source.start == bead.source.end or bead.target.start == bead.target.end
