"""List the rules: id, slug, category, severity, and whether each is on by default."""

from __future__ import annotations

import argparse
import json
from typing import Any

from nlp.commands import _rulebook
from nlp.rules.library import all_rules
from nlp.rules.rule import Rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("table", "json", "markdown"), default="table")


def run(options: argparse.Namespace) -> int:
    rules = all_rules()
    if options.format == "json":
        print(json.dumps([_record(rule) for rule in rules], ensure_ascii=False, indent=1))
        return 0
    if options.format == "markdown":
        print(_rulebook.markdown(rules), end="")
        return 0
    width = max(len(rule.slug) for rule in rules)
    for rule in rules:
        state = "preview" if rule.preview else ("source" if rule.needs_source else "")
        print(f"{rule.id:<9} {rule.slug:<{width}}  {rule.severity:<8}  {rule.category:<14} {state}".rstrip())
    on = sum(not rule.preview for rule in rules)
    print(f"\n{len(rules)} rules, {on} on by default; `nlp explain ID` tells more. preview: only when selected or with")
    print("--preview. source: only for articles that carry their source text.")
    return 0


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "slug": rule.slug,
        "category": rule.category,
        "mqm": rule.mqm,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "languages": list(rule.languages),
        "default": not rule.preview,
        "needs_source": rule.needs_source,
        "safe": rule.safe,
        "summary": rule.doc.strip().partition("\n")[0],
    }
