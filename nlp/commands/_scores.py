"""How a table of scores is written: for people, papers, spreadsheets and programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from nlp import registry
from nlp.commands._columns import as_csv as _csv
from nlp.commands._columns import as_latex as _latex
from nlp.commands._columns import as_markdown as _markdown
from nlp.commands._columns import as_text
from nlp.plain import to_dict
from nlp.types import SampleScores, Score, ScoreTable

_WIDTH = 110


def as_json(table: ScoreTable, task: str, *, per_sample: bool) -> Iterator[str]:
    """One object: the task, the number of samples, the scores by metric, and with `per_sample` those of each."""
    record: dict[str, Any] = {"task": task, "samples": len(table.samples), "empty": table.empty}
    record["scores"] = to_dict(table.aggregate)
    if per_sample:
        record["per_sample"] = _sample_records(table)
    yield json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def as_jsonl(table: ScoreTable, task: str, *, per_sample: bool) -> Iterator[str]:
    """One line a sample with `per_sample`, else one line a metric."""
    metrics = [{"task": task, **to_dict(score)} for score in table.aggregate.values()]
    for record in _sample_records(table) if per_sample else metrics:
        yield json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def as_csv(table: ScoreTable, task: str, *, per_sample: bool) -> Iterator[str]:
    """One line a sample with `per_sample`, else one line a metric; numbers unrounded, undefined ones empty."""
    if per_sample:
        rows = [["id", *table.aggregate]]
        rows += [[s.id, *(_plain(score.value) for score in s.scores.values())] for s in table.samples]
    else:
        rows = [["task", "metric", "value", "low", "high", "n", "note", "signature"]]
        for name, score in table.aggregate.items():
            ends = [_plain(end) for end in score.interval or (None, None)]
            rows.append([task, name, _plain(score.value), *ends, str(score.n), score.note or "", score.signature])
    yield from _csv(rows)


def as_markdown(table: ScoreTable, task: str, *, per_sample: bool) -> Iterator[str]:
    """Pipe tables; notes and signatures as lists."""
    yield from _markdown(aggregate_rows(table))
    for title, texts in _remarks(table):
        yield f"\n{title}:\n\n"
        yield from (f"- `{text}`\n" if title == "Signatures" else f"- {text}\n" for text in texts)
    if per_sample:
        yield "\n"
        yield from _markdown(_sample_rows(table))


def as_latex(table: ScoreTable, task: str, *, per_sample: bool) -> Iterator[str]:
    """Tables for booktabs; notes and signatures as comments."""
    yield from _latex(aggregate_rows(table))
    for title, texts in _remarks(table):
        yield from (f"% {title}: {text}\n" for text in texts)
    if per_sample:
        yield "\n"
        yield from _latex(_sample_rows(table))


def as_table(table: ScoreTable, task: str, *, per_sample: bool) -> Iterator[str]:
    """Metric, value, interval and number of samples; notes and signatures below; the samples' values last."""
    kind = "summary" if task == "summary" else "translation"
    plural = "summaries" if task == "summary" else "translations"
    empty = f", {table.empty} of them empty" if table.empty else ""
    yield f"{len(table.samples)} {kind if len(table.samples) == 1 else plural}{empty}\n\n"
    yield from as_text(aggregate_rows(table))
    for title, texts in _remarks(table):
        yield f"\n{title}\n"
        yield from (textwrap.indent(textwrap.fill(text, _WIDTH, break_long_words=False), "  ") + "\n" for text in texts)
    if per_sample:
        yield "\n"
        yield from as_text(_sample_rows(table))
        for sample in table.samples if len(table.samples) > 1 else ():
            for text in _said_of(sample):
                yield textwrap.fill(f"{sample.id}: {text}", _WIDTH, break_long_words=False) + "\n"


FORMATS: dict[str, Callable[..., Iterator[str]]] = {
    "table": as_table,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "latex": as_latex,
    "markdown": as_markdown,
}


def aggregate_rows(table: ScoreTable) -> list[tuple[str, ...]]:
    """A header and a row a metric: value, interval, number of samples, which direction is better."""
    rows: list[tuple[str, ...]] = [("metric", "value", "95% interval", "n", "better")]
    for name, score in table.aggregate.items():
        percent = in_percent(name)
        interval = " to ".join(written(end, percent=percent) for end in score.interval or ())
        rows.append((name, written(score.value, percent=percent), interval, str(score.n), direction(name)))
    return rows


def written(value: float | None, *, percent: bool) -> str:
    """A value for people: a share in percent, an undefined one as a dash.

    >>> written(0.4123, percent=True), written(41.23, percent=False), written(None, percent=False)
    ('41.23%', '41.23', '-')
    """
    if value is None:
        return "-"
    return f"{100 * value:.2f}%" if percent else f"{value:.2f}"


def in_percent(name: str) -> bool:
    """Whether a metric's values are shares, written in percent."""
    return bool(registry.load("metrics", name).PERCENT)


def direction(name: str) -> str:
    """Which values of a metric are better, "" when neither."""
    higher = registry.load("metrics", name).HIGHER_IS_BETTER
    return "" if higher is None else "higher" if higher else "lower"


def _remarks(table: ScoreTable) -> list[tuple[str, list[str]]]:
    notes = [f"{name}: {score.note}" for name, score in table.aggregate.items() if score.note]
    if len(table.samples) == 1:
        notes += _said_of(table.samples[0])
    signatures = [score.signature for score in table.aggregate.values()]
    return [(title, texts) for title, texts in (("Notes", notes), ("Signatures", signatures)) if texts]


def _said_of(sample: SampleScores) -> list[str]:
    """What metrics say of a sample beside a value, such as what its article does not bear out."""
    return [f"{name}: {s.note}" for name, s in sample.scores.items() if s.note and s.value is not None]


def _sample_rows(table: ScoreTable) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("id", *table.aggregate)]
    rows.extend(
        (sample.id, *(written(s.value, percent=in_percent(n)) for n, s in sample.scores.items()))
        for sample in table.samples
    )
    return rows


def _sample_records(table: ScoreTable) -> list[dict[str, Any]]:
    return [_sample_record(sample.id, sample.scores) for sample in table.samples]


def _sample_record(id: str, scores: dict[str, Score]) -> dict[str, Any]:  # noqa: A002 - the name of the field
    return {
        "id": id,
        "scores": {name: score.value for name, score in scores.items()},
        "notes": {name: score.note for name, score in scores.items() if score.note},
    }


def _plain(value: float | None) -> str:
    return "" if value is None else repr(value)
