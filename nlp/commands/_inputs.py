"""What every command that reads articles shares: its arguments, and the articles they lead to."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from nlp.read._records import Reading
from nlp.types import Article, Failure


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """Add PATH… and the options that say which field is what and which languages are meant."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="what to read: files (.txt, .html, .jsonl, .jsonl.gz, .csv, .tsv, .parquet), folders, patterns like "
        "'news/*.txt', or - for standard input",
    )
    group = parser.add_argument_group("reading")
    group.add_argument(
        "--text-field",
        metavar="NAME",
        help="the field or column that holds the article (default: text, else target, article or translation)",
    )
    group.add_argument(
        "--source-field",
        metavar="NAME",
        help="the field with the text it was translated from, if there is one (default: source, else src_text)",
    )
    group.add_argument(
        "--id-field",
        metavar="NAME",
        help="the field that names the article (default: id, else doc_id, else file and line)",
    )
    group.add_argument(
        "--reference-field",
        metavar="NAME",
        help="the field with one or more references to score against (default: references, else reference)",
    )
    group.add_argument("--lang", default="en", metavar="CODE", help="the language of the articles (default: en)")
    group.add_argument(
        "--source-lang",
        metavar="CODE",
        help="the language they were translated from, such as fr (default: a record's source_lang, else unknown)",
    )


def reading_from(options: argparse.Namespace) -> Reading:
    """What the arguments say of fields and languages."""
    return Reading(
        options.text_field,
        options.source_field,
        options.id_field,
        options.reference_field,
        options.lang,
        options.source_lang,
    )


def articles(options: argparse.Namespace) -> Iterator[Article | Failure]:
    """The articles the arguments lead to, one at a time, in order; an input at fault comes as a Failure."""
    from nlp.read.paths import read_articles

    return read_articles(
        options.paths,
        text_field=options.text_field,
        source_field=options.source_field,
        id_field=options.id_field,
        reference_field=options.reference_field,
        group_field=getattr(options, "group_field", None),
        lang=options.lang,
        source_lang=options.source_lang,
        on_error="yield",
    )
