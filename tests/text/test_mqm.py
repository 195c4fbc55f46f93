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


def _uncertain(*confidences: float) -> list[Finding]:
    return [Finding("X", "x", "c", "accuracy/mistranslation", "major", c, 0, 1, "x", "") for c in confidences]


def test_the_expected_penalty_lies_in_its_exact_interval():
    from nlp.text.mqm import expected, expected_interval

    assert expected([]) == 0.0
    assert expected_interval([]) == (0.0, 0.0)
    assert expected_interval(_uncertain(0.5)) == (0.0, 5.0)
    assert expected_interval(_uncertain(1.0, 0.99)) == (10.0, 10.0)
    many = _uncertain(*[0.5] * 40)
    low, high = expected_interval(many)
    assert low < expected(many) == 100.0 < high
    # Binomial(40, 0.5) has its 2.5 % and 97.5 % quantiles at 14 and 26.
    assert (low, high) == (70.0, 130.0)
