"""What the commands that detect share: the options that make the settings, the detections, what was left out."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from nlp import baseline, config, ensemble, pipeline, selection
from nlp.commands._inputs import articles
from nlp.config import OPERATING_POINTS, PROFILES, Settings
from nlp.types import SEVERITIES, Article, Detection, Failure, Suppressed


def add_rule_arguments(
    parser: argparse.ArgumentParser, *, with_baseline: bool = True, default_detectors: str = "rules and source"
) -> None:
    """Add the options that `settings_from` and `known_from` read."""
    group = parser.add_argument_group("what to look for", "these come after the settings file, which --config tells of")
    group.add_argument(
        "--select",
        type=_names,
        default=(),
        metavar="IDS",
        help="only these rules: ids, slugs, categories or beginnings of ids (FRE-T, SRC, SPAN), with commas between",
    )
    group.add_argument("--ignore", type=_names, default=(), metavar="IDS", help="nor these; adds to the file's")
    group.add_argument("--preview", action="store_true", help="also the rules that are off by default")
    group.add_argument(
        "--profile",
        choices=PROFILES,
        help="news: the rules that are on by default (the default); strict: previews too; layout-only: what the page "
        "and the encoding left in the text. Or how deep to look: fast (rules, and source where it is given), standard "
        "(and spans), full (and fluency). Replaces the file's profile, select, preview and detectors",
    )
    group.add_argument(
        "--detectors",
        type=_names,
        default=(),
        metavar="NAMES",
        help="rules, source (needs the source text), spans and fluency (models), with commas between. "
        f"Default: {default_detectors}; a profile may say otherwise",
    )
    group.add_argument(
        "--operating-point",
        choices=OPERATING_POINTS,
        help="of spans: precise, quiet on good English (default), or balanced, which finds more and errs more",
    )
    group.add_argument(
        "--lm",
        metavar="MODEL",
        help="of fluency: a language model by hub id or folder (default: SmolLM2-135M-Instruct)",
    )
    group.add_argument("--min-severity", choices=SEVERITIES, help="leave out what is less severe")
    group.add_argument("--min-confidence", type=float, metavar="C", help="leave out what is less sure, 0 to 1")
    if with_baseline:
        group.add_argument(
            "--baseline", metavar="FILE", help="leave out the known findings in this file, which `nlp baseline` wrote"
        )
    add_file_arguments(group)


def add_file_arguments(group: argparse._ArgumentGroup) -> None:
    """Add the options that `settings_of_file` reads."""
    file = group.add_mutually_exclusive_group()
    file.add_argument(
        "--config",
        metavar="FILE",
        help="read the settings from here (default: the nearest nlp.toml, or pyproject.toml with [tool.nlp], in this "
        "folder or above it)",
    )
    file.add_argument("--no-config", action="store_true", help="read no settings file")


def settings_from(options: argparse.Namespace, *, detectors: Sequence[str] = ensemble.FAST) -> Settings:
    """The settings of the file with those of the command line; `detectors` look where neither says who.

    Raises ConfigError, or UnknownName and OptionError where the command line is at fault, also when no rule is left.
    """
    settings = merged_settings(options)
    selection.check_names((*settings.selected, *settings.ignore))
    selection.check_something_left(settings, settings.detecting or detectors)
    return settings


def merged_settings(options: argparse.Namespace) -> Settings:
    """The same settings, though they may leave no rule to run."""
    return settings_of_file(options).overridden(
        by="command line",
        profile=options.profile,
        select=options.select,
        ignore=options.ignore,
        preview=options.preview,
        detectors=options.detectors,
        operating_point=options.operating_point,
        lm=options.lm,
        min_severity=options.min_severity,
        min_confidence=options.min_confidence,
    )


def settings_of_file(options: argparse.Namespace) -> Settings:
    """The settings of the file that --config names, else of the nearest one. Raises ConfigError."""
    settings = Settings() if options.no_config else config.load(file=Path(options.config) if options.config else None)
    selection.check(settings)
    return settings


def known_from(options: argparse.Namespace) -> baseline.Known | None:
    """The findings that `--baseline` leaves out; None without it. Raises InputError for a file that is none."""
    return baseline.Known(baseline.load(options.baseline)) if options.baseline else None


def detections(
    options: argparse.Namespace, settings: Settings, known: baseline.Known | None = None
) -> Iterator[Detection | Failure]:
    """What is found in the articles the options lead to, in order; warnings and failures go to standard error too."""
    for item in pipeline.inspect_all(articles(options), settings=settings, known=known):
        if isinstance(item, Failure):
            print(f"nlp: {item.where}: {item.message}", file=sys.stderr)
        else:
            tell_warnings(item.article)
        yield item


def tell_warnings(article: Article) -> None:
    """The article's warnings on standard error, each with its place."""
    row = f":{article.line}" if article.path and article.line is not None else ""
    for warning in article.warnings:
        print(f"nlp: {article.path or article.id}{row}: {warning}", file=sys.stderr)


def tell_left_out(suppressed: Iterable[Suppressed], known: baseline.Known | None = None) -> None:
    """On standard error, one line with how many findings were left out, and one for a baseline that has more."""
    counts = Counter(left.by for left in suppressed)
    parts = [f"{counts['comment']} suppressed by comments"] if counts["comment"] else []
    if known is not None and counts["baseline"]:
        parts.append(f"{counts['baseline']} known from {known.baseline.name}")
    if parts:
        print(f"nlp: {', '.join(parts)}", file=sys.stderr)
    if known is not None and known.unused:
        print(f"nlp: {known.unused} more in {known.baseline.name}, not found in what was read", file=sys.stderr)


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())
