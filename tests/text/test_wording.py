from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text import wording
from nlp.text.wording import FIGURES, VARIETY, WINDOW, figures


@given(st.text(alphabet="abc '’.\nthe", max_size=200))
def test_every_figure_is_there_and_finite_for_any_text_with_words(text):
    if not wording.words(text):
        with pytest.raises(ValueError, match="without words"):
            figures(text)
    else:
        found = figures(text)
        assert tuple(found) == FIGURES
        assert all(0 <= value < 1000 for value in found.values())


@given(st.lists(st.sampled_from("abcdef"), min_size=WINDOW, max_size=WINDOW + 40))
def test_variety_is_the_mean_over_windows(every):
    windows = [every[i : i + WINDOW] for i in range(len(every) - WINDOW + 1)]
    expected = sum(len(set(w)) / WINDOW for w in windows) / len(windows)
    assert figures(" ".join(every))[VARIETY] == pytest.approx(expected)


def test_curly_and_straight_apostrophes_are_one():
    assert figures("It’s not what we don't know.") == figures("It's not what we don’t know.")
    assert figures("We don't know John's dog.")["contractions"] == pytest.approx(1 / 5)
