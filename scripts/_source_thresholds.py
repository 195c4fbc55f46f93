"""Thresholds and confidences of the support tagger, for `train_source.py --thresholds`.

A threshold lets through what its budget says: the share of good translations that may be flagged for its sake, of those
that have a word of its kind. Good translations are those of people that were not trained on and are not measured by
`nlp eval demetr`: post-edits of French news, WMT21's references from Russian, Japanese and Icelandic, and DEMETR's
translations without an error in a fifth of its tuning half; the sets weigh alike. People say more than the source here
and less there, so much of what is flagged is so; names, which they like to add, have a large budget. Confidence is the
share of what such a score marks that was an error in that fifth, the segments without an error weighing as much as
those with one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from _source_errors import Spoiled
from _source_pairs import from_demetr, reporting_sources

from nlp.detectors._source import aligned, words
from nlp.detectors._source.pair import Pair
from nlp.evaluation.demetr import human_translations
from nlp.models import support_model
from nlp.models.support_model import Support

BUDGETS = {
    "default": {"stranger": 0.02, "initial": 0.015, "name": 0.1, "unspelled_name": 0.1, "missing": 0.05},
    "preview": {"stranger": 0.08, "initial": 0.06, "name": 0.3, "unspelled_name": 0.3, "missing": 0.15},
}
OF_A_SET = 400  # segments
FEW = 15  # scores of a step
STEPS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)  # lowest scores, of a calibration


def choose(data: Path, folder: Path) -> None:
    """Writes thresholds and calibration into the config in `folder`, for the weights in it."""
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)  # by kind: highest score of a segment, its weight
    for articles in good(data):
        count = sum(map(len, articles))
        for pairs in articles:
            read = support_model.read([(pair.source, pair.target) for pair in pairs], folder)
            for support, kinds in zip(read, words.kinds(pairs, read), strict=True):
                for kind, score in _highest(support, kinds):
                    scores[kind].append((score, 1 / count))
    points = {
        point: {kind: _threshold(scores[kind], share) for kind, share in budgets.items()}
        for point, budgets in BUDGETS.items()
    }
    path = folder / support_model.CONFIG
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings |= {**points, "calibration": calibration(data, folder)}
    path.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(points))


def good(data: Path) -> list[list[list[Pair]]]:
    """Sets of articles as pairs of segments."""
    reported, sets = reporting_sources(data), []
    for _, articles in human_translations(data, half="tuning"):
        taken: list[list[Pair]] = []
        for article in articles:
            if sum(map(len, taken)) < OF_A_SET:
                taken.append([pair for pair in aligned.pairs(article) if pair.source not in reported])
        sets.append(taken)
    return [*sets, [[Pair(source, spoilt.text)] for source, spoilt in spoiled(data) if not _errors(spoilt)]]


def spoiled(data: Path) -> list[tuple[str, Spoiled]]:
    """Of the fifth that is not trained on."""
    return [(group.source, spoilt) for group in from_demetr(data, training=False) for spoilt in group.targets]


def _errors(spoilt: Spoiled) -> bool:
    return bool(spoilt.wrong or spoilt.missing)


def _highest(support: Support, kinds: Sequence[str | None]) -> Iterable[tuple[str, float]]:
    best: dict[str, float] = defaultdict(float)
    for kind, score in zip(kinds, support.stranger.tolist(), strict=True):
        if kind is not None:
            best[kind] = max(best[kind], score)
    return [*best.items(), ("missing", float(support.missing.max()))]


def _threshold(scores: Sequence[tuple[float, float]], share: float) -> float:
    """The lowest by which no more than `share` of the weight is flagged, rounded up."""
    values, weights = (np.array(column) for column in zip(*sorted(scores, reverse=True), strict=True))
    flagged = np.cumsum(weights) / weights.sum()
    at = int(np.searchsorted(flagged, share, side="right"))
    return float(min(0.999, np.ceil(values[min(at, len(values) - 1)] * 1000 + 1e-6) / 1000))


def calibration(data: Path, folder: Path) -> dict[str, Any]:
    chosen = spoiled(data)
    read = support_model.read([(source, spoilt.text) for source, spoilt in chosen], folder)
    clean = [not _errors(spoilt) for _, spoilt in chosen]
    weight = {True: 1 / sum(clean), False: 1 / (len(clean) - sum(clean))}
    rows: dict[str, list[tuple[float, bool, float]]] = {"stranger": [], "name": [], "missing": []}
    for (source, spoilt), support, is_clean in zip(chosen, read, clean, strict=True):
        (kinds,) = words.kinds([Pair(source, spoilt.text)], [support])
        for kind, score, word in zip(kinds, support.stranger.tolist(), support.words, strict=True):
            if kind is not None:
                wrong = any(word.overlaps(span) for span in spoilt.wrong)
                rows["name" if kind.endswith("name") else "stranger"].append((score, wrong, weight[is_clean]))
        gaps = {sum(word.start < at for word in support.words) for at in spoilt.missing}
        for gap, score in enumerate(support.missing.tolist()):
            rows["missing"].append((score, any(abs(gap - other) <= 1 for other in gaps), weight[is_clean]))
    return {name: _table(values) for name, values in rows.items()}


def _table(rows: Sequence[tuple[float, bool, float]]) -> list[list[float]]:
    """(lowest score, share that were errors), the share never falling; a step with few scores is one with the next.

    Half an error and half none are added to each (Jeffreys's prior), so that no few scores make a certainty.
    """
    scores, right, weights = (np.array(column) for column in zip(*rows, strict=True))
    weights = weights / weights.mean()
    table: list[list[float]] = []
    low = 0.0
    for high in (*STEPS[1:], 2.0):
        inside = (scores >= low) & (scores < high)
        if inside.sum() >= FEW or (high > 1 and inside.any()):
            errors = float((weights * right)[inside].sum()) + 0.5
            share = round(errors / (float(weights[inside].sum()) + 1), 2)
            table.append([low, max(share, table[-1][1] if table else 0.0)])
            low = high
    return table
