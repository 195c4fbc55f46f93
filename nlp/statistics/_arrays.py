"""Paired columns of numbers, checked once for all statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray


def paired(one: ArrayLike, other: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Two columns as float arrays.

    Raises ValueError when they differ in length or hold what is no number (None, NaN): whoever calls decides which
    samples to leave out, and says so.
    """
    import numpy as np

    first, second = np.asarray(one, dtype=np.float64), np.asarray(other, dtype=np.float64)
    if first.shape != second.shape or first.ndim != 1:
        raise ValueError(f"two columns of one length are needed, not of shapes {first.shape} and {second.shape}")
    if not (np.isfinite(first).all() and np.isfinite(second).all()):
        raise ValueError("a column holds a value that is not a number; leave undefined samples out first")
    return first, second
