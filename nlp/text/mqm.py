"""The weights that turn errors into one number, as the WMT metrics tasks count them.

Freitag et al., "Experts, Errors, and Context: A Large-Scale Study of Human Evaluation for Machine Translation",
TACL 2021, table 4: major 5, major non-translation 25, minor 1, minor punctuation 0.1, neutral 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from nlp.types import Finding

MAJOR = 5.0
MAJOR_NON_TRANSLATION = 25.0
MINOR = 1.0
MINOR_PUNCTUATION = 0.1

WEIGHTS = "wmt"  # goes into signatures


def weight(finding: Finding) -> float:
    """The penalty of one finding; see `weight_of`."""
    return weight_of(finding.mqm, finding.severity)


def weight_of(category: str, severity: str) -> float:
    """The penalty of one error, by its MQM category and severity in any capitals; 0.0 for another severity.

    The paper knows no critical errors: its raters marked them major, so critical counts as major here, and
    sums stay comparable with WMT's. (Other scales have 10 or 25 for critical.) The paper's "Fluency/Punctuation"
    is "linguistic conventions/punctuation" in today's MQM typology; both are recognised by the part "punctuation".
    Its "Non-translation!" is a segment that is no translation at all, so it must be the whole category: a line of
    layout left in a translated page, "other/non-translation", is an error like others.

    >>> weight_of("Non-translation!", "Major"), weight_of("Fluency/Punctuation", "Minor"), weight_of("No-error", "")
    (25.0, 0.1, 0.0)
    """
    parts = [part.strip() for part in category.lower().replace("!", "").split("/")]
    if severity.lower() in ("major", "critical"):
        return MAJOR_NON_TRANSLATION if parts[0] == "non-translation" else MAJOR
    if severity.lower() == "minor":
        return MINOR_PUNCTUATION if "punctuation" in parts else MINOR
    return 0.0


def penalty(findings: Iterable[Finding]) -> float:
    """The sum of the weights: 0.0 is clean, higher is worse; there is no upper bound.

    >>> def finding(mqm, severity):
    ...     return Finding("FRE-X", "x", "x", mqm, severity, 0.9, 0, 1, "x", "")
    >>> penalty([finding("accuracy/mistranslation", "major"), finding("fluency/punctuation", "minor")])
    5.1
    """
    # In units of 0.1, which are exact, so that 0.1 + 0.1 + 0.1 is 0.3 and the order does not matter.
    return sum(round(weight(finding) * 10) for finding in findings) / 10


def expected(findings: Iterable[Finding]) -> float:
    """The sum of the weights, each times how likely the finding is an error.

    >>> one = Finding("FRE-X", "x", "x", "accuracy/mistranslation", "major", 0.9, 0, 1, "x", "")
    >>> expected([one, one])
    9.0
    """
    return round(math.fsum(weight(finding) * finding.confidence for finding in findings), 4)


def expected_interval(findings: Iterable[Finding], *, confidence: float = 0.95) -> tuple[float, float]:
    """Where the penalty lies with this probability, if each finding is an error or not by itself, with the probability
    its confidence gives: exact quantiles of that sum. (0.0, 0.0) without findings; what was not found is not in it.

    >>> sure = Finding("FRE-X", "x", "x", "accuracy/mistranslation", "major", 1.0, 0, 1, "x", "")
    >>> expected_interval([sure, sure])
    (10.0, 10.0)
    """
    distribution = {0: 1.0}  # of the penalty in units of 0.1
    for finding in findings:
        step, likely = round(10 * weight(finding)), finding.confidence
        moved: dict[int, float] = {}
        for total, probability in distribution.items():
            moved[total] = moved.get(total, 0.0) + (1 - likely) * probability
            moved[total + step] = moved.get(total + step, 0.0) + likely * probability
        distribution = moved
    edge = (1 - confidence) / 2
    return _quantile(distribution, edge) / 10, _quantile(distribution, 1 - edge) / 10


def _quantile(distribution: dict[int, float], share: float) -> int:
    below = 0.0
    for total in sorted(distribution):
        below += distribution[total]
        if below >= share - 1e-12:
            return total
    return max(distribution)
