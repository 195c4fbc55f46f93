"""Every error a user can meet, as a tree.

    NewsproofError              something the user can put right; the message says what, where and what to do
    ├── InputError              an input is at fault: a file, a row, a field   (a failure row in a batch, exit 2 alone)
    ├── UnknownName             a rule, metric, method, field or format that does not exist; names the nearest ones
    ├── OptionError             options that contradict each other or are out of range
    ├── SampleError             samples that cannot be scored: unequal lists, nested references, nothing to score
    └── MissingPart             an optional package or model weights are not installed; says how to get them

Anything else that escapes is a bug and keeps its traceback.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class NewsproofError(Exception):
    """Base of all errors a person can put right. `str(error)` is one line, ready to be shown."""


class InputError(NewsproofError):
    """An input could not be read. `where` is a path, with a line where there is one: "news.jsonl:7"."""

    def __init__(self, what: str, *, where: str) -> None:
        super().__init__(f"{where}: {what}")
        self.what = what
        self.where = where


class UnknownName(NewsproofError):
    """A name nobody answers to. The message offers the nearest known ones.

    >>> str(UnknownName("metric", "rogue1", ["rouge1", "bleu"]))
    "there is no metric 'rogue1'; did you mean rouge1?"
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        known = sorted(known)
        close = {k: difflib.SequenceMatcher(None, name.lower(), k.lower()).ratio() for k in known}
        near = sorted((k for k in known if close[k] >= 0.6), key=lambda k: (-close[k], k))[:3]
        if near:
            hint = f"did you mean {' or '.join(near)}?"
        elif len(known) > 40:
            hint = f"there are {len(known)} of them, {known[0]} to {known[-1]}"
        else:
            hint = f"known: {', '.join(known) or 'none'}"
        super().__init__(f"there is no {kind} '{name}'; {hint}")
        self.kind = kind
        self.name = name


class OptionError(NewsproofError):
    """Options that contradict each other or lie out of range."""


class SampleError(NewsproofError):
    """Samples that cannot be scored as given."""


class MissingPart(NewsproofError):
    """An optional package, or model weights, that a step needs and this installation lacks."""
