"""Write a quality report: index.html to read, report.json with the same numbers, findings.jsonl.

The page is one file that loads nothing from anywhere. An input at fault stands in the report and on standard
error, and the exit code is then 2; without one it is 0, however much was found.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from nlp import ensemble, pipeline, registry
from nlp.commands._detections import add_rule_arguments, known_from, settings_from, tell_left_out, tell_warnings
from nlp.commands._inputs import add_reading_arguments, articles
from nlp.commands._output import open_output
from nlp.errors import OptionError
from nlp.types import Article, Detection, Failure, Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_reading_arguments(parser)
    add_rule_arguments(parser, default_detectors="all that are installed")
    parser.add_argument("--out", metavar="DIR", required=True, help="the folder to write into; it is made if need be")
    parser.add_argument("--method", default="auto", help="the summarizer (default: the best that is installed)")
    parser.add_argument("--sentences", type=int, default=3, metavar="N", help="sentences a summary (default: 3)")


def run(options: argparse.Namespace) -> int:
    folder = Path(options.out)
    if folder.exists() and not folder.is_dir():
        raise OptionError(f"{folder}: --out names a folder, and this is a file")
    known = known_from(options)
    installed = ensemble.best_installed()
    settings = settings_from(options, detectors=installed)
    if settings.detecting is None:
        settings = settings.overridden(by="nlp report", detectors=installed)
    report = pipeline.report(
        _with_progress(articles(options)),
        method=options.method,
        sentences=options.sentences,
        settings=settings,
        known=known,
    )
    for failure in report.failures:
        print(f"nlp: {failure.where}: {failure.message}", file=sys.stderr)
    for entry in report.articles:
        tell_warnings(entry.article)
    if not report.articles:
        print("nlp: no article could be read, so no report was written", file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    write(report, folder)
    findings = sum(len(a.findings) for a in report.articles)
    number = len(report.articles)
    print(
        f"{findings} finding{'s' * (findings != 1)} in {number} article{'s' * (number != 1)}. "
        f"Open {folder / 'index.html'}"
    )
    tell_left_out((left for entry in report.articles for left in entry.suppressed), known)
    return 2 if report.failures else 0


def write(report: Report, folder: Path) -> None:
    """The three files of a report, each appearing whole."""
    with open_output(folder / "index.html") as stream:
        stream.write(registry.load("reports", "html").render(report))
    with open_output(folder / "report.json") as stream:
        stream.write(registry.load("reports", "json").render(report))
    with open_output(folder / "findings.jsonl") as stream:
        detections = (
            Detection(entry.article, entry.findings, entry.signature, entry.suppressed) for entry in report.articles
        )
        for chunk in registry.load("reports", "jsonl").chunks(detections):
            stream.write(chunk)


def _with_progress(items: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    """The same items, with a bar on standard error from the second one on."""
    first = next(items, None)
    if first is None:
        return
    yield first
    second = next(items, None)
    if second is None:
        return
    from tqdm import tqdm

    # Where nobody watches, in a log, a line every ten seconds is enough.
    interval = 0.1 if sys.stderr.isatty() else 10.0
    yield from tqdm(
        itertools.chain([second], items),
        desc="articles",
        unit="",
        initial=1,
        mininterval=interval,
        file=sys.stderr,
    )
