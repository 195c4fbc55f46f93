"""How a comparison is written: for people, papers, spreadsheets and programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator

from nlp.commands._columns import as_csv as _csv
from nlp.commands._columns import as_latex as _latex
from nlp.commands._columns import as_markdown as _markdown
from nlp.commands._columns import as_text
from nlp.commands._scores import direction, in_percent, written
from nlp.plain import to_dict
from nlp.scoring.apart import Apart
from nlp.scoring.comparing import LEVEL, Comparison, Versus

_WIDTH = 110
_HEADER = ("metric", "system", "value", "difference", "95% interval", "p", "p (Holm)", "")


def as_table(result: Comparison) -> Iterator[str]:
    """The tests, what they were made by, and the samples that differ most, side by side."""
    kind = "summaries" if result.task == "summary" else "translations"
    yield f"{result.samples} {kind}; baseline: {result.baseline}\n\n"
    yield from as_text(_rows(result))
    yield f"\n{_explained(result)}\n"
    notes = dict.fromkeys(f"{v.system}, {v.metric}: {v.note}" for v in result.tests if v.note)
    for title, texts in (("Notes", notes), ("Signatures", dict.fromkeys(v.signature for v in result.tests))):
        if texts:
            yield f"\n{title}\n"
            yield from (_wrapped(text, "  ") for text in texts)
    for apart in result.apart:
        yield from _side_by_side(apart, result)


def as_json(result: Comparison) -> Iterator[str]:
    """One object with everything, unrounded."""
    yield json.dumps(to_dict(result), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def as_jsonl(result: Comparison) -> Iterator[str]:
    """One line a test."""
    for versus in result.tests:
        record = {"task": result.task, "baseline_system": result.baseline, **to_dict(versus)}
        yield json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def as_csv(result: Comparison) -> Iterator[str]:
    """One line a test, numbers unrounded, undefined ones empty."""
    columns = ("metric", "system", "value", "baseline", "difference", "low", "high", "p", "p_holm", "n", "signature")
    rows: list[tuple[str, ...]] = [columns]
    for v in result.tests:
        numbers = (v.value, v.baseline, v.difference, *(v.interval or (None, None)), v.p, v.p_holm, v.n)
        rows.append((v.metric, v.system, *("" if x is None else repr(x) for x in numbers), v.signature))
    yield from _csv(rows)


def as_markdown(result: Comparison) -> Iterator[str]:
    yield from _markdown(_rows(result))
    yield f"\n{_explained(result)}\n\nSignatures:\n\n"
    yield from (f"- `{signature}`\n" for signature in dict.fromkeys(v.signature for v in result.tests))


def as_latex(result: Comparison) -> Iterator[str]:
    yield from _latex(_rows(result))
    yield f"% {_explained(result)}\n"
    yield from (f"% {signature}\n" for signature in dict.fromkeys(v.signature for v in result.tests))


FORMATS: dict[str, Callable[[Comparison], Iterator[str]]] = {
    "table": as_table,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "latex": as_latex,
    "markdown": as_markdown,
}


def _rows(result: Comparison) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [_HEADER]
    for metric, score in result.scores.items():
        percent = in_percent(metric)
        rows.append((metric, result.baseline, written(score.value, percent=percent), *[""] * 5))
        rows.extend(_row(versus, percent=percent) for versus in result.tests if versus.metric == metric)
    return rows


def _row(versus: Versus, *, percent: bool) -> tuple[str, ...]:
    interval = " to ".join(_signed(end, percent=percent) for end in versus.interval or ())
    return (
        "",
        versus.system,
        written(versus.value, percent=percent),
        _signed(versus.difference, percent=percent),
        interval,
        _p(versus.p),
        _p(versus.p_holm),
        _verdict(versus),
    )


def _verdict(versus: Versus) -> str:
    if versus.better is not None:
        return "better" if versus.better else "worse"
    if versus.p_holm is not None and versus.p_holm < LEVEL and not direction(versus.metric):
        return "different"
    return ""


def _explained(result: Comparison) -> str:
    count = sum(versus.p is not None for versus in result.tests)
    tests = "1 test" if count == 1 else f"{count} tests"
    return f"better, worse: p below {LEVEL:g} after Holm's correction for {tests}; no word: not shown to differ."


def _signed(value: float | None, *, percent: bool) -> str:
    """A difference with its sign, in points.

    >>> _signed(0.0123, percent=True), _signed(-1.5, percent=False), _signed(None, percent=False)
    ('+1.23', '-1.50', '-')
    """
    return "-" if value is None else f"{100 * value if percent else value:+.2f}"


def _p(value: float | None) -> str:
    """A p-value to four digits, and never 0.

    >>> _p(0.03215), _p(0.00001), _p(None)
    ('0.0321', '<0.0001', '-')
    """
    return "-" if value is None else "<0.0001" if value < 0.0001 else f"{value:.4f}"


def _side_by_side(apart: Apart, result: Comparison) -> Iterator[str]:
    percent = in_percent(apart.metric)
    values = f"{written(apart.baseline, percent=percent)} to {written(apart.value, percent=percent)}"
    change = _signed(apart.value - apart.baseline, percent=percent)
    yield f"\n{apart.system}, {apart.id}: {apart.metric} from {values} ({change})\n"
    texts = [(result.baseline, apart.baseline_hypothesis), (apart.system, apart.hypothesis)]
    texts += [("reference", reference) for reference in apart.references[:1]]
    if apart.source and result.task == "translation":  # an article is too long to stand here
        texts.append(("source", apart.source))
    width = max(len(name) for name, _ in texts)
    for name, text in texts:
        yield _wrapped(text or "(empty)", f"  {name:<{width}}  ")


def _wrapped(text: str, first: str) -> str:
    later = " " * len(first)
    return textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False) + "\n"
