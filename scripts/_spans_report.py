"""Operating points of the span detector, chosen on development data, and its figures on held-out data."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from _spans_data import Array  # beside this script
from scipy.optimize import minimize
from scipy.stats import spearmanr

from nlp.detectors._operating_points import OPERATING_POINTS, OperatingPoint, threshold
from nlp.detectors.spans import Stretch, operating_points, stretches
from nlp.evaluation._detecting import readings
from nlp.evaluation._segments import ErrorSpan, Segment, part
from nlp.evaluation._span_agreement import (
    MEASURES,
    Measure,
    compare,
    f1,
    mark_everything,
    rater_against_rater,
    row,
    score,
)
from nlp.evaluation.segments import expected_penalty
from nlp.models.lm_spans import LMSpans
from nlp.models.span_ensemble import log_odds
from nlp.models.span_model import Reading, SpanModel

# Precise: no more than this share of the words of development documents translated by people, who are annotated too.
QUIET = 0.005


def labels(segments: Sequence[Segment], read: Sequence[Reading]) -> tuple[Any, Any, Any]:
    """Of every word, once for each rater: probability, share of its characters marked, length."""
    probabilities, marked, lengths = [], [], []
    for segment, reading in zip(segments, read, strict=True):
        words = reading.words
        for rating in segment.ratings:
            characters = np.zeros(len(segment.target) + 1)
            for span in rating.errors:
                characters[span.start : span.end] = 1
            sums = np.concatenate([[0], np.cumsum(characters)])
            sizes = words[:, 1] - words[:, 0]
            probabilities.append(reading.error)
            marked.append((sums[words[:, 1]] - sums[words[:, 0]]) / np.maximum(sizes, 1))
            lengths.append(sizes)
    return tuple(np.concatenate(column) for column in (probabilities, marked, lengths))  # type: ignore[return-value]


def choose_operating_points(tagger: SpanModel, network: LMSpans | None, segments: Sequence[Segment]) -> dict[str, Any]:
    """Calibration and thresholds of the tagger, and of both models together, from development documents: by
    development systems, and by people for `precise`.
    """
    dev = [s for s in segments if part(s) == "dev" and s.dataset.startswith("newstest")]
    machine, human = [s for s in dev if not s.is_human], [s for s in dev if s.is_human]
    read = readings(machine, tagger=tagger)
    probability, marked, length = labels(machine, read)
    scale, bias = _logistic(log_odds(probability)[:, None], marked, length)
    tagger.config["calibration"] = {"scale": scale, "bias": bias}
    settings: dict[str, Any] = {"calibration": tagger.config["calibration"]}
    settings["operating_points"] = _points(machine, human, tagger=tagger)
    if network is None:
        return settings
    own, _, _ = labels(machine, readings(machine, tagger=tagger))
    tagger.config["together"] = {"tagger": 0.0, "network": 1.0, "bias": 0.0}
    other, _, _ = labels(machine, readings(machine, with_lm=True, tagger=tagger, network=network))
    of_tagger, of_network, bias = _logistic(np.stack([log_odds(own), log_odds(other)], axis=1), marked, length)
    together: dict[str, Any] = {"tagger": of_tagger, "network": of_network, "bias": bias}
    tagger.config["together"] = together
    together["operating_points"] = _points(machine, human, with_lm=True, tagger=tagger, network=network)
    return settings | {"together": together}


def _logistic(columns: Array, marked: Array, weights: Array) -> tuple[float, ...]:
    """Coefficients of the columns (n, k), and the intercept, that make the weighted cross-entropy least."""

    def cross_entropy(x: Sequence[float]) -> float:
        z = columns @ np.array(x[:-1]) + x[-1]
        return float(np.average(np.logaddexp(0, z) - marked * z, weights=weights))

    start = [*(1 / columns.shape[1] for _ in range(columns.shape[1])), 0.0]
    return tuple(round(float(x), 4) for x in minimize(cross_entropy, start, method="Nelder-Mead").x)


def _points(machine: Sequence[Segment], human: Sequence[Segment], **models: Any) -> dict[str, Any]:  # noqa: ANN401
    """`precise` marks a share QUIET of the words of people; `major` is the best for F1 with half credit for the wrong
    severity. `balanced` needs no threshold (`nlp.detectors._operating_points`).
    """
    read, quiet = readings(machine, **models), readings(human, **models)
    words = np.concatenate([r.error for r in quiet])
    points: dict[str, Any] = {"precise": {"threshold": round(float(np.quantile(words, 1 - QUIET)), 3)}, "major": 0.5}
    gravest: tuple[float, float] = (-1.0, 0.0)
    for major in np.round(np.arange(0.2, 0.81, 0.05), 2).tolist():
        points["major"] = major
        gravest = max(gravest, (_f1(machine, read, points, "balanced", "labelled"), major))
    return points | {"major": gravest[1]}


def marks(
    segments: Sequence[Segment], read: Sequence[Reading], points: dict[str, Any], point: OperatingPoint
) -> list[list[Stretch]]:
    """What is marked in each segment, the threshold being that of its document by its system."""
    names = [(s.dataset, s.document, s.system) for s in segments]
    least = {
        name: threshold([r for r, other in zip(read, names, strict=True) if other == name], point, points)
        for name in dict.fromkeys(names)
    }
    return [list(stretches(r, least[name], points)) for r, name in zip(read, names, strict=True)]


def spans(marked: Iterable[Iterable[Stretch]]) -> list[list[ErrorSpan]]:
    return [[ErrorSpan(m.start, m.end, m.severity, m.category) for m in ms] for ms in marked]


def _f1(
    segments: Sequence[Segment],
    read: Sequence[Reading],
    points: dict[str, Any],
    point: OperatingPoint,
    measure: Measure,
) -> float:
    comparisons = compare(segments, spans(marks(segments, read, points, point)))
    return f1([sum(c) for c in zip(*(row(comparison, measure) for comparison in comparisons), strict=True)]) or 0.0


def report(tagger: SpanModel, network: LMSpans | None, segments: Sequence[Segment], data: Path) -> None:
    """Prints the figures of the model card."""
    held = [s for s in segments if part(s) == "held-out"]
    print(json.dumps({name: value for name, value in tagger.config.items() if name != "sha256"}))
    news = [s for s in held if s.dataset.startswith("newstest") and not s.is_human]
    groups = {
        "news": news,
        "newstest2020": [s for s in news if s.dataset == "newstest2020"],
        "newstest2021": [s for s in news if s.dataset == "newstest2021"],
        "bio fr-en": [s for s in held if s.dataset == "bio.fr-en" and not s.is_human],
    }
    ways: dict[str, dict[str, Any]] = {"": {}, "with source": {"source": True}}
    if network is not None:
        ways["with the language model"] = {"with_lm": True}
    models = {"tagger": tagger, "network": network}
    for name, chosen in groups.items():
        n_documents = len({(s.dataset, s.document) for s in chosen})
        print(f"\n{name}: {len(chosen)} segments, {n_documents} documents, {len({s.system for s in chosen})} systems")
        table = {"mark everything": score(list(mark_everything(chosen)), name="everything")}
        if all(len(s.ratings) > 1 for s in chosen):
            table["rater against rater"] = score(list(rater_against_rater(chosen)), name="rater")
        for way, options in ways.items():
            read = readings(chosen, **options, **models)
            points = operating_points(tagger.config, with_lm="with_lm" in options)
            for point in OPERATING_POINTS:
                marked = marks(chosen, read, points, point)
                label = " ".join(filter(None, (point, way)))
                table[label] = score(list(compare(chosen, spans(marked))), name=label)
                if point == "precise":
                    print(f"  {label}: {precision(chosen, marked)}")
            print(f"  segment Spearman with MQM {way}: {_correlation(chosen, read)}")
            print(f"  {calibration(chosen, read)}")
        for label, scores in table.items():
            cells = [
                f"{scores[m].value:.3f} ({scores[m].interval[0]:.3f} to {scores[m].interval[1]:.3f})" for m in MEASURES
            ]
            print(f"  {label:34}" + "  ".join(cells))
    people = [s for s in held if s.is_human and s.dataset.startswith("newstest")]
    originals = [
        Segment("originals", "en", str(number), "", True, "", text, ())
        for number, document in enumerate(_originals(data))
        for text in document
    ]
    for way in ("", "with the language model"):
        options = ways.get(way)
        if options is None:
            continue
        points = operating_points(tagger.config, with_lm="with_lm" in options)
        for point in OPERATING_POINTS:
            shares = [_share_marked(texts, points, point, **options, **models) for texts in (originals, people)]
            print(
                f"\n{point} {way}: marks {shares[0]:.2%} of the words of natively English news, "
                f"{shares[1]:.2%} of translators'"
            )


def _share_marked(
    segments: Sequence[Segment],
    points: dict[str, Any],
    point: OperatingPoint,
    **options: Any,  # noqa: ANN401 - those of `readings`
) -> float:
    read = readings(segments, **options)
    marked = marks(segments, read, points, point)
    return sum(map(_words, read, marked)) / sum(len(r.words) for r in read)


def _words(reading: Reading, marked: Iterable[Stretch]) -> int:
    return sum(int(((reading.words[:, 0] >= m.start) & (reading.words[:, 1] <= m.end)).sum()) for m in marked)


def precision(segments: Sequence[Segment], marked: Sequence[Sequence[Stretch]]) -> str:
    """How many of the marked stretches touch an error of a rater: of each rater, and of any."""
    each, one, total = [], 0, 0
    for segment, stretches_ in zip(segments, marked, strict=True):
        for m in stretches_:
            hits = [any(m.start < e.end and e.start < m.end for e in r.errors) for r in segment.ratings]
            each.append(np.mean(hits))
            one += any(hits)
            total += 1
    words = sum(len(s.target.split()) for s in segments)
    if not total:
        return "nothing marked"
    return (
        f"{total} stretches, {100 * total / words:.2f} per 100 words; {np.mean(each):.1%} overlap an error of a rater, "
        f"{one / total:.1%} of one of the segment's raters"
    )


def _correlation(segments: Sequence[Segment], read: Sequence[Reading]) -> str:
    """Spearman of the penalty, with a percentile interval over documents."""
    gold = np.array([s.penalty for s in segments])
    names = [f"{s.dataset}|{s.document}" for s in segments]
    places = [np.flatnonzero(np.array(names) == name) for name in sorted(set(names))]
    lengths = np.array([len(s.target) for s in segments])
    cells = []
    for label, values in (
        ("expected penalty", np.array([expected_penalty(r) for r in read])),
        ("penalty head", np.array([r.penalty for r in read])),
        ("length", lengths),
    ):
        draw = np.random.default_rng(12345)
        samples = []
        for _ in range(500):
            index = np.concatenate([places[i] for i in draw.integers(0, len(places), len(places))])
            samples.append(spearmanr(values[index], gold[index])[0])
        low, high = np.percentile(samples, [2.5, 97.5])
        cells.append(f"{label} {spearmanr(values, gold)[0]:.3f} ({low:.3f} to {high:.3f})")
    return "; ".join(cells)


def calibration(segments: Sequence[Segment], read: Sequence[Reading]) -> str:
    """Expected calibration error of word probabilities in ten bins of equal width, weighted by length (Guo 2017)."""
    probability, marked, length = labels(segments, read)
    bins = np.minimum((probability * 10).astype(int), 9)
    error, cells = 0.0, []
    for b in range(10):
        chosen = bins == b
        if chosen.any():
            weight = length[chosen].sum() / length.sum()
            said = np.average(probability[chosen], weights=length[chosen])
            was = np.average(marked[chosen], weights=length[chosen])
            error += weight * abs(said - was)
            cells.append(f"{said:.2f}>{was:.2f}")
    return f"calibration error {error:.3f}; said > was: {' '.join(cells)}"


def _originals(data: Path) -> list[list[str]]:
    path = data / "mt-docs" / "wmt21.en-original.jsonl.gz"
    if not path.is_file():
        print(f"\n{path} is not here: nothing measured on natively English news")
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["segments"] for line in lines]
