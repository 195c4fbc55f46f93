"""How two columns of numbers go together: Pearson, Spearman, Kendall, and Pearson within systems.

All give None where they are undefined: fewer than two samples, or a column in which nothing varies. All raise
ValueError for columns of different lengths or with a value that is not a number.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from nlp.statistics._arrays import paired

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray


def pearson(one: ArrayLike, other: ArrayLike) -> float | None:
    """The product-moment correlation, -1 to 1.

    >>> pearson([1, 2, 3], [2, 4, 6.1]) > 0.999, pearson([1, 2, 3], [5, 5, 5]) is None
    (True, True)
    """
    return _cosine(*(_centred(column) for column in paired(one, other)))


def spearman(one: ArrayLike, other: ArrayLike) -> float | None:
    """Pearson's correlation of the ranks; equal values share their mean rank.

    >>> round(spearman([1, 2, 3, 4], [1, 8, 27, 64]), 9)
    1.0
    """
    return pearson(*(_ranks(column) for column in paired(one, other)))


def kendall(one: ArrayLike, other: ArrayLike) -> float | None:
    """Kendall's tau-b: concordant less discordant pairs, corrected for ties in either column (Kendall 1945).

    >>> round(kendall([1, 2, 3, 4], [1, 3, 2, 4]), 6)
    0.666667
    """
    first, second = paired(one, other)
    if len(first) < 2 or _constant(first) or _constant(second):
        return None
    from scipy import stats

    return float(stats.kendalltau(first, second, variant="b").statistic)


def partial_pearson(one: ArrayLike, other: ArrayLike, groups: Sequence[Hashable]) -> float | None:
    """Pearson's correlation with the groups held fixed: of what is left when each group's mean is taken away.

    With systems as groups it asks whether a metric knows good outputs from bad ones of the same system. Not held
    fixed, a metric that only knows the systems apart looks good (Pagnoni et al., "FRANK", NAACL 2021). It equals the
    partial correlation given one indicator variable a group. Raises ValueError for groups of another number.

    >>> partial_pearson([1, 2, 11, 12], [2, 1, 12, 11], ["a", "a", "b", "b"])
    -1.0
    """
    first, second = paired(one, other)
    numbers = _numbered(groups, len(first))
    return _cosine(_centred(first, numbers), _centred(second, numbers))


def partial_spearman(one: ArrayLike, other: ArrayLike, groups: Sequence[Hashable]) -> float | None:
    """`partial_pearson` of the ranks over all samples."""
    first, second = paired(one, other)
    return partial_pearson(_ranks(first), _ranks(second), groups)


def _cosine(first: NDArray[np.float64], second: NDArray[np.float64]) -> float | None:
    """The cosine of two centred columns, None when either is zero."""
    import numpy as np

    lengths = float(np.linalg.norm(first)) * float(np.linalg.norm(second))
    if not lengths:
        return None
    return min(1.0, max(-1.0, float(first @ second) / lengths))


def _centred(column: NDArray[np.float64], groups: NDArray[np.intp] | None = None) -> NDArray[np.float64]:
    """The column without its mean, or without each group's mean; exactly zero where nothing varies."""
    import numpy as np

    if not len(column):
        return column
    groups = np.zeros(len(column), dtype=np.intp) if groups is None else groups
    # Measured from each group's first value, so that equal values leave exactly nothing.
    _, firsts = np.unique(groups, return_index=True)
    shifted = column - column[firsts][groups]
    means = np.bincount(groups, weights=shifted) / np.bincount(groups)
    return np.asarray(shifted - means[groups], dtype=np.float64)


def _numbered(groups: Sequence[Hashable], n: int) -> NDArray[np.intp]:
    import numpy as np

    if len(groups) != n:
        raise ValueError(f"{n} samples, but {len(groups)} groups")
    number = {label: index for index, label in enumerate(dict.fromkeys(groups))}
    return np.fromiter((number[label] for label in groups), dtype=np.intp, count=n)


def _ranks(column: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np
    from scipy import stats

    return np.asarray(stats.rankdata(column), dtype=np.float64)


def _constant(column: NDArray[np.float64]) -> bool:
    return bool((column == column[:1]).all())
