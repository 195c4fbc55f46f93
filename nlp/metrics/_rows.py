"""Rows of statistics: what every metric measures of a sample, and how rows become a number.

A row is a tuple of numbers, as long for every sample, and rows add up: the value over many samples is the value of
the sum of their rows. A row of zeros is a sample the metric is undefined for, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

Row = tuple[float, ...]

UNDEFINED: Row = (0.0, 0.0)


def mean_row(value: float | None) -> Row:
    """The row of a metric that is averaged over samples."""
    return UNDEFINED if value is None else (float(value), 1.0)


def ratio(total: Sequence[float], *, scale: float = 1.0) -> float | None:
    """The value of rows (numerator, denominator); the mean, for rows of `mean_row`. None when nothing is defined."""
    numerator, denominator = total
    return scale * numerator / denominator if denominator else None
