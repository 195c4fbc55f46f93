"""Find machine-translation artifacts, span by span: where, what, how bad, why, and what to put instead.

Exit code 0 when nothing at or above --fail-on was found, 1 when something was, 2 when an input or an option
is at fault. An input at fault is one line on standard error (and a row with "error" in jsonl); the others
are still read. How many findings a comment or a baseline left out is said on standard error at the end.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator

from nlp import config, registry
from nlp.commands._detections import (
    add_rule_arguments,
    detections,
    known_from,
    merged_settings,
    settings_from,
    tell_left_out,
)
from nlp.commands._inputs import add_reading_arguments
from nlp.commands._output import open_output
from nlp.errors import OptionError
from nlp.types import SEVERITIES, Detection, Failure, Suppressed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_reading_arguments(parser)
    add_rule_arguments(parser)
    parser.add_argument(
        "--format",
        metavar="NAME",
        default="text",
        help="text for people (default); jsonl: one line an article; json: one list; sarif, github, junit and csv for "
        "other tools; mqm-tsv, wmt-tsv and mtme as the WMT evaluations write errors",
    )
    parser.add_argument("--out", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument(
        "--fail-on",
        choices=(*SEVERITIES, "never"),
        default="neutral",
        help="exit with 1 when something this severe was found (default: anything)",
    )
    parser.add_argument(
        "--show-config",
        action=_ShowConfig,
        nargs=0,
        default=False,
        help="print the settings, file and command line together, as TOML that says where each came from; read nothing",
    )


class _ShowConfig(argparse.Action):
    """A flag with which no PATH is needed."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, *_: object) -> None:
        setattr(namespace, self.dest, True)
        for action in parser._actions:
            action.required = False


def run(options: argparse.Namespace) -> int:
    if options.show_config:
        print(config.to_toml(merged_settings(options)), end="")
        return 0
    chunks = _format(options.format)
    settings, known = settings_from(options), known_from(options)
    outcome = _Outcome()
    with open_output(options.out) as stream:
        items = outcome.watch(detections(options, settings, known))
        for chunk in chunks(items):
            stream.write(chunk)
    tell_left_out(outcome.suppressed, known)
    if outcome.failed:
        return 2
    return int(options.fail_on != "never" and outcome.worst >= SEVERITIES.index(options.fail_on))


def _format(name: str) -> Callable[[Iterable[Detection | Failure]], Iterator[str]]:
    """What writes a format. Raises UnknownName where there is none, OptionError where it writes whole reports alone."""
    module = registry.load("reports", name.replace("-", "_"))
    if not hasattr(module, "chunks"):
        raise OptionError(f"--format {name} is a whole report; `nlp report` writes it")
    write: Callable[[Iterable[Detection | Failure]], Iterator[str]] = module.chunks
    return write


class _Outcome:
    """What the exit code and the last line depend on, gathered while the items go by."""

    def __init__(self) -> None:
        self.worst = -1
        self.failed = False
        self.suppressed: list[Suppressed] = []

    def watch(self, items: Iterator[Detection | Failure]) -> Iterator[Detection | Failure]:
        for item in items:
            if isinstance(item, Failure):
                self.failed = True
            else:
                self.worst = max([self.worst, *(SEVERITIES.index(f.severity) for f in item.findings)])
                self.suppressed += item.suppressed
            yield item
