from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.statistics.pairwise import pairwise_accuracy, soft_pairwise_accuracy, tie_calibrated_accuracy


def accuracy_by_hand(metric, human, epsilon=0.0):
    """Deutsch et al. 2023, equation for acc: (concordant + tied in both) / pairs."""
    pairs = list(itertools.combinations(range(len(metric)), 2))
    right = 0
    for i, j in pairs:
        ours, theirs = metric[i] - metric[j], human[i] - human[j]
        called_equal = abs(ours) <= epsilon
        right += (called_equal and theirs == 0) or (not called_equal and ours * theirs > 0)
    return right / len(pairs)


columns = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3)), min_size=2, max_size=12)


@given(columns, st.integers(0, 3))
def test_pairwise_accuracy_by_hand(pairs, epsilon):
    metric, human = zip(*pairs, strict=True)
    assert pairwise_accuracy(metric, human, epsilon=epsilon) == pytest.approx(accuracy_by_hand(metric, human, epsilon))


@given(columns)
def test_the_calibrated_epsilon_is_the_best_and_the_smallest_of_the_best(pairs):
    metric, human = zip(*pairs, strict=True)
    found = tie_calibrated_accuracy(metric, human)
    tried = {epsilon: accuracy_by_hand(metric, human, epsilon) for epsilon in range(8)}
    assert found.accuracy == pytest.approx(max(tried.values()))
    assert found.epsilon == min(e for e, accuracy in tried.items() if accuracy == pytest.approx(found.accuracy))


def test_pairs_are_of_one_group_and_groups_weigh_the_same():
    metric, human = [1, 2, 1, 2, 3, 9], [1, 2, 3, 2, 1, 5]
    groups = ["a", "a", "b", "b", "b", "alone"]
    assert pairwise_accuracy(metric, human, groups) == 0.5  # all right in a, all wrong in b
    assert tie_calibrated_accuracy(metric, human, groups).accuracy == 0.5


def test_without_a_pair_it_is_undefined():
    assert pairwise_accuracy([1], [1]) is None
    assert pairwise_accuracy([1, 2], [1, 2], ["a", "b"]) is None
    assert tie_calibrated_accuracy([], []) is None
    with pytest.raises(ValueError, match="2 samples, but 1 groups"):
        pairwise_accuracy([1, 2], [1, 2], ["a"])


def test_a_constant_metric_gets_the_ties_of_people_and_no_more():
    human = [0, 0, 1, 1]
    assert pairwise_accuracy([5, 5, 5, 5], human) == pytest.approx(2 / 6)


def systems(seed, means, segments=200):
    rng = np.random.default_rng(seed)
    return np.array([rng.normal(mean, 1, segments) for mean in means])


def test_soft_accuracy_of_people_with_themselves_is_one_and_with_their_opposite_none():
    human = systems(1, [0, 2, 4])
    assert soft_pairwise_accuracy(human, human) == 1.0
    assert soft_pairwise_accuracy(-human, human) == pytest.approx(0.0, abs=0.01)


def test_soft_accuracy_by_hand():
    # One pair, two segments: of the four sign patterns of differences (1, 1) the sums are 2, 0, 0, -2. The chance of a
    # sum above the observed 2 is 0 and of an equal one 1/4, half of which counts: p = 1/8. People see no difference:
    # p' = 1/2. So 1 - |1/8 - 1/2| = 5/8.
    metric, human = [[1, 1], [0, 0]], [[3, 3], [3, 3]]
    assert soft_pairwise_accuracy(metric, human, permutations=20_000) == pytest.approx(5 / 8, abs=0.01)


def test_missing_segments_are_left_out_for_both():
    human = systems(2, [0, 0.2, 0.1], segments=60)
    metric = systems(3, [0, 0.1, 0.2], segments=60)
    holed = metric.copy()
    holed[:, 40:] = np.nan
    assert soft_pairwise_accuracy(holed, human) == pytest.approx(
        soft_pairwise_accuracy(metric[:, :40], human[:, :40]), abs=0.05
    )
    assert soft_pairwise_accuracy(np.full((3, 4), np.nan), np.zeros((3, 4))) is None


def test_fewer_than_two_systems_are_undefined_and_other_shapes_an_error():
    assert soft_pairwise_accuracy([[1, 2]], [[1, 2]]) is None
    assert soft_pairwise_accuracy(np.zeros((2, 0)), np.zeros((2, 0))) is None
    with pytest.raises(ValueError, match="one shape"):
        soft_pairwise_accuracy([[1, 2]], [[1, 2, 3]])
