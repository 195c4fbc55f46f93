"""Measure newsproof against human judgement, beside floors and ceilings, with intervals.

The benchmark data is public but not part of newsproof; --data names the folder it lies in, by default $NLP_BENCH.
A protocol's own options: nlp eval PROTOCOL --help.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from nlp import registry
from nlp.commands._output import open_output
from nlp.errors import OptionError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    protocols = parser.add_subparsers(dest="protocol", metavar="PROTOCOL", required=True)
    for name in registry.names("evaluation"):
        module = registry.load("evaluation", name)
        summary = (module.__doc__ or "").partition("\n")[0].rstrip(".:")
        protocol = protocols.add_parser(
            name,
            help=summary[:1].lower() + summary[1:],
            description=module.__doc__,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        protocol.add_argument("--data", metavar="DIR", type=Path, help="the benchmark data (default: $NLP_BENCH)")
        protocol.add_argument("--format", choices=("table", "json", "markdown"), default="table")
        protocol.add_argument("--out", metavar="FILE", help="write there instead of to standard output")
        module.add_arguments(protocol)


def run(options: argparse.Namespace) -> int:
    data = options.data or (Path(os.environ["NLP_BENCH"]) if os.environ.get("NLP_BENCH") else None)
    if data is None:
        raise OptionError("say where the benchmark data is: --data DIR, or the variable NLP_BENCH")
    if not data.is_dir():
        raise OptionError(f"{data}: there is no such folder of benchmark data")
    from nlp.evaluation._table import FORMATS

    tables = registry.load("evaluation", options.protocol).evaluate(data, options)
    with open_output(options.out) as stream:
        for chunk in FORMATS[options.format](tables):
            stream.write(chunk)
            stream.flush()
    return 0
