from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.ngrams import ngrams, overlap


def test_ngrams_keep_order_and_repetitions():
    assert list(ngrams("abab", 2)) == [("a", "b"), ("b", "a"), ("a", "b")]


def test_fewer_tokens_than_n_have_no_ngram():
    assert list(ngrams(["a"], 2)) == []
    assert list(ngrams([], 1)) == []


def test_n_below_one_is_an_error():
    with pytest.raises(ValueError, match="at least one token"):
        ngrams(["a"], 0)


@given(st.text("abc"), st.text("abc"))
def test_overlap_is_the_size_of_the_intersection_of_bags(one, other):
    assert overlap(Counter(one), Counter(other)) == (Counter(one) & Counter(other)).total()
