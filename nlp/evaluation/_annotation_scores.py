"""What human annotation says of systems, and how far its raters agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from nlp.evaluation._segments import Rating, Segment
from nlp.evaluation._span_agreement import MEASURES, rater_against_rater
from nlp.evaluation._span_agreement import score as span_scores
from nlp.evaluation._table import Cell, Table
from nlp.statistics.agreement import krippendorff_alpha
from nlp.statistics.intervals import bootstrap_interval, statistic_interval

_WEIGHTS = "MQM with the WMT weights: major 5, minor 1, minor punctuation 0.1, non-translation 25; lower is better."


def tables(segments: Sequence[Segment], *, resamples: int = 1000) -> Iterator[Table]:
    """Systems by their scores, best first; then agreement, where segments have several raters.

    A segment's score is the mean over its raters, a system's the mean over its segments, with 95% intervals over
    documents. `is_human` systems are reference translations rated like the others.
    """
    yield _systems(segments, resamples)
    if any(len(segment.ratings) > 1 for segment in segments):
        yield _agreement(segments, resamples)


def _systems(segments: Sequence[Segment], resamples: int) -> Table:
    by_system: dict[str, list[Segment]] = {}
    for segment in segments:
        by_system.setdefault(segment.system, []).append(segment)
    has_esa = any(rating.esa is not None for segment in segments for rating in segment.ratings)
    order = sorted(by_system, key=lambda name: _mean([s.penalty for s in by_system[name]]))
    rows = []
    for name in order:
        own = by_system[name]
        cells: list[Cell | str] = [
            f"{name} (human)" if own[0].is_human else name,
            Cell(len(own), digits=0),
            _mean_cell(own, lambda rating: rating.penalty, resamples, digits=2),
            _mean_cell(own, lambda rating: float(bool(rating.penalty)), resamples, digits=3),
        ]
        if has_esa:
            cells.append(_mean_cell(own, lambda rating: rating.esa, resamples, digits=1))
        rows.append(tuple(cells))
    columns = ("system", "segments", "MQM penalty", "share with an error", *(["ESA"] if has_esa else []))
    raters = len({rating.rater for segment in segments for rating in segment.ratings})
    notes = [_WEIGHTS, f"{raters} raters; means over raters, then segments; 95% intervals over documents."]
    return Table("Systems by human annotation", columns, tuple(rows), tuple(notes))


def _agreement(segments: Sequence[Segment], resamples: int) -> Table:
    several = [segment for segment in segments if len(segment.ratings) > 1]
    documents = [segment.document for segment in several]
    measures: dict[str, Callable[[Rating], float | None]] = {
        "MQM penalty, Krippendorff's alpha (interval)": lambda rating: rating.penalty,
        "MQM penalty, Krippendorff's alpha (ordinal)": lambda rating: rating.penalty,
        "has an error, Krippendorff's alpha (nominal)": lambda rating: float(bool(rating.penalty)),
        "ESA, Krippendorff's alpha (interval)": lambda rating: rating.esa,
    }
    rows: list[tuple[Cell | str, ...]] = []
    for name, of in measures.items():
        level = name.partition("(")[2].rstrip(")")
        units = [[of(rating) for rating in segment.ratings] for segment in several]

        def alpha(index: Sequence[int], units: list[list[float | None]] = units, level: str = level) -> float | None:
            return krippendorff_alpha([units[i] for i in index], level=level)  # type: ignore[arg-type]

        value = alpha(range(len(units)))
        if value is not None:
            interval = statistic_interval(
                alpha, list(range(len(units))), clusters=documents, resamples=min(resamples, 200)
            )
            rows.append((name, Cell(value, interval)))
    if any(rating.errors for segment in several for rating in segment.ratings) and several[0].target:
        scores = span_scores(list(rater_against_rater(several)), name="rater", resamples=resamples)
        rows += [(f"spans, {m} F1, rater against rater", Cell(scores[m].value, scores[m].interval)) for m in MEASURES]
    note = f"{len(several)} segments with two raters or more; 95% intervals over documents."
    return Table("Agreement of raters", ("measure", "value"), tuple(rows), (note,))


def _mean_cell(
    segments: Sequence[Segment], of: Callable[[Rating], float | None], resamples: int, *, digits: int
) -> Cell:
    rows, documents = [], []
    for segment in segments:
        given = [x for x in map(of, segment.ratings) if x is not None]
        if given:
            rows.append((_mean(given), 1.0))
            documents.append(segment.document)
    if not rows:
        return Cell(None)
    interval = bootstrap_interval(rows, _ratio, clusters=documents, resamples=resamples)
    return Cell(_mean([x for x, _ in rows]), interval, digits)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _ratio(total: Sequence[float]) -> float | None:
    return total[0] / total[1] if total[1] else None
