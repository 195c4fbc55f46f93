"""How the metrics agree with people, on sets of judged summaries and translations.

Summaries: QAGS, AggreFact, FRANK, SummEval, Newsroom. Translations: DEMETR's injected errors, MQM of WMT news. Every
table has floors in it: length, a random number, and for summaries the overlap with the article that a mere copy has.

  nlp eval metrics --data DIR --format markdown
  nlp eval metrics --data DIR --only translations --no-models

BERTScore takes most of the time; without models the rest is about two minutes of one core.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from nlp.errors import OptionError
from nlp.evaluation import _metric_summaries, _metric_translations
from nlp.evaluation._metric_values import MODEL_SUPPORT, SUPPORT
from nlp.evaluation._table import Table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only", choices=("summaries", "translations"), help="only the tables of one kind")
    parser.add_argument("--no-models", action="store_true", help="leave out BERTScore, which runs an encoder")
    parser.add_argument(
        "--support-models",
        action="store_true",
        help="also bertscore_support and embedding_support, which read every article with an encoder: slow",
    )
    parser.add_argument(
        "--segments", type=int, default=300, metavar="N", help="source segments of each MQM set (default: 300)"
    )
    parser.add_argument("--resamples", type=int, default=200, metavar="N", help="bootstrap draws; 0 for no intervals")


def evaluate(data: Path, options: argparse.Namespace) -> Iterator[Table]:
    """The tables, each as soon as it is there. Raises InputError for a set that is missing, OptionError for a number
    out of range, MissingPart when the encoder is not installed and was not excluded.
    """
    if options.segments < 1 or options.resamples < 0:
        raise OptionError("--segments must be at least 1, and --resamples at least 0")
    models = not options.no_models
    if options.only != "translations":
        support = (*SUPPORT, *(MODEL_SUPPORT if options.support_models else ()))
        yield from _metric_summaries.tables(data, support, models=models, resamples=options.resamples)
    if options.only != "summaries":
        yield from _metric_translations.tables(
            data, models=models, segments=options.segments, resamples=options.resamples
        )
