"""Documents translated by machines and by people, with their sources: what closeness to the source is learned from."""

from __future__ import annotations

import dataclasses
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.detectors._source import aligned
from nlp.evaluation import _segments
from nlp.evaluation._demetr import LANGUAGES
from nlp.models.translationese import SHORTEST
from nlp.text.wording import words
from nlp.types import Article

SEED = 7
NEWS = ("newstest2020", "newstest2021", "ted2021")
PIECE = 15  # segments of a talk make a document; talks are long and few
MOST = 50  # documents of a set, drawn
MACHINES = {"newstest2020": 2, "newstest2021": 2, "ted2021": 1}  # translations of each, drawn, beside those of people
# What is reported is measured on translations by these teams, and from Icelandic, Japanese and Russian (mt-docs).
REPORTED_TEAMS = ("Facebook-AI", "IIE-MT", "MiSS", "NiuTrans", "Online-B", "Online-W", "WeChat_AI")
LEVELS_ONLY = ("ja", "ru")  # reported on: nothing is learned from them but how near words usually are
GROUP = 13  # single sentences of DEMETR that are read as a document


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation of a document; `source_document` is the same for all translations of it."""

    dataset: str
    lang: str
    source_document: str
    machine: bool
    text: str
    pairs: tuple[tuple[str, str], ...]


def with_sources(data: Path) -> list[Translated]:
    made = [*_annotated(data), *_demetr(data)]
    return [each for each in made if len(words(each.text)) >= SHORTEST]


def _annotated(data: Path) -> Iterator[Translated]:
    draw = random.Random(SEED)  # noqa: S311 - no secret
    for name in NEWS:
        by_document: dict[str, list[list[_segments.Segment]]] = {}
        segments = _segments.read(data / f"mt-spans/{name}.zh-en.jsonl.gz")
        kept = [s for s in segments if not held_out(s) and not s.system.startswith(REPORTED_TEAMS)]
        for document in _segments.documents(kept):
            size = PIECE if name.startswith("ted") else len(document)
            for start in range(0, len(document), size):
                piece = document[start : start + size]
                by_document.setdefault(f"{piece[0].document}#{start}", []).append(piece)
        for about in draw.sample(sorted(by_document), min(MOST, len(by_document))):
            people = [d for d in by_document[about] if d[0].is_human]
            machines = [d for d in by_document[about] if not d[0].is_human]
            machines = draw.sample(machines, min(MACHINES[name], len(machines)))
            if people and machines:
                for document in (*people, *machines):
                    sources, targets = [s.source for s in document], [s.target for s in document]
                    yield translated(name, about, not document[0].is_human, sources, targets, "zh")


def _demetr(data: Path) -> Iterator[Translated]:
    rows: dict[tuple[str, str], list[dict[str, str]]] = {}
    with gzip.open(data / "mt-perturbed/demetr.base.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            rows.setdefault((row["lang"], row["data_source"]), []).append(row)
    for (language, origin), of_both in rows.items():
        for start in range(0, len(of_both), GROUP):
            group = of_both[start : start + GROUP]
            for machine, side in ((True, "mt"), (False, "reference")):
                sources, targets = [row["source"] for row in group], [row[side] for row in group]
                about = f"{language}#{start}"
                yield translated(f"demetr.{origin}", about, machine, sources, targets, LANGUAGES[language])


def translated(
    dataset: str, about: str, machine: bool, sources: Sequence[str], targets: Sequence[str], lang: str
) -> Translated:
    source, text = ("\n".join(s.replace("\n", " ") for s in side) for side in (sources, targets))
    pairs = aligned.pairs(Article(about, text, source=source, source_lang=lang))
    return Translated(dataset, lang, about, machine, text, tuple((pair.source, pair.target) for pair in pairs))


def held_out(segment: _segments.Segment) -> bool:
    """Whether the segment is of a held-out document or system, also where only one of them is held out."""
    part = _segments.part(segment)
    return (
        part == "held-out"
        or (part == "unused" and segment.system in _segments.HELD_OUT_SYSTEMS)
        or (part == "unused" and _segments.part(as_human(segment)) == "held-out")
    )


def as_human(segment: _segments.Segment) -> _segments.Segment:
    """The segment as though a person had translated it: its part is then that of its document."""
    return dataclasses.replace(segment, is_human=True)
