"""How often a metric ranks two outputs, or two systems, as people do.

`pairwise_accuracy` with a calibrated `epsilon` is acc_eq of the WMT metrics tasks: Deutsch, Foster and Freitag, "Ties
Matter", EMNLP 2023 (arXiv 2305.14324). `soft_pairwise_accuracy` is SPA: Thompson, Mathur, Deutsch and Khayrallah,
"Improving Statistical Significance in Human Evaluation of Automatic Metrics via Soft Pairwise Accuracy", WMT 2024.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlp.statistics._arrays import paired
from nlp.statistics.intervals import SEED
from nlp.statistics.significance import random_signs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

PERMUTATIONS = 1000  # as in the paper and in mt-metrics-eval


@dataclass(frozen=True, slots=True)
class TieCalibrated:
    """The best accuracy, and the difference of metric scores up to which two outputs are called equal for it."""

    accuracy: float
    epsilon: float


def pairwise_accuracy(
    metric: ArrayLike, human: ArrayLike, groups: Sequence[Hashable] | None = None, *, epsilon: float = 0.0
) -> float | None:
    """The share of pairs that metric and people order alike, or both call equal.

    Pairs are of samples of the same group, such as the translations of one segment; the result is the mean over
    groups that have a pair, so that large groups count no more than small ones. The metric calls two outputs equal
    when its scores differ by no more than `epsilon`. Higher must be better, or lower better, in both columns.
    None without a pair. Raises ValueError for columns or groups of different lengths.

    >>> pairwise_accuracy([1, 2, 3], [1, 1, 2])
    0.6666666666666666
    >>> pairwise_accuracy([1, 1.5, 3], [1, 1, 2], epsilon=0.5)
    1.0
    """
    pairs = _pairs(metric, human, groups)
    if not len(pairs.weight):
        return None
    right = _right(pairs, pairs.distance > epsilon)
    return float(min(1.0, pairs.weight[right].sum()))


def tie_calibrated_accuracy(
    metric: ArrayLike, human: ArrayLike, groups: Sequence[Hashable] | None = None
) -> TieCalibrated | None:
    """`pairwise_accuracy` at the epsilon for which it is highest, the smallest such one; None without a pair.

    Without an epsilon a metric that never gives the same score twice is wrong on every pair that people call equal,
    and one that rounds is not. As in the WMT tasks the epsilon is chosen on the data it is reported on; to be strict,
    take the epsilon of one part to `pairwise_accuracy` of another.

    >>> tie_calibrated_accuracy([1, 1.5, 3], [1, 1, 2])
    TieCalibrated(accuracy=1.0, epsilon=0.5)
    """
    import numpy as np

    pairs = _pairs(metric, human, groups)
    if not len(pairs.weight):
        return None
    distance = np.concatenate([[0.0], pairs.distance])
    when_equal = np.concatenate([[0.0], pairs.weight * _right(pairs, np.zeros(len(pairs.weight), dtype=bool))])
    when_apart = np.concatenate([[0.0], pairs.weight * _right(pairs, np.ones(len(pairs.weight), dtype=bool))])
    order = np.argsort(distance, kind="stable")
    distance = distance[order]
    # accuracy when all pairs up to here are called equal
    accuracy = np.cumsum(when_equal[order]) + when_apart.sum() - np.cumsum(when_apart[order])
    last_of_its_distance = np.append(distance[1:] != distance[:-1], True)
    accuracy, distance = accuracy[last_of_its_distance], distance[last_of_its_distance]
    best = int(np.argmax(accuracy > accuracy.max() - 1e-12))
    return TieCalibrated(accuracy=float(min(1.0, accuracy[best])), epsilon=float(distance[best]))


def soft_pairwise_accuracy(
    metric: ArrayLike, human: ArrayLike, *, permutations: int = PERMUTATIONS, seed: int = SEED
) -> float | None:
    """How alike metric and people are sure that one system is better than another: mean of 1 - |p - p'| over pairs.

    Both columns have shape (systems, segments); NaN is a segment that was not scored, and is left out of the pairs of
    that system, for both. p is the chance under a paired permutation test that the first system is no better than the
    second, for the metric; p' that for people. Two systems that are the same have p = 1/2. The same permutations are
    used for both. None with fewer than two systems, or without a segment. Raises ValueError for other shapes.
    """
    import numpy as np

    ours, theirs = np.asarray(metric, dtype=np.float64), np.asarray(human, dtype=np.float64)
    if ours.shape != theirs.shape or ours.ndim != 2:
        raise ValueError(f"two tables (systems, segments) of one shape are needed, not {ours.shape} and {theirs.shape}")
    first, second = np.triu_indices(len(ours), k=1)
    if not len(first) or not ours.shape[1]:
        return None
    differences = [table[first] - table[second] for table in (ours, theirs)]
    scored = np.isfinite(differences[0]) & np.isfinite(differences[1])
    kept = scored.any(axis=1)
    if not kept.any():
        return None
    chances = [_chance(np.where(scored, d, 0.0)[kept], permutations, seed) for d in differences]
    return float(1 - np.abs(chances[0] - chances[1]).mean())


def _chance(differences: NDArray[np.float64], permutations: int, seed: int) -> NDArray[np.float64]:
    """For each pair of systems how often a permutation favours the first as much; exact ties count half."""
    import numpy as np

    observed = differences.sum(axis=1)
    tolerance = 1e-9 * np.abs(differences).sum(axis=1)
    above = np.zeros(len(observed))
    for signs in random_signs(differences.shape[1], permutations, seed):
        drawn = signs @ differences.T
        above += (drawn > observed + tolerance).sum(axis=0) + 0.5 * (np.abs(drawn - observed) <= tolerance).sum(axis=0)
    return np.asarray(above / permutations, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of samples of the same group. Weights are equal in a group, equal in sum over groups, and sum to 1."""

    distance: NDArray[np.float64]  # of the metric
    metric: NDArray[np.float64]  # sign of its difference
    human: NDArray[np.float64]
    weight: NDArray[np.float64]


def _pairs(metric: ArrayLike, human: ArrayLike, groups: Sequence[Hashable] | None) -> _Pairs:
    import numpy as np

    ours, theirs = paired(metric, human)
    if groups is not None and len(groups) != len(ours):
        raise ValueError(f"{len(ours)} samples, but {len(groups)} groups")
    members: dict[Hashable, list[int]] = {}
    for index in range(len(ours)):
        members.setdefault(None if groups is None else groups[index], []).append(index)
    firsts, seconds, weights = [np.zeros(0, dtype=np.intp)], [np.zeros(0, dtype=np.intp)], [np.zeros(0)]
    for indices in members.values():
        one, other = np.triu_indices(len(indices), k=1)
        if len(one):
            group = np.asarray(indices)
            firsts.append(group[one])
            seconds.append(group[other])
            weights.append(np.full(len(one), 1.0 / len(one)))
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    difference = ours[first] - ours[second]
    return _Pairs(
        distance=np.abs(difference),
        metric=np.sign(difference),
        human=np.sign(theirs[first] - theirs[second]),
        weight=np.concatenate(weights) / max(1, len(weights) - 1),
    )


def _right(pairs: _Pairs, apart: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether people agree, when the metric tells a pair apart and when it calls it equal."""
    import numpy as np

    return np.asarray(np.where(apart, (pairs.metric == pairs.human) & (pairs.human != 0), pairs.human == 0), dtype=bool)
