from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.repair import chosen, repair
from nlp.types import Finding


def finding(
    start: int, end: int, *replacements: str, safe: bool = True, severity: str = "minor", rule: str = "GEN-X001"
):
    return Finding(
        rule, "x", "x", "x", severity, 0.9, start, end, "?" * (end - start), "", replacements, safe=safe
    )  # fmt: skip


def deleting(text: str, part: str) -> str:
    start = text.index(part)
    return repair(text, [finding(start, start + len(part), "")]).text


def test_first_replacement_is_applied():
    assert repair("He counts to go.", [finding(3, 12, "intends to", "plans to")]).text == "He intends to go."


def test_unsafe_repairs_wait_to_be_asked_for():
    risky = finding(3, 9, "plans", safe=False)
    assert repair("He counts.", [risky]).text == "He counts."
    assert repair("He counts.", [risky]).skipped == (risky,)
    assert repair("He counts.", [risky], unsafe=True).text == "He plans."


def test_findings_without_replacement_are_skipped():
    assert repair("He counts.", [finding(3, 9)], unsafe=True).applied == ()


def test_of_overlapping_repairs_the_graver_then_the_longer_wins():
    minor, major = finding(0, 9, "minor"), finding(5, 12, "major", severity="major", rule="GEN-X002")
    assert repair("0123456789abcdef", [minor, major]).text == "01234majorcdef"
    short, long = finding(3, 6, "short"), finding(2, 8, "long", rule="GEN-X002")
    assert repair("0123456789", [short, long]).text == "01long89"


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("A.\n\nPosted at 7:06\n\nB.", "Posted at 7:06", "A.\n\nB."),
        ("Posted at 7:06\nB.", "Posted at 7:06", "B."),
        ("A.\n\n\nsource site-63", "source site-63", "A.\n"),
        ("A. Read also: X B.", "Read also: X", "A. B."),
        ("A word [x], then.", "[x]", "A word, then."),
        ("Posted at 7:06 The talks failed.", "Posted at 7:06", "The talks failed."),
        ("A.\r\n\r\nPosted at 7:06\r\n\r\nB.", "Posted at 7:06", "A.\r\n\r\nB."),
        ("only", "only", ""),
    ],
)
def test_deletion_leaves_no_hole(text: str, part: str, expected: str):
    assert deleting(text, part) == expected


spans = st.tuples(st.integers(0, 20), st.integers(1, 8), st.sampled_from(["", "x", "longer text"]), st.booleans())


@given(st.text(alphabet="ab \n.", min_size=30, max_size=30), st.lists(spans, max_size=6))
def test_order_of_findings_does_not_matter_and_nothing_overlaps(text: str, drawn: list):
    findings = [finding(s, s + n, r, safe=f, rule=f"GEN-X{i:03}") for i, (s, n, r, f) in enumerate(drawn)]
    assert repair(text, findings) == repair(text, findings[::-1])
    taken = sorted(chosen(findings, unsafe=True), key=Finding.sort_key)
    assert all(a.end <= b.start for a, b in itertools.pairwise(taken))


@given(st.text(max_size=40))
def test_no_findings_change_nothing(text: str):
    assert repair(text, []).text == text
