"""Applies replacements of findings to a text.

Overlapping repairs are resolved in one fixed order, so that the same findings always give the same text: the
graver first, then the longer, then the earlier, then by rule. `nlp.fixing` repairs an article until nothing is left.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.types import SEVERITIES, Finding

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_SPACES = " \t\u00a0"
_NO_SPACE_BEFORE = (" ", "\t", "\u00a0", ".", ",", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text after repair. `applied` and `skipped` split the findings given, each in text order."""

    text: str
    applied: tuple[Finding, ...]
    skipped: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def repair(text: str, findings: Sequence[Finding], *, unsafe: bool = False) -> Repaired:
    """`text` with the first replacement of each finding that may be applied: the safe ones, or all when `unsafe`.

    A finding without a replacement, or overlapping one that is applied, is skipped. A deletion takes a line that
    it leaves empty along, or the space it would leave doubled. No findings give the same text back.

    >>> from nlp.types import Finding
    >>> f = Finding("GEN-X", "x", "x", "x", "minor", 0.9, 4, 8, "teh ", "", ("the ",), safe=True)
    >>> repair("See teh end.", [f]).text
    'See the end.'
    """
    applied = sorted(chosen(findings, unsafe=unsafe), key=Finding.sort_key)
    done = set(applied)
    skipped = sorted((f for f in findings if f not in done), key=Finding.sort_key)
    return Repaired(_replaced(text, applied), tuple(applied), tuple(skipped))


def chosen(findings: Sequence[Finding], *, unsafe: bool = False) -> list[Finding]:
    """The findings to repair, the most pressing first: none overlaps another."""
    possible = [f for f in findings if f.replacements and (f.safe or unsafe)]
    taken: list[Finding] = []
    in_order: list[tuple[int, int]] = []  # the spans taken, which are disjoint
    for finding in sorted(possible, key=_precedence):
        place = bisect.bisect(in_order, (finding.start, finding.end))
        before, after = in_order[max(place - 1, 0) : place], in_order[place : place + 1]
        if all(end <= finding.start for _, end in before) and all(finding.end <= start for start, _ in after):
            taken.append(finding)
            in_order.insert(place, (finding.start, finding.end))
    return taken


def edit(text: str, finding: Finding, replacement: str) -> Edit:
    """What repairing one finding does to the text where it stands alone: a deletion takes its line or a space along."""
    start, end = finding.start, finding.end
    if replacement:
        return Edit(start, end, replacement)
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    rest = _LINE.match(text, end)
    line_end = rest.end() if rest else end
    before, after = text[line_start:start], text[end:line_end]
    if not before.strip():
        return (
            Edit(start, end + len(after) - len(after.lstrip(_SPACES)), "")
            if after.strip()
            else Edit(line_start, line_end, "")
        )
    if not after.strip() or after.startswith(_NO_SPACE_BEFORE):
        start = line_start + len(before.rstrip(_SPACES))
    return Edit(start, end, "")


def _precedence(finding: Finding) -> tuple[int, int, int, str, tuple[str, ...]]:
    gravity = SEVERITIES.index(finding.severity)
    return -gravity, finding.start - finding.end, finding.start, finding.rule, finding.replacements


def _replaced(text: str, findings: Sequence[Finding]) -> str:
    """The text with the first replacement of each finding; the findings are in order and disjoint.

    All spans are replaced first, and the places where something was deleted are tidied then, line by line: a line
    of which two parts were deleted is empty only after both.
    """
    parts: list[str] = []
    deleted: list[int] = []
    position = length = 0
    for finding in findings:
        replacement = finding.replacements[0]
        parts += [text[position : finding.start], replacement]
        length += len(parts[-2]) + len(replacement)
        position = finding.end
        if not replacement and finding.start < finding.end and (not deleted or deleted[-1] < length):
            deleted.append(length)
    mended = "".join([*parts, text[position:]])
    return "".join(_tidied(mended, deleted)) if deleted else mended


def _tidied(text: str, deleted: Sequence[int]) -> list[str]:
    """The lines of a text without those that became empty, and without spaces left over in the others."""
    lines: list[str] = []
    closing = False  # the last line that was looked at is gone, or blank and to go with it
    skipping = False  # of the blank lines on both sides of a line that is gone, one side's stay
    place = 0
    for match in _LINE.finditer(text):
        line, start = match.group(), match.start()
        inside: list[int] = []
        while place < len(deleted) and (deleted[place] < match.end() or match.end() == len(text)):
            inside.append(deleted[place] - start)
            place += 1
        if inside and not line.strip():
            closing = True
            skipping = not lines or not lines[-1].strip()
        elif line.strip():
            closing = skipping = False
            lines.append(_without_gaps(line, inside) if inside else line)
        elif not skipping:
            lines.append(line)
        if match.end() == len(text):
            break
    while closing and lines and not lines[-1].strip():
        lines.pop()
    return lines


def _without_gaps(line: str, deleted: Sequence[int]) -> str:
    """A line without the spaces that deletions left doubled, before a mark, or at its ends."""
    edges = [0, *deleted, len(line)]
    pieces = [line[a:b] for a, b in itertools.pairwise(edges)]
    first = next(number for number, piece in enumerate(pieces) if piece.strip())
    following = ""
    for number in range(len(pieces) - 1, -1, -1):
        is_last_before_deletion = number < len(pieces) - 1
        if is_last_before_deletion and number >= first and (not following.strip() or following in _NO_SPACE_BEFORE):
            pieces[number] = pieces[number].rstrip(_SPACES)
        following = pieces[number][:1] or following
    indent = pieces[0] if first else ""
    return indent + "".join(pieces[first:]).lstrip(_SPACES) if first else "".join(pieces)
