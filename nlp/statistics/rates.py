"""Intervals of rates and of their ratio, for counts of rare events in text."""

from __future__ import annotations


def poisson_interval(hits: int, size: float, *, confidence: float = 0.95) -> tuple[float, float]:
    """The exact interval of a rate, hits taken as Poisson (Garwood, "Fiducial limits for the Poisson distribution",
    Biometrika 1936). `size` is what the rate is per, such as thousands of words. Raises ValueError for no size.

    >>> [round(end, 2) for end in poisson_interval(3, 10)]
    [0.06, 0.88]
    """
    from scipy.stats import chi2

    if size <= 0:
        raise ValueError("a rate needs a positive size")
    tail = (1 - confidence) / 2
    low = chi2.ppf(tail, 2 * hits) / 2 if hits else 0.0
    return float(low / size), float(chi2.ppf(1 - tail, 2 * hits + 2) / 2 / size)


def rate_ratio(hits: int, size: float, base_hits: int, base_size: float) -> float | None:
    """How many times the second rate the first is; None when the second is zero."""
    return (hits / size) / (base_hits / base_size) if base_hits else None


def rate_ratio_interval(
    hits: int, size: float, base_hits: int, base_size: float, *, confidence: float = 0.95
) -> tuple[float, float | None]:
    """The exact interval of the ratio of two Poisson rates, given the sum of their hits.

    Przyborowski and Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 1940.

    The share of all hits that fell into the first text is binomial; Clopper and Pearson's interval of it gives that of
    the ratio. The upper end is None where it is unbounded.

    >>> low, high = rate_ratio_interval(30, 10, 10, 10)
    >>> round(low, 1), high and round(high, 1)
    (1.4, 6.9)
    """
    from scipy.stats import beta

    if size <= 0 or base_size <= 0:
        raise ValueError("a rate needs a positive size")
    tail = (1 - confidence) / 2
    low = float(beta.ppf(tail, hits, base_hits + 1)) if hits else 0.0
    high = float(beta.ppf(1 - tail, hits + 1, base_hits)) if base_hits else 1.0
    scale = base_size / size
    return low / (1 - low) * scale, high / (1 - high) * scale if high < 1 else None
