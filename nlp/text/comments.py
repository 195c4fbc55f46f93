"""Comments that talk to newsproof: `<!-- nlp: disable=FRE-T107 -- quoted on purpose -->`.

They look the same in plain text, in records and in web pages, stand anywhere in a line, and end in the line
they begin in. They are not part of the article: `blanked` is the text as its reader sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.types import Span

# Stops before the next opening, so that many openings without an end cost linear time.
_COMMENT = re.compile(r"<!--[ \t]*nlp:((?:[^\r\n<]|<(?!!--))*?)-->")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `command` is what was written before "=", `names` what after it, parted by commas.

    `names` is None without a "=", and `reason`, which follows " -- ", is None where there is none.
    """

    span: Span
    command: str
    names: tuple[str, ...] | None = None
    reason: str | None = None


def comments(text: str) -> Iterator[Comment]:
    """The comments of a text, in order; whether a command or name is known is not looked at.

    >>> [comment.names for comment in comments("<!-- nlp: disable-line=calque, FRE-T107 --> He counts to go.")]
    [('calque', 'FRE-T107')]
    """
    for match in _COMMENT.finditer(text):
        said, _, reason = match[1].partition("--")
        command, equals, names = said.partition("=")
        yield Comment(
            Span(*match.span()),
            command.strip(),
            tuple(name.strip() for name in names.split(",") if name.strip()) if equals else None,
            reason.strip() or None,
        )


def blanked(text: str) -> str:
    """The text with a space for each character of a comment, so that every offset stays.

    >>> blanked("Go. <!-- nlp: disable-line -->|")
    'Go.                           |'
    """
    return _COMMENT.sub(lambda match: " " * len(match[0]), text) if "<!--" in text else text
