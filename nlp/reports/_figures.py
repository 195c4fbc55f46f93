"""Geometry of the small drawings. A drawing is a list of rectangles in its own units; the template draws them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.types import SEVERITIES, Finding, Severity

WIDTH = 1000
# Graver findings stand taller in a strip, so that it can be read without colour.
_HEIGHT: dict[Severity, int] = {"neutral": 4, "minor": 8, "major": 14, "critical": 20}
STRIP_HEIGHT = 20
_THINNEST = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle: `x` and `width` of WIDTH, `height` from the base line up."""

    severity: Severity
    x: int
    width: int
    height: int


def proportions(counts: Mapping[str, int]) -> list[Bar]:
    """One bar cut by severity, the gravest first. No findings, no bars."""
    total = sum(counts[name] for name in SEVERITIES)
    bars, done = [], 0
    for name in reversed(SEVERITIES):
        if counts[name]:
            x, end = round(WIDTH * done / total), round(WIDTH * (done + counts[name]) / total)
            bars.append(Bar(name, x, end - x, STRIP_HEIGHT))
        done += counts[name]
    return bars


def strip(findings: Sequence[Finding], length: int) -> list[Bar]:
    """Where findings lie in a text of `length` characters, the gravest drawn last so that they stay in sight."""
    bars = []
    for finding in sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), f.start)):
        x = min(round(WIDTH * finding.start / max(length, 1)), WIDTH - _THINNEST)
        width = max(_THINNEST, round(WIDTH * (finding.end - finding.start) / max(length, 1)))
        bars.append(Bar(finding.severity, x, min(width, WIDTH - x), _HEIGHT[finding.severity]))
    return bars
