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

    matrix = clustered(rows, clusters)
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


def statistic_interval(
    statistic: Callable[..., float | None],
    *columns: Sequence[object] | NDArray[np.generic],
    resamples: int = RESAMPLES,
    confidence: float = CONFIDENCE,
    seed: int = SEED,
    clusters: Sequence[Hashable] | None = None,
) -> tuple[float, float] | None:
    """The percentile interval of any statistic of paired columns, such as a correlation of two.

    `statistic` is called with the columns of each draw, as numpy arrays; draws for which it gives None are passed
    over. `clusters` as in `bootstrap_interval`. None when fewer than two samples (or clusters) are there, or when no
    draw has a value. Raises ValueError for columns of different lengths.

    >>> from nlp.statistics.correlation import pearson
    >>> low, high = statistic_interval(pearson, [1.0, 2, 3, 4, 5], [1.0, 3, 2, 5, 4])
    >>> low < pearson([1.0, 2, 3, 4, 5], [1.0, 3, 2, 5, 4]) < high
    True
    """
    import numpy as np

    arrays = [np.asarray(column) for column in columns]
    if len({len(array) for array in arrays}) != 1:
        raise ValueError(f"columns of different lengths: {', '.join(str(len(array)) for array in arrays)}")
    n = len(arrays[0])
    if (n if clusters is None else len(set(clusters))) < 2:
        return None
    draws = resampled(n, resamples=resamples, seed=seed, clusters=clusters)
    return percentile_interval([statistic(*(array[i] for array in arrays)) for i in draws], confidence=confidence)


def resampled(
    n: int, *, resamples: int = RESAMPLES, seed: int = SEED, clusters: Sequence[Hashable] | None = None
) -> Iterator[NDArray[np.intp]]:
    """The indices of each draw from `n` samples, ascending; with clusters, of all samples of the clusters drawn.

    The draws are those of `bootstrap_totals`, so intervals of statistics that do not add up are of the same draws as
    the others. Raises ValueError for clusters of another number than n.
    """
    import numpy as np

    numbers = np.arange(n) if clusters is None else _cluster_numbers(n, clusters)
    for counts in _draws(int(numbers.max(initial=-1)) + 1, resamples, seed):
        for draw in counts.astype(np.intp):
            yield np.repeat(np.arange(n), draw[numbers])


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


def clustered(rows: ArrayLike, clusters: Sequence[Hashable] | None) -> NDArray[np.float64]:
    """The rows, or their sums by cluster in the order of first appearance. Raises ValueError for another number."""
    import numpy as np

    matrix = np.asarray(rows, dtype=np.float64)
    if clusters is None:
        return matrix
    numbers = _cluster_numbers(len(matrix), clusters)
    sums = np.zeros((int(numbers.max(initial=-1)) + 1, matrix.shape[1]))
    np.add.at(sums, numbers, matrix)
    return sums


def _cluster_numbers(n: int, clusters: Sequence[Hashable]) -> NDArray[np.intp]:
    """The number of each sample's cluster, in the order of first appearance."""
    import numpy as np

    if len(clusters) != n:
        raise ValueError(f"{n} rows, but {len(clusters)} clusters")
    number = {label: index for index, label in enumerate(dict.fromkeys(clusters))}
    return np.fromiter((number[label] for label in clusters), dtype=np.intp, count=n)
