from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.numbers import numbers


def readings(text: str, **options: bool) -> list[set[float]]:
    return [set(map(float, number.readings)) for number in numbers(text, **options)]


@pytest.mark.parametrize(
    "text",
    [
        "12,000",
        "12 000",
        "12\u00a0000",
        "12\u202f000",
        "12.000",
        "12'000",
        "12’000",
        "twelve thousand",
        "12 thousand",
        "12k",
    ],
)
def test_twelve_thousand_is_read_in_every_locale(text):
    [number] = numbers(text)
    assert Decimal(12000) in number.readings
    assert number.of(text) == text


@pytest.mark.parametrize("text", ["1,234.5", "1.234,5", "1 234,5", "1'234.5", "1234.5", "1234,5", "١٬٢٣٤٫٥"])
def test_grouped_decimals_have_one_value(text):
    assert readings(text) == [{1234.5}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234", [{1234, 1.234}]),
        ("0.125", [{0.125}]),
        ("12,34,567", [{1234567}]),
        ("1 234 567", [{1234567}]),
        ("1.5", [{1.5}]),
        ("３４", [{34}]),
        ("5%", [{5}]),
        ("five percent", [{5}]),
        ("-5", [{5}]),
        ("21st", [{21}]),
    ],
)
def test_figures_are_read(text, expected):
    assert readings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-one", 21),
        ("twenty-first", 21),
        ("twentieth", 20),
        ("two hundred and fifty-three", 253),
        ("a hundred", 100),
        ("a million", 1e6),
        ("two hundred thousand", 200_000),
        ("one million two hundred thousand and five", 1_200_005),
        ("ninety nine", 99),
        ("eighteenth", 18),
    ],
)
def test_number_words_are_read(text, expected):
    [number] = numbers(text)
    assert set(number.readings) == {expected}
    assert number.spelled
    assert number.of(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 billion", 3e9),
        ("$3bn", 3e9),
        ("3 Mrd. Euro", 3e9),
        ("3 milliards", 3e9),
        ("3 миллиарда", 3e9),
        ("30亿元", 3e9),
        ("2 mil millones", 2e9),
        ("2,5 millions", 2.5e6),
        ("2.5-million", 2.5e6),
        ("5 lakh", 5e5),
    ],
)
def test_orders_of_magnitude_multiply(text, expected):
    assert readings(text) == [{expected}]


def test_billion_is_ambiguous_abroad_only():
    assert readings("3 billion") == [{3e9}]
    assert readings("3 billion", foreign=True) == [{3e9, 3e12}]


@pytest.mark.parametrize(
    "text", ["hundreds of thousands", "a man", "and", "thousands", "millionaire", "tense", "someone", "", "…"]
)
def test_what_is_no_number_is_left_alone(text):
    assert numbers(text) == []


def test_cents_are_no_hundreds():
    assert readings("50 cents") == [{50}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26.01.2022", [{26}, {1}, {2022}]),
        ("2022-01-26", [{2022}, {1}, {26}]),
        ("3,4,5", [{3}, {4}, {5}]),
        ("8:46", [{8}, {46}]),
        ("2021 100 people", [{2021}, {100}]),
        ("one or two", [{1}, {2}]),
        ("nineteen ninety-one", [{19}, {91}]),
        ("two and three", [{2}, {3}]),
    ],
)
def test_several_numbers_come_apart(text, expected):
    assert readings(text) == expected


def test_hours_of_the_afternoon_have_two_readings():
    assert readings("at 7 p.m.") == [{7, 19}]
    assert readings("at 7:06 pm") == [{7, 19}, {6}]
    assert readings("at 12 a.m.") == [{12, 0}]
    assert readings("at 8 a.m.") == [{8}]


def test_a_run_of_figures_without_end_is_no_number():
    assert numbers("9" * 41) == []
    assert len(numbers("9" * 40)) == 1


@pytest.mark.parametrize(
    "text", ["1 000 " * 5000, "1," * 10000, "one hundred and " * 5000, "9" * 50000, "1 000," * 5000]
)
def test_hostile_text_stays_fast(text):
    start = time.perf_counter()
    numbers(text)
    assert time.perf_counter() - start < 2


@given(st.integers(0, 999_999_999), st.sampled_from([",", " ", "\u202f", "'", ""]))
def test_an_integer_is_found_however_it_is_grouped(value, mark):
    text = f"{value:,}".replace(",", mark)
    [number] = numbers(f"about {text} people")
    assert Decimal(value) in number.readings


@given(st.text(alphabet="0123456789., a'’-\nonetwhudr and thousand百% :p.m", max_size=60))
def test_numbers_are_in_order_and_within_the_text(text):
    end = 0
    for number in numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.readings
        end = number.end
