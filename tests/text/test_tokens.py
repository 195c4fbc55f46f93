import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text import tokens
from nlp.text.tokens import count_words, word_spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("didn’t don't", ["didn’t", "don't"]),
        ("de-escalation, site-63", ["de-escalation", "site-63"]),
        ("3.5 bn. or 12,000.", ["3.5", "bn", "or", "12,000"]),
        ("the U.S. embassy at 8 a.m.", ["the", "U.S", "embassy", "at", "8", "a.m"]),
        ("the E.U.’s plan", ["the", "E.U.’s", "plan"]),
        ("‘quoted’ “words”", ["quoted", "words"]),
        ("e\u0301te\u0301 हिन्दी", ["e\u0301te\u0301", "हिन्दी"]),
        ("snake_case --option", ["snake", "case", "option"]),
        ("ended.The next", ["ended", "The", "next"]),
        ("1,2 and ,3", ["1,2", "and", "3"]),
        (" … [—] ", []),
        ("", []),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


@given(st.text())
def test_spans_are_the_words_in_order(text):
    spans = word_spans(text)
    assert [span.of(text) for span in spans] == words(text)
    assert count_words(text) == len(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@given(st.text())
def test_every_letter_and_digit_is_in_a_word(text):
    covered = {i for span in word_spans(text) for i in range(span.start, span.end)}
    assert {i for i, character in enumerate(text) if character.isalnum()} <= covered


@pytest.mark.parametrize("piece", ["a", "-", "a-", "a.", "1,", "a'", "\u0301", "a\u0301"])
def test_hostile_text_takes_linear_time(piece):
    started = time.perf_counter()
    count_words(piece * 100_000)
    assert time.perf_counter() - started < 2


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po", "Pd", "Zs"]) | st.sampled_from("ab1.,'’-_ ")))
def test_the_plain_pattern_finds_the_same_words_where_there_is_no_combining_mark(text):
    assert tokens._word(marked=False).findall(text) == tokens._word(marked=True).findall(text)
