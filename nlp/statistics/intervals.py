"""Confidence intervals by the bootstrap, for any metric whose rows of statistics add up.

Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13 (the percentile interval); for metrics of
translation Koehn, "Statistical Significance Tests for Machine Translation Evaluation", EMNLP 2004. Samples are drawn
with replacement, as many as there are; the metric's value is taken of each draw; the interval holds the middle part of
those values. A draw is a matrix product, counts of samples times rows, so nothing is measured twice.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

RESAMPLES = 1000
CONFIDENCE = 0.95
SEED = 12345  # sacreBLEU's default

_CELLS = 1 << 20  # of the matrix of counts that is held at a time

Value = Callable[[Sequence[float]], float | None]


def bootstrap_interval(
    rows: ArrayLike,
    value: Value,
    *,
    resamples: int = RESAMPLES,
    confidence: float = CONFIDENCE,
    seed: int = SEED,
    clusters: Sequence[Hashable] | None = None,
) -> tuple[float, float] | None:
    """The percentile interval of `value(sum of rows)` over samples drawn anew.

    rows      one row of statistics a sample, shape (samples, columns); a row of zeros is an undefined sample
    value     the metric of a sum of rows; draws for which it gives None are passed over
    clusters  what each sample belongs to, such as its document: then clusters are drawn, not samples

    None when fewer than two samples (or clusters) are defined, or when the value of all rows is. The same seed gives
    the same draws on every system and version of numpy. Raises ValueError for a confidence not between 0 and 1, for
    fewer than one resample, or for clusters of another number than the rows.
    """
    import numpy as np

    matrix = _clustered(rows, clusters)
    if len(matrix) < 2 or np.count_nonzero(matrix.any(axis=1)) < 2 or value(matrix.sum(axis=0).tolist()) is None:
        return None
    totals = bootstrap_totals(matrix, resamples=resamples, seed=seed)
    return percentile_interval([value(total) for total in totals.tolist()], confidence=confidence)


def bootstrap_totals(rows: ArrayLike, *, resamples: int = RESAMPLES, seed: int = SEED) -> NDArray[np.float64]:
    """The sums of rows of each draw, shape (resamples, columns).

    Depends on the number of rows and the seed alone which rows are drawn: two systems on the same samples, or two
    metrics side by side in the columns, are drawn alike.
    """
    import numpy as np

    matrix = np.asarray(rows, dtype=np.float64)
    if resamples < 1:
        raise ValueError(f"there must be at least one resample, not {resamples}")
    totals = [counts @ matrix for counts in _draws(len(matrix), resamples, seed)]
    return np.concatenate(totals)


def percentile_interval(
    values: Sequence[float | None], *, confidence: float = CONFIDENCE
) -> tuple[float, float] | None:
    """The middle part of the values, None left out: from quantile (1 - confidence) / 2 to its mirror image.

    Quantiles between two values are interpolated. None when no value is defined.

    >>> percentile_interval([float(x) for x in range(101)], confidence=0.5)
    (25.0, 75.0)
    """
    import numpy as np

    if not 0 < confidence < 1:
        raise ValueError(f"confidence lies between 0 and 1, not at {confidence}")
    defined = [x for x in values if x is not None]
    if not defined:
        return None
    tail = (1 - confidence) / 2
    low, high = np.quantile(defined, [tail, 1 - tail])
    return float(low), float(high)


def _draws(n: int, resamples: int, seed: int) -> Iterator[NDArray[np.float64]]:
    """How often each of `n` samples is in each draw, some draws at a time, shape (draws, n).

    Draws come from PCG64's raw stream, which numpy promises to keep, unlike its Generator's methods: the upper 32
    bits times n, shifted back, are an index below n. Each is as likely as the next to n / 2^32.
    """
    import numpy as np

    if n == 0:
        yield np.zeros((resamples, 0))
        return
    stream = np.random.PCG64(seed)
    at_a_time = max(1, _CELLS // n)
    for first in range(0, resamples, at_a_time):
        draws = min(at_a_time, resamples - first)
        raw = stream.random_raw(draws * n).reshape(draws, n)
        index = ((raw >> np.uint64(32)) * np.uint64(n) >> np.uint64(32)).astype(np.int64)
        index += np.arange(draws)[:, None] * n
        yield np.bincount(index.ravel(), minlength=draws * n).reshape(draws, n).astype(np.float64)


def _clustered(rows: ArrayLike, clusters: Sequence[Hashable] | None) -> NDArray[np.float64]:
    """The rows, or their sums by cluster in the order of first appearance."""
    import numpy as np

    matrix = np.asarray(rows, dtype=np.float64)
    if clusters is None:
        return matrix
    if len(clusters) != len(matrix):
        raise ValueError(f"{len(matrix)} rows, but {len(clusters)} clusters")
    number = {label: index for index, label in enumerate(dict.fromkeys(clusters))}
    sums = np.zeros((len(number), matrix.shape[1]))
    np.add.at(sums, [number[label] for label in clusters], matrix)
    return sums
