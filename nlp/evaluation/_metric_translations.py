"""How metrics of translations agree with people: on injected errors (DEMETR), and on MQM of news."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from nlp.evaluation import _demetr
from nlp.evaluation._metric_values import cell, column, columns
from nlp.evaluation._segments import Segment
from nlp.evaluation._segments import read as read_segments
from nlp.evaluation._table import Cell, Table
from nlp.statistics.pairwise import pairwise_accuracy, soft_pairwise_accuracy, tie_calibrated_accuracy
from nlp.types import Sample

METRICS = ("bleu", "chrf", "chrfpp", "ter")
REFERENCES = {"newstest2020.zh-en": "Human-A.0", "newstest2021.zh-en": "ref.A"}
_FLOORS = "Floors: the length in words and a random number."


def tables(data: Path, *, models: bool, segments: int, resamples: int) -> Iterator[Table]:
    """The tables of the translation sets. Raises InputError for a set that is missing."""
    metrics = (*METRICS, *(("bertscore",) if models else ()))
    yield from _perturbations(data, metrics, resamples)
    for name, reference in REFERENCES.items():
        yield _mqm(data, name, reference, metrics, segments, resamples)


def _perturbations(data: Path, metrics: Sequence[str], resamples: int) -> Iterator[Table]:
    originals, perturbed = _demetr.read(data)
    names = [original.id for original in originals]
    samples = [Sample(str(one.id), one.mt, (one.reference,), one.source) for one in originals]
    for one in perturbed:
        own = one.original
        samples.append(Sample(f"{own.id}/{one.kind.replace('_', ' ')}", one.target, (own.reference,), own.source))
    found = columns(samples, metrics, against_source=False)
    right = {}
    for metric, values in found.items():
        whole = dict(zip(names, values, strict=False))
        right[metric] = [
            float(whole[one.original.id] > value) for one, value in zip(perturbed, values[len(names) :], strict=True)
        ]
    groups = {
        "all": [True] * len(perturbed),
        "half A": [demetr_half(str(one.original.id)) == 0 for one in perturbed],
        "half B": [demetr_half(str(one.original.id)) == 1 for one in perturbed],
        "critical": [one.severity == "critical" for one in perturbed],
        "major": [one.severity == "major" for one in perturbed],
    }
    rows: list[tuple[Cell | str, ...]] = [
        (metric, *(_share(values, perturbed, keep, resamples) for keep in groups.values()))
        for metric, values in right.items()
    ]
    sizes = ", ".join(f"{name} {sum(keep):,}" for name, keep in groups.items())
    note = (
        f"Perturbed translations: {sizes}. A tie is wrong. Intervals over segments. BERTScore's layer was chosen on "
        "one half of the segments, so the lower of the two halves is the one to quote."
    )
    title = "DEMETR: share of perturbed translations that score below the original"
    yield Table(title, ("metric", *groups), tuple(rows), (note, _FLOORS))
    categories = sorted({one.kind for one in perturbed})
    by_category: list[tuple[Cell | str, ...]] = []
    for category in categories:
        inside = [index for index, one in enumerate(perturbed) if one.kind == category]
        shares = [Cell(sum(right[metric][i] for i in inside) / len(inside), digits=2) for metric in right]
        first = (category.replace("_", " "), perturbed[inside[0]].severity, Cell(len(inside), digits=0))
        by_category.append((*first, *shares))
    yield Table("DEMETR by kind of error", ("error", "severity", "n", *right), tuple(by_category))


def demetr_half(segment: str) -> int:
    """0 or 1, by the hash of the segment's number; BERTScore's layer was chosen on one of the two."""
    return int(hashlib.sha256(segment.encode()).hexdigest(), 16) % 2


def _share(
    right: Sequence[float], perturbed: Sequence[_demetr.Perturbed], keep: Sequence[bool], resamples: int
) -> Cell:
    chosen = [index for index, wanted in enumerate(keep) if wanted]
    clusters = [str(perturbed[i].original.id) for i in chosen]
    return cell(_mean, [right[i] for i in chosen], clusters=clusters, resamples=resamples, digits=3)


def _mean(column: Any) -> float | None:  # noqa: ANN401 - a numpy column
    return float(column.mean()) if len(column) else None


def _mqm(data: Path, name: str, reference: str, metrics: Sequence[str], limit: int, resamples: int) -> Table:
    by_segment: dict[str, list[Segment]] = {}
    for one in read_segments(data / "mt-spans" / f"{name}.jsonl.gz"):
        by_segment.setdefault(f"{one.document}|{one.source}", []).append(one)
    kept = [key for key, own in by_segment.items() if any(one.system == reference for one in own)]
    kept = sorted(kept, key=lambda key: hashlib.sha256(key.encode()).hexdigest())[:limit]
    segments, samples, keys = [], [], []
    for key in kept:
        text = next(one.target for one in by_segment[key] if one.system == reference)
        for one in by_segment[key]:
            if not one.is_human:
                segments.append(one)
                samples.append(Sample(f"{key}|{one.system}", one.target, (text,), one.source))
                keys.append(key)
    found = columns(samples, metrics, against_source=False)
    found["number_support (no reference)"] = column("number_support", samples, task="translation")
    human = [-one.penalty for one in segments]
    systems = sorted({one.system for one in segments})
    documents = [one.document for one in segments]
    rows = []
    for metric, values in found.items():
        tied = tie_calibrated_accuracy(values, human, keys)
        soft = soft_pairwise_accuracy(*(_by_system(c, segments, keys, systems) for c in (values, human)))
        means = partial(_system_accuracy, count=len(systems))
        number = [systems.index(one.system) for one in segments]
        rows.append(
            (
                metric,
                Cell(tied.accuracy if tied else None),
                cell(means, values, human, number, clusters=documents, resamples=resamples, digits=2),
                Cell(soft),
            )
        )
    what = (
        f"{len(segments):,} translations of {len(kept):,} segments by {len(systems)} systems; the reference is the "
        f"human translation {reference}. Segments: pairs of translations of one segment ordered or tied alike, ties "
        "calibrated. Systems: pairs ordered alike by their means, intervals over documents; soft pairwise accuracy."
    )
    few = f"{_FLOORS} Few numbers are in these texts, so number support mostly says nothing."
    titles = ("metric", "segments: pairs", "systems: pairs", "systems: soft pairs")
    return Table(f"MQM of {name}: agreement with professional raters", titles, tuple(rows), (what, few))


def _system_accuracy(values: Any, human: Any, number: Any, *, count: int) -> float | None:  # noqa: ANN401
    import numpy as np

    sizes = np.bincount(number, minlength=count)
    present = sizes > 0
    ours, theirs = (np.bincount(number, c, minlength=count)[present] / sizes[present] for c in (values, human))
    return pairwise_accuracy(ours, theirs)


def _by_system(
    values: Sequence[float], segments: Sequence[Segment], keys: Sequence[str], systems: Sequence[str]
) -> Any:  # noqa: ANN401 - a numpy table
    import numpy as np

    place = {key: index for index, key in enumerate(dict.fromkeys(keys))}
    table = np.full((len(systems), len(place)), np.nan)
    for value, one, key in zip(values, segments, keys, strict=True):
        table[systems.index(one.system), place[key]] = value
    return table
