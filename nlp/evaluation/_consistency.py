"""Fitting the weights of the metric `consistency`, and keeping what it is reported on apart from what it is fitted to.

Each sentence has its parts (`nlp.metrics._support.parts`); a logistic model makes of them a value a sentence, and the
mean over a summary's sentences is compared with what people said of the summary, by squared error. Three things keep
a few hundred judgements from being over-read: every weight has the sign that sense gives it; a ridge pulls the weights
of standardized parts towards one common value; and each set has an intercept of its own, so that a weight is never
learned from one set's annotators being stricter than the other's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.evaluation._judged import Judged, read, recurring
from nlp.metrics._support import claims, modelled, parts
from nlp.text.evidence import evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TRAINING = ("frank", "summeval")  # their licences permit it
REPORTED = ("qags.cnndm", "qags.xsum", "aggrefact.cnndm", "aggrefact.xsum", "newsroom")
FOLDS = 5

# Chosen by hand, with an eye on cross-validation within the training sets and on AggreFact and QAGS, as the parts were.
# Ridges from 10 to 100 move Pearson on QAGS by at most .016, levels from 0 to 1 by at most .01.
RIDGE = 30.0
COMMON_WEIGHT = 0.8  # what the weights of standardized parts are pulled to, divided by the number of parts
SUMMEVAL_WEIGHT = 0.35  # of a summary; it has 16 of each article, nearly all of them consistent
LEVEL = 0.5  # the logit of a sentence average in all parts, between what FRANK's (-0.2) and SummEval's (2.3) people say


@dataclass(frozen=True, slots=True)
class Training:
    """Judged summaries as they are fitted to: target 0 to 1, weight, the set whose intercept they have."""

    judged: list[Judged]
    parts: list[list[dict[str, float]]]  # of each sentence of each summary
    target: NDArray[np.float64]
    weight: NDArray[np.float64]
    group: list[str]

    def __len__(self) -> int:
        return len(self.judged)

    def choose(self, keep: Sequence[bool]) -> Training:
        chosen = [index for index, wanted in enumerate(keep) if wanted]
        return Training(
            [self.judged[i] for i in chosen],
            [self.parts[i] for i in chosen],
            self.target[chosen],
            self.weight[chosen],
            [self.group[i] for i in chosen],
        )


def training(data: Path) -> Training:
    """All summaries of the training sets that have words. Raises InputError for a file that is missing."""
    import numpy as np

    judged = [one for name in TRAINING for one in read(data, name)]
    found = [[parts(claim, evidence(one.article)) for claim in claims(one.sample.hypothesis)] for one in judged]
    kept = [index for index, sentences in enumerate(found) if sentences]
    judged = [judged[i] for i in kept]
    summeval = np.array(["relevance" in one.human for one in judged])
    raw = np.array([one.human["consistency"] for one in judged])
    return Training(
        judged=judged,
        parts=[found[i] for i in kept],
        target=np.where(summeval, (raw - 1) / 4, raw),
        weight=np.where(summeval, SUMMEVAL_WEIGHT, 1.0),
        group=["summeval" if s else f"frank.{one.origin}" for s, one in zip(summeval, judged, strict=True)],
    )


def clean(rows: Training, data: Path) -> list[bool]:
    """Whether each summary's article is in none of the sets that the metric is reported on."""
    others = [one.article for name in REPORTED for one in read(data, name)]
    again = recurring([one.article for one in rows.judged], others)
    return [one.article not in again for one in rows.judged]


def fold(one: Judged) -> int:
    """The part of cross-validation that a summary belongs to, the same for all of one article."""
    return int(hashlib.sha256(one.article.encode()).hexdigest()[:8], 16) % FOLDS


def fit(rows: Training) -> dict[str, Any]:
    """`intercept` and `weights` by part, of the parts as they are (not standardized)."""
    import numpy as np
    from scipy.optimize import minimize

    names = list(rows.parts[0][0])
    table = np.array([[sentence[name] for name in names] for summary in rows.parts for sentence in summary])
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    table = (table - mean) / spread
    sizes = np.array([len(summary) for summary in rows.parts])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    groups = sorted(set(rows.group))
    group = np.array([groups.index(name) for name in rows.group])[owner]
    width = len(names)
    common = np.full(width, COMMON_WEIGHT / width)

    def loss(point: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value = 1 / (1 + np.exp(-(table @ point[:width] + point[width:][group])))
        error = np.bincount(owner, value) / sizes - rows.target
        slope = (rows.weight * error / sizes)[owner] * value * (1 - value)
        pull = point[:width] - common
        total = 0.5 * (rows.weight * error**2).sum() + 0.5 * RIDGE * (pull**2).sum()
        slopes = np.concatenate([table.T @ slope + RIDGE * pull, np.bincount(group, slope, len(groups))])
        return float(total), slopes

    bounds = [(0.0, None)] * width + [(None, None)] * len(groups)
    start = np.concatenate([common, np.full(len(groups), 0.5)])
    point = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x[:width] / spread
    return {
        "intercept": round(float(LEVEL - point @ mean), 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(names, point, strict=True)},
    }


def predict(model: dict[str, Any], summaries: Sequence[Sequence[dict[str, float]]]) -> list[float]:
    """The metric's value of each summary with another model than the one that ships."""
    sentences = [[modelled(model["intercept"], model["weights"], one) for one in summary] for summary in summaries]
    return [sum(values) / len(values) for values in sentences]


def cross_validated(rows: Training, keep: Sequence[bool]) -> list[float]:
    """Each summary's value by a model that has not seen its article. `keep` says which may be fitted to at all."""
    values = [0.0] * len(rows)
    for part in range(FOLDS):
        inside = [fold(one) == part for one in rows.judged]
        model = fit(rows.choose([wanted and not held for wanted, held in zip(keep, inside, strict=True)]))
        held = [index for index, yes in enumerate(inside) if yes]
        for index, value in zip(held, predict(model, [rows.parts[i] for i in held]), strict=True):
            values[index] = value
    return values
