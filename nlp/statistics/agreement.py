"""How far raters agree beyond chance: Krippendorff's alpha.

K. Krippendorff, "Content Analysis", 4th edition, 2018, chapter 12; "Computing Krippendorff's Alpha-Reliability", 2011,
whose example is the test. Any number of raters, ratings may be missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Level = Literal["nominal", "ordinal", "interval", "ratio"]
Rating = float | str | None


def krippendorff_alpha(ratings: Sequence[Sequence[Rating]], *, level: Level = "interval") -> float | None:
    """1 when raters agree throughout, 0 when they agree as chance would have it, below when they contradict.

    ratings  one list a unit (a segment, a summary) with the ratings it got; None is a missing one. Which rater gave
             which does not matter. Units with fewer than two ratings say nothing about agreement.
    level    what differences mean: "nominal" names, "ordinal" ranks, "interval" numbers, "ratio" numbers with a zero

    None when no unit has two ratings, or when all ratings are equal, since then nothing could have differed.
    Raises ValueError for an unknown level, or names where the level wants numbers.

    >>> krippendorff_alpha([["a", "a"], ["b", "b"], ["a", "b"]], level="nominal")
    0.4444444444444444
    """
    import numpy as np

    if level not in get_args(Level):
        raise ValueError(f"there is no level '{level}'; known: {', '.join(get_args(Level))}")
    units = [[x for x in unit if x is not None] for unit in ratings]
    units = [unit for unit in units if len(unit) >= 2]
    values = sorted({x for unit in units for x in unit}, key=lambda x: (isinstance(x, str), x))
    if level != "nominal" and any(isinstance(x, str) for x in values):
        raise ValueError(f"ratings of level {level} must be numbers; for names take level='nominal'")
    if len(values) < 2:
        return None
    number = {x: index for index, x in enumerate(values)}
    counts = np.zeros((len(units), len(values)))
    for index, unit in enumerate(units):
        for x in unit:
            counts[index, number[x]] += 1
    totals = counts.sum(axis=0)
    squared = _squared_differences(values, totals, level)
    size = counts.sum(axis=1)
    observed = float((((counts @ squared) * counts).sum(axis=1) / (size - 1)).sum())
    expected = float(totals @ squared @ totals / (totals.sum() - 1))
    return 1 - observed / expected


def _squared_differences(
    values: Sequence[float | str], totals: NDArray[np.float64], level: Level
) -> NDArray[np.float64]:
    """How far two values are apart, squared, shape (values, values)."""
    import numpy as np

    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "ordinal":  # the ratings that lie between, ends counted half
        place = np.cumsum(totals) - totals / 2
        return np.asarray((place[:, None] - place[None, :]) ** 2, dtype=np.float64)
    numbers = np.array(values, dtype=np.float64)
    apart = numbers[:, None] - numbers[None, :]
    if level == "interval":
        return np.asarray(apart**2, dtype=np.float64)
    together = numbers[:, None] + numbers[None, :]
    share = np.divide(apart, together, out=np.zeros_like(apart), where=together != 0)
    return np.asarray(share**2, dtype=np.float64)
