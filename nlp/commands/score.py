"""Score summaries or translations, with and without references.

  nlp score summary samples.jsonl                       fields: article, summary, references
  nlp score translation samples.jsonl                   fields: target, source, references
  nlp score translation --hypotheses out.txt --references ref.txt --sources src.txt      line by line
  nlp score summary --article a.txt --summary s.txt     one text of each

Without --metrics a summary gets a few: ROUGE where there are references, consistency with the article, support of its
numbers, names and quotations, and the penalty for artifacts that the rules find. A translation, and a summary with
--metrics all, gets every metric for which a sample has what it needs and that runs no model. Values in JSON
and CSV are as the metric gives them (ROUGE and shares 0 to 1; BLEU, chrF, TER 0 to 100); the tables write shares in
percent. Undefined values are null, "-" in a table, and a note says why. --per-sample writes a JSON line an input,
{"id": …, "scores": {…}, "notes": {…}}, and the signatures to standard error. Exit code 2 when an input is at fault.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import get_args

from nlp.commands._output import open_output
from nlp.commands._samples import read_samples
from nlp.commands._scores import FORMATS
from nlp.commands._scoring import add_field_arguments, add_metric_arguments, findings, metric_options
from nlp.scoring import Findings, Task, fitting, score
from nlp.scoring import fields as names
from nlp.scoring.measuring import chosen
from nlp.types import Sample

# What agrees best with people by docs/metrics.md: ROUGE-1 on relevance, consistency on what is true of the article. The
# supports say what is wrong, the penalty what the translator broke.
USUAL = {
    "summary": (
        *("rouge1", "rouge2", "rougeLsum", "consistency"),
        *("number_support", "name_support", "quotation_support", "mqm_per_100_words"),
    )
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    tasks = parser.add_subparsers(dest="task", required=True, metavar="summary|translation")
    for task in get_args(Task):
        what = "summaries against their articles" if task == "summary" else "translations against their sources"
        described = f"Score {what}, and against references where there are any."
        _add_task_arguments(tasks.add_parser(task, help=what, description=described), task)


def _add_task_arguments(parser: argparse.ArgumentParser, task: Task) -> None:
    origin = "article" if task == "summary" else "source"
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files of records (.jsonl, .jsonl.gz, .csv, .tsv, .parquet), or - for JSON Lines on standard input",
    )
    plain = parser.add_argument_group("one text instead of records")
    plain.add_argument(f"--{task}", dest="hypothesis", metavar="FILE", help=f"the {task}, as plain text")
    plain.add_argument(f"--{origin}", dest="source_text", metavar="FILE", help=f"the {origin} it was made from")
    plain.add_argument(
        "--reference", dest="reference_text", action="append", metavar="FILE", help="a reference; may be given again"
    )
    lines = parser.add_argument_group("parallel text files, line by line")
    lines.add_argument("--hypotheses", metavar="FILE", help=f"a {task} a line")
    lines.add_argument(
        "--references", action="append", default=[], nargs="+", metavar="FILE", help="a reference a line"
    )
    lines.add_argument("--sources", metavar="FILE", help=f"{_an(origin)} a line")
    add_field_arguments(
        parser,
        {
            "hypothesis": f"the field with the {task} ({_default(names.HYPOTHESIS[task])})",
            "source": f"the field with the {origin} ({_default(names.SOURCE[task])})",
            "reference": f"the field with one reference or a list of them ({_default(names.REFERENCE)})",
            "id": f"the field with the sample's name ({_default(names.ID)})",
            "document": "the field with the document of each: then intervals are over documents (default: none)",
        },
    )
    add_metric_arguments(parser, tuple(fitting(task)), more=", or all")
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=tuple(FORMATS), help="default: table, or jsonl where --per-sample is given")
    output.add_argument(
        "--per-sample", action="store_true", help="a line an input in jsonl and csv; in other formats also each input"
    )
    output.add_argument("--out", metavar="FILE", help="write there instead of to standard output")


def run(options: argparse.Namespace) -> int:
    samples = read_samples(options)
    everything = options.metrics == ("all",)
    usual = options.metrics is None
    options.metrics = None if everything else options.metrics
    found, made_by = findings(samples, options, options.task)
    table = score(
        samples,
        task=options.task,
        metrics=_usual(samples, options.task, found) if usual else options.metrics,
        findings=found,
        findings_signature=made_by,
        options=metric_options(options, options.task),
        resamples=options.resamples,
    )
    form = options.format or ("jsonl" if options.per_sample else "table")
    with open_output(options.out) as stream:
        for chunk in FORMATS[form](table, options.task, per_sample=options.per_sample):
            stream.write(chunk)
        if form == "table" and options.metrics is None:
            stream.write(_not_computed(options.task, usual=usual))
    if form in ("jsonl", "csv") and options.per_sample:  # their lines have no room for it
        for result in table.aggregate.values():
            print(result.signature, file=sys.stderr)
    return 0


def _usual(samples: Sequence[Sample], task: Task, found: Findings | None) -> list[str] | None:
    """The usual metrics that can be had of these samples; None, which stands for all that can, where none are named."""
    can = chosen(samples, task, None, found)
    return [name for name in USUAL.get(task, ()) if name in can] or None


def _not_computed(task: Task, *, usual: bool) -> str:
    """What was left out because it must be asked for."""
    names = [name for name, module in fitting(task).items() if hasattr(module, "BY_NAME_ONLY")]
    text = f"\nNot computed unless named in --metrics, since they run a model: {', '.join(names)}.\n" if names else ""
    return text + ("More metrics: --metrics all.\n" if usual and task in USUAL else "")


def _an(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _default(names: tuple[str, ...]) -> str:
    return f"default: {', else '.join(names)}"
