"""The 91 artifacts of the French-English inventory: each faulty sentence is flagged where it is marked, by its own
rule; each corrected one is left alone.

`inventory.jsonl` has an artifact a line: its id, the rules that are its own (generic ones begin with "GEN", those of
the detector that reads the source with "SRC"), the
faulty sentence with ⟦marks⟧, the corrected one, and the source sentence where the rule needs it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nlp.detectors import source as source_detector
from nlp.read.assemble import article
from nlp.rules.docs import unmarked
from nlp.rules.engine import engine_for
from nlp.rules.library import all_rules
from nlp.types import Finding, Span

INVENTORY = [json.loads(line) for line in (Path(__file__).parent / "inventory.jsonl").read_text("utf-8").splitlines()]

# What is missed, and why.
MISSED = {
    "FRE-E701": "the detector 'source' does not see that a name was translated or respelt",
    "FRE-G801": "'she' for an animal or a thing needs coreference; only bodies such as a commission are covered",
}


def entries(*, missed: dict[str, str]) -> list[Any]:
    return [
        pytest.param(
            entry,
            id=entry["id"],
            marks=[pytest.mark.xfail(reason=missed[entry["id"]], strict=True)] if entry["id"] in missed else [],
        )
        for entry in INVENTORY
    ]


def findings(text: str, source: str | None) -> list[Finding]:
    if not text:
        return []
    made = article(text, source=source, source_lang="fr", check_language=False)
    return [*engine_for(all_rules()).find(made), *source_detector.detect(made)]


def is_on(finding: Finding, span: Span) -> bool:
    """The finding lies on the marked span and reaches no more than 40 characters beyond it."""
    return span.overlaps(finding) and finding.end - finding.start - (span.end - span.start) <= 40


def test_all_are_there():
    assert len(INVENTORY) == 91
    assert len({entry["id"] for entry in INVENTORY}) == 91


@pytest.mark.parametrize("entry", entries(missed=MISSED))
def test_faulty_is_flagged_on_the_marked_span_by_its_own_rule(entry: dict[str, Any]):
    text, spans = unmarked(entry["faulty"])
    own = [f for f in findings(text, entry.get("source")) if f.rule in entry["rules"]]
    assert spans
    for span in spans:
        assert any(is_on(finding, span) for finding in own), f"not flagged: {span.of(text)}"


@pytest.mark.parametrize("entry", entries(missed={}))
def test_corrected_is_silent(entry: dict[str, Any]):
    assert findings(entry["corrected"], entry.get("source")) == []


def test_misses_stay_within_the_bar():
    assert len(INVENTORY) - len(MISSED) >= 80
