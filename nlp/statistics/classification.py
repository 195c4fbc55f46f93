"""How well a score tells two classes apart: AUROC, and balanced accuracy at a threshold chosen elsewhere.

Labels are truth values: True for the class that should score high. All give None when only one class is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nlp.statistics._arrays import paired

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray


def auroc(scores: ArrayLike, labels: Sequence[bool]) -> float | None:
    """The chance that a sample of the one class scores above one of the other; equal scores count half.

    The area under the ROC curve, from ranks (Mann and Whitney 1947). Raises ValueError for unequal lengths.

    >>> auroc([0.9, 0.8, 0.3, 0.8], [True, True, False, False])
    0.875
    """
    from scipy import stats

    values, high = _checked(scores, labels)
    ones, zeros = int(high.sum()), int((~high).sum())
    if not ones or not zeros:
        return None
    return float((stats.rankdata(values)[high].sum() - ones * (ones + 1) / 2) / (ones * zeros))


def balanced_accuracy(scores: ArrayLike, labels: Sequence[bool], *, threshold: float) -> float | None:
    """The mean of the shares found of either class when scores of at least `threshold` are called True.

    >>> balanced_accuracy([0.9, 0.2, 0.3], [True, True, False], threshold=0.5)
    0.75
    """
    values, high = _checked(scores, labels)
    if high.all() or not high.any():
        return None
    called = values >= threshold
    return float((called[high].mean() + (~called[~high]).mean()) / 2)


def best_threshold(scores: ArrayLike, labels: Sequence[bool]) -> float | None:
    """The threshold with the highest balanced accuracy here, for use on *other* samples.

    Thresholds lie halfway between neighbouring scores, so that a score a little off lands on the same side; of equally
    good ones it is the one in the middle of the widest gap. Where none is better than chance it is the lowest score,
    which calls all samples True. None when only one class is there.

    >>> best_threshold([0.1, 0.2, 0.6, 0.9], [False, False, True, True])
    0.4
    """
    import numpy as np

    values, high = _checked(scores, labels)
    if high.all() or not high.any():
        return None
    order = np.argsort(values, kind="stable")
    values, high = values[order], high[order]
    ones_below = np.concatenate([[0], np.cumsum(high)])
    zeros_below = np.concatenate([[0], np.cumsum(~high)])
    accuracy = (1 - ones_below / high.sum() + zeros_below / (~high).sum()) / 2
    gap = np.diff(values)
    between = 1 + np.flatnonzero(gap > 0)  # a cut can only be made where scores differ
    if not len(between) or accuracy[between].max() <= 0.5:
        return float(values[0])
    best = between[accuracy[between] > accuracy[between].max() - 1e-12]
    cut = best[np.argmax(gap[best - 1])]
    return float((values[cut - 1] + values[cut]) / 2)


def held_out_balanced_accuracy(
    scores: ArrayLike, labels: Sequence[bool], chosen_on: Sequence[bool]
) -> tuple[float | None, float | None]:
    """Balanced accuracy on one part at the threshold chosen on the other, and that threshold.

    `chosen_on` is True for samples the threshold is chosen on, False for those it is reported on. (None, None) when the
    first part holds one class only, (None, threshold) when the second does. Raises ValueError for unequal lengths.
    """
    import numpy as np

    values, high = _checked(scores, labels)
    part = np.asarray(chosen_on, dtype=bool)
    if part.shape != high.shape:
        raise ValueError(f"{len(high)} samples, but {len(part)} parts")
    threshold = best_threshold(values[part], list(high[part]))
    if threshold is None:
        return None, None
    return balanced_accuracy(values[~part], list(high[~part]), threshold=threshold), threshold


def _checked(scores: ArrayLike, labels: Sequence[bool]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    import numpy as np

    values, classes = paired(scores, np.asarray(labels, dtype=np.float64))
    return values, classes.astype(bool)
