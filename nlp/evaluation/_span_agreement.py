"""How well marked spans agree with the spans a professional annotator marked.

Three measures, each micro-averaged over segments:

    unlabelled  character F1: which characters are in any span (easily gamed by marking much)
    labelled    character F1 with half credit where the severity is another, as the WMT quality-estimation and
                metrics tasks score error spans (Blain et al., WMT 2023, section 2.3); a character in several
                spans has the gravest severity
    matched     F1 of spans matched one to one, each pair earning its character overlap F1, by the assignment that
                earns most ("match with partial overlap and partial credit", arXiv 2603.19921): marking everything
                as one span earns little

An annotator is no ground truth. Every figure stands beside that of `mark_everything` and, where a segment has several
raters, of `rater_against_rater`; intervals are drawn over documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

from nlp.evaluation._segments import ErrorSpan, Rating, Segment
from nlp.statistics.intervals import RESAMPLES, bootstrap_interval
from nlp.types import SEVERITIES, Finding, Score, Severity

Measure = Literal["unlabelled", "labelled", "matched"]
MEASURES: tuple[Measure, ...] = ("unlabelled", "labelled", "matched")

WRONG_SEVERITY = 0.5


@dataclass(frozen=True, slots=True)
class Comparison:
    """Spans marked in one segment against one annotator's. `document` is what intervals are drawn over, `length` the
    segment's characters, `words` its words.
    """

    document: str
    length: int
    marked: tuple[ErrorSpan, ...]
    annotated: tuple[ErrorSpan, ...]
    words: int = 0


def row(comparison: Comparison, measure: Measure) -> tuple[float, float, float]:
    """Credit earned, and how much was marked and annotated: characters, or spans for "matched".

    >>> one = Comparison("d", 20, (ErrorSpan(0, 10, "minor", ""),), (ErrorSpan(5, 10, "major", ""),))
    >>> row(one, "unlabelled"), row(one, "labelled")
    ((5.0, 10.0, 5.0), (2.5, 10.0, 5.0))
    """
    if measure == "matched":
        credit = _best_assignment(comparison.marked, comparison.annotated)
        return credit, float(len(comparison.marked)), float(len(comparison.annotated))
    ours = _severities(comparison.marked, comparison.length)
    theirs = _severities(comparison.annotated, comparison.length)
    credit = 0.0
    for mine, other in zip(ours, theirs, strict=True):
        if mine and other:
            credit += 1.0 if mine == other or measure == "unlabelled" else WRONG_SEVERITY
    return credit, float(sum(map(bool, ours))), float(sum(map(bool, theirs)))


def f1(total: Sequence[float]) -> float | None:
    """F1 of a sum of rows; None when nothing was marked and nothing annotated."""
    credit, marked, annotated = total
    return 2 * credit / (marked + annotated) if marked + annotated else None


def _severities(spans: Iterable[ErrorSpan], length: int) -> list[int]:
    """The rank of the gravest severity at each character, 0 for none; critical, unknown to raters, counts as major."""
    ranks = [0] * length
    for span in spans:
        rank = min(SEVERITIES.index(span.severity), SEVERITIES.index("major"))
        for place in range(max(span.start, 0), min(span.end, length)):
            ranks[place] = max(ranks[place], rank)
    return ranks


def _best_assignment(marked: Sequence[ErrorSpan], annotated: Sequence[ErrorSpan]) -> float:
    if not marked or not annotated:
        return 0.0
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    credit = np.array([[_overlap(mine, other) for other in annotated] for mine in marked])
    return float(credit[linear_sum_assignment(credit, maximize=True)].sum())


def _overlap(one: ErrorSpan, other: ErrorSpan) -> float:
    """Character F1 of two spans."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared / (one.end - one.start + other.end - other.start) if shared > 0 else 0.0


def score(comparisons: Sequence[Comparison], *, name: str, resamples: int = RESAMPLES) -> dict[Measure, Score]:
    """The three measures with intervals over documents. No comparisons give values of None.

    `name` says what marked the spans; it goes into the signatures.
    """
    scores: dict[Measure, Score] = {}
    clusters = [comparison.document for comparison in comparisons]
    for measure in MEASURES:
        rows = [row(comparison, measure) for comparison in comparisons]
        value = f1([sum(column) for column in zip(*rows, strict=True)]) if rows else None
        scores[measure] = Score(
            metric=f"{measure} F1",
            value=value,
            signature=f"spans|{measure}|micro|{name}|bootstrap:{resamples}:documents",
            n=len(comparisons),
            interval=bootstrap_interval(rows, f1, resamples=resamples, clusters=clusters) if rows else None,
            note=None if value is not None else "nothing was marked and nothing annotated",
        )
    return scores


def compare(segments: Iterable[Segment], marked: Iterable[Sequence[ErrorSpan]]) -> Iterator[Comparison]:
    """The spans marked in each segment against each of its raters in turn. Unequal lists raise ValueError."""
    for segment, spans in zip(segments, marked, strict=True):
        for rating in segment.ratings:
            yield _comparison(segment, tuple(spans), rating)


def mark_everything(segments: Iterable[Segment], *, severity: Severity = "minor") -> Iterator[Comparison]:
    """The floor: every segment one span from end to end."""
    for segment in segments:
        everything = (ErrorSpan(0, len(segment.target), severity, ""),)
        for rating in segment.ratings:
            yield _comparison(segment, everything, rating)


def rater_against_rater(segments: Iterable[Segment]) -> Iterator[Comparison]:
    """The ceiling: each rater's spans against each other rater's of the same segment."""
    for segment in segments:
        for one, other in permutations(segment.ratings, 2):
            yield _comparison(segment, one.errors, other)


def _comparison(segment: Segment, marked: tuple[ErrorSpan, ...], rating: Rating) -> Comparison:
    document = f"{segment.dataset}|{segment.document}"
    return Comparison(document, len(segment.target), marked, rating.errors, len(segment.target.split()))


def spans_of(findings: Iterable[Finding], *, start: int = 0, end: int | None = None) -> tuple[ErrorSpan, ...]:
    """Findings as spans of the stretch [start, end) of their text, cut to it; those outside are left out."""
    spans = []
    for finding in findings:
        last = finding.end if end is None else min(finding.end, end)
        first = max(finding.start, start)
        if first < last and finding.severity != "neutral":
            spans.append(ErrorSpan(first - start, last - start, finding.severity, finding.mqm))
    return tuple(spans)
