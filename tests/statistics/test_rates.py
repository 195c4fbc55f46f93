from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, poisson

from nlp.statistics.rates import poisson_interval, rate_ratio, rate_ratio_interval


@given(st.integers(1, 500), st.floats(0.1, 1000))
def test_poisson_ends_leave_the_tails_they_should(hits: int, size: float):
    low, high = poisson_interval(hits, size)
    assert poisson.sf(hits - 1, low * size) == pytest.approx(0.025)
    assert poisson.cdf(hits, high * size) == pytest.approx(0.025)
    assert low < hits / size < high


def test_no_hit_has_an_upper_end_only():
    assert poisson_interval(0, 1) == (0.0, pytest.approx(3.689, abs=0.001))


@given(st.integers(1, 300), st.integers(1, 300))
def test_ratio_is_that_of_the_binomial_share(hits: int, base: int):
    low, high = rate_ratio_interval(hits, 2.0, base, 1.0)
    share = binomtest(hits, hits + base).proportion_ci(0.95, method="exact")
    assert low == pytest.approx(share.low / (1 - share.low) / 2)
    assert high == pytest.approx(share.high / (1 - share.high) / 2)


def test_ratio_to_nothing():
    assert rate_ratio(3, 1, 0, 1) is None
    low, high = rate_ratio_interval(3, 1, 0, 1)
    assert low > 0
    assert high is None
    assert rate_ratio(3, 2, 1, 1) == 1.5


def test_no_size_is_an_error():
    with pytest.raises(ValueError, match="positive size"):
        poisson_interval(1, 0)
    with pytest.raises(ValueError, match="positive size"):
        rate_ratio_interval(1, 1, 1, 0)
