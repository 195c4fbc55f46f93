from __future__ import annotations

import pytest

from nlp.metrics import artifact_density, mqm_penalty, mqm_per_100_words
from nlp.types import Finding, Sample

MAJOR = Finding("FRE-X", "x", "calque", "accuracy/mistranslation", "major", 0.9, 0, 1, "x", "")
COMMA = Finding("GEN-X", "x", "punctuation", "fluency/punctuation", "minor", 0.9, 0, 1, "x", "")
SAMPLES = [Sample("1", "ten words " * 5), Sample("2", "only four words here"), Sample("3", "")]
FINDINGS = [[MAJOR, COMMA], [], []]


@pytest.mark.parametrize(
    ("metric", "rows", "value"),
    [
        (artifact_density, [(2, 10), (0, 4), (0, 0)], 100 * 2 / 14),
        (mqm_penalty, [(5.1, 1), (0, 1), (0, 1)], 1.7),
        (mqm_per_100_words, [(5.1, 10), (0, 4), (0, 0)], 100 * 5.1 / 14),
    ],
)
def test_worked_by_hand(metric, rows, value):
    assert metric.measure(SAMPLES, findings=FINDINGS) == rows
    assert metric.value([sum(column) for column in zip(*rows, strict=True)]) == pytest.approx(value)


@pytest.mark.parametrize("metric", [artifact_density, mqm_penalty, mqm_per_100_words])
def test_findings_of_another_number_are_an_error(metric):
    with pytest.raises(ValueError, match="zip"):
        metric.measure(SAMPLES, findings=[[MAJOR]])


def test_signatures_name_the_weights():
    assert "weights:wmt" in mqm_penalty.signature()
    assert "weights:wmt" in mqm_per_100_words.signature()
