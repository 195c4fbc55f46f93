"""Score summaries or translations, with and without references.

  nlp score summary samples.jsonl                       fields: article, summary, references
  nlp score translation samples.jsonl                   fields: target, source, references
  nlp score summary --article a.txt --summary s.txt     one text of each

Without --metrics every metric is computed for which a sample has what it needs: artifacts found by the rules,
support by the article or source, and where there are references ROUGE, BLEU, chrF and TER. Values in JSON are as
the metric gives them (ROUGE and shares 0 to 1; BLEU, chrF, TER 0 to 100); the table writes shares in percent.
Undefined values are null, "-" in the table, and a note says why. Exit code 2 when an input is at fault.
"""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Sequence
from typing import Any, get_args

from nlp.commands import _scores
from nlp.commands._output import open_output
from nlp.commands._samples import HYPOTHESIS_FIELDS, REFERENCE_FIELDS, SOURCE_FIELDS, read_samples
from nlp.scoring import Task, fitting, score
from nlp.types import Article, Finding, Sample

_FORMATS = {"table": _scores.as_table, "json": _scores.as_json, "jsonl": _scores.as_jsonl}


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
    fields = parser.add_argument_group("fields of records")
    for name, usual, what in (
        ("hypothesis", HYPOTHESIS_FIELDS[task], f"the {task}"),
        ("source", SOURCE_FIELDS[task], f"the {origin}"),
        ("reference", REFERENCE_FIELDS, "one reference or a list of them"),
        ("id", ("id", "doc_id"), "the sample's name"),
    ):
        default = f"default: {', else '.join(usual)}"
        fields.add_argument(f"--{name}-field", metavar="NAME", help=f"the field with {what} ({default})")
    scoring = parser.add_argument_group("scoring")
    scoring.add_argument(
        "--metrics",
        type=_names,
        metavar="A,B",
        help=f"only these, in this order; known: {', '.join(fitting(task))}",
    )
    scoring.add_argument("--tokenizer", choices=("unicode", "rouge155"), default="unicode", help="words for ROUGE")
    scoring.add_argument("--stem", action="store_true", help="Porter stems of English words for ROUGE")
    scoring.add_argument(
        "--bleu-tokenizer", choices=("13a", "intl", "zh", "char", "none"), default="13a", help="words for BLEU"
    )
    scoring.add_argument("--lang", default="en", metavar="CODE", help="the language of what is scored (default: en)")
    scoring.add_argument("--source-lang", metavar="CODE", help="the language it was translated from, such as fr")
    scoring.add_argument(
        "--resamples", type=int, default=1000, metavar="N", help="draws for the intervals; 0 for none (default: 1000)"
    )
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=tuple(_FORMATS), default="table")
    output.add_argument("--per-sample", action="store_true", help="also each sample; in jsonl one line a sample")
    output.add_argument("--out", metavar="FILE", help="write there instead of to standard output")


def run(options: argparse.Namespace) -> int:
    samples = read_samples(options)
    findings, made_by = _findings(samples, options)
    table = score(
        samples,
        task=options.task,
        metrics=options.metrics,
        findings=findings,
        findings_signature=made_by,
        options=_metric_options(options),
        resamples=options.resamples,
    )
    with open_output(options.out) as stream:
        for chunk in _FORMATS[options.format](table, options.task, per_sample=options.per_sample):
            stream.write(chunk)
    return 0


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())


def _metric_options(options: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """The options of each metric that has such a one."""
    wanted = {
        "tokenizer": options.tokenizer,
        "stem": options.stem,
        "tokenize": options.bleu_tokenizer,
        "lang": options.lang,
    }
    found = {}
    for name, module in fitting(options.task).items():
        known = inspect.signature(module.measure).parameters
        found[name] = {key: value for key, value in wanted.items() if key in known}
    return found


def _findings(
    samples: Sequence[Sample], options: argparse.Namespace
) -> tuple[list[tuple[Finding, ...]] | None, str | None]:
    """The artifacts in each hypothesis and what found them.

    None when no metric asks for them, or when the rules do not know the language.
    """
    from nlp import pipeline

    fit = fitting(options.task)
    asked = options.metrics is None or any(name in fit and "findings" in fit[name].NEEDS for name in options.metrics)
    if not asked or options.lang.split("-")[0] != pipeline.TARGET_LANGUAGE:
        return None, None
    articles = [_article(sample, options) for sample in samples]
    made_by = next((pipeline.detect_signature(article) for article in articles if article), None)
    return [pipeline.detect(article) if article else () for article in articles], made_by


def _article(sample: Sample, options: argparse.Namespace) -> Article | None:
    """The hypothesis as an article that rules can be run on; None when it is empty."""
    from nlp.read.assemble import article

    if not sample.hypothesis.strip():
        return None
    return article(
        sample.hypothesis,
        id=sample.id,
        lang=options.lang,
        source_lang=options.source_lang,
        source=sample.source if options.task == "translation" else None,
        check_language=False,
    )
