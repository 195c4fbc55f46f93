"""What the commands that detect share: the options that choose rules."""

from __future__ import annotations

import argparse


def add_rule_arguments(parser: argparse.ArgumentParser) -> None:
    """--select, --ignore and --preview, shared with the report command's."""
    parser.add_argument(
        "--select",
        type=_names,
        default=(),
        metavar="IDS",
        help="only these rules: ids, slugs, categories or beginnings of ids, with commas between",
    )
    parser.add_argument("--ignore", type=_names, default=(), metavar="IDS", help="not these rules")
    parser.add_argument("--preview", action="store_true", help="also the rules that are off by default")


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())
