from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.comments import Comment, blanked, comments
from nlp.types import Span


@pytest.mark.parametrize(
    ("text", "command", "names", "reason"),
    [
        ("<!-- nlp: disable -->", "disable", None, None),
        ("<!--nlp:disable-->", "disable", None, None),
        ("<!-- nlp: disable=FRE-T107 -->", "disable", ("FRE-T107",), None),
        ("<!-- nlp: disable-line=FRE-T107, calque ,-->", "disable-line", ("FRE-T107", "calque"), None),
        ("<!-- nlp: enable -- a < b -- c -->", "enable", None, "a < b -- c"),
        ("<!-- nlp: disable=x -- -->", "disable", ("x",), None),
        ("<!-- nlp: disable= -->", "disable", (), None),
        ("<!-- nlp: -->", "", None, None),
    ],
)
def test_comment_is_read(text: str, command: str, names: tuple[str, ...] | None, reason: str | None):
    assert list(comments(f"Go. {text} Stop.")) == [Comment(Span(4, 4 + len(text)), command, names, reason)]


@pytest.mark.parametrize(
    "text", ["<!-- disable -->", "<!-- nlp: disable", "<!-- nlp: disable\n-->", "nlp: disable", "<! -- nlp: x -->"]
)
def test_other_text_is_no_comment(text: str):
    assert list(comments(text)) == []
    assert blanked(text) == text


def test_comment_that_is_not_closed_does_not_swallow_the_next():
    text = "<!-- nlp: disable <!-- nlp: enable -->"
    assert [comment.command for comment in comments(text)] == ["enable"]


@given(st.lists(st.sampled_from(["<!--", " nlp:", "-->", " disable", "=", "\n", "é", "<"])).map("".join))
def test_blanking_keeps_every_offset(text: str):
    bare = blanked(text)
    inside = {i for comment in comments(text) for i in range(comment.span.start, comment.span.end)}
    assert bare == "".join(" " if i in inside else character for i, character in enumerate(text))


def test_openings_without_end_cost_linear_time():
    begin = time.perf_counter()
    assert list(comments("<!-- nlp:" * 100_000)) == []
    assert time.perf_counter() - begin < 2
