"""Repair what was found: the safe repairs, or with --unsafe all of them, until none is left to make.

A safe repair cannot change the meaning (residue of the page, doubled words, spaces, encoding); the others are proposals
for an editor, so read what --diff shows. Text files and JSON Lines are repaired, of a record its text field alone, and
every other byte stays; other kinds of files are named on standard error and left. What a comment or a baseline
suppresses is not repaired. Fixing twice changes nothing more.

Exit code 0 when nothing at or above --fail-on is left to repair (with --diff: is in the file), 1 when something is,
2 when an input or an option is at fault; what is at fault stays as it was, and the rest is still repaired.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from nlp.commands._detections import add_rule_arguments, known_from, settings_from, tell_left_out, tell_warnings
from nlp.commands._diff import hunks
from nlp.commands._inputs import add_reading_arguments, reading_from
from nlp.commands._targets import Target, targets, write
from nlp.config import Settings
from nlp.errors import InputError
from nlp.fixing import fix
from nlp.models import causal_lm
from nlp.ranking import ranker
from nlp.read.rewriting import Piece
from nlp.types import SEVERITIES, Article, Finding, Suppressed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_reading_arguments(parser)
    add_rule_arguments(parser)
    group = parser.add_argument_group("repairing")
    group.add_argument("--unsafe", action="store_true", help="also the repairs that may change the meaning")
    group.add_argument(
        "--rank",
        action="store_true",
        help="with --unsafe: where a rule has several repairs, take the one that a language model finds clearly "
        "likelier than the first (--lm names the model)",
    )
    place = group.add_mutually_exclusive_group()
    place.add_argument("--diff", action="store_true", help="write nothing; show what would change, as a patch")
    place.add_argument("--in-place", action="store_true", help="change the files; each is replaced whole or not at all")
    place.add_argument("--out", metavar="DIR", help="write the files into this folder, under their names")
    group.add_argument(
        "--fail-on",
        choices=(*SEVERITIES, "never"),
        default="neutral",
        help="exit with 1 when something this severe is left (default: anything)",
    )


def run(options: argparse.Namespace) -> int:
    job = _Run(options)
    for target in targets(options.paths, out=options.out, in_place=options.in_place, on_error=job.fail):
        try:
            pairs = job.pairs(target)
            if options.diff:
                for chunk in hunks(pairs, name=target.name):
                    sys.stdout.buffer.write(chunk)
            else:
                write(pairs, target)
        except InputError as error:
            job.fail(error)
    sys.stdout.buffer.flush()
    job.tell()
    if job.failed:
        return 2
    found = [*job.left, *(job.repaired if options.diff else ())]
    worst = max((SEVERITIES.index(finding.severity) for finding in found), default=-1)
    return int(options.fail_on != "never" and worst >= SEVERITIES.index(options.fail_on))


class _Run:
    """What is done to each piece, and the account of it."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.settings: Settings = settings_from(options)
        self.known = known_from(options)
        self.rank = ranker(causal_lm.load(self.settings.lm)) if options.rank and options.unsafe else None
        self.failed = False
        self.articles = 0
        self.repaired: list[Finding] = []
        self.left: list[Finding] = []
        self.suppressed: list[Suppressed] = []

    def fail(self, error: InputError) -> None:
        self.failed = True
        print(f"nlp: {error}", file=sys.stderr)

    def pairs(self, target: Target) -> Iterator[tuple[bytes, bytes]]:
        """The bytes of a file before and after, piece by piece; a piece at fault stays as it was."""
        for piece in target.pieces(reading_from(self.options)):
            after = piece.raw
            if isinstance(piece.content, InputError):
                self.fail(piece.content)
            elif piece.content is not None:
                try:
                    after = self._repaired(piece, piece.content)
                except InputError as error:
                    self.fail(error)
            yield piece.raw, after

    def _repaired(self, piece: Piece, article: Article) -> bytes:
        self.articles += 1
        fixed = fix(article, unsafe=self.options.unsafe, settings=self.settings, known=self.known, rank=self.rank)
        tell_warnings(fixed.detection.article)
        after = piece.raw if fixed.text == article.text else piece.with_text(fixed.text)
        self.repaired += fixed.applied
        self.left += fixed.left
        self.suppressed += fixed.detection.suppressed
        return after

    def tell(self) -> None:
        """On standard error: what was suppressed, then in one line what was repaired and what is left."""
        tell_left_out(self.suppressed, self.known)
        if not self.articles:
            return
        unsafe = sum(bool(finding.replacements) for finding in self.left)
        done = "to repair" if self.options.diff else "repaired"
        left = f"{len(self.left)} left"
        if unsafe and not self.options.unsafe:
            left += f", of which --unsafe repairs {unsafe}"
        articles = f"{self.articles} article{'s' * (self.articles != 1)}"
        print(f"nlp: {len(self.repaired)} {done}, {left}, in {articles}", file=sys.stderr)
