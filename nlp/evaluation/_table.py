"""The tables that protocols make, and how they are written: for people, as Markdown, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with its interval. None is undefined; `digits` are those after the point when it is printed."""

    value: float | None
    interval: tuple[float, float] | None = None
    digits: int = 3

    def __str__(self) -> str:
        """The figure as people read it.

        >>> str(Cell(0.41234, (0.39, 0.4351))), str(Cell(None)), str(Cell(12, digits=0))
        ('0.412 [0.390, 0.435]', '-', '12')
        """
        if self.value is None:
            return "-"
        text = f"{self.value:,.{self.digits}f}"
        if self.interval:
            text += " [" + ", ".join(f"{end:,.{self.digits}f}" for end in self.interval) + "]"
        return text


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of names and figures under `columns`; a row has as many entries as there are columns. `notes` are sentences:
    what the rows were measured on, and how to read them.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"'{self.title}' has {len(self.columns)} columns, but a row of {len(row)}: {row}")


def as_text(tables: Iterable[Table]) -> Iterator[str]:
    """Aligned columns, the first to the left."""
    for table in tables:
        rows = [table.columns, *(tuple(map(str, row)) for row in table.rows)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        yield f"{table.title}\n\n"
        for first, *rest in rows:
            cells = [first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(rest, widths[1:], strict=True))]
            yield "  " + "  ".join(cells).rstrip() + "\n"
        yield "".join(f"\n  {note}" for note in table.notes) + ("\n\n" if table.notes else "\n")


def as_markdown(tables: Iterable[Table]) -> Iterator[str]:
    """A heading, a table and its notes, each."""
    for table in tables:
        yield f"### {table.title}\n\n"
        yield _pipes(table.columns) + _pipes(["---", *("---:" for _ in table.columns[1:])])
        for row in table.rows:
            yield _pipes(tuple(map(str, row)))
        yield "\n" + "".join(f"{note}\n" for note in table.notes) + ("\n" if table.notes else "")


def as_json(tables: Iterable[Table]) -> Iterator[str]:
    """One list of tables; a figure is {"value": …, "interval": [low, high] or null}, unrounded."""
    yield json.dumps([_record(table) for table in tables], ensure_ascii=False, allow_nan=False, indent=1) + "\n"


FORMATS = {"table": as_text, "markdown": as_markdown, "json": as_json}


def _pipes(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _record(table: Table) -> dict[str, Any]:
    rows = [[entry if isinstance(entry, str) else _figure(entry) for entry in row] for row in table.rows]
    return {"title": table.title, "columns": list(table.columns), "rows": rows, "notes": list(table.notes)}


def _figure(cell: Cell) -> dict[str, Any]:
    return {"value": cell.value, "interval": list(cell.interval) if cell.interval else None}
