from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.repair import chosen, edit, repair
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
        ("A.\r\n\r\n\r\nsource site-63", "source site-63", "A.\r\n"),
        ("A.\n  [x] B.", "[x]", "A.\n  B."),
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


def test_a_line_emptied_by_two_deletions_goes():
    text = "A.\n\nPosted at 7:06 Updated at 8:46\n\nB."
    assert repair(text, [finding(4, 18, ""), finding(19, 34, "")]).text == "A.\n\nB."


def test_deletions_side_by_side_take_no_more_than_their_blanks():
    assert repair("a [x] [y], b", [finding(2, 5, ""), finding(6, 9, "")]).text == "a, b"
    assert repair("ab  cd", [finding(0, 3, ""), finding(3, 5, "x")]).text == "xd"


def visible(text: str) -> str:
    return "".join(text.split())


@given(st.text(alphabet="ab \n\r\t.,", max_size=40), st.lists(spans, max_size=6), st.booleans())
def test_only_spans_and_blanks_change(text: str, drawn: list, unsafe: bool):
    findings = [
        finding(s, s + n, r, safe=f, rule=f"GEN-X{i:03}") for i, (s, n, r, f) in enumerate(drawn) if s + n <= len(text)
    ]
    repaired = repair(text, findings, unsafe=unsafe)
    expected, position = "", 0
    for each in repaired.applied:
        expected += text[position : each.start] + each.replacements[0]
        position = each.end
    assert visible(repaired.text) == visible(expected + text[position:])
    assert sorted((*repaired.applied, *repaired.skipped), key=repr) == sorted(findings, key=repr)
    assert all(each.safe or unsafe for each in repaired.applied)
    if not any(each.replacements[0] == "" for each in repaired.applied):
        assert repaired.text == expected + text[position:]


@given(
    st.text(alphabet="ab \n.,", min_size=8, max_size=40),
    st.integers(0, 7),
    st.integers(1, 8),
    st.sampled_from(["", "x"]),
)
def test_an_edit_is_the_repair_of_one_finding_but_for_blank_lines(text: str, start: int, length: int, new: str):
    one = finding(start, min(start + length, len(text)), new)
    change = edit(text, one, new)
    assert change.start <= one.start
    assert one.end <= change.end
    alone = text[: change.start] + change.new + text[change.end :]
    assert [line for line in alone.splitlines() if line.strip()] == [
        line for line in repair(text, [one]).text.splitlines() if line.strip()
    ]


def test_many_repairs_cost_linear_time():
    text = "[x] " * 20_000
    begin = time.process_time()
    assert repair(text, [finding(i, i + 3, "") for i in range(0, len(text), 4)]).text.strip() == ""
    assert time.process_time() - begin < 4


@given(st.text(max_size=40))
def test_no_findings_change_nothing(text: str):
    assert repair(text, []).text == text
