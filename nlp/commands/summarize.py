"""Summarize articles, leaving out or repairing what the translation broke: with their own sentences, or with a model.

The rules run first: a sentence with a major artifact or layout residue is left out, a safe repair is applied. What a
comment in the text suppresses is let pass; what a baseline knows is not, since it stands in the text all the same.
A summary is never longer than asked and never cut inside a sentence; it can be shorter, or empty with a note.
--method abstractive lets a model write (--model, a hub id or a folder); guarded lets nothing stand that the article
does not support: what is refused is written again, or replaced by a sentence of the article.
Exit code 2 when an input or an option is at fault; a faulty input is one line on standard error (and a row with
"error" in jsonl), and the others are still read.
"""

from __future__ import annotations

import argparse
import json
import textwrap
from collections import Counter
from typing import Any

from nlp import ensemble, pipeline, registry
from nlp.baseline import Known
from nlp.commands import _events
from nlp.commands._detections import add_rule_arguments, detections, known_from, settings_from, tell_left_out
from nlp.commands._inputs import add_reading_arguments
from nlp.commands._models import add_model_arguments, model_options, size_of_window, windows
from nlp.commands._output import open_output
from nlp.config import Settings
from nlp.errors import OptionError
from nlp.plain import to_dict
from nlp.types import Article, Failure, Summary, Suppressed

_WIDTH = 100
_WHERE_IT_APPLIES = ("note", "finish_reason", "article", "tokens", "kept", "dropped", "chunks")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_reading_arguments(parser)
    add_rule_arguments(parser)
    parser.add_argument(
        "--method",
        default="auto",
        metavar="NAME",
        help=f"auto (the best that is installed; the default), {', '.join(registry.names('summarizers'))}",
    )
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--sentences", type=_positive, metavar="N", help="at most so many sentences (default: 3)")
    length.add_argument("--max-words", type=_positive, metavar="N", help="at most so many words, in whole sentences")
    parser.add_argument(
        "--format",
        choices=("text", "jsonl"),
        default="text",
        help="text for people (default); jsonl: one line an article",
    )
    parser.add_argument("--out", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--query", metavar="TEXT", help="prefer what is about this; of the method news")
    parser.add_argument(
        "--group-field",
        metavar="NAME",
        help="the field that names the event: one summary of all its articles, each sentence with its article",
    )
    add_model_arguments(parser)


def run(options: argparse.Namespace) -> int:
    if options.method != "auto":
        registry.load("summarizers", options.method)  # a wrong name is told before anything is read
    settings, known = settings_from(options), known_from(options)
    own = model_options(options)
    failed = False
    suppressed: list[Suppressed] = []
    if options.group_field:
        return _run_events(options, settings, known)
    with open_output(options.out) as stream:
        for window in windows(detections(options, settings, known), size_of_window(options)):
            found = [item for item in window if not isinstance(item, Failure)]
            suppressed += [left for detection in found for left in detection.suppressed]
            summaries = iter(
                pipeline.summarize_many(
                    [detection.article for detection in found],
                    method=options.method,
                    sentences=options.sentences,
                    max_words=options.max_words,
                    findings=[pipeline.standing(detection) for detection in found],
                    query=options.query,
                    with_lm=ensemble.with_lm(settings),
                    **own,
                )
            )
            for item in window:
                if isinstance(item, Failure):
                    failed = True
                    if options.format == "jsonl":
                        stream.write(_line({"id": None, "error": to_dict(item)}))
                    continue
                summary = next(summaries)
                stream.write(_line(_record(summary)) if options.format == "jsonl" else _as_text(item.article, summary))
    tell_left_out(suppressed, known)
    return 2 if failed else 0


def _run_events(options: argparse.Namespace, settings: Settings, known: Known | None) -> int:
    if options.method not in ("auto", "news"):
        raise OptionError(f"the method {options.method} takes one article at a time; news takes several")
    failed = False
    found = detections(options, settings, known)
    limits = {"sentences": options.sentences, "max_words": options.max_words}
    with open_output(options.out) as stream:
        for item in _events.summaries(found, query=options.query, with_lm=ensemble.with_lm(settings), **limits):
            failed = failed or isinstance(item, Failure)
            if options.format == "jsonl":
                line = {"id": None, "error": to_dict(item)} if isinstance(item, Failure) else _record(item)
                stream.write(_line(line))
            elif not isinstance(item, Failure):
                stream.write(_events.as_text(item))
    return 2 if failed else 0


def _positive(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"'{value}' is not a whole number from 1")
    return int(value)


def _record(summary: Summary) -> dict[str, Any]:
    """A summary as JSON data, without what does not apply to it."""
    record: dict[str, Any] = to_dict(summary)
    parts = [record, record["input"], *record["input"]["left_out"], *record["sentences"]]
    for part in parts:
        for name in [name for name in _WHERE_IT_APPLIES if part.get(name, "") is None]:
            del part[name]
    return record


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def _as_text(article: Article, summary: Summary) -> str:
    """A summary for a person: where it is from, the summary, how it was made and what was left out."""
    headline = article.layout.headline
    parts = [article.id]
    if headline:
        parts.append(_wrapped(headline.of(article.text)))
    parts += ["", _wrapped(summary.summary or "(no summary)"), "", _wrapped(_account(summary), indent="  ")]
    return "\n".join(parts) + "\n\n"


def _account(summary: Summary) -> str:
    repaired = sum(sentence.repaired for sentence in summary.sentences)
    account = f"{summary.method}: {len(summary.sentences)} of {summary.input.eligible} usable sentences"
    if summary.input.tokens is not None:
        account = f"{summary.method}: {_written(summary)}; read: {_read(summary)}"
    if repaired:
        account += f", {repaired} of them repaired"
    reasons = Counter(left.reason.partition(" of sentence ")[0] for left in summary.input.left_out)
    del reasons["headline"]
    if reasons:
        counts = (f"{reason} ({n})" if n > 1 else reason for reason, n in reasons.most_common())
        account += "; left out: " + ", ".join(counts)
    return " ".join(filter(None, (account + ".", summary.note)))


def _written(summary: Summary) -> str:
    """How many sentences a model wrote, wrote again, or left to the article."""
    extracted = sum(sentence.source_index is not None for sentence in summary.sentences)
    rewritten = sum(sentence.source_index is None and bool(sentence.refused) for sentence in summary.sentences)
    plain = len(summary.sentences) - extracted - rewritten
    parts = []
    if plain:
        parts.append("1 sentence as the model wrote it" if plain == 1 else f"{plain} sentences as the model wrote them")
    if rewritten:
        parts.append(f"{rewritten} written again")
    if extracted:
        parts.append(f"{extracted} of the article's own, since the model's were not supported")
    return ", ".join(parts) or "nothing"


def _read(summary: Summary) -> str:
    parts = f" in {summary.input.chunks} parts" if (summary.input.chunks or 0) > 1 else ""
    return f"{summary.input.kept} of {summary.input.tokens} tokens{parts}"


def _wrapped(text: str, *, indent: str = "") -> str:
    return textwrap.fill(
        " ".join(text.split()),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
