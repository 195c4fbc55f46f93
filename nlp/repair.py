"""Applies replacements of findings to a text.

Overlapping repairs are resolved in one fixed order, so that the same findings always give the same text: the
graver first, then the longer, then the earlier, then by rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.types import SEVERITIES, Finding

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text after repair. `applied` and `skipped` split the findings given, each in text order."""

    text: str
    applied: tuple[Finding, ...]
    skipped: tuple[Finding, ...]


def repair(text: str, findings: Sequence[Finding], *, unsafe: bool = False) -> Repaired:
    """`text` with the first replacement of each finding that may be applied: the safe ones, or all when `unsafe`.

    A finding without a replacement, or overlapping one that is applied, is skipped. A deletion takes a line that
    it leaves empty along, or the space it would leave doubled. No findings give the same text back.

    >>> from nlp.types import Finding
    >>> f = Finding("GEN-X", "x", "x", "x", "minor", 0.9, 4, 8, "teh ", "", ("the ",), safe=True)
    >>> repair("See teh end.", [f]).text
    'See the end.'
    """
    applied = chosen(findings, unsafe=unsafe)
    mended = text
    for finding in sorted(applied, key=Finding.sort_key, reverse=True):
        mended = _replaced(mended, finding)
    skipped = [f for f in findings if f not in applied]
    return Repaired(mended, tuple(sorted(applied, key=Finding.sort_key)), tuple(sorted(skipped, key=Finding.sort_key)))


def chosen(findings: Sequence[Finding], *, unsafe: bool = False) -> list[Finding]:
    """The findings to repair: none overlaps another."""
    possible = [f for f in findings if f.replacements and (f.safe or unsafe)]
    taken: list[Finding] = []
    for finding in sorted(possible, key=_precedence):
        if not any(finding.start < other.end and other.start < finding.end for other in taken):
            taken.append(finding)
    return taken


def _precedence(finding: Finding) -> tuple[int, int, int, str]:
    return -SEVERITIES.index(finding.severity), finding.start - finding.end, finding.start, finding.rule


def _replaced(text: str, finding: Finding) -> str:
    before, after = text[: finding.start], text[finding.end :]
    replacement = finding.replacements[0]
    if replacement:
        return before + replacement + after
    line_start = max(before.rfind("\n"), before.rfind("\r")) + 1
    rest = _LINE.match(after)
    rest_of_line = rest.group() if rest else ""
    if not before[line_start:].strip() and not rest_of_line.strip():
        return _without_line(before[:line_start], after[len(rest_of_line) :])
    if not after or after[0].isspace() or after[0] in ".,;:!?":
        before = before.rstrip(" \t\u00a0") if before[line_start:].strip() else before
    if not before[line_start:].strip():
        after = after.lstrip(" \t\u00a0")
    return before + after


def _without_line(before: str, after: str) -> str:
    """The text around a line that is gone: of the blank lines on both sides, one side's stay."""
    if not after.strip():
        return before.rstrip() + ("\n" if before.endswith(("\n", "\r")) and before.strip() else "")
    if not before.strip():
        return before + after.lstrip("\r\n")
    blank_before = re.search(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\Z", before)
    if blank_before:
        return before + after.lstrip("\r\n")
    return before + after
