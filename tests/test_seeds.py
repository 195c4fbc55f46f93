"""What the seed article promises: its gold is the product's first bar."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

import nlp
from nlp.types import Article


@pytest.fixture(scope="module")
def gold(root: Path) -> dict:
    return json.loads((root / "seeds" / "gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["fr", None], ids=["source language known", "unknown"])
def seed(request: pytest.FixtureRequest, seed_path: Path) -> Article:
    (article,) = nlp.read_articles([seed_path], source_lang=request.param)
    return article


def test_article_is_unchanged_byte_for_byte(seed_path: Path):
    # The file's name holds the beginning of no hash we know; this one is of the bytes we were given.
    assert hashlib.sha256(seed_path.read_bytes()).hexdigest().startswith(SEED_SHA256)


def test_gold_spans_fit_the_text(gold: dict, seed_text: str):
    assert all(seed_text[span["start"] : span["end"]] == span["text"] for span in gold["spans"])


def test_every_certain_span_is_found(gold: dict, seed: Article):
    findings = nlp.detect(seed)
    for span in gold["spans"]:
        if span["tier"] == "certain":
            assert any(f.start < span["end"] and span["start"] < f.end for f in findings), span["text"]


def test_certain_spans_are_repaired_as_an_editor_would(gold: dict, seed: Article):
    findings = {(f.start, f.end): f for f in nlp.detect(seed)}
    for span in gold["spans"]:
        if span["tier"] == "certain":
            assert findings[span["start"], span["end"]].replacements[0] == (span["repair"] or "")


def test_at_most_three_findings_overlap_no_gold_span(gold: dict, seed: Article):
    false = [f for f in nlp.detect(seed) if not any(f.start < s["end"] and s["start"] < f.end for s in gold["spans"])]
    assert len(false) <= 3, false


def test_nothing_touches_what_is_no_artifact(gold: dict, seed: Article, seed_text: str):
    for part in gold["not_artifacts"]:
        start = seed_text.index(part)
        assert [f for f in nlp.detect(seed) if f.start < start + len(part) and start < f.end] == []


@pytest.mark.parametrize("method", ["auto", "lead", "textrank", "centroid"])
@pytest.mark.parametrize("sentences", [1, 3, 10])
def test_summary_carries_nothing_along(gold: dict, seed: Article, method: str, sentences: int):
    summary = nlp.summarize(seed, method=method, sentences=sentences)
    assert summary.sentences
    assert len(summary.sentences) <= sentences
    for part in gold["summary_must_not_contain"]:
        assert part not in summary.summary


def test_layout_facts_are_recovered(gold: dict, seed: Article):
    facts, text = gold["facts"], seed.text
    layout = seed.layout
    assert layout.kicker
    assert layout.kicker.of(text) == facts["kicker"]
    assert layout.headline
    assert layout.headline.of(text) == facts["headline"]
    assert layout.dateline
    assert facts["dateline"] in layout.dateline.of(text)
    assert layout.published
    assert facts["posted"] in layout.published.of(text)
    assert layout.updated
    assert facts["updated"] in layout.updated.of(text)
    assert layout.source_marker
    assert layout.source_marker.of(text) == "source site-63"


def test_script_evaluates_the_seeds(root: Path):
    done = subprocess.run([sys.executable, str(root / "scripts" / "evaluate_seeds.py")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "certain      1.00 (7/7)" in done.stdout


SEED_SHA256 = "60ad96c11e4592f7"
