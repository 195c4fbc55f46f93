"""Operating points of the span detector, chosen on development data, and its figures on held-out data."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.stats import spearmanr

from nlp.detectors.spans import OperatingPoint, Stretch, stretches
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
from nlp.models.span_model import Passage, Reading, SpanModel

# Precise: no more than this share of the words of development documents translated by people, who are annotated too.
QUIET = 0.01


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


def choose_operating_points(model: SpanModel, segments: Sequence[Segment]) -> dict[str, Any]:
    """Calibration and thresholds, from development documents: by development systems, and by people for `precise`."""
    dev = [s for s in segments if part(s) == "dev" and s.dataset.startswith("newstest")]
    machine, human = [s for s in dev if not s.is_human], [s for s in dev if s.is_human]
    read = readings(machine, model=model)
    probability, marked, length = labels(machine, read)
    logits = np.log(probability / (1 - probability))

    def cross_entropy(x: Sequence[float]) -> float:
        z = logits * x[0] + x[1]
        return float(np.average(np.logaddexp(0, z) - marked * z, weights=length))

    scale, bias = minimize(cross_entropy, [1.0, 0.0], method="Nelder-Mead").x
    model.config["calibration"] = {"scale": round(float(scale), 4), "bias": round(float(bias), 4)}
    read, quiet = readings(machine, model=model), readings(human, model=model)
    penalties = [s.penalty for s in machine]
    model.config["characters_per_error"] = 1.0
    expected = [expected_penalty(reading) for reading in read]
    points: dict[str, Any] = {"major": 0.5}
    best: tuple[float, float] = (-1.0, 0.0)
    for threshold in np.round(np.arange(0.08, 0.5, 0.01), 2).tolist():
        points["balanced"] = {"threshold": threshold}
        value = _f1(machine, read, points, "balanced", "unlabelled")
        best = max(best, (value, threshold))
    points["balanced"] = {"threshold": best[1]}
    gravest: tuple[float, float] = (-1.0, 0.0)
    for threshold in np.round(np.arange(0.2, 0.81, 0.05), 2).tolist():
        points["major"] = threshold
        gravest = max(gravest, (_f1(machine, read, points, "balanced", "labelled"), threshold))
    points["major"] = gravest[1]
    words = np.concatenate([r.error for r in quiet])
    points["precise"] = {"threshold": round(float(np.quantile(words, 1 - QUIET)), 3)}
    return {
        "calibration": model.config["calibration"],
        "characters_per_error": round(sum(expected) / sum(penalties), 2),
        "operating_points": {name: points[name] for name in ("precise", "balanced", "major")},
    }


def marks(
    segments: Sequence[Segment], read: Sequence[Reading], points: dict[str, Any], point: OperatingPoint
) -> list[list[Stretch]]:
    config = {"operating_points": points}
    return [list(stretches(r, s.target, point, config)) for s, r in zip(segments, read, strict=True)]


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


def report(model: SpanModel, segments: Sequence[Segment], data: Path) -> None:
    """Prints the figures of the model card."""
    held = [s for s in segments if part(s) == "held-out"]
    points = model.config["operating_points"]
    print(json.dumps({k: v for k, v in model.config.items() if k not in ("sha256",)}))
    news = [s for s in held if s.dataset.startswith("newstest") and not s.is_human]
    groups = {
        "news": news,
        "newstest2020": [s for s in news if s.dataset == "newstest2020"],
        "newstest2021": [s for s in news if s.dataset == "newstest2021"],
        "bio fr-en": [s for s in held if s.dataset == "bio.fr-en" and not s.is_human],
    }
    for name, chosen in groups.items():
        n_documents = len({(s.dataset, s.document) for s in chosen})
        print(f"\n{name}: {len(chosen)} segments, {n_documents} documents, {len({s.system for s in chosen})} systems")
        table = {"mark everything": score(list(mark_everything(chosen)), name="everything")}
        if all(len(s.ratings) > 1 for s in chosen):
            table["rater against rater"] = score(list(rater_against_rater(chosen)), name="rater")
        for source in (False, True):
            read = readings(chosen, source=source, model=model)
            for point in ("balanced", "precise"):
                marked = marks(chosen, read, points, point)
                label = f"{point}{', with source' if source else ''}"
                table[label] = score(list(compare(chosen, spans(marked))), name=label)
                if point == "precise":
                    print(f"  {label}: {precision(chosen, marked)}")
            rho = _correlation(chosen, read)
            print(f"  segment Spearman with MQM{', with source' if source else ''}: {rho}")
            if not source:
                print(f"  {calibration(chosen, read)}")
        for label, scores in table.items():
            cells = [
                f"{scores[m].value:.3f} ({scores[m].interval[0]:.3f} to {scores[m].interval[1]:.3f})" for m in MEASURES
            ]
            print(f"  {label:26}" + "  ".join(cells))
    people = [s for s in held if s.is_human and s.dataset.startswith("newstest")]
    originals = _originals(data)
    for point in ("precise", "balanced"):
        human = marks(people, readings(people, model=model), points, point)
        native = model.read([[Passage(t) for t in document] for document in originals])
        config = {"operating_points": points}
        share = [
            sum(_words(r, stretches(r, t, point, config)) for r, t in zip(rs, ts, strict=True))
            for rs, ts in zip(native, originals, strict=True)
        ]
        total = sum(len(r.words) for rs in native for r in rs)
        read = readings(people, model=model)
        n = sum(_words(r, m) for r, m in zip(read, human, strict=True)) / sum(len(r.words) for r in read)
        print(
            f"\n{point}: marks {sum(share) / total:.2%} of the words of natively English news, {n:.2%} of translators'"
        )


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
