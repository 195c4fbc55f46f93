"""What the commands score and compare have in common: options of metrics, and the artifacts some are made from."""

from __future__ import annotations

import argparse
import ast
import inspect
from collections.abc import Sequence
from typing import Any

from nlp import registry
from nlp.commands._detections import add_file_arguments, settings_of_file
from nlp.errors import OptionError, UnknownName
from nlp.scoring import Task, fitting
from nlp.types import Article, Finding, Sample

# for languages written without spaces between words, where 13a takes a sentence for a word
_BLEU_TOKENIZERS = {"zh": "zh", "ja": "char", "th": "char", "lo": "char", "km": "char", "my": "char"}


def add_field_arguments(parser: argparse.ArgumentParser, usual: dict[str, str]) -> None:
    """--hypothesis-field and its like; `usual` says for each field what is looked for."""
    fields = parser.add_argument_group("fields of records")
    for name, what in usual.items():
        fields.add_argument(f"--{name}-field", metavar="NAME", help=what)


def add_metric_arguments(parser: argparse.ArgumentParser, known: Sequence[str], *, more: str = "") -> None:
    """--metrics (with `more` in its help), the options of metrics, and the settings file for finding artifacts."""
    scoring = parser.add_argument_group("scoring")
    scoring.add_argument(
        "--metrics", type=_names, metavar="A,B", help=f"only these, in this order{more}; known: {', '.join(known)}"
    )
    scoring.add_argument("--tokenizer", choices=("unicode", "rouge155"), default="unicode", help="words for ROUGE")
    scoring.add_argument("--stem", action="store_true", help="Porter stems of English words for ROUGE")
    scoring.add_argument(
        "--bleu-tokenizer",
        choices=("13a", "intl", "zh", "char", "none"),
        help="words for BLEU (default: 13a; zh for Chinese, char for other languages without spaces)",
    )
    scoring.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="METRIC.NAME=VALUE",
        help="an option of one metric, such as bertscore.layer=5; may be given again",
    )
    scoring.add_argument("--lang", default="en", metavar="CODE", help="the language of what is scored (default: en)")
    scoring.add_argument("--source-lang", metavar="CODE", help="the language it was translated from, such as fr")
    scoring.add_argument(
        "--resamples", type=int, default=1000, metavar="N", help="draws for the intervals; 0 for none (default: 1000)"
    )
    add_file_arguments(scoring)


def metric_options(options: argparse.Namespace, task: Task) -> dict[str, dict[str, Any]]:
    """The options of each metric: those many share, then those given to it alone.

    Raises UnknownName for an option of a metric that does not exist, OptionError for one that is not METRIC.NAME=VALUE.
    """
    shared = {
        "tokenizer": options.tokenizer,
        "stem": options.stem,
        "tokenize": options.bleu_tokenizer or _BLEU_TOKENIZERS.get(options.lang.split("-")[0], "13a"),
        "lang": options.lang,
    }
    found: dict[str, dict[str, Any]] = {}
    for name, module in fitting(task).items():
        known = inspect.signature(module.measure).parameters
        found[name] = {key: value for key, value in shared.items() if key in known}
    for given in options.option:
        metric, dot, rest = given.partition(".")
        name, equals, value = rest.partition("=")
        if not (dot and equals and name):
            raise OptionError(f"--option {given}: write it as METRIC.NAME=VALUE, such as bertscore.layer=5")
        if metric not in registry.names("metrics"):
            raise UnknownName("metric", metric, registry.names("metrics"))
        if options.metrics is not None and metric not in options.metrics:
            raise OptionError(f"--option {given}: {metric} is not among --metrics")
        found.setdefault(metric, {})[name] = _literal(value)
    return found


def findings(
    samples: Sequence[Sample], options: argparse.Namespace, task: Task
) -> tuple[list[tuple[Finding, ...]] | None, str | None]:
    """The artifacts in each hypothesis, as the settings file has them looked for, and what found them.

    None when no metric asks for them, or when the rules do not know the language.
    """
    from nlp import pipeline

    fit = fitting(task)
    asked = options.metrics is None or any(name in fit and "findings" in fit[name].NEEDS for name in options.metrics)
    if not asked or options.lang.split("-")[0] != pipeline.TARGET_LANGUAGE:
        return None, None
    settings = settings_of_file(options)
    articles = [_article(sample, options, task) for sample in samples]
    made_by = next((pipeline.detect_signature(article, settings=settings) for article in articles if article), None)
    return [pipeline.detect(article, settings=settings) if article else () for article in articles], made_by


def _article(sample: Sample, options: argparse.Namespace, task: Task) -> Article | None:
    """The hypothesis as an article that rules can be run on; None when it is empty."""
    from nlp.read.assemble import article

    if not sample.hypothesis.strip():
        return None
    return article(
        sample.hypothesis,
        id=sample.id,
        lang=options.lang,
        source_lang=options.source_lang,
        source=sample.source if task == "translation" else None,
        check_language=False,
    )


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())


def _literal(value: str) -> Any:  # noqa: ANN401 - a number, a truth value, None or a string
    """What is written: 5 a number, true a truth value, all else a string."""
    words = {"true": True, "false": False, "none": None}
    if value.lower() in words:
        return words[value.lower()]
    try:
        return ast.literal_eval(value)
    except (ValueError, SyntaxError):
        return value
