"""Where a finding lies in the file that was read, as other tools name places."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.types import Article, Finding

# Of a row the place within its line is not known, and of a page or a Parquet file not even the line.
_ROWS = (".jsonl", ".csv", ".tsv")
_NO_LINES = (".html", ".htm", ".parquet", ".gz")


@dataclass(frozen=True, slots=True)
class Place:
    """Lines and columns from 1, columns in code points, the end exclusive; None where the file does not tell."""

    path: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


def place(article: Article, finding: Finding) -> Place:
    """The place of a finding. An article that was not read from a file is named by its id."""
    path = article.path or article.id
    name = path.lower()
    if name.endswith(_NO_LINES):
        return Place(path)
    if article.line is not None or name.endswith(_ROWS):
        return Place(path, line=article.line)
    line, column = position(article.text, finding.start)
    end_line, end_column = position(article.text, finding.end)
    return Place(path, line, column, end_line, end_column)


def position(text: str, offset: int) -> tuple[int, int]:
    r"""Line and column of an offset, from 1. Lines end at a line feed.

    >>> position("One.\nTwo.", 5)
    (2, 1)
    """
    starts = _line_starts(text)
    line = bisect.bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=2)
def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def repairs(finding: Finding) -> str:
    """The replacements in one line, best first; "" when there is none."""
    return " | ".join(replacement or "(delete)" for replacement in finding.replacements)
