import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The key,” he said, “is lost.”", ["The key,", "is lost."]),
        ('"Straight," he said, "is fine."', ["Straight,", "is fine."]),
        ("« Oui » et «non»", [" Oui ", "non"]),
        ("„Deutsch“ und »auch« so", ["Deutsch", "auch"]),
        ("(“in brackets”)", ["in brackets"]),
        ('“mixed" and "mixed”', ["mixed", "mixed"]),
        ("“One.” “Two.”", ["One.", "Two."]),
    ],
)
def test_double_marks(text, expected):
    assert [span.of(text) for span in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("West ‘didn’t heed’ concerns", ["didn’t heed"]),
        ("the ‘90s, ‘em and rock ‘n’ roll", []),
        ("don’t, can’t, the boys’ club", []),
        ("a ‘ alone and ’ later", []),
        ("‘He said “no” to me,’ she said", ["He said “no” to me,"]),
        ("‘Opened “no” and never closed", ["no"]),
        ("'straight single'", []),
    ],
)
def test_single_marks_only_as_quotation_marks(text, expected):
    assert [span.of(text) for span in quotations(text)] == expected


def test_a_quotation_without_its_closing_mark_ends_with_its_paragraph():
    text = "“First part.\n\n“Second part,” he said. After."
    assert [span.of(text) for span in quotations(text)] == ["First part.", "Second part,"]


def test_nested_quotations_belong_to_the_outer_one():
    text = '“He said "no" and ‘yes’ to me,” she said'
    assert [span.of(text) for span in quotations(text)] == ['He said "no" and ‘yes’ to me,']


def test_inches_open_nothing():
    text = 'He is 5\'10" tall and "quick".'
    assert [span.of(text) for span in quotations(text)] == ["quick"]


def test_only_within_the_range_asked_for():
    text = "“one” “two” “three”"
    assert [span.of(text) for span in quotations(text, 6, 11)] == ["two"]
    assert quotations(text, 5, 6) == []


@given(st.text(alphabet='“”„«»"‘’ab \n.'), st.integers(0, 10), st.integers(0, 40))
def test_spans_are_ordered_disjoint_in_range_and_never_blank(text, start, end):
    spans = quotations(text, start, end)
    assert all(start <= span.start < span.end <= min(end, len(text)) for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.of(text).strip() and "\n" not in span.of(text) for span in spans)


@pytest.mark.parametrize("piece", ["“", '"', ' "a', "‘", "‘a’", "‘a “b” ", "«", "“a”"])
def test_hostile_text_takes_linear_time(piece):
    started = time.perf_counter()
    quotations(piece * (100_000 // len(piece)))
    assert time.perf_counter() - started < 2
