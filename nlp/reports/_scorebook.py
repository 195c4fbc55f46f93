"""Scores arranged for reading, each with its own metric's words, the undefined ones gathered by their notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from nlp import registry
from nlp.reports._wording import number
from nlp.types import Score

# A score of the summary of an article carries this before the name of its metric.
SUMMARY = "summary "


@dataclass(frozen=True, slots=True)
class Row:
    """A score. `value` is "" where it is undefined, and `note` says why; `better` is "higher", "lower" or ""."""

    name: str
    hint: str
    better: str
    value: str
    interval: str
    n: int
    note: str
    signature: str


@dataclass(frozen=True, slots=True)
class Group:
    """The scores of a translation, or of its summary. `undefined` holds the names of the rest, by the reason."""

    title: str
    rows: tuple[Row, ...]
    undefined: dict[str, list[str]]


def groups(scores: Mapping[str, Score]) -> tuple[Group, ...]:
    """The scores in at most two groups, "Translation" and "Summary", each in the order given."""
    found = []
    for title, of_summary in (("Translation", False), ("Summary", True)):
        rows = [row(name, s) for name, s in scores.items() if name.startswith(SUMMARY) == of_summary]
        undefined: dict[str, list[str]] = {}
        for r in rows:
            if not r.value:
                undefined.setdefault(r.note, []).append(r.name)
        if rows:
            found.append(Group(title, tuple(r for r in rows if r.value), undefined))
    return tuple(found)


def row(metric: str, score: Score) -> Row:
    """One score in words. Shares are written in percent where the metric says so."""
    about = _described(metric.removeprefix(SUMMARY))

    def written(value: float) -> str:
        return f"{number(100 * value)}%" if about.percent else number(value)

    return Row(
        name=about.name,
        hint=about.meaning,
        better=about.better,
        value="" if score.value is None else written(score.value),
        interval=f"{written(score.interval[0])} to {written(score.interval[1])}" if score.interval else "",
        n=score.n,
        note=score.note or "",
        signature=score.signature,
    )


@dataclass(frozen=True, slots=True)
class _About:
    name: str
    meaning: str = ""
    better: Literal["higher", "lower", ""] = ""
    percent: bool = False


def _described(metric: str) -> _About:
    """What a metric's module says of itself; its docstring begins "Name: meaning." or with a sentence.

    A metric that is not installed here is called by its name and says nothing.
    """
    if metric not in registry.names("metrics"):
        return _About(metric.replace("_", " "))
    module = registry.load("metrics", metric)
    first = " ".join((module.__doc__ or metric).strip().split("\n\n")[0].split()).rstrip(".")
    name, _, meaning = first.partition(": ")
    higher = getattr(module, "HIGHER_IS_BETTER", None)
    better: Literal["higher", "lower", ""] = "" if higher is None else "higher" if higher else "lower"
    return _About(name, meaning, better, getattr(module, "PERCENT", False))
