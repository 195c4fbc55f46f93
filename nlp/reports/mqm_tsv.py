"""Findings as the MQM table of Google's WMT annotations, which Marot and mt-metrics-eval read: one row an error.

A segment is a paragraph of the article; the span stands between <v> and </v> in its text, and of one that reaches over
several paragraphs the part in the first. A segment without error is one row with "no-error". The source text is given
where the article is one segment, since which sentence was translated by which is not known here. An input that failed
has no row.

Columns: system, doc, docSegId, globalSegId, rater, source, target, category, severity, metadata (JSON).
Source: the README of Marot (google-research/google-research, folder marot).
"""

from __future__ import annotations

import bisect
import json
from collections.abc import Iterable, Iterator, Sequence

from nlp.reports._mqm import RATER, SYSTEM, category, cell, severity
from nlp.types import Article, Detection, Failure, Finding, Span

COLUMNS = "system doc docSegId globalSegId rater source target category severity metadata".split()


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """The header, then the rows of each article as it comes. Segments are counted from 1."""
    yield _line(COLUMNS)
    number = 0
    for item in items:
        if isinstance(item, Failure):
            yield ""
            continue
        lines = []
        segments = item.article.layout.paragraphs or (Span(0, len(item.article.text)),)
        for index, segment in enumerate(segments, start=1):
            number += 1
            source = item.article.source or "" if len(segments) == 1 else ""
            known = [SYSTEM, item.article.id, str(index), str(number), RATER, source]
            found = [finding for finding in item.findings if _segment_of(finding, segments) == segment]
            lines += [_line([*known, *_error(item.article, segment, finding)]) for finding in found]
            if not found:
                lines.append(_line([*known, segment.of(item.article.text), "no-error", "no-error", "{}"]))
        yield "".join(lines)


def _segment_of(finding: Finding, segments: Sequence[Span]) -> Span:
    """The segment that a finding begins in, or before."""
    return segments[min(bisect.bisect_right(segments, finding.start, key=lambda s: s.end), len(segments) - 1)]


def _error(article: Article, segment: Span, finding: Finding) -> list[str]:
    start, end = (min(max(place, segment.start), segment.end) for place in (finding.start, finding.end))
    before, marked, after = (
        article.text[segment.start : start],
        article.text[start:end],
        article.text[end : segment.end],
    )
    metadata = {"marked_text": cell(finding.text), "note": f"{finding.rule}: {finding.message}"}
    if finding.replacements and finding.end <= segment.end:
        metadata["corrected_translation"] = cell(before + finding.replacements[0] + after)
    target = f"{before}<v>{marked}</v>{after}"
    return [target, category(finding), severity(finding), json.dumps(metadata, ensure_ascii=False)]


def _line(cells: Iterable[str]) -> str:
    return "\t".join(map(cell, cells)) + "\n"
