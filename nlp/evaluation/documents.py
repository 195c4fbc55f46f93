"""Whole documents: is evidence of machine translation evidence, and how much is marked in good English?

First table: the probability that `nlp.models.translationese` gives documents translated by machines against those
translated by people from the same sources. The systems and source languages of mt-docs (WMT21) were never trained on;
the held-out documents of newstest2020 and 2021 are by systems never trained on, from the language that was.

    pooled         AUROC over all documents of the language together
    same source    the chance that of two translations of one document the machine's gets the higher probability:
                   topic and register cannot help or hinder here; beside it that of the shorter one (a floor)
    balanced acc.  balanced accuracy at probability 0.5, the threshold no data has moved
    calibration    expected calibration error, machine and human counted alike

Second table: the same by system. Third: the share of words that detectors mark in natively English news.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.errors import InputError
from nlp.evaluation import _segments
from nlp.evaluation._table import Cell, Table
from nlp.models.translationese import SHORTEST, evidence
from nlp.statistics.classification import auroc, balanced_accuracy
from nlp.statistics.intervals import statistic_interval

LANGUAGES = {"is": "Icelandic", "ja": "Japanese", "ru": "Russian"}
KEPT_FROM = 20  # of the natively English documents, the first were used for the norms of fluency
DETECTORS = ("rules",)


@dataclass(frozen=True, slots=True)
class Judged:
    """One translation of one document, with the probability and a floor: minus its length."""

    group: str
    document: str
    system: str
    machine: bool
    probability: float
    brevity: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--detectors",
        default=",".join(DETECTORS),
        metavar="NAMES",
        help="those counted in natively English news: rules, spans, fluency, with commas between (default: rules)",
    )


def evaluate(data: Path, options: argparse.Namespace) -> Iterator[Table]:
    judged = [*_translations(data), *_held_out(data)]
    yield _by_group(judged)
    yield _by_system([j for j in judged if j.group in LANGUAGES.values()])
    yield _good_english(data, [name.strip() for name in options.detectors.split(",")])


def _records(path: Path) -> Iterator[dict[str, object]]:
    if not path.is_file():
        what = "is missing; it is made from the WMT21 news test sets (github.com/wmt-conference/wmt21-news-systems)"
        raise InputError(what, where=str(path))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _translations(data: Path) -> Iterator[Judged]:
    for code, language in LANGUAGES.items():
        for record in _records(data / f"mt-docs/wmt21.{code}-en.jsonl.gz"):
            if record["kind"] in ("human", "mt"):
                segments = record["segments"]
                assert isinstance(segments, list)  # noqa: S101 - the format of the file
                name, system = f"{code}|{record['doc_id']}", str(record["system"])
                yield from _judged(language, name, system, record["kind"] == "mt", segments)


def _held_out(data: Path) -> Iterator[Judged]:
    """Of documents that are held out, the translations of people and of systems that are held out."""
    for name in ("newstest2020", "newstest2021"):
        segments = _segments.read(data / f"mt-spans/{name}.zh-en.jsonl.gz")
        kept = (s for s in segments if _segments.part(s) == "held-out")
        for document in _segments.documents(kept):
            first = document[0]
            texts = [segment.target for segment in document]
            yield from _judged("Chinese", f"{name}|{first.document}", first.system, not first.is_human, texts)


def _judged(group: str, document: str, system: str, machine: bool, segments: Sequence[str]) -> Iterator[Judged]:
    found = evidence("\n".join(segments))
    if found is not None:
        yield Judged(group, document, system, machine, found.probability, -float(found.words))


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


def _probability(judged: Judged) -> float:
    return judged.probability


def _by_group(judged: Sequence[Judged]) -> Table:
    rows = []
    for group in ("Chinese", *LANGUAGES.values()):
        own = [j for j in judged if j.group == group]
        rows.append(
            (
                f"{group}{', held out' if group == 'Chinese' else ''}",
                Cell(sum(j.machine for j in own), digits=0),
                Cell(sum(not j.machine for j in own), digits=0),
                _cell(own, lambda some: _pooled(some, _probability)),
                _cell(own, lambda some: same_source(some, _probability)),
                Cell(same_source(own, lambda j: j.brevity)),
                Cell(balanced_accuracy([j.probability for j in own], [j.machine for j in own], threshold=0.5)),
                Cell(calibration_error(own)),
            )
        )
    columns = (
        "from",
        "machine",
        "human",
        "pooled",
        "same source",
        "same source, shorter",
        "balanced acc.",
        "calibration",
    )
    notes = (
        f"Documents of at least {SHORTEST} words; 95 % intervals over documents (200 draws).",
        "Reference translations differ in register and closeness by language, which moves the pooled figure.",
    )
    return Table("Machine against human translation of the same documents", columns, tuple(rows), notes)


def calibration_error(judged: Sequence[Judged], *, bins: int = 10) -> float | None:
    """Expected calibration error over equal bins of probability, with machine and human translations weighing alike."""
    machines = sum(j.machine for j in judged)
    people = len(judged) - machines
    if not machines or not people:
        return None
    total = 0.0
    for index in range(bins):
        inside = [j for j in judged if min(int(j.probability * bins), bins - 1) == index]
        weight = [0.5 / machines if j.machine else 0.5 / people for j in inside]
        share = sum(w for w, j in zip(weight, inside, strict=True) if j.machine)
        said = sum(w * j.probability for w, j in zip(weight, inside, strict=True))
        total += abs(share - said)
    return total


def _by_system(judged: Sequence[Judged]) -> Table:
    systems = sorted({j.system for j in judged if j.machine})
    rows: list[tuple[Cell | str, ...]] = []
    for system in systems:
        cells: list[Cell] = []
        for language in LANGUAGES.values():
            own = [j for j in judged if j.group == language and (j.system == system or not j.machine)]
            translated = any(j.machine for j in own)
            cells += [
                Cell(_pooled(own, _probability) if translated else None),
                Cell(same_source(own, _probability) if translated else None),
            ]
        rows.append((system, *cells))
    columns = ("system", *(f"{language}{which}" for language in LANGUAGES.values() for which in ("", ", same source")))
    return Table("AUROC by system, none of them trained on", columns, tuple(rows))


def _good_english(data: Path, detectors: Sequence[str]) -> Table:
    from nlp.config import Settings
    from nlp.detection import inspect_all
    from nlp.read.assemble import article
    from nlp.text.tokens import count_words
    from nlp.types import Detection

    texts = []
    for record in list(_records(data / "mt-docs/wmt21.en-original.jsonl.gz"))[KEPT_FROM:]:
        segments = record["segments"]
        assert isinstance(segments, list)  # noqa: S101 - the format of the file
        texts.append("\n".join(segments))
    words = sum(map(count_words, texts))
    articles = [article(text, id=str(index)) for index, text in enumerate(texts)]
    settings = Settings(detectors=tuple(detectors))
    done = [d for d in inspect_all(articles, settings=settings) if isinstance(d, Detection)]
    rows = []
    for name in (*detectors, "together"):
        findings = [[f for f in d.findings if name in ("together", f.detector)] for d in done]
        marked = sum(
            len({w for f in found for w in _words_in(d.article.text, f.start, f.end)})
            for d, found in zip(done, findings, strict=True)
        )
        rows.append((name, Cell(sum(map(len, findings)), digits=0), Cell(100 * marked / words, digits=2)))
    note = f"{len(texts)} documents, {words:,} words; none of them used for a norm or threshold of fluency."
    return Table("Natively English news", ("detector", "findings", "% of words marked"), tuple(rows), (note,))


def _words_in(text: str, start: int, end: int) -> Iterator[int]:
    """Where the words begin that lie in a stretch, wholly or partly."""
    from nlp.text.word_kinds import words

    return (word.start for word in words(text) if word.start < end and start < word.end and word.kind != "punctuation")
