from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nlp.text.word_kinds import KINDS, words

TEXT = "NATO ‘didn’t heed’ Moscow.\nHe met the odd Mr. Li at site-63 on 5 May […] “Not so,” she said."


def test_each_kind_is_told_by_form_and_place():
    kinds = {TEXT[w.start : w.end]: w.kind for w in words(TEXT)}
    expected = {
        "NATO": "first", "didn’t": "quoted", "heed": "quoted", "Moscow": "name", "He": "first", "met": "content",
        "the": "function", "Mr": "name", "site-63": "number", "5": "number", "[…]": "punctuation", "Not": "first",
        "so": "quoted", "said": "content",
    }  # fmt: skip
    assert {word: kinds[word] for word in expected} == expected


@given(st.text(alphabet="aB5 .,’“”\n[]…-é", max_size=60))
def test_words_are_in_order_disjoint_and_hold_every_character_that_is_no_space(text):
    found = words(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {place for w in found for place in range(w.start, w.end)}
    assert covered >= {i for i, c in enumerate(text) if not c.isspace()}
    assert {w.kind for w in found} <= set(KINDS)
