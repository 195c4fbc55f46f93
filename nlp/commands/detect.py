"""Find machine-translation artifacts, span by span: where, what, how bad, why, and what to put instead.

Exit code 0 when nothing at or above --fail-on was found, 1 when something was, 2 when an input or an option
is at fault. An input at fault is one line on standard error (and a row with "error" in jsonl); the others
are still read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from nlp import pipeline, registry
from nlp.commands._detections import add_rule_arguments
from nlp.commands._inputs import add_reading_arguments, articles
from nlp.commands._output import open_output
from nlp.types import SEVERITIES, Detection, Failure


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_reading_arguments(parser)
    add_rule_arguments(parser)
    parser.add_argument("--min-severity", choices=SEVERITIES, default="neutral", help="leave out what is less severe")
    parser.add_argument(
        "--min-confidence", type=float, default=0.0, metavar="C", help="leave out what is less sure, 0 to 1"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text for people (default); jsonl: one line an article; json: one list",
    )
    parser.add_argument("--out", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument(
        "--fail-on",
        choices=(*SEVERITIES, "never"),
        default="neutral",
        help="exit with 1 when something this severe was found (default: anything)",
    )


def run(options: argparse.Namespace) -> int:
    outcome = _Outcome()
    with open_output(options.out) as stream:
        for chunk in registry.load("reports", options.format).chunks(outcome.watch(_detections(options))):
            stream.write(chunk)
    if outcome.failed:
        return 2
    return int(options.fail_on != "never" and outcome.worst >= SEVERITIES.index(options.fail_on))


class _Outcome:
    """What the exit code depends on, gathered while the items go by."""

    def __init__(self) -> None:
        self.worst = -1
        self.failed = False

    def watch(self, items: Iterator[Detection | Failure]) -> Iterator[Detection | Failure]:
        for item in items:
            if isinstance(item, Failure):
                self.failed = True
                print(f"nlp: {item.where}: {item.message}", file=sys.stderr)
            else:
                for warning in item.article.warnings:
                    print(f"nlp: {item.article.path or item.article.id}: {warning}", file=sys.stderr)
                self.worst = max([self.worst, *(SEVERITIES.index(f.severity) for f in item.findings)])
            yield item


def _detections(options: argparse.Namespace) -> Iterator[Detection | Failure]:
    chosen = {"select": options.select, "ignore": options.ignore, "preview": options.preview}
    for item in articles(options):
        if isinstance(item, Failure):
            yield item
        else:
            findings = pipeline.detect(
                item, **chosen, min_severity=options.min_severity, min_confidence=options.min_confidence
            )
            yield Detection(item, findings, pipeline.detect_signature(item, **chosen))
