"""Whole documents: is evidence of machine translation evidence, and how much is marked in good English?

First table: the probability that `nlp.models.translationese` gives documents translated by machines against those
translated by people from the same sources: by wording alone, and with the source where the multilingual encoder is
installed; beside them shortness as a floor. The systems and source languages of mt-docs (WMT21) were never trained on;
the held-out documents of newstest2020 and 2021 are by systems never trained on, from the language that was.

    pooled         AUROC over all documents of the language together
    same source    the chance that of two translations of one document the machine's gets the higher probability:
                   topic and register cannot help or hinder here
    balanced acc.  balanced accuracy at probability 0.5, the threshold no data has moved
    calibration    expected calibration error, machine and human counted alike

Second table: the same by system. Third: the share of words that detectors mark in natively English news.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from nlp.detectors._source import aligned
from nlp.evaluation import _segments
from nlp.evaluation._table import Cell, Table
from nlp.evaluation._whole_documents import good_english, lines, records
from nlp.models import closeness
from nlp.models.translationese import SHORTEST, evidence
from nlp.statistics.classification import auroc, balanced_accuracy
from nlp.statistics.intervals import statistic_interval
from nlp.types import Article

LANGUAGES = {"is": "Icelandic", "ja": "Japanese", "ru": "Russian"}
CHINESE = "Chinese, held out"
DETECTORS = ("rules",)
WITH_SOURCE, WORDING, SHORTNESS = "with the source", "by wording", "shortness"


@dataclass(frozen=True, slots=True)
class Judged:
    """One translation of one document. `scores`: probabilities by what they rest on, and minus the length in words."""

    group: str
    document: str
    system: str
    machine: bool
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Few:
    """What is judged, to save time: the first documents of a set, some machine translations of each; None for all."""

    documents: int | None = None
    systems: int | None = None

    def drawn(self, document: str, systems: Sequence[str]) -> frozenset[str]:
        """Other systems for other documents, always the same: by their hash."""
        order = sorted(set(systems), key=lambda system: sha256(f"{document}|{system}".encode()).hexdigest())
        return frozenset(order[: self.systems])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--detectors",
        default=",".join(DETECTORS),
        metavar="NAMES",
        help="those counted in natively English news: rules, spans, fluency, with commas between (default: rules)",
    )
    parser.add_argument(
        "--documents",
        type=int,
        metavar="N",
        help="only the first N documents of each set (default: all; with the source that is half an hour on one core)",
    )
    parser.add_argument(
        "--systems", type=int, metavar="N", help="of each document, only N machine translations, drawn (default: all)"
    )


def evaluate(data: Path, options: argparse.Namespace) -> Iterator[Table]:
    few = Few(options.documents, options.systems)
    judged = [*_translations(data, few), *_held_out(data, few)]
    yield _by_group(judged)
    yield _by_system([j for j in judged if j.group in LANGUAGES.values()])
    yield good_english(data, [name.strip() for name in options.detectors.split(",")])


def _translations(data: Path, few: Few) -> Iterator[Judged]:
    for code, language in LANGUAGES.items():
        found = list(records(data / f"mt-docs/wmt21.{code}-en.jsonl.gz"))
        originals = {
            str(r["doc_id"]): Original(language, f"{code}|{r['doc_id']}", lines(r["segments"]), code, {})
            for r in found
            if r["kind"] == "source"
        }
        systems = [str(r["system"]) for r in found if r["kind"] == "mt"]
        kept = {name: few.drawn(name, systems) for name in list(originals)[: few.documents]}
        for record in found:
            name, system, machine = str(record["doc_id"]), str(record["system"]), record["kind"] == "mt"
            if name in kept and (record["kind"] == "human" or (machine and system in kept[name])):
                yield from _judged(originals[name], system, machine, lines(record["segments"]))


def _held_out(data: Path, few: Few) -> Iterator[Judged]:
    """Of documents that are held out, the translations of people and of systems that are held out."""
    for name in _segments.NEWS:
        segments = _segments.read(data / f"mt-spans/{name}.zh-en.jsonl.gz")
        every = _segments.documents(s for s in segments if _segments.part(s) == "held-out")
        known: dict[str, dict[str, Any]] = {d[0].document: {} for d in every}
        systems = [d[0].system for d in every if not d[0].is_human]
        kept = {about: few.drawn(about, systems) for about in list(known)[: few.documents]}
        for document in every:
            first = document[0]
            if first.document in kept and (first.is_human or first.system in kept[first.document]):
                about = f"{name}|{first.document}"
                sources = [s.source for s in document]
                original = Original(CHINESE, about, sources, "zh", known[first.document])
                yield from _judged(original, first.system, not first.is_human, [s.target for s in document])


@dataclass(frozen=True, slots=True)
class Original:
    """A document in its own language; `known` is what was read of it for one translation and serves the next."""

    group: str
    name: str
    segments: Sequence[str]
    lang: str
    known: dict[str, Any]


def _judged(original: Original, system: str, machine: bool, segments: Sequence[str]) -> Iterator[Judged]:
    text = _joined(segments)
    found = evidence(text)
    if found is None:
        return
    scores = {WORDING: found.probability, SHORTNESS: -float(found.words)}
    if closeness.available():
        article = Article(original.name, text, source=_joined(original.segments), source_lang=original.lang)
        pairs = [(pair.source, pair.target) for pair in aligned.pairs(article)]
        closer = evidence(text, pairs, lang=original.lang, known=original.known)
        scores[WITH_SOURCE] = closer.probability if closer else found.probability
    yield Judged(original.group, original.name, system, machine, scores)


def _joined(segments: Sequence[str]) -> str:
    return "\n".join(segment.replace("\n", " ") for segment in segments)


Pick = Callable[[Judged], float]


def same_source(judged: Sequence[Judged], pick: Pick) -> float | None:
    """The chance that a machine's translation scores above a person's of the same document; equal ones count half."""
    people: dict[str, list[float]] = {}
    for j in judged:
        if not j.machine:
            people.setdefault(j.document, []).append(pick(j))
    wins = [
        (mine > other) + 0.5 * (mine == other)
        for j in judged
        if j.machine
        for mine, other in ((pick(j), other) for other in people.get(j.document, ()))
    ]
    return sum(wins) / len(wins) if wins else None


def _pooled(judged: Sequence[Judged], pick: Pick) -> float | None:
    return auroc([pick(j) for j in judged], [j.machine for j in judged])


def _cell(judged: Sequence[Judged], value: Callable[[Sequence[Judged]], float | None]) -> Cell:
    """A figure with its interval over documents."""

    def of_draw(indices: Sequence[int]) -> float | None:
        return value([judged[int(i)] for i in indices])

    clusters = [j.document for j in judged]
    interval = statistic_interval(of_draw, list(range(len(judged))), resamples=200, clusters=clusters)
    return Cell(value(judged), interval)


def _score(name: str) -> Pick:
    return lambda judged: judged.scores[name]


def _by_group(judged: Sequence[Judged]) -> Table:
    names = [name for name in (WITH_SOURCE, WORDING, SHORTNESS) if judged and name in judged[0].scores]
    rows: list[tuple[Cell | str, ...]] = []
    for group in (CHINESE, *LANGUAGES.values()):
        own = [j for j in judged if j.group == group]
        machine = [j.machine for j in own]
        for name in names:
            score = _score(name)
            probable = name != SHORTNESS
            row: tuple[Cell | str, ...] = (
                group if name == names[0] else "",
                name,
                Cell(sum(machine), digits=0),
                Cell(len(own) - sum(machine), digits=0),
                _cell(own, lambda some, score=score: _pooled(some, score)),  # type: ignore[misc]
                _cell(own, lambda some, score=score: same_source(some, score)),  # type: ignore[misc]
                Cell(balanced_accuracy([score(j) for j in own], machine, threshold=0.5) if probable else None),
                Cell(calibration_error(own, score) if probable else None),
            )
            rows.append(row)
    columns = ("from", "judged", "machine", "human", "pooled", "same source", "balanced acc.", "calibration")
    notes = (
        f"Documents of at least {SHORTEST} words; 95 % intervals over documents (200 draws).",
        "Reference translations differ in register and closeness by language, which moves the pooled figure.",
    )
    return Table("Machine against human translation of the same documents", columns, tuple(rows), notes)


def calibration_error(judged: Sequence[Judged], pick: Pick, *, bins: int = 10) -> float | None:
    """Expected calibration error over equal bins of probability, with machine and human translations weighing alike."""
    machines = sum(j.machine for j in judged)
    people = len(judged) - machines
    if not machines or not people:
        return None
    total = 0.0
    for index in range(bins):
        inside = [j for j in judged if min(int(pick(j) * bins), bins - 1) == index]
        weight = [0.5 / machines if j.machine else 0.5 / people for j in inside]
        share = sum(w for w, j in zip(weight, inside, strict=True) if j.machine)
        said = sum(w * pick(j) for w, j in zip(weight, inside, strict=True))
        total += abs(share - said)
    return total


def _by_system(judged: Sequence[Judged]) -> Table:
    systems = sorted({j.system for j in judged if j.machine})
    best = WITH_SOURCE if judged and WITH_SOURCE in judged[0].scores else WORDING
    rows: list[tuple[Cell | str, ...]] = []
    for system in systems:
        cells: list[Cell] = []
        for language in LANGUAGES.values():
            own = [j for j in judged if j.group == language and (j.system == system or not j.machine)]
            translated = any(j.machine for j in own)
            cells += [
                Cell(_pooled(own, _score(best)) if translated else None),
                Cell(same_source(own, _score(best)) if translated else None),
            ]
        rows.append((system, *cells))
    columns = ("system", *(f"{language}{which}" for language in LANGUAGES.values() for which in ("", ", same source")))
    return Table(f"AUROC by system, none of them trained on, judged {best}", columns, tuple(rows))
