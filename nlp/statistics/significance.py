"""Whether one system is really better than another: paired tests on rows of statistics, and Holm's correction.

Approximate randomization: Noreen, "Computer-Intensive Methods for Testing Hypotheses", 1989; Riezler and Maxwell, "On
Some Pitfalls in Automatic Evaluation and Significance Testing for MT", 2005. Paired bootstrap: Efron and Tibshirani,
"An Introduction to the Bootstrap", 1993, section 16.4; for metrics of translation Koehn, EMNLP 2004. Both work on rows
that add up (see `intervals`), so a corpus metric such as BLEU is tested as such, not by the mean of its sentences.

p counts the observed arrangement too, (c + 1) / (n + 1), and arrangements as extreme as the observed one, so two equal
systems have p = 1. sacreBLEU counts only more extreme ones, and in its bootstrap takes absolute differences before it
centres them: its randomization test gives our p but for ties; its bootstrap p is near half of ours.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nlp.statistics.intervals import (
    CONFIDENCE,
    RESAMPLES,
    SEED,
    Value,
    bootstrap_totals,
    clustered,
    percentile_interval,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

TRIALS = 10_000  # sacreBLEU's default for approximate randomization

_CELLS = 1 << 20  # random signs held at a time

Test = Literal["randomization", "bootstrap"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """System less baseline: the difference of their values, its interval, and the two-sided p.

    `n` counts the samples (or clusters) both were measured on. All are None where the metric is undefined; `interval`
    also with fewer than two samples, `p` then too.
    """

    difference: float | None
    interval: tuple[float, float] | None
    p: float | None
    n: int
    signature: str


def paired_test(
    system: ArrayLike,
    baseline: ArrayLike,
    value: Value,
    *,
    test: Test = "randomization",
    trials: int | None = None,
    resamples: int = RESAMPLES,
    confidence: float = CONFIDENCE,
    seed: int = SEED,
    clusters: Sequence[Hashable] | None = None,
) -> Comparison:
    """Test the difference of two systems on the same samples, with its bootstrap interval.

    system, baseline  rows of statistics, shape (samples, columns), the same samples in the same order. A sample that
                      is undefined (zeros) for one of them is left out of both.
    value             the metric of a sum of rows
    test              "randomization": swap the systems on random samples; "bootstrap": draw samples anew
    trials            how often; 10,000 for the one, `resamples` for the other by default
    clusters          what each sample belongs to, such as its document: then whole clusters are swapped or drawn

    Raises ValueError for rows of different shapes, an unknown test, or fewer than one trial or resample.
    """
    import numpy as np

    ours, theirs = np.asarray(system, dtype=np.float64), np.asarray(baseline, dtype=np.float64)
    if ours.shape != theirs.shape or ours.ndim != 2:
        raise ValueError(f"two tables of rows of one shape are needed, not {ours.shape} and {theirs.shape}")
    if test not in ("randomization", "bootstrap"):
        raise ValueError(f"there is no test '{test}'; known: randomization, bootstrap")
    trials = trials if trials is not None else TRIALS if test == "randomization" else resamples
    if trials < 1:
        raise ValueError(f"there must be at least one trial, not {trials}")
    both = np.asarray(ours.any(axis=1) & theirs.any(axis=1))
    labels = None if clusters is None else [label for label, kept in zip(clusters, both.tolist(), strict=True) if kept]
    ours, theirs = clustered(ours[both], labels), clustered(theirs[both], labels)
    signature = _signature(test, trials, resamples, confidence, seed, clustered=clusters is not None)
    observed = _difference(ours.sum(axis=0), theirs.sum(axis=0), value) if len(ours) else None
    if observed is None or len(ours) < 2:
        return Comparison(observed, None, None, len(ours), signature)
    drawn = _bootstrap_differences(ours, theirs, value, resamples, seed)
    p = (
        randomization_p(ours, theirs, value, trials=trials, seed=seed)
        if test == "randomization"
        else bootstrap_p(
            observed, drawn if trials == resamples else _bootstrap_differences(ours, theirs, value, trials, seed)
        )
    )
    return Comparison(observed, percentile_interval(drawn, confidence=confidence), p, len(ours), signature)


def randomization_p(
    ours: NDArray[np.float64], theirs: NDArray[np.float64], value: Value, *, trials: int = TRIALS, seed: int = SEED
) -> float | None:
    """How often systems that swap outputs at random differ as much as these two do.

    With random signs s the sums of the swapped systems are (A + B ± s·(A - B)) / 2, one matrix product a trial.
    None when the value of either system is.
    """
    import numpy as np

    one, other = ours.sum(axis=0), theirs.sum(axis=0)
    observed = _difference(one, other, value)
    if observed is None:
        return None
    middle, apart = (one + other) / 2, (ours - theirs) / 2
    extreme = 0
    for signs in random_signs(len(ours), trials, seed):
        shift = signs @ apart
        found = [_difference(middle + x, middle - x, value) for x in shift]
        differences = np.array([x for x in found if x is not None])
        extreme += int((np.abs(differences) >= abs(observed) - _tolerance(observed)).sum())
    return (extreme + 1) / (trials + 1)


def bootstrap_p(observed: float, drawn: Sequence[float | None]) -> float:
    """How often draws lie as far from the observed difference as that lies from none: the two-sided shift method.

    >>> bootstrap_p(1.0, [0.5, 1.0, 1.5, 2.5])
    0.4
    """
    defined = [x for x in drawn if x is not None]
    far = sum(abs(x - observed) >= abs(observed) - _tolerance(observed) for x in defined)
    return (far + 1) / (len(defined) + 1)


def holm(p: Sequence[float | None]) -> list[float | None]:
    """p-values corrected for how many there are, by Holm's step-down method, in the order given.

    The smallest of m is multiplied by m, the next by m - 1 and so on; none comes out below a smaller one, none above
    1. To call all below 0.05 different keeps the chance of any false alarm at 5 % (Holm, Scandinavian Journal of
    Statistics 6, 1979). None stays None and is not counted.

    >>> holm([0.01, 0.04, None, 0.03])
    [0.03, 0.06, None, 0.06]
    """
    order = sorted((i for i, x in enumerate(p) if x is not None), key=lambda i: p[i] or 0.0)
    corrected: list[float | None] = [None] * len(p)
    largest = 0.0
    for rank, index in enumerate(order):
        largest = max(largest, min(1.0, (len(order) - rank) * (p[index] or 0.0)))
        corrected[index] = largest
    return corrected


def random_signs(n: int, trials: int, seed: int) -> Iterator[NDArray[np.float64]]:
    """Random +1 and -1, some trials at a time, shape (trials, n): the bits of PCG64's raw stream, low ones first."""
    import numpy as np

    stream = np.random.PCG64(seed)
    words = max(1, -(-n // 64))
    at_a_time = max(1, _CELLS // (64 * words))
    for first in range(0, trials, at_a_time):
        count = min(at_a_time, trials - first)
        raw = stream.random_raw(count * words).astype("<u8").view(np.uint8).reshape(count, words * 8)
        yield np.unpackbits(raw, axis=1, bitorder="little")[:, :n].astype(np.float64) * 2 - 1


def _bootstrap_differences(
    ours: NDArray[np.float64], theirs: NDArray[np.float64], value: Value, resamples: int, seed: int
) -> list[float | None]:
    import numpy as np

    width = ours.shape[1]
    totals = bootstrap_totals(np.concatenate([ours, theirs], axis=1), resamples=resamples, seed=seed)
    return [_difference(total[:width], total[width:], value) for total in totals]


def _difference(one: NDArray[np.float64], other: NDArray[np.float64], value: Value) -> float | None:
    first, second = value(one.tolist()), value(other.tolist())
    return None if first is None or second is None else first - second


def _tolerance(observed: float) -> float:
    """What may be rounding when an arrangement is as extreme as the observed one."""
    return 1e-9 * abs(observed) + 1e-12


def _signature(test: Test, trials: int, resamples: int, confidence: float, seed: int, *, clustered: bool) -> str:
    unit = "|unit:cluster" if clustered else ""
    return f"test:{test}|trials:{trials}|ci:{100 * confidence:g}|bs:{resamples}|seed:{seed}{unit}"
