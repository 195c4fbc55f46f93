from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from nlp.statistics.correlation import kendall, partial_pearson, partial_spearman, pearson, spearman
from nlp.statistics.intervals import bootstrap_interval, resampled, statistic_interval

grades = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=40)
ORACLES = {pearson: stats.pearsonr, spearman: stats.spearmanr, kendall: stats.kendalltau}


@pytest.mark.parametrize("ours", ORACLES)
@given(pairs=grades)
def test_correlations_are_scipys_with_ties(ours, pairs):
    one, other = zip(*pairs, strict=True)
    if len(set(one)) == 1 or len(set(other)) == 1:
        assert ours(one, other) is None
    else:
        assert ours(one, other) == pytest.approx(ORACLES[ours](one, other).statistic, abs=1e-12)


@pytest.mark.parametrize("ours", ORACLES)
def test_undefined_is_none_and_nonsense_an_error(ours):
    assert ours([], []) is None
    assert ours([1.0], [2.0]) is None
    assert ours([0.1, 0.1, 0.1], [1, 2, 3]) is None
    with pytest.raises(ValueError, match="one length"):
        ours([1, 2], [1, 2, 3])
    with pytest.raises(ValueError, match="not a number"):
        ours([1, None], [1, 2])


def residuals(column, groups):
    """What a regression on one indicator a group leaves."""
    design = (np.asarray(groups)[:, None] == np.unique(groups)[None, :]).astype(float)
    return column - design @ np.linalg.lstsq(design, column, rcond=None)[0]


def test_partial_correlation_is_that_of_the_residuals_of_a_regression_on_the_systems():
    rng = np.random.default_rng(1)
    groups = rng.integers(0, 5, 100)
    one = rng.random(100) + groups
    other = 0.3 * one + rng.random(100) - 2 * groups
    expected = stats.pearsonr(residuals(one, groups), residuals(other, groups)).statistic
    assert partial_pearson(one, other, groups.tolist()) == pytest.approx(expected, abs=1e-12)
    ranks = stats.rankdata(one), stats.rankdata(other)
    expected = stats.pearsonr(*(residuals(r, groups) for r in ranks)).statistic
    assert partial_spearman(one, other, groups.tolist()) == pytest.approx(expected, abs=1e-12)


def test_a_metric_that_only_knows_the_systems_has_no_partial_correlation():
    system = ["a"] * 3 + ["b"] * 3
    assert partial_pearson([1, 1, 1, 5, 5, 5], [1, 2, 3, 7, 8, 9], system) is None
    assert pearson([1, 1, 1, 5, 5, 5], [1, 2, 3, 7, 8, 9]) > 0.9
    with pytest.raises(ValueError, match="6 samples, but 2 groups"):
        partial_pearson(range(6), range(6), ["a", "b"])


def test_the_interval_of_a_correlation_is_that_of_scipy():
    rng = np.random.default_rng(2)
    one = rng.normal(size=120)
    other = one + rng.normal(size=120)
    low, high = statistic_interval(pearson, one, other, resamples=2000)
    theirs = stats.bootstrap(
        (one, other),
        lambda a, b: np.corrcoef(a, b)[0, 1],
        paired=True,
        vectorized=False,
        n_resamples=2000,
        method="percentile",
        rng=np.random.default_rng(3),
    ).confidence_interval
    assert (low, high) == pytest.approx((theirs.low, theirs.high), abs=0.1 * (high - low))


def test_draws_of_indices_are_the_draws_of_totals():
    rng = np.random.default_rng(4)
    values, clusters = rng.random(50), (np.arange(50) // 7).tolist()

    def mean(total):
        return total[0] / total[1]

    for groups in (None, clusters):
        rows = np.stack([values, np.ones(50)], axis=1)
        expected = bootstrap_interval(rows, mean, clusters=groups)
        assert statistic_interval(lambda x: x.mean(), values, clusters=groups) == pytest.approx(expected)


def test_clusters_come_whole():
    for draw in resampled(6, resamples=20, clusters=["a", "a", "b", "b", "b", "c"]):
        counts = np.bincount(draw, minlength=6)
        assert counts[0] == counts[1]
        assert counts[2] == counts[3] == counts[4]
        assert counts[0] + counts[2] + counts[5] == 3


def test_one_sample_has_no_interval_and_unequal_columns_are_an_error():
    assert statistic_interval(pearson, [1.0], [1.0]) is None
    assert statistic_interval(pearson, [1.0, 2.0], [1.0, 1.0]) is None
    with pytest.raises(ValueError, match="different lengths: 2, 3"):
        statistic_interval(pearson, [1, 2], [1, 2, 3])
