from __future__ import annotations

import pytest

from nlp.errors import InputError
from nlp.evaluation.documents import Judged, calibration_error, evaluate, same_source


def judged(document: str, machine: bool, probability: float) -> Judged:
    return Judged("Icelandic", document, "s" if machine else "refA", machine, probability, 0.0)


def test_only_translations_of_one_document_are_compared():
    found = [judged("a", True, 0.4), judged("a", False, 0.3), judged("b", True, 0.9), judged("b", False, 0.95)]
    assert same_source(found, lambda j: j.probability) == 0.5
    assert same_source([judged("a", True, 0.4)], lambda j: j.probability) is None
    assert same_source([judged("a", True, 0.4), judged("a", False, 0.4)], lambda j: j.probability) == 0.5


def test_calibration_weighs_both_kinds_alike():
    perfect = [judged("a", True, 1.0)] * 9 + [judged("a", False, 0.0)]
    assert calibration_error(perfect) == pytest.approx(0)
    even = [judged("a", True, 0.5)] * 9 + [judged("a", False, 0.5)]
    assert calibration_error(even) == pytest.approx(0)
    assert calibration_error([judged("a", True, 0.5)]) is None


def test_missing_data_is_one_clear_line(tmp_path):
    with pytest.raises(InputError, match="wmt21-news-systems"):
        next(evaluate(tmp_path, None))
