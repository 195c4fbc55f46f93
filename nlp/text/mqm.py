"""The weights that turn errors into one number, as the WMT metrics tasks count them.

Freitag et al., "Experts, Errors, and Context: A Large-Scale Study of Human Evaluation for Machine Translation",
TACL 2021, table 4: major 5, major non-translation 25, minor 1, minor punctuation 0.1, neutral 0.
"""

from __future__ import annotations

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
