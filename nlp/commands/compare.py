"""Compare systems with the first one given, the baseline: paired tests, and where they differ most.

  nlp compare base.jsonl new.jsonl                                        records with the same ids
  nlp compare base.txt new.txt --references ref.txt --sources src.txt     line by line

Each metric's difference has a 95% bootstrap interval and a p-value by approximate randomization (or --test bootstrap),
corrected for the number of tests by Holm's method. Without --metrics BLEU and chrF are tested for translations,
ROUGE-1, ROUGE-2 and ROUGE-Lsum for summaries, and without references the metrics that need only the source.
Exit code 2 when an input is at fault.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from nlp import registry
from nlp.commands._comparison import FORMATS
from nlp.commands._output import open_output
from nlp.commands._parallel import parallel_samples
from nlp.commands._samples import RECORD_SUFFIXES, record_samples
from nlp.commands._scoring import add_field_arguments, add_metric_arguments, findings, metric_options
from nlp.errors import InputError, OptionError
from nlp.scoring import Findings, Task
from nlp.scoring.comparing import compare
from nlp.types import Sample


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="the baseline, then the others: records, or text files with a line each",
    )
    parser.add_argument(
        "--task", choices=get_args(Task), help="what is compared (default: summaries where records have a summary)"
    )
    parser.add_argument(
        "--names", type=lambda x: x.split(","), metavar="A,B", help="what to call them (default: files)"
    )
    lines = parser.add_argument_group("for text files, line by line")
    lines.add_argument(
        "--references", action="append", default=[], nargs="+", metavar="FILE", help="a reference a line"
    )
    lines.add_argument("--sources", metavar="FILE", help="a source a line")
    add_field_arguments(
        parser,
        {
            "hypothesis": "the field with what is compared (default: as in nlp score)",
            "source": "the field with the article or source",
            "reference": "the field with one reference or a list of them",
            "id": "the field with the sample's name",
            "document": "the field with the document of each: then intervals are over documents (default: none)",
        },
    )
    add_metric_arguments(parser, registry.names("metrics"))
    testing = parser.add_argument_group("testing")
    testing.add_argument("--test", choices=("randomization", "bootstrap"), default="randomization")
    testing.add_argument(
        "--trials", type=int, metavar="N", help="default: 10,000 for randomization, 1,000 for bootstrap"
    )
    output = parser.add_argument_group("output")
    output.add_argument(
        "--examples", type=int, default=3, metavar="N", help="samples to show on either side (default: 3)"
    )
    output.add_argument("--by", metavar="METRIC", help="the metric the examples are chosen by (default: the first)")
    output.add_argument("--format", choices=tuple(FORMATS), default="table")
    output.add_argument("--out", metavar="FILE", help="write there instead of to standard output")


def run(options: argparse.Namespace) -> int:
    names = _names(options)
    task = options.task or _task(options.paths)
    systems = {name: _samples(path, options, task) for name, path in zip(names, options.paths, strict=True)}
    found: dict[str, Findings] = {}
    for name, samples in systems.items():
        own, _ = findings(samples, options, task) if options.metrics else (None, None)
        if own is not None:
            found[name] = own
    result = compare(
        systems,
        task=task,
        metrics=options.metrics,
        findings=found,
        options=metric_options(options, task),
        test=options.test,
        trials=options.trials,
        resamples=options.resamples,
        examples=options.examples,
        by=options.by,
    )
    with open_output(options.out) as stream:
        for chunk in FORMATS[options.format](result):
            stream.write(chunk)
    return 0


def _names(options: argparse.Namespace) -> Sequence[str]:
    """The systems' names: those given, or the files' names as short as they stay different."""
    if options.names:
        if len(options.names) != len(options.paths) or len(set(options.names)) != len(options.names):
            raise OptionError(f"--names needs {len(options.paths)} different names, one a file")
        return list(options.names)
    if len(set(options.paths)) != len(options.paths):
        raise OptionError("the same file is given twice")
    stems = [Path(path).name.split(".")[0] for path in options.paths]
    return stems if len(set(stems)) == len(stems) else list(options.paths)


def _is_records(path: str) -> bool:
    return path.lower().endswith(RECORD_SUFFIXES)


def _task(paths: Sequence[str]) -> Task:
    """Summary where the first record of the baseline has a field of that name, else translation."""
    from nlp.commands._samples import records

    if not _is_records(paths[0]):
        return "translation"
    first = next(iter(records(paths[0])), None)
    return "summary" if first and not isinstance(first, InputError) and "summary" in first.values else "translation"


def _samples(path: str, options: argparse.Namespace, task: Task) -> list[Sample]:
    if _is_records(path):
        if options.references or options.sources:
            raise OptionError("--references and --sources go with text files; records hold their own")
        return record_samples(path, options, task)
    references = [reference for group in options.references for reference in group]
    return parallel_samples(path, references=references, sources=options.sources)
