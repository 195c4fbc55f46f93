import gzip
import json
from collections import Counter

import pytest
import scipy.optimize  # noqa: F401 - a slow import, not within a property's deadline
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from nlp.evaluation import _segments
from nlp.evaluation._segments import ErrorSpan, Rating, Segment
from nlp.evaluation._span_agreement import (
    Comparison,
    compare,
    f1,
    mark_everything,
    rater_against_rater,
    row,
    score,
    spans_of,
)
from nlp.types import Finding

LENGTH = 30


@st.composite
def span_lists(draw):
    edges = draw(st.lists(st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 10)), max_size=5))
    return tuple(
        ErrorSpan(start, min(start + size, LENGTH), draw(st.sampled_from(["minor", "major"])), "")
        for start, size in edges
    )


def rating(name, *spans):
    return Rating(name, 1.0, tuple(ErrorSpan(start, end, severity, "") for start, end, severity in spans))


def segment(*ratings, document="d", text="x" * LENGTH):
    return Segment("newstest2020", "zh-en", document, "s", False, "源", text, ratings)


@given(span_lists(), span_lists())
def test_rows_are_symmetric_and_credit_never_exceeds_what_was_marked(one, other):
    for measure in ("unlabelled", "labelled", "matched"):
        credit, marked, annotated = row(Comparison("d", LENGTH, one, other), measure)
        back, *_ = row(Comparison("d", LENGTH, other, one), measure)
        assert credit == pytest.approx(back)
        assert 0 <= credit <= min(marked, annotated) + 1e-9


@given(span_lists())
def test_agreement_with_oneself_is_perfect(spans):
    for measure in ("unlabelled", "labelled", "matched"):
        value = f1(row(Comparison("d", LENGTH, spans, spans), measure))
        assert value is None if not spans else value == pytest.approx(1)


@given(span_lists(), span_lists())
def test_characters_are_counted_as_a_counter_of_places_would(one, other):
    ours = Counter(p for s in one for p in range(s.start, s.end))
    theirs = Counter(p for s in other for p in range(s.start, s.end))
    expected = (len(ours.keys() & theirs.keys()), len(ours), len(theirs))
    assert row(Comparison("d", LENGTH, one, other), "unlabelled") == expected


def test_wrong_severity_earns_half_and_the_gravest_counts():
    mine = (ErrorSpan(0, 4, "minor", ""), ErrorSpan(2, 4, "major", ""))
    assert row(Comparison("d", 10, mine, (ErrorSpan(0, 4, "major", ""),)), "labelled") == (3.0, 4.0, 4.0)


def test_critical_counts_as_major():
    one, other = (ErrorSpan(0, 4, "critical", ""),), (ErrorSpan(0, 4, "major", ""),)
    assert row(Comparison("d", 10, one, other), "labelled") == (4.0, 4.0, 4.0)


def test_matching_is_one_to_one_and_takes_the_best_assignment():
    mine = (ErrorSpan(0, 10, "minor", ""), ErrorSpan(8, 10, "minor", ""))
    theirs = (ErrorSpan(0, 8, "minor", ""), ErrorSpan(8, 10, "minor", ""))
    assert row(Comparison("d", 10, mine, theirs), "matched") == (pytest.approx(16 / 18 + 1), 2.0, 2.0)


def test_marking_everything_earns_little_where_spans_are_matched():
    one = segment(rating("a", (0, 3, "minor"), (10, 13, "minor"), (20, 23, "minor")))
    scores = score(list(mark_everything([one])), name="everything", resamples=10)
    assert scores["unlabelled"].value == pytest.approx(2 * 9 / 39)
    assert scores["matched"].value == pytest.approx(2 * (6 / 33) / 4)


def test_every_rater_is_compared_and_raters_with_one_another():
    one = segment(rating("a", (0, 5, "minor")), rating("b", (0, 5, "minor")), rating("c"))
    assert len(list(compare([one], [()]))) == 3
    assert len(list(rater_against_rater([one]))) == 6
    assert score(list(rater_against_rater([one])), name="r", resamples=5)["unlabelled"].value == pytest.approx(0.5)


def test_unequal_lists_are_an_error():
    with pytest.raises(ValueError):
        list(compare([segment(rating("a"))], []))


def test_nothing_marked_and_nothing_annotated_is_undefined():
    scores = score(list(compare([segment(rating("a"))], [()])), name="none", resamples=5)
    assert scores["unlabelled"].value is None
    assert scores["unlabelled"].note
    assert score([], name="none")["matched"].value is None


