"""How well detectors mark the spans that professional annotators mark.

Reads mt-spans/*.jsonl.gz (MQM annotations of WMT). What is measured are documents and systems that the span detector
has seen neither of (see nlp/models/spans/MODEL_CARD.md); a set it was not trained on is measured whole. Columns are
character F1, the same with half credit where the severity differs, and F1 of spans matched one to one with partial
credit, which marking everything does not game. Beside the detectors stand the floor (mark everything), the grammar
checker Harper where it is installed, and the ceiling (one rater against another) where segments have several raters.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from nlp.config import OPERATING_POINTS, Settings
from nlp.evaluation._detecting import Spans, detected, harper
from nlp.evaluation._segments import ErrorSpan, Segment, describe, held_out_sets, read_all
from nlp.evaluation._span_agreement import (
    MEASURES,
    Comparison,
    compare,
    mark_everything,
    rater_against_rater,
    score,
)
from nlp.evaluation._table import Cell, Table
from nlp.models import lm_spans

_COLUMNS = ("", "character F1", "with severity", "matched spans", "marked per 100 words", "touch an error")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--detectors",
        action="append",
        metavar="NAMES",
        help="a row for these detectors together, with commas between; may be given again (default: rules; spans at "
        "both operating points, without and with the source)",
    )
    parser.add_argument("--only", metavar="SET", help="only this set: newstest2021, bio.fr-en …")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N documents of a set, to try it out")


def evaluate(data: Path, options: argparse.Namespace) -> Iterator[Table]:
    """A table for the news sets together, and one for each set."""
    sets = held_out_sets(read_all(data), only=options.only, limit=options.limit)
    with lm_spans.keeping(sum(map(len, sets.values()))):
        for name, segments in sets.items():
            rows = [_row(title, segments, list(comparisons)) for title, comparisons in _compared(segments, options)]
            yield Table(f"Error spans: {name}", _COLUMNS, tuple(rows), (describe(segments),))


def _compared(segments: Sequence[Segment], options: argparse.Namespace) -> Iterator[tuple[str, Iterator[Comparison]]]:
    yield "mark everything", mark_everything(segments)
    spans = harper(segments)
    if spans is not None:
        yield "Harper", compare(segments, spans)
    for title, spans in _detected(segments, options.detectors):
        yield title, compare(segments, spans)
    if any(len(segment.ratings) > 1 for segment in segments):
        yield "rater against rater", rater_against_rater(segments)


def _detected(segments: Sequence[Segment], named: Sequence[str] | None) -> Iterator[tuple[str, Spans]]:
    if named is None:
        yield "rules", detected(segments, Settings(detectors=("rules",)))
        for point in OPERATING_POINTS:
            settings = Settings(detectors=("spans",), operating_point=point)
            yield f"spans, {point}", detected(segments, settings)
            yield f"spans, {point}, source given", detected(segments, settings, source=True)
        if lm_spans.available():
            for point in OPERATING_POINTS:
                settings = Settings(detectors=("spans", "fluency"), operating_point=point)
                yield f"spans with the language model, {point}", detected(segments, settings, only="spans")
        return
    for names in named:
        settings = Settings(detectors=tuple(name.strip() for name in names.split(",")), operating_point="balanced")
        yield names, detected(segments, settings, source="source" in names)


def _row(title: str, segments: Sequence[Segment], comparisons: Sequence[Comparison]) -> tuple[Cell | str, ...]:
    scores = score(comparisons, name=title)
    marked = sum(len(c.marked) for c in comparisons)
    # Each segment is compared once for each rater, or pair of raters.
    words = sum(c.words for c in comparisons)
    touching = sum(any(_overlap(m, a) for a in c.annotated) for c in comparisons for m in c.marked)
    return (
        title,
        *(Cell(scores[measure].value, scores[measure].interval) for measure in MEASURES),
        Cell(100 * marked / words if words else None, digits=2),
        Cell(touching / marked if marked else None),
    )


def _overlap(one: ErrorSpan, other: ErrorSpan) -> bool:
    return one.start < other.end and other.start < one.end
