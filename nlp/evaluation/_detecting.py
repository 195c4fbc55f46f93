"""What detectors find in annotated segments: each document is put together, read as an article, and taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from nlp import ensemble
from nlp.config import Settings
from nlp.evaluation._segments import ErrorSpan, Segment, documents
from nlp.evaluation._span_agreement import spans_of
from nlp.read.assemble import article
from nlp.types import Article, Finding

if TYPE_CHECKING:
    from nlp.models.lm_spans import LMSpans
    from nlp.models.span_model import Reading, SpanModel

Spans = list[tuple[ErrorSpan, ...]]


def detected(
    segments: Sequence[Segment], settings: Settings, *, source: bool = False, only: str | None = None
) -> Spans:
    """Spans found in each segment, in the order of the segments; with `source`, each article has its source text.

    `only` leaves out the findings of every other detector.
    """
    groups = [group for group in documents(segments) if any(s.target.strip() for s in group)]
    articles = [_article(group, source=source) for group in groups]
    marked: dict[int, tuple[ErrorSpan, ...]] = {}
    for first in range(0, len(articles), ensemble.AT_ONCE):
        chosen = slice(first, first + ensemble.AT_ONCE)
        lists = ensemble.find(articles[chosen], settings)
        if only is not None:
            lists = [[finding for finding in findings if finding.detector == only] for findings in lists]
        for group, findings in zip(groups[chosen], lists, strict=True):
            for segment, spans in zip(group, _by_segment(group, ensemble.merged(findings)), strict=True):
                marked[id(segment)] = spans
    return [marked.get(id(segment), ()) for segment in segments]


def readings(
    segments: Sequence[Segment],
    *,
    source: bool = False,
    with_lm: bool = False,
    tagger: SpanModel | None = None,
    network: LMSpans | None = None,
) -> list[Reading]:
    """What the span models say of each segment in the context of its document, in the order of the segments.

    `tagger` and `network` are others than the package's own, as when they have just been trained.
    """
    from nlp.models import span_ensemble

    groups = documents(segments)
    places = [_places(group) for group in groups]
    texts = ["\n".join(_line(s.target) for s in group) for group in groups]
    sources = [[s.source if source else "" for s in group] for group in groups]
    read = span_ensemble.read(texts, places, sources, with_lm=with_lm, tagger=tagger, network=network)
    by_segment = {
        id(segment): reading
        for group, answers in zip(groups, read, strict=True)
        for segment, reading in zip(group, answers, strict=True)
    }
    return [by_segment[id(segment)] for segment in segments]


def _places(group: Sequence[Segment]) -> list[tuple[int, int]]:
    """Where each segment lies in the text of the document."""
    places, start = [], 0
    for segment in group:
        places.append((start, start + len(segment.target)))
        start += len(segment.target) + 1
    return places


def harper(segments: Iterable[Segment]) -> Spans | None:
    """What the grammar checker Harper marks; None where it is not installed."""
    try:
        from harper import Linter
    except ImportError:
        return None
    linter = Linter()
    return [
        tuple(ErrorSpan(lint.span.start, lint.span.end, "minor", "") for lint in linter.lint(segment.target))
        for segment in segments
    ]


def _article(group: Sequence[Segment], *, source: bool) -> Article:
    first = group[0]
    return article(
        "\n".join(_line(segment.target) for segment in group),
        id=f"{first.dataset}|{first.document}|{first.system}",
        source_lang=first.languages.split("-")[0],
        source="\n".join(_line(segment.source) for segment in group) if source else None,
        check_language=False,
    )


def _line(text: str) -> str:
    """The text without line breaks, as long as it was."""
    return text.replace("\n", " ").replace("\r", " ")


def _by_segment(group: Sequence[Segment], findings: Sequence[Finding]) -> Iterator[tuple[ErrorSpan, ...]]:
    start = 0
    for segment in group:
        end = start + len(segment.target)
        yield spans_of(findings, start=start, end=end)
        start = end + 1
