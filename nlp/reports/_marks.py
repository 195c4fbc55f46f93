"""An article's text cut into blocks, runs and pieces, so that findings that overlap make valid markup.

The blocks are a partition: the texts of all pieces, joined, are the article's text, character by character.
A piece is a stretch in which nothing begins or ends: no finding, no sentence, no part of the layout.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from nlp.types import Article, Finding, Sentence, Span

Role = Literal["paragraph", "kicker", "headline", "separator", "byline", "published", "updated", "source_marker"]
InlineRole = Literal["dateline", "byline", "published", "updated", "source_marker"]

_HEADING = ("kicker", "headline")
_NAMED: tuple[InlineRole, ...] = ("dateline", "byline", "published", "updated", "source_marker")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. `covering` and `ending` hold numbers of findings, from 1: those it lies in, those it ends.

    An empty piece stands where a finding of no length lies.
    """

    text: str
    covering: tuple[int, ...]
    ending: tuple[int, ...]
    role: InlineRole | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces of one sentence, or of the text between sentences (`sentence` None). `first`: the sentence begins here."""

    sentence: int | None
    first: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a line of the page, with the white space after it.

    `beginning` holds the numbers of the findings that begin in it.
    """

    role: Role
    runs: tuple[Run, ...]
    beginning: tuple[int, ...]


def blocks(article: Article, findings: Sequence[Finding]) -> tuple[Block, ...]:
    """The article's text in blocks. `findings` are numbered from 1 in the order given.

    An empty text has no blocks. A text whose layout is unknown falls into paragraphs at its blank lines, or,
    when it has none, at its line ends.
    """
    parts = _partition(article)
    return tuple(_block(article, findings, span, role, last=span.end == len(article.text)) for span, role in parts)


def _partition(article: Article) -> list[tuple[Span, Role]]:
    """Consecutive spans that cover the text: the blocks of the layout, and what lies between them."""
    text = article.text
    found: list[tuple[Span, Role]] = []
    position, before = 0, None
    for span, role in _layout_blocks(article):
        gap = Span(position, span.start)
        joins = before == "kicker" and role == "headline" and not any(c.isalnum() for c in gap.of(text))
        found += [(gap, "separator")] if joins else _loose(text, gap)
        found.append((span, role))
        position, before = span.end, role
    found += _loose(text, Span(position, len(text)))
    starts = [(span.start, role) for span, role in found if span.of(text).strip()]
    if not starts:
        return [(Span(0, len(text)), "paragraph")] if text else []
    edges = [0, *(start for start, _ in starts[1:]), len(text)]
    return [(Span(a, b), role) for (a, b), (_, role) in zip(pairwise(edges), starts, strict=True)]


def _layout_blocks(article: Article) -> list[tuple[Span, Role]]:
    """The parts of the layout that stand as blocks, in order, none overlapping another.

    Kicker and headline always do. A line such as "Posted at 7:06" does unless it lies within a longer paragraph.
    """
    layout = article.layout
    roles: tuple[Role, ...] = ("kicker", "headline", "published", "updated", "byline", "source_marker")
    chosen: list[tuple[Span, Role]] = []
    for role in roles:
        span: Span | None = getattr(layout, role)
        within = role not in _HEADING and any(
            span and p != span and p.start <= span.start and span.end <= p.end for p in layout.paragraphs
        )
        if span and not within and not any(span.overlaps(other) for other, _ in chosen):
            chosen.append((span, role))
    for paragraph in layout.paragraphs:
        free = _minus(paragraph, [span for span, _ in chosen])
        # What is left between kicker and headline is no paragraph.
        chosen += [(span, "paragraph") for span in free if any(c.isalnum() for c in span.of(article.text))]
    return sorted((part for part in chosen if part[0].start < part[0].end), key=lambda part: part[0].start)


def _minus(span: Span, others: list[Span]) -> list[Span]:
    """What is left of a span without others."""
    left = [span]
    for other in others:
        left = (
            [
                rest
                for s in left
                for rest in (Span(s.start, min(s.end, other.start)), Span(max(s.start, other.end), s.end))
                if rest.start < rest.end
            ]
            if span.overlaps(other)
            else left
        )
    return left


def _loose(text: str, gap: Span) -> list[tuple[Span, Role]]:
    """Paragraphs of a stretch that the layout says nothing about."""
    separator = _BLANK_LINE if _BLANK_LINE.search(gap.of(text).strip()) else _LINE_END
    edges = [gap.start, *(match.end() for match in separator.finditer(text, gap.start, gap.end)), gap.end]
    return [(Span(a, b), "paragraph") for a, b in pairwise(edges)]


def _block(article: Article, findings: Sequence[Finding], span: Span, role: Role, *, last: bool) -> Block:
    inside = {n: f for n, f in enumerate(findings, start=1) if _lies_in(span, f, last=last)}
    inline = [(name, part) for name in _NAMED if role == "paragraph" and (part := getattr(article.layout, name))]
    sentences = [s for s in article.sentences if s.start < span.end and s.end > span.start]
    parts = [*inside.values(), *sentences, *(part for _, part in inline)]
    cuts = {cut for part in parts for cut in (part.start, part.end) if span.start < cut < span.end}
    stretches = [*pairwise(sorted(cuts | {span.start, span.end}))]
    stretches += {(f.start, f.end) for f in inside.values() if f.start == f.end}

    def piece(start: int, end: int) -> Piece:
        covering = {n: f for n, f in inside.items() if _covers(f, start, end)}
        return Piece(
            text=article.text[start:end],
            covering=tuple(covering),
            ending=tuple(n for n, f in covering.items() if f.end == end),
            role=next((name for name, part in inline if part.start <= start < end <= part.end), None),
        )

    runs = []
    for sentence, group in groupby(sorted(stretches), key=lambda stretch: _sentence_at(sentences, *stretch)):
        members = list(group)
        first = sentence is not None and members[0][0] == sentence.start
        index = None if sentence is None else sentence.index
        runs.append(Run(index, first, tuple(piece(*stretch) for stretch in members)))
    beginning = tuple(n for n, f in inside.items() if f.start >= span.start)
    return Block(role, tuple(runs), beginning)


def _lies_in(span: Span, finding: Finding, *, last: bool) -> bool:
    """Whether some of a finding lies in the span. One of no length at the end of the text lies in the last block."""
    if finding.start == finding.end:
        return span.start <= finding.start < span.end or (last and finding.start >= span.end)
    return finding.start < span.end and finding.end > span.start


def _covers(finding: Finding, start: int, end: int) -> bool:
    if start == end or finding.start == finding.end:
        return finding.start == start and finding.end == end
    return finding.start <= start and end <= finding.end


def _sentence_at(sentences: Sequence[Sentence], start: int, end: int) -> Sentence | None:
    """The sentence that a stretch lies in; `sentences` are in order of their start."""
    at = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    return sentences[at] if at >= 0 and end <= sentences[at].end else None
