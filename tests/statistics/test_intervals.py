from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from nlp.metrics import bleu
from nlp.statistics.intervals import bootstrap_interval, bootstrap_totals, percentile_interval


def mean(total) -> float | None:
    return total[0] / total[1] if total[1] else None


def rows_of(values) -> list[tuple[float, float]]:
    return [(float(x), 1.0) for x in values]


@pytest.mark.parametrize("confidence", [0.9, 0.95, 0.99])
def test_the_interval_of_a_mean_is_that_of_scipy(confidence):
    values = np.random.default_rng(1).gamma(2.0, size=400)
    low, high = bootstrap_interval(rows_of(values), mean, resamples=10_000, confidence=confidence)
    theirs = stats.bootstrap(
        (values,),
        np.mean,
        n_resamples=10_000,
        confidence_level=confidence,
        method="percentile",
        rng=np.random.default_rng(2),
    ).confidence_interval
    # Two draws of 10,000 resamples: the ends agree to a small part of the interval's width.
    assert low == pytest.approx(theirs.low, abs=0.05 * (high - low))
    assert high == pytest.approx(theirs.high, abs=0.05 * (high - low))


def test_the_interval_of_a_ratio_is_that_of_scipy():
    rng = np.random.default_rng(3)
    denominators = rng.integers(1, 9, 300).astype(float)
    numerators = rng.binomial(denominators.astype(int), 0.7).astype(float)
    low, high = bootstrap_interval(np.stack([numerators, denominators], axis=1), mean, resamples=10_000)
    theirs = stats.bootstrap(
        (numerators, denominators),
        lambda a, b, axis=-1: a.sum(axis=axis) / b.sum(axis=axis),
        paired=True,
        n_resamples=10_000,
        method="percentile",
        rng=np.random.default_rng(4),
    ).confidence_interval
    assert low == pytest.approx(theirs.low, abs=0.05 * (high - low))
    assert high == pytest.approx(theirs.high, abs=0.05 * (high - low))


def test_two_samples_by_hand():
    # Draws of two from {0, 1}: the mean is 0, 1/2 or 1 with probability 1/4, 1/2, 1/4.
    totals = bootstrap_totals(rows_of([0, 1]), resamples=4000)
    values, counts = np.unique(totals[:, 0] / totals[:, 1], return_counts=True)
    assert values.tolist() == [0, 0.5, 1]
    assert counts / 4000 == pytest.approx([0.25, 0.5, 0.25], abs=0.03)
    assert bootstrap_interval(rows_of([0, 1]), mean) == (0, 1)
    assert bootstrap_interval(rows_of([0, 1]), mean, confidence=0.4) == (0.5, 0.5)


def test_each_draw_has_as_many_samples_as_there_are():
    totals = bootstrap_totals(rows_of(range(37)), resamples=200)
    assert totals[:, 1].tolist() == [37] * 200


def test_samples_are_drawn_evenly():
    n, resamples = 7, 20_000
    counts = bootstrap_totals(np.eye(n), resamples=resamples)
    assert counts.mean(axis=0) == pytest.approx(np.ones(n), abs=0.03)
    assert counts.var(axis=0) == pytest.approx(np.full(n, 1 - 1 / n), abs=0.05)


def test_equal_samples_have_an_interval_of_no_width():
    assert bootstrap_interval(rows_of([0.5] * 10), mean) == (0.5, 0.5)


def test_fewer_than_two_defined_samples_have_no_interval():
    assert bootstrap_interval(rows_of([0.5]), mean) is None
    assert bootstrap_interval([], mean) is None
    assert bootstrap_interval([(0.5, 1.0), (0.0, 0.0), (0.0, 0.0)], mean) is None
    assert bootstrap_interval([(0.0, 0.0), (0.0, 0.0)], mean) is None


def test_draws_without_a_value_are_passed_over():
    rows = [(1.0, 1.0), (3.0, 1.0)] + [(0.0, 0.0)] * 20
    low, high = bootstrap_interval(rows, mean)
    assert (low, high) == (1.0, 3.0)


def test_the_same_seed_gives_the_same_interval_and_another_another():
    rows = rows_of(np.random.default_rng(0).random(50))
    assert bootstrap_interval(rows, mean) == bootstrap_interval(rows, mean)
    assert bootstrap_interval(rows, mean) != bootstrap_interval(rows, mean, seed=1)


def test_the_draws_are_pinned():
    # PCG64's raw stream is promised never to change; if this fails, published intervals cannot be got again.
    assert bootstrap_totals(np.eye(5), resamples=3).tolist() == PINNED


PINNED = [[0, 3, 0, 2, 0], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]]


def test_columns_side_by_side_are_drawn_alike():
    rng = np.random.default_rng(5)
    one, other = rng.random((40, 2)), rng.random((40, 3))
    together = bootstrap_totals(np.concatenate([one, other], axis=1), resamples=20)
    assert together[:, :2] == pytest.approx(bootstrap_totals(one, resamples=20))
    assert together[:, 2:] == pytest.approx(bootstrap_totals(other, resamples=20))


def test_clusters_are_drawn_whole():
    rows = rows_of([0, 0, 0, 1, 1, 1])
    clusters = ["a", "a", "a", "b", "b", "b"]
    assert bootstrap_interval(rows, mean, clusters=clusters) == (0, 1)
    low, high = bootstrap_interval(rows, mean)
    assert (low, high) != (0, 1)
    # one cluster a sample is no clustering
    assert bootstrap_interval(rows, mean, clusters=list("abcdef")) == (low, high)


def test_one_cluster_has_no_interval():
    assert bootstrap_interval(rows_of([0, 1, 2]), mean, clusters=["a"] * 3) is None


def test_what_is_out_of_range_is_an_error():
    rows = rows_of([0, 1])
    with pytest.raises(ValueError, match="2 rows, but 3 clusters"):
        bootstrap_interval(rows, mean, clusters="abc")
    with pytest.raises(ValueError, match="between 0 and 1"):
        bootstrap_interval(rows, mean, confidence=95)
    with pytest.raises(ValueError, match="at least one resample"):
        bootstrap_interval(rows, mean, resamples=0)


def test_no_defined_value_has_no_percentiles():
    assert percentile_interval([None, None]) is None
    assert percentile_interval([None, 1.0]) == (1.0, 1.0)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=30))
def test_the_interval_lies_within_the_values_and_its_ends_are_in_order(values):
    low, high = bootstrap_interval(rows_of(values), mean, resamples=50)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9


def test_a_thousand_resamples_of_ten_thousand_samples_take_under_two_seconds():
    rng = np.random.default_rng(0)
    rows = np.concatenate([rng.integers(1, 30, (10_000, 10)), np.ones((10_000, 1))], axis=1)
    start = time.perf_counter()
    assert bootstrap_interval(rows, bleu.value) is not None
    assert time.perf_counter() - start < 2