def test_intervals_are_drawn_over_documents():
    segments = [segment(rating("a", (0, 6, "minor")), document=f"d{i % 2}") for i in range(6)]
    marked = [[ErrorSpan(0, 3 * (i % 2 + 1), "minor", "")] for i in range(6)]
    low, high = score(list(compare(segments, marked)), name="x")["unlabelled"].interval
    assert (low, high) == (pytest.approx(2 / 3), pytest.approx(1.0))  # a draw may hold one document alone


def test_findings_are_cut_to_the_stretch():
    def finding(start, end, severity="minor"):
        return Finding("SPAN", "s", "c", "m", severity, 0.5, start, end, "", "")

    cut = spans_of([finding(0, 12), finding(15, 18), finding(30, 40), finding(15, 16, "neutral")], start=10, end=20)
    assert [(s.start, s.end) for s in cut] == [(0, 2), (5, 8)]


def test_both_layouts_of_records_are_read(tmp_path):
    error = {"side": "target", "start": 0, "end": 2, "severity": "major", "category": "Accuracy/Omission"}
    nowhere = {"side": "target", "start": None, "end": None, "severity": "major", "category": "x"}
    base = {"lp": "zh-en", "doc_id": "d", "system": "s", "is_human": False, "source": "源", "target": "An error"}
    news = base | {"test_set": "newstest2020", "ratings": [{"rater": "r1", "mqm": 5, "errors": [error, nowhere]}]}
    bio = base | {"test_set": "bio-mqm-v2", "lp": "fr-en", "rater": "R ", "penalty": 5, "errors": [error]}
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write("".join(json.dumps(record) + "\n" for record in (news, bio)))
    one, other = _segments.read(path)
    assert (one.dataset, other.dataset, other.ratings[0].rater) == ("newstest2020", "bio.fr-en", "R")
    assert one.ratings[0].errors == other.ratings[0].errors == (ErrorSpan(0, 2, "major", "Accuracy/Omission"),)
    with gzip.open(path, "at", encoding="utf-8") as stream:
        stream.write("{}\n")
    with pytest.raises(InputError, match=r"a\.jsonl\.gz:3"):
        list(_segments.read(path))


@given(st.text(min_size=1), st.sampled_from(["newstest2020", "newstest2021"]))
def test_no_document_and_no_system_is_on_two_sides(document, dataset):
    systems = [*_segments.HELD_OUT_SYSTEMS, *_segments.DEV_SYSTEMS, "DeepMind.381", "MiSS"]
    parts = {s: _segments.part(Segment(dataset, "zh-en", document, s, False, "", "", ())) for s in systems}
    assert len(set(parts.values()) - {"unused"}) <= 1
    for system, part in parts.items():
        held = system in _segments.HELD_OUT_SYSTEMS
        assert part in ("unused", "held-out" if held else "dev" if system in _segments.DEV_SYSTEMS else "train")


def test_french_english_abstracts_and_their_teams_are_not_trained_on():
    def part(dataset, system):
        return _segments.part(Segment(dataset, dataset[4:], "d", system, False, "", "", ()))

    assert part("bio.fr-en", "s") == "held-out"
    assert part("bio.de-en", "LISN_run1") == "unused"
    assert part("bio.de-en", "Transperfect_run1") == "train"


def test_a_set_nobody_trained_on_is_held_out_whole():
    assert _segments.part(Segment("newstest2023", "he-en", "d", "WeChat_AI.1525", False, "", "", ())) == "held-out"
    assert _segments.part(Segment("generaltest2022", "zh-en", "d", "s", True, "", "", ())) == "held-out"


def test_what_is_chosen_on_is_neither_held_out_nor_trained_on():
    systems = ["Online-B.1605", "OPPO.1422", "another"]
    every = [
        Segment("newstest2020", "zh-en", f"d{n}", system, False, "", "", ()) for n in range(60) for system in systems
    ]
    chosen = [segment for segment in every if _segments.for_choosing(segment)]
    assert {segment.system for segment in chosen} == {"OPPO.1422", "another"}
    assert {_segments.part(segment) for segment in chosen} == {"dev", "unused"}
    held_out = {segment.document for segment in every if _segments.part(segment) == "held-out"}
    assert held_out
    assert not held_out & {segment.document for segment in chosen}
    assert not _segments.for_choosing(Segment("bio.de-en", "de-en", "d", "s", False, "", "", ()))
