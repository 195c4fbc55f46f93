from __future__ import annotations

import argparse

import pytest

from nlp.errors import InputError
from nlp.evaluation.documents import Few, Judged, calibration_error, evaluate, same_source


def judged(document: str, machine: bool, probability: float) -> Judged:
    return Judged("Icelandic", document, "s" if machine else "refA", machine, {"by wording": probability})


def probability_of(translation: Judged) -> float:
    return translation.scores["by wording"]


def test_only_translations_of_one_document_are_compared():
    found = [judged("a", True, 0.4), judged("a", False, 0.3), judged("b", True, 0.9), judged("b", False, 0.95)]
    assert same_source(found, probability_of) == 0.5
    assert same_source([judged("a", True, 0.4)], probability_of) is None
    assert same_source([judged("a", True, 0.4), judged("a", False, 0.4)], probability_of) == 0.5


def test_calibration_weighs_both_kinds_alike():
    perfect = [judged("a", True, 1.0)] * 9 + [judged("a", False, 0.0)]
    assert calibration_error(perfect, probability_of) == pytest.approx(0)
    even = [judged("a", True, 0.5)] * 9 + [judged("a", False, 0.5)]
    assert calibration_error(even, probability_of) == pytest.approx(0)
    assert calibration_error([judged("a", True, 0.5)], probability_of) is None


def test_missing_data_is_one_clear_line(tmp_path):
    with pytest.raises(InputError, match="wmt21-news-systems"):
        next(evaluate(tmp_path, argparse.Namespace(documents=None, systems=None, detectors="rules")))


def test_a_draw_of_systems_is_the_same_whatever_their_order():
    systems = [f"system {n}" for n in range(9)]
    few = Few(systems=3)
    assert few.drawn("a", systems) == few.drawn("a", systems[::-1])
    assert len(few.drawn("a", systems)) == 3
    assert len({few.drawn(document, systems) for document in "abcdef"}) > 1
    assert Few().drawn("a", systems) == set(systems)
