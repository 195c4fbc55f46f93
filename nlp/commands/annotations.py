"""Scores of systems from human annotation, and how far the raters agree.

  nlp annotations mqm_newstest2020_zhen.tsv       WMT MQM or span tables
  nlp annotations zh-en.mqm.seg.rating            mt-metrics-eval
  nlp annotations ratings.jsonl.gz                system, doc_id, target, ratings: [{rater, errors, esa}]

MQM penalties are counted from the errors with the WMT weights (Freitag et al., TACL 2021); ESA scores are the raters'.
Exit code 2 when an input is at fault.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from nlp.commands._output import open_output
from nlp.errors import OptionError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files of annotations (.tsv, .seg.rating, .jsonl)")
    parser.add_argument("--resamples", type=int, default=1000, metavar="N", help="draws for the intervals")
    parser.add_argument("--format", choices=("table", "json", "markdown"), default="table")
    parser.add_argument("--out", metavar="FILE", help="write there instead of to standard output")


def run(options: argparse.Namespace) -> int:
    from nlp.evaluation._annotation_scores import tables
    from nlp.evaluation._annotations import read_annotations
    from nlp.evaluation._table import FORMATS

    if options.resamples < 1:
        raise OptionError(f"the number of resamples cannot be {options.resamples}")
    segments = [segment for path in options.paths for segment in read_annotations(Path(path))]
    with open_output(options.out) as stream:
        for chunk in FORMATS[options.format](tables(segments, resamples=options.resamples)):
            stream.write(chunk)
    return 0
