"""An article and its source as pairs of sentences that render one another; SRC-S801 sentence-omitted, SRC-S802
sentence-added for those that have no counterpart.

Paragraphs are lines. Where both texts have as many, they are taken one by one, else they are aligned as sentences are;
within them sentences are aligned. A sentence without a counterpart is flagged when it is long enough to mean something,
and else joined to its neighbour. Where a paragraph has more sentences on one side than on the other, an embedder, if
one is given, says which mean the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from nlp.detectors._source.length import USUAL
from nlp.detectors._source.pair import Flag, Pair, shortened
from nlp.text.bitext import Bead, align
from nlp.text.sentences import split
from nlp.text.tokens import word_spans
from nlp.types import Article, Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Embed = Callable[[Sequence[str]], npt.NDArray[np.float32]]

_LEAST = 30  # characters of a sentence that would be missed
_MIDDLE = 0.34  # between the median cosine of sentences that do not render one another, .24, and a guess for a sentence
# with one that renders it and more; translations have .57 to .74 (46 sentences of ru, ja, is-en news)


def pairs(article: Article) -> list[Pair]:
    """The pairs in order; none when the article has no text, no source, or is not said to be English."""
    return read(article)[0]


def read(article: Article, *, embed: Embed | None = None) -> tuple[list[Pair], list[Flag]]:
    """The pairs, and flags on sentences without a counterpart, at places in the whole texts. `embed` gives each text a
    unit vector, whatever its language.
    """
    source, text = article.source or "", article.text
    if not source.strip() or not text.strip() or article.lang.split("-")[0] != "en":
        return [], []
    lang = language(article)
    made: list[Pair] = []
    lone: list[Flag] = []
    for theirs, ours in _paragraphs(source, text):
        there = [part for span in theirs for part in split(source, span.start, span.end, lang=lang or "en")]
        here = [part for span in ours for part in split(text, span.start, span.end)]
        sides = [span.of(source) for span in there], [span.of(text) for span in here]
        alike = _similarity(*sides, embed) if embed and len(there) != len(here) else None
        beads = align(*sides, ratio=_ratio(lang), similarity=alike)
        paired = []
        for bead in beads:
            a, b = there[bead.source.start : bead.source.end], here[bead.target.start : bead.target.end]
            flag = _lone(source, text, a, b, here[max(0, bead.target.start - 1) :])
            if flag:
                lone.append(flag)
            else:
                paired.append(bead)
        for bead in _two_sided(paired):
            a, b = there[bead.source.start : bead.source.end], here[bead.target.start : bead.target.end]
            if a and b:
                theirs_now, ours_now = Span(a[0].start, a[-1].end), Span(b[0].start, b[-1].end)
                starts = theirs_now.start, ours_now.start
                made.append(Pair(theirs_now.of(source), ours_now.of(text), lang, *starts))
    return made, lone


def _similarity(theirs: Sequence[str], ours: Sequence[str], embed: Embed) -> Callable[[Span, Span], float]:
    """How well the sentences of one stretch fit the other stretch, on average: below 0 for any two, up to 1."""
    vectors = embed([*theirs, *ours])
    there, here = vectors[: len(theirs)], vectors[len(theirs) :]

    def alike(source: Span, target: Span) -> float:
        one, other = there[source.start : source.end], here[target.start : target.end]
        if len(one) < len(other):
            one, other = other, one
        whole = other.sum(axis=0)
        length = math.sqrt(float(whole @ whole))
        return (float((one @ whole).mean()) / length - _MIDDLE) / (1 - _MIDDLE) if length else 0.0

    return alike


def _ratio(lang: str | None) -> float | None:
    """English characters for one of the source; None where that is not known."""
    return math.exp(USUAL[lang]) if lang in USUAL else None


def _lone(source: str, text: str, theirs: list[Span], ours: list[Span], around: list[Span]) -> Flag | None:
    """A flag on a sentence that stands on one side only, at the end of the sentence before when it is the source's."""
    if theirs and not ours and around and theirs[0].end - theirs[0].start >= _LEAST:
        words = word_spans(around[0].of(text)) or [Span(0, around[0].end - around[0].start)]
        place = Span(around[0].start + words[-1].start, around[0].start + words[-1].end)
        said = shortened(theirs[0].of(source))
        return Flag("SRC-S801", place, theirs[0], f"A sentence of the source is missing hereabouts: “{said}”.")
    if ours and not theirs and ours[0].end - ours[0].start >= _LEAST:
        return Flag("SRC-S802", ours[0], None, "No sentence of the source seems to say this.")
    return None


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
