"""Write down today's findings, so that from now on only new ones are reported.

`nlp detect --baseline FILE`, and `report` and `fix` with the same option, leave out what the file has. It knows a
finding by its rule and the words it quotes, however lines and articles move; when the same words are found more
often than they were counted, the rest is reported. Keep the file with the texts and write it anew when findings
are repaired. Exit code 0, or 2 when an input or an option is at fault; what could be read is still written.
"""

from __future__ import annotations

import argparse
import sys

from nlp import baseline
from nlp.commands._detections import add_rule_arguments, detections, settings_from, tell_left_out
from nlp.commands._inputs import add_reading_arguments
from nlp.commands._output import open_output
from nlp.types import Detection, Finding, Suppressed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_reading_arguments(parser)
    add_rule_arguments(parser, with_baseline=False)
    parser.add_argument(
        "--out",
        metavar="FILE",
        default="nlp-baseline.json",
        help="the file to write, or - for standard output (default: nlp-baseline.json)",
    )


def run(options: argparse.Namespace) -> int:
    settings = settings_from(options)
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    read = failed = 0
    for item in detections(options, settings):
        if isinstance(item, Detection):
            read += 1
            findings += item.findings
            suppressed += item.suppressed
        else:
            failed += 1
    if not read:
        print("nlp: no article could be read, so no baseline was written", file=sys.stderr)
        return 2
    known = baseline.collect(findings)
    with open_output(options.out) as stream:
        stream.write(known.to_json())
    tell_left_out(suppressed)
    print(
        f"nlp: {len(findings)} finding{'s' * (len(findings) != 1)} in {read} article{'s' * (read != 1)} "
        f"written to {options.out}",
        file=sys.stderr,
    )
    return 2 if failed else 0
