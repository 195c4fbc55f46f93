"""A sentence of an article as it may stand in a summary: its safe repairs, and what they leave wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp.types import SEVERITIES, Finding, Span

# A sentence that is layout residue for this share of its length has nothing of its own to say.
_MOSTLY = 0.5
_ELISION = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]")
_LINE_BREAK = re.compile(r"\s*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Mended:
    """A sentence after its repairs. `remaining` are the findings whose text is still in it."""

    text: str
    repaired: bool
    remaining: tuple[Finding, ...]


def mend(text: str, span: Span, findings: Iterable[Finding]) -> Mended:
    """The sentence at `span` of an article's text, with its safe repairs.

    A finding is repaired by its first replacement when it is `safe` and lies inside the sentence; a safe
    deletion may reach over the sentence's ends. Of repairs that overlap, the graver one is applied, then the
    longer, then the earlier; a finding inside an applied repair is gone with it. Line breaks become spaces.
    """
    touching = sorted((f for f in findings if span.overlaps(f)), key=Finding.sort_key)
    repairs = _repairs(span, touching)
    sentence = span.of(text)
    for repair in sorted(repairs, key=Finding.sort_key, reverse=True):
        sentence = _replace(sentence, repair, offset=span.start)
    remaining = (f for f in touching if not any(r.start <= f.start and f.end <= r.end for r in repairs))
    return Mended(_LINE_BREAK.sub(" ", sentence).strip(), bool(repairs), tuple(remaining))


def objection(mended: Mended) -> str | None:
    """Why a mended sentence may not stand in a summary, in plain words; None when it may."""
    for finding in mended.remaining:
        if finding.category == "residue":
            return "layout residue"
    for finding in mended.remaining:
        if finding.severity in ("major", "critical"):
            return f"{finding.severity} artifact {finding.rule}"
    if _ELISION.search(mended.text):
        return "an elision mark"
    return None


def is_residue(span: Span, findings: Iterable[Finding]) -> bool:
    """Whether layout residue covers most of the sentence at `span`."""
    covered: set[int] = set()
    for finding in findings:
        if finding.category == "residue":
            covered.update(range(max(finding.start, span.start), min(finding.end, span.end)))
    return len(covered) > _MOSTLY * (span.end - span.start)


def _repairs(span: Span, findings: Sequence[Finding]) -> list[Finding]:
    """The repairs to apply: none overlaps another."""
    possible = [f for f in findings if f.safe and f.replacements and (_inside(f, span) or not f.replacements[0])]
    chosen: list[Finding] = []
    for finding in sorted(possible, key=lambda f: (-SEVERITIES.index(f.severity), f.start - f.end, f.sort_key())):
        if not any(finding.start < other.end and other.start < finding.end for other in chosen):
            chosen.append(finding)
    return chosen


def _inside(finding: Finding, span: Span) -> bool:
    return span.start <= finding.start and finding.end <= span.end


def _replace(sentence: str, repair: Finding, *, offset: int) -> str:
    """`sentence` with one repair; a deletion takes the space before it along where two would be left."""
    before = sentence[: max(repair.start - offset, 0)]
    after = sentence[max(repair.end - offset, 0) :]
    replacement = repair.replacements[0]
    if not replacement and (not after or after[0].isspace() or after[0] in ".,;:!?"):
        before = before.rstrip()
    return before + replacement + after
