"""How metrics of summaries agree with people: consistency on four sets, quality on two."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from nlp.evaluation import _consistency as fitting
from nlp.evaluation._judged import Judged, read
from nlp.evaluation._metric_values import (
    FLOOR_NOTE,
    OVERLAP,
    ROUGE2_SOURCE,
    Columns,
    cell,
    columns,
)
from nlp.evaluation._table import Cell, Table
from nlp.statistics.classification import auroc, balanced_accuracy, best_threshold
from nlp.statistics.correlation import partial_pearson, pearson, spearman

_CONSISTENCY_SETS = ("qags.cnndm", "qags.xsum", "aggrefact.cnndm", "aggrefact.xsum", "frank")
_PARTS = ("cnndm", "xsum")
_NAMES = {"cnndm": "CNN/DM", "xsum": "XSum"}
_OURS = "consistency"
_BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_OVER_ARTICLES = "95 % intervals by the bootstrap over articles."
_CROSS = (
    "consistency is fitted to FRANK and SummEval: its values here are of models that had not seen the article "
    f"({fitting.FOLDS}-fold cross-validation by article)."
)
_UNSEEN = "No article of this set, in whole or in part, was fitted to."


def tables(data: Path, support: Sequence[str], *, models: bool, resamples: int) -> Iterator[Table]:
    """The tables of the summary sets: metrics against the article (`support`), and where there are references ROUGE,
    BLEU, chrF and, with `models`, BERTScore. Raises InputError for a set that is missing.
    """
    rows = fitting.training(data)
    held_out = fitting.cross_validated(rows, fitting.clean(rows, data))
    unseen = {(one.article, one.sample.hypothesis): v for one, v in zip(rows.judged, held_out, strict=True)}

    def measured(judged: Sequence[Judged], metrics: Sequence[str]) -> Columns:
        found = columns([one.sample for one in judged], metrics, against_source=True)
        keys = [(one.article, one.sample.hypothesis) for one in judged]
        if any(key in unseen for key in keys):
            found[_OURS] = [unseen.get(key, value) for key, value in zip(keys, found[_OURS], strict=True)]
        return found

    sets = {name: read(data, name) for name in _CONSISTENCY_SETS}
    values = {name: measured(judged, support) for name, judged in sets.items()}
    yield _qags(sets, values, resamples)
    yield _aggrefact(sets, values, resamples)
    yield _frank(sets["frank"], values["frank"], resamples)
    sets["summeval"] = judged = read(data, "summeval")
    values["summeval"] = found = measured(judged, (*support, *OVERLAP, *(("bertscore",) if models else ())))
    yield _by_summary("SummEval, summary by summary: Pearson", judged, found, resamples, _CROSS)
    yield _by_system("SummEval, system by system: Pearson of the systems' means", judged, found, resamples)
    newsroom = read(data, "newsroom")
    found = measured(newsroom, (*support, *OVERLAP))
    yield _by_summary("Newsroom, summary by summary: Pearson", newsroom, found, resamples, _UNSEEN)
    yield _bands(sets, values)


def _qags(sets: dict[str, list[Judged]], values: dict[str, Columns], resamples: int) -> Table:
    rows = []
    for metric in values["qags.cnndm"]:
        row: list[Cell | str] = [metric]
        for part in _PARTS:
            judged, found = sets[f"qags.{part}"], values[f"qags.{part}"][metric]
            human = [one.human["consistency"] for one in judged]
            clusters = [one.document for one in judged]
            row.append(cell(pearson, found, human, clusters=clusters, resamples=resamples))
            row.append(Cell(spearman(found, human), digits=2))
        rows.append(tuple(row))
    sizes = " and ".join(f"{len(sets[f'qags.{part}'])} ({_NAMES[part]})" for part in _PARTS)
    return Table(
        "QAGS: agreement with the share of consistent sentences",
        ("metric", "CNN/DM Pearson", "Spearman", "XSum Pearson", "Spearman"),
        tuple(rows),
        (f"{sizes} summaries. {_OVER_ARTICLES} {_UNSEEN}", FLOOR_NOTE),
    )


def _aggrefact(sets: dict[str, list[Judged]], values: dict[str, Columns], resamples: int) -> Table:
    rows = []
    for metric in values["aggrefact.cnndm"]:
        row: list[Cell | str] = [metric]
        for part in _PARTS:
            judged, found = sets[f"aggrefact.{part}"], values[f"aggrefact.{part}"]
            human = [one.human["consistency"] == 1 for one in judged]
            clusters = [one.document for one in judged]
            row.append(cell(auroc, found[metric], human, clusters=clusters, resamples=resamples))
            ours, floor = (_called(found[name], human, judged) for name in (metric, ROUGE2_SOURCE))
            row.append(cell(_accuracy, ours, human, clusters=clusters, resamples=resamples, digits=3))
            row.append(cell(_gain, ours, floor, human, clusters=clusters, resamples=resamples, digits=3))
        rows.append(tuple(row))
    sizes = " and ".join(f"{len(sets[f'aggrefact.{part}'])} ({_NAMES[part]})" for part in _PARTS)
    titles = [f"{_NAMES[part]} {what}" for part in _PARTS for what in ("AUROC", "BAcc", "above the floor")]
    how = (
        f"{sizes} summaries. BAcc is balanced accuracy: each half of the articles is called with the threshold that is "
        f"best on the other half. Above the floor: less that of ROUGE-2 against the article. {_OVER_ARTICLES}"
    )
    notes = (how, f"{_UNSEEN} {FLOOR_NOTE}")
    return Table("AggreFact: consistent or not", ("metric", *titles), tuple(rows), notes)


def _called(found: Sequence[float], human: Sequence[bool], judged: Sequence[Judged]) -> list[bool]:
    """Each summary called consistent or not by the threshold that is best on the other half of the articles."""
    half = [int(hashlib.sha256(one.article.encode()).hexdigest()[:8], 16) % 2 for one in judged]
    thresholds = {}
    for part in (0, 1):
        others = [index for index, own in enumerate(half) if own != part]
        thresholds[part] = best_threshold([found[i] for i in others], [human[i] for i in others]) or 0.0
    return [value >= thresholds[own] for value, own in zip(found, half, strict=True)]


def _accuracy(called: Any, human: Any) -> float | None:  # noqa: ANN401 - numpy columns
    return balanced_accuracy(called.astype(float), list(human), threshold=0.5)


def _gain(called: Any, floor: Any, human: Any) -> float | None:  # noqa: ANN401 - numpy columns
    ours, theirs = _accuracy(called, human), _accuracy(floor, human)
    return None if ours is None or theirs is None else ours - theirs


def _frank(judged: list[Judged], found: Columns, resamples: int) -> Table:
    inside = {
        "all": range(len(judged)),
        **{_NAMES[part]: [i for i, one in enumerate(judged) if one.origin == part] for part in _PARTS},
    }
    rows = []
    for metric, values in found.items():
        row: list[Cell | str] = [metric]
        for indices in inside.values():
            chosen = [judged[i] for i in indices]
            data = [values[i] for i in indices], [one.human["consistency"] for one in chosen]
            systems, clusters = [one.system for one in chosen], [one.document for one in chosen]
            row.append(cell(_partial, *data, systems, clusters=clusters, resamples=resamples))
        rows.append(tuple(row))
    return Table(
        "FRANK: agreement on factuality, partial Pearson with the system held fixed",
        ("metric", *inside),
        tuple(rows),
        (f"{len(judged)} summaries of the validation part. {_OVER_ARTICLES}", _CROSS, FLOOR_NOTE),
    )


def _partial(one: Any, other: Any, systems: Any) -> float | None:  # noqa: ANN401 - numpy columns
    return partial_pearson(one, other, list(systems))


def _by_summary(title: str, judged: list[Judged], found: Columns, resamples: int, note: str) -> Table:
    dimensions = list(judged[0].human)
    clusters = [one.document for one in judged]
    rows: list[tuple[Cell | str, ...]] = []
    for metric, values in found.items():
        cells = [
            cell(pearson, values, [one.human[d] for one in judged], clusters=clusters, resamples=resamples)
            for d in dimensions
        ]
        rows.append((metric, *cells))
    articles = len(set(clusters))
    notes = (f"{len(judged)} summaries of {articles} articles. {_OVER_ARTICLES}", note, FLOOR_NOTE)
    return Table(title, ("metric", *dimensions), tuple(rows), notes)


def _by_system(title: str, judged: list[Judged], found: Columns, resamples: int) -> Table:
    dimensions = list(judged[0].human)
    clusters = [one.document for one in judged]
    systems = sorted({one.system for one in judged})
    number = [systems.index(one.system) for one in judged]
    statistic = partial(_of_means, count=len(systems))
    rows: list[tuple[Cell | str, ...]] = []
    for metric, values in found.items():
        cells = [
            cell(statistic, values, [one.human[d] for one in judged], number, clusters=clusters, resamples=resamples)
            for d in dimensions
        ]
        rows.append((metric, *cells))
    few = f"{len(systems)} systems; a correlation of so few points moves easily. {_OVER_ARTICLES}"
    notes = (few, _CROSS, FLOOR_NOTE)
    return Table(title, ("metric", *dimensions), tuple(rows), notes)


def _of_means(one: Any, other: Any, systems: Any, *, count: int) -> float | None:  # noqa: ANN401 - numpy columns
    import numpy as np

    sizes = np.maximum(np.bincount(systems, minlength=count), 1)
    return pearson(*(np.bincount(systems, column, minlength=count) / sizes for column in (one, other)))


def _bands(sets: dict[str, list[Judged]], values: dict[str, Columns]) -> Table:
    rows = []
    for low, high in pairwise(_BANDS):
        row: list[Cell | str] = [f"{low:.1f} to {high:.1f}"]
        for name, judged in sets.items():
            human = [_as_share(one) for one, v in zip(judged, values[name][_OURS], strict=True) if _in(v, low, high)]
            row += [Cell(sum(human) / len(human) if human else None, digits=2), Cell(len(human), digits=0)]
        rows.append(tuple(row))
    titles = [title for name in sets for title in (name, "n")]
    return Table(
        "What people said of summaries by their consistency score",
        ("consistency", *titles),
        tuple(rows),
        ("Mean human judgement, 0 to 1 (SummEval's 1 to 5 rescaled), and how many summaries.",),
    )


def _as_share(one: Judged) -> float:
    return (one.human["consistency"] - 1) / 4 if "relevance" in one.human else one.human["consistency"]


def _in(value: float, low: float, high: float) -> bool:
    return low <= value < high or (value >= high == _BANDS[-1])
