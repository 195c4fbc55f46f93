"""Precision, recall and F1 on the seed corpus against its hand-made gold, by tier and category.

    python scripts/evaluate_seeds.py [--seeds seeds/]

A gold span is found when a finding overlaps it; a finding is right when it overlaps a gold span. Spans of
`not_artifacts` must stay untouched. Prints what was missed and what was false.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nlp
from nlp.types import Finding, Summary

ROOT = Path(__file__).resolve().parent.parent


def ratio(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "-"


def overlaps(span: dict[str, Any], finding: Finding) -> bool:
    return bool(span["start"] < finding.end and finding.start < span["end"])


def evaluate(gold: dict[str, Any], findings: Sequence[Finding], text: str) -> dict[str, Any]:
    """Found and missed gold spans, false findings, and touched not-artifacts of one article."""
    spans = gold["spans"]
    protected = [
        {"start": text.index(part), "end": text.index(part) + len(part), "text": part} for part in gold["not_artifacts"]
    ]
    return {
        "found": [s for s in spans if any(overlaps(s, f) for f in findings)],
        "missed": [s for s in spans if not any(overlaps(s, f) for f in findings)],
        "false": [f for f in findings if not any(overlaps(s, f) for s in spans)],
        "touched": [p["text"] for p in protected if any(overlaps(p, f) for f in findings)],
    }


def print_table(title: str, result: dict[str, Any], key: str) -> None:
    groups: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for state in ("found", "missed"):
        for span in result[state]:
            groups[span[key]][0] += state == "found"
            groups[span[key]][1] += 1
    print(f"  recall by {title}")
    for name, (found, total) in groups.items():
        print(f"    {name:<12} {ratio(found, total)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds", help="folder of articles with a gold.json")
    options = parser.parse_args()
    gold = json.loads((options.seeds / "gold.json").read_text(encoding="utf-8"))
    article = next(
        a
        for a in nlp.read_articles([options.seeds], lang=gold["lang"], source_lang=gold["source_lang"])
        if a.id == gold["id"]
    )
    findings = nlp.detect(article)
    result = evaluate(gold, findings, article.text)
    right, recalled = len(findings) - len(result["false"]), len(result["found"])
    precision, recall = right / max(1, len(findings)), recalled / len(gold["spans"])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{article.id}: {len(findings)} findings, {len(gold['spans'])} gold spans")
    print(f"  precision {ratio(right, len(findings))}  recall {ratio(recalled, len(gold['spans']))}  F1 {f1:.2f}")
    print_table("tier", result, "tier")
    print_table("category", result, "category")
    for span in result["missed"]:
        print(f"  missed  {span['tier']:<8} {span['start']}:{span['end']}  {span['text']!r}")
    for finding in result["false"]:
        print(f"  false   {finding.rule:<8} {finding.start}:{finding.end}  {finding.text!r}")
    for text in result["touched"]:
        print(f"  touched what is no artifact: {text!r}")
    summary: Summary = nlp.summarize(article, findings=findings)
    carried = [part for part in gold["summary_must_not_contain"] if part in summary.summary]
    print(f"  summary by {summary.method}: {len(summary.sentences)} sentences, carries along: {carried or 'nothing'}")
    certain_missed = any(span["tier"] == "certain" for span in result["missed"])
    return int(certain_missed or bool(result["touched"]) or bool(carried))


if __name__ == "__main__":
    sys.exit(main())
