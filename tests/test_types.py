from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.plain import from_dict, to_dict
from nlp.types import Article, Finding, Layout, LeftOut, Score, Sentence, Span, Summary, SummaryInput, SummarySentence

FINDING = Finding(
    rule="FRE-C201",
    slug="count-for-intend",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.97,
    start=4,
    end=10,
    text="counts",
    message="…",
    replacements=("intends", "plans"),
)


def test_values_survive_json():
    article = Article(
        id="a",
        text="He counts to ten.",
        source="Il compte jusqu'à dix.",
        references=("He counts up to ten.",),
        layout=Layout(headline=Span(0, 2), paragraphs=(Span(0, 17),)),
        sentences=(Sentence(0, 0, 17, 0),),
    )
    summary = Summary(
        id="a",
        summary="He counts to ten.",
        sentences=(SummarySentence("He counts to ten.", 0, supported_by=(0, 2), findings=(FINDING,)),),
        method="lead",
        input=SummaryInput(1, 4, 1, (LeftOut(1, "layout residue"),), tokens=6, kept=6, dropped=0, chunks=1),
        signature="lead|v:0.1.0",
    )
    score = Score("bleu", None, "bleu|v:2", interval=(0.1, 0.2), note="no references")
    for value in (article, FINDING, summary, score):
        assert from_dict(type(value), json.loads(json.dumps(to_dict(value)))) == value


def test_unknown_field_is_an_error():
    with pytest.raises(TypeError, match="Span has no field stop"):
        from_dict(Span, {"start": 0, "stop": 1})


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_json_does_not_know_are_refused(number: float):
    with pytest.raises(ValueError, match="undefined is None"):
        to_dict(Score("m", number, "m"))


def test_values_are_frozen():
    with pytest.raises(AttributeError):
        FINDING.severity = "minor"  # type: ignore[misc]


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_overlap_is_symmetric_and_means_a_shared_character(a: int, b: int, c: int, d: int):
    one, other = Span(a, a + b), Span(c, c + d)
    shared = set(range(a, a + b)) & set(range(c, c + d))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
