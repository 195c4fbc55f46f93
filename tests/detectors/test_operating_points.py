import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.detectors._operating_points import best_f1, threshold
from nlp.models.span_model import Reading

POINTS = {"precise": {"threshold": 0.6}, "major": 0.5}


def reading(error, sizes):
    ends = np.cumsum(sizes)
    words = np.stack([ends - sizes, ends], axis=1)
    return Reading(words, np.array(error, np.float32), np.zeros(len(error), np.float32), np.zeros((len(error), 1)), 0.0)


def expected_f1(error, sizes, least):
    marked = error >= least
    return 2 * (error * sizes)[marked].sum() / (sizes[marked].sum() + (error * sizes).sum())


def test_precise_is_the_threshold_of_the_config():
    assert threshold([reading([0.3], [4])], "precise", POINTS) == 0.6


def test_balanced_is_by_hand():
    # Marking one of three words earns 2 * 0.8 / (1 + 1.1), two 2 * 1.0 / (2 + 1.1), all 2 * 1.1 / (3 + 1.1).
    assert threshold([reading([0.1, 0.8], [1, 1]), reading([0.2], [1])], "balanced", POINTS) == pytest.approx(0.8)
    # With a long third word: 2 * 0.8 / (1 + 3.9), 2 * 3.8 / (11 + 3.9), 2 * 3.9 / (12 + 3.9).
    assert best_f1([reading([0.1, 0.8, 0.3], [1, 1, 10])]) == pytest.approx(0.3)


@pytest.mark.parametrize("readings", [[], [reading([], np.zeros(0, int))]])
def test_a_text_without_words_has_nothing_to_mark(readings):
    assert best_f1(readings) == 1


@given(st.lists(st.tuples(st.floats(0.01, 0.99), st.integers(1, 12)), min_size=1, max_size=12))
def test_no_other_threshold_is_expected_to_do_better(words):
    error, sizes = (np.array(column) for column in zip(*words, strict=True))
    error = error.astype(np.float32)
    best = expected_f1(error, sizes, best_f1([reading(error, sizes)]))
    assert best >= max(expected_f1(error, sizes, least) for least in error) - 1e-6


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=12))
def test_what_is_marked_is_likelier_than_half_of_the_best_f1(error):
    """The rule of Lipton et al. 2014."""
    p, sizes = np.array(error, np.float32), np.ones(len(error), int)
    least = best_f1([reading(p, sizes)])
    best = expected_f1(p, sizes, least)
    assert least >= best / 2 - 1e-5
    assert all(other <= best / 2 + 1e-5 for other in p[p < least])
