from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from nlp.statistics.classification import auroc, balanced_accuracy, best_threshold, held_out_balanced_accuracy

labelled = st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=2, max_size=30)


@given(labelled)
def test_auroc_is_mann_whitneys_u_over_all_pairs(pairs):
    scores, labels = zip(*pairs, strict=True)
    high = [s for s, label in pairs if label]
    low = [s for s, label in pairs if not label]
    if not high or not low:
        assert auroc(scores, labels) is None
    else:
        expected = stats.mannwhitneyu(high, low).statistic / (len(high) * len(low))
        assert auroc(scores, labels) == pytest.approx(expected)


@given(labelled)
def test_no_threshold_is_better_than_the_best(pairs):
    scores, labels = zip(*pairs, strict=True)
    threshold = best_threshold(scores, labels)
    if len(set(labels)) == 1:
        assert threshold is None
        return
    here = balanced_accuracy(scores, labels, threshold=threshold)
    assert here >= max(balanced_accuracy(scores, labels, threshold=x) for x in np.arange(0.5, 6)) - 1e-12


def test_balanced_accuracy_by_hand():
    scores, labels = [0.1, 0.4, 0.6, 0.9], [False, True, False, True]
    assert balanced_accuracy(scores, labels, threshold=0.5) == 0.5
    assert balanced_accuracy(scores, labels, threshold=0.3) == 0.75
    assert balanced_accuracy(scores, [True] * 4, threshold=0.3) is None


def test_of_equally_good_thresholds_the_widest_gap_is_taken():
    assert best_threshold([0.1, 0.2, 0.8, 0.9], [False, False, True, True]) == 0.5
    assert best_threshold([1.0, 1.0], [True, False]) == 1.0


def test_the_threshold_comes_from_the_other_part():
    scores = [0.1, 0.9, 0.2, 0.3]
    labels = [False, True, False, True]
    chosen_on = [True, True, False, False]
    # 0.5 is best on the first part and finds nothing of the second
    assert held_out_balanced_accuracy(scores, labels, chosen_on) == (0.5, 0.5)
    assert held_out_balanced_accuracy(scores, labels, [True, False, True, False]) == (None, None)
    with pytest.raises(ValueError, match="4 samples, but 1 parts"):
        held_out_balanced_accuracy(scores, labels, [True])
    with pytest.raises(ValueError, match="one length"):
        auroc([1.0], [True, False])
