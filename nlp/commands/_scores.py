"""How a table of scores is written: for people, as JSON, as JSON Lines."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from nlp import registry
from nlp.types import Score, ScoreTable, to_dict

_WIDTH = 110


def as_json(table: ScoreTable, task: str, *, per_sample: bool) -> Iterator[str]:
    """One object: the task, the number of samples, the scores by metric, and with `per_sample` those of each."""
    record: dict[str, Any] = {"task": task, "samples": len(table.samples), "scores": to_dict(table.aggregate)}
    if per_sample:
        record["per_sample"] = _sample_records(table)
    yield json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def as_jsonl(table: ScoreTable, task: str, *, per_sample: bool) -> Iterator[str]:
    """One line a sample with `per_sample`, else one line a metric."""
    metrics = [{"task": task, **to_dict(score)} for score in table.aggregate.values()]
    for record in _sample_records(table) if per_sample else metrics:
        yield json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def as_table(table: ScoreTable, task: str, *, per_sample: bool) -> Iterator[str]:
    """Metric, value, interval and number of samples; notes and signatures below; the samples' values last."""
    scores = table.aggregate
    percent = {name: bool(registry.load("metrics", name).PERCENT) for name in scores}
    kind = "summary" if task == "summary" else "translation"
    plural = "summaries" if task == "summary" else "translations"
    yield f"{len(table.samples)} {kind if len(table.samples) == 1 else plural}\n\n"
    lines: list[tuple[str, ...]] = [("metric", "value", "95% interval", "n", "better")]
    for name, score in scores.items():
        interval = " to ".join(written(end, percent=percent[name]) for end in score.interval or ())
        lines.append((name, written(score.value, percent=percent[name]), interval, str(score.n), _direction(name)))
    yield from _columns(lines)
    for title, texts in (
        ("Notes", [f"{name}: {score.note}" for name, score in scores.items() if score.note]),
        ("Signatures", [score.signature for score in scores.values()]),
    ):
        if texts:
            yield f"\n{title}\n"
            yield from (
                textwrap.indent(textwrap.fill(text, _WIDTH, break_long_words=False), "  ") + "\n" for text in texts
            )
    if per_sample:
        yield "\n"
        rows = [("id", *scores)]
        rows += [
            (sample.id, *(written(s.value, percent=percent[name]) for name, s in sample.scores.items()))
            for sample in table.samples
        ]
        yield from _columns(rows)


def written(value: float | None, *, percent: bool) -> str:
    """A value for people: a share in percent, an undefined one as a dash.

    >>> written(0.4123, percent=True), written(41.23, percent=False), written(None, percent=False)
    ('41.23%', '41.23', '-')
    """
    if value is None:
        return "-"
    return f"{100 * value:.2f}%" if percent else f"{value:.2f}"


def _direction(name: str) -> str:
    higher = registry.load("metrics", name).HIGHER_IS_BETTER
    return "" if higher is None else "higher" if higher else "lower"


def _columns(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows as aligned columns, the first to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        yield "  ".join(cells).rstrip() + "\n"


def _sample_records(table: ScoreTable) -> list[dict[str, Any]]:
    return [_sample_record(sample.id, sample.scores) for sample in table.samples]


def _sample_record(id: str, scores: dict[str, Score]) -> dict[str, Any]:  # noqa: A002 - the name of the field
    return {
        "id": id,
        "scores": {name: score.value for name, score in scores.items()},
        "notes": {name: score.note for name, score in scores.items() if score.note},
        "signatures": {name: score.signature for name, score in scores.items()},
    }
