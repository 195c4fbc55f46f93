"""Quotations: the stretches of a text that stand between quotation marks.

Double marks are “ ”, „ “, « », » « and the straight ". Single curly marks ‘ ’ count only where they open
before a word and close behind one, which tells a headline's ‘didn’t heed’ from an apostrophe; the first ’
that can close one does, be it the end of "the boys’". The straight ' never counts.

A quotation nested in another belongs to the outer one, and a mark of another kind may close one, as in
“mixed". No quotation crosses a line end: one that runs over several paragraphs opens again in each and
closes only in the last, so a double quotation without its closing mark ends with its paragraph.
"""

from __future__ import annotations

import re

from nlp.text._lines import LINE_BREAKS
from nlp.types import Span

_MARK = re.compile(f'[“”„«»"‘’{LINE_BREAKS}]')
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}
_OPENS_BEFORE_WORD = '"»'  # marks that close as well as open; the word beside them tells which
_ELISION = re.compile(r"‘(?:\d\ds?|em|n|til|tis|twas|cause|cos)\b", re.IGNORECASE)  # ‘ for an apostrophe


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Quotations within [start, end), marks excluded, in order and disjoint; blank ones are left out.

    One pass over the marks: time is linear in the length of the text.

    >>> text = "West ‘didn’t heed’ concerns. “No,” he said."
    >>> [span.of(text) for span in quotations(text)]
    ['didn’t heed', 'No,']
    """
    end = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    opened: int | None = None  # where the open double quotation begins
    kind = ""  # the mark that opened it
    nested = False  # a quotation of another kind is open within it
    single: int | None = None  # where a single quotation may have begun

    def close(begin: int, stop: int) -> None:
        while found and found[-1].start >= begin:  # double quotations within a single one
            found.pop()
        if text[begin:stop].strip():
            found.append(Span(begin, stop))

    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match[0]
        if mark in LINE_BREAKS:
            if opened is not None:
                close(opened, at)
            opened = single = None
        elif mark in "‘’":
            if opened is not None:
                continue
            if mark == "‘" and _opens(text, at, start, end) and not _ELISION.match(text, at):
                single = at + 1
            elif mark == "’" and single is not None and _closes(text, at, start, end):
                close(single, at)
                single = None
        elif opened is None:
            if mark in _CLOSERS and (mark not in _OPENS_BEFORE_WORD or _opens(text, at, start, end)):
                opened, kind, nested = at + 1, mark, False
        elif mark == kind == '"' and _opens(text, at, start, end):
            opened = at + 1  # the one before was never closed
        elif mark in _CLOSERS[kind]:
            close(opened, at)
            opened = None
        elif mark == kind:
            continue
        elif _opens(text, at, start, end):
            nested = True
        elif nested:
            nested = False
        else:
            close(opened, at)
            opened = None
    if opened is not None:
        close(opened, end)
    return found


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """The mark stands before a word and not behind one."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not after.isspace() and (before.isspace() or before in '([{“„«"‘—–-/|')


def _closes(text: str, at: int, start: int, end: int) -> bool:
    """The mark stands behind something that is no space and not before a letter or digit."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isspace() and not after.isalnum()
