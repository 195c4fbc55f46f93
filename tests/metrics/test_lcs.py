from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rouge_score.rouge_scorer import _lcs_table, lcs_ind

from nlp.metrics._lcs import lcs_length, lcs_positions

tokens = st.lists(st.sampled_from("abcd"), max_size=40)


@given(tokens, tokens)
def test_length_is_that_of_the_table(one, other):
    assert lcs_length(one, other) == _lcs_table(one, other)[-1][-1]


@given(tokens, tokens)
def test_positions_are_those_that_rouge_score_takes(one, other):
    bits = lcs_positions(one, other)
    assert [index for index in range(len(one)) if bits >> index & 1] == lcs_ind(one, other)


def test_lists_longer_than_a_machine_word():
    one = [str(i) for i in range(500)]
    assert lcs_length(one, one[::-1]) == 1
    assert lcs_length(one, one) == 500
    assert lcs_positions(one, one) == (1 << 500) - 1


def test_an_empty_list_has_nothing_in_common():
    assert lcs_length([], ["a"]) == lcs_length(["a"], []) == lcs_positions([], ["a"]) == lcs_positions(["a"], []) == 0
