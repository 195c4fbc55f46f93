from __future__ import annotations

import pytest

from nlp.text.mqm import penalty, weight
from nlp.types import Finding


def finding(mqm: str, severity: str) -> Finding:
    return Finding("GEN-X", "x", "x", mqm, severity, 0.9, 0, 1, "x", "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mqm", "severity", "expected"),
    [
        ("accuracy/mistranslation", "major", 5),
        ("accuracy/mistranslation", "minor", 1),
        ("accuracy/mistranslation", "neutral", 0),
        ("accuracy/mistranslation", "critical", 5),
        ("Fluency/Punctuation", "minor", 0.1),
        ("linguistic-conventions/punctuation", "minor", 0.1),
        ("fluency/punctuation", "major", 5),
        ("Non-translation!", "major", 25),
        ("non-translation / other", "major", 25),
        ("non-translation / other", "minor", 1),
        ("non-translation", "neutral", 0),
        ("other/non-translation", "major", 5),
    ],
)
def test_weights_are_those_of_wmt(mqm, severity, expected):
    assert weight(finding(mqm, severity)) == expected


def test_penalty_is_the_exact_sum():
    assert penalty([finding("fluency/punctuation", "minor")] * 3) == 0.3
    assert penalty([]) == 0
