"""Rows of cells as aligned text, Markdown, LaTeX or CSV; the first row is the header, the first column names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

Rows = Sequence[Sequence[str]]

_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    c: f"\\{c}" for c in "&%$#_{}"
}


def as_text(rows: Rows) -> Iterator[str]:
    """Names to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        yield "  ".join(cells).rstrip() + "\n"


def as_markdown(rows: Rows) -> Iterator[str]:
    r"""A pipe table.

    >>> print("".join(as_markdown([("metric", "value"), ("a|b", "1.00")])), end="")
    | metric | value |
    | --- | ---: |
    | a\|b | 1.00 |
    """
    header, *body = rows
    for row in (header, ["---", *("---:" for _ in header[1:])], *body):
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |\n"


def as_latex(rows: Rows) -> Iterator[str]:
    r"""A tabular with the rules of the package booktabs.

    >>> print("".join(as_latex([("metric", "value"), ("name_support", "41.2%")])), end="")
    \begin{tabular}{lr}
    \toprule
    metric & value \\
    \midrule
    name\_support & 41.2\% \\
    \bottomrule
    \end{tabular}
    """
    header, *body = rows
    yield f"\\begin{{tabular}}{{l{'r' * (len(header) - 1)}}}\n\\toprule\n"
    yield _latex_row(header) + "\\midrule\n"
    yield from map(_latex_row, body)
    yield "\\bottomrule\n\\end{tabular}\n"


def as_csv(rows: Rows) -> Iterator[str]:
    """Comma-separated values, RFC 4180 but for the line ends."""
    for row in rows:
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\n").writerow(row)
        yield stream.getvalue()


def _latex_row(row: Sequence[str]) -> str:
    return " & ".join(re.sub(r"[\\&%$#_{}~^]", lambda m: _SPECIAL[m[0]], cell) for cell in row) + " \\\\\n"
