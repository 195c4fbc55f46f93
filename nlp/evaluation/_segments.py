"""Translated segments with professional annotation (MQM), and which of them a model may have been trained on.

Two layouts of JSON Lines are read: `ratings` with a list of raters (WMT news and talks), and one rater a record with
`rater`, `penalty` and `errors` at the top (biomedical abstracts).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from nlp.errors import InputError, OptionError
from nlp.types import SEVERITIES, Severity

Part = Literal["train", "dev", "held-out", "unused"]

NEWS = ("newstest2020", "newstest2021")
# Systems never trained on. Some names are in two years' sets.
HELD_OUT_SYSTEMS = frozenset({"Online-B.1605", "WeChat_AI.1525", "Facebook-AI", "Online-W", "SMU"})
DEV_SYSTEMS = frozenset({"OPPO.1422", "NiuTrans", "Borderline"})
# Teams whose French-English biomedical systems are held out; nothing of theirs is trained on in that domain.
HELD_OUT_TEAMS = ("Huawei_AGI", "LISN", "TMT", "mtcarousel", "nrpu-fjwu")
HELD_OUT_DOCUMENTS = 0.20  # shares of a set's documents, by the hash of their names
DEV_DOCUMENTS = 0.12


@dataclass(frozen=True, slots=True)
class ErrorSpan:
    """A stretch of the translation that was marked; `category` as the rater's tool spells it."""

    start: int
    end: int
    severity: Severity
    category: str


@dataclass(frozen=True, slots=True)
class Rating:
    """What one rater said: `penalty` on the MQM scale (0 is perfect), spans in the translation, and the score of 0 to
    100 where the protocol was ESA.
    """

    rater: str
    penalty: float
    errors: tuple[ErrorSpan, ...]
    esa: float | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment, as one system (or person, `is_human`) translated it. `dataset` is "newstest2020", "bio.fr-en" …"""

    dataset: str
    languages: str
    document: str
    system: str
    is_human: bool
    source: str
    target: str
    ratings: tuple[Rating, ...]

    @property
    def penalty(self) -> float:
        """The mean over raters."""
        return sum(rating.penalty for rating in self.ratings) / len(self.ratings)


def read_all(data: Path) -> list[Segment]:
    """The segments of all files in `data`/mt-spans. Raises InputError when there are none."""
    files = sorted((data / "mt-spans").glob("*.jsonl.gz"))
    if not files:
        raise InputError(
            "no mt-spans/*.jsonl.gz here; the annotations are public: github.com/google/wmt-mqm-human-evaluation and "
            "the biomedical ones of WMT",
            where=str(data),
        )
    return [segment for path in files for segment in read(path)]


def read(path: Path) -> Iterator[Segment]:
    """The segments of a gzipped file, in its order. Raises InputError for a file or record that is not of this kind."""
    if not path.is_file():
        raise InputError("there is no such file of annotated segments", where=str(path))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield _segment(json.loads(line))
            except (KeyError, ValueError) as error:
                raise InputError(f"not a record of annotated spans ({error})", where=f"{path}:{number}") from error


def _segment(record: dict[str, Any]) -> Segment:
    single = {"rater": record.get("rater"), "mqm": record.get("penalty"), "errors": record.get("errors")}
    ratings = record.get("ratings", [single])
    return Segment(
        languages=record["lp"],
        dataset=f"bio.{record['lp']}" if record["test_set"].startswith("bio") else record["test_set"],
        document=record["doc_id"],
        system=record["system"],
        is_human=record["is_human"],
        source=record["source"],
        target=record["target"],
        ratings=tuple(
            Rating(rating["rater"].strip(), float(rating["mqm"]), tuple(_errors(rating["errors"])))
            for rating in ratings
        ),
    )


def _errors(errors: list[dict[str, Any]]) -> Iterator[ErrorSpan]:
    """The errors marked in the translation; the others are in the source, or were given no place or no weight."""
    for error in errors:
        if error["side"] == "target" and error.get("start") is not None and error["severity"] in SEVERITIES[1:]:
            yield ErrorSpan(error["start"], error["end"], error["severity"], error["category"])


def documents(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments that follow one another: of one dataset, document and system."""
    groups: dict[tuple[str, str, str], list[Segment]] = {}
    for segment in segments:
        groups.setdefault((segment.dataset, segment.document, segment.system), []).append(segment)
    return list(groups.values())


def part(segment: Segment) -> Part:
    """Where a segment belongs, so that neither its document nor its system is on two sides.

    A document of news is for training, development or held out by the hash of its name, a system by the lists above;
    what falls between (a held-out document by a training system) is not used. Talks, which are few and another domain,
    are split by system only. Of the biomedical abstracts, whose documents differ from one language to the next, the
    French-English ones are held out, and in the others the systems of the same teams are not used. A set that nothing
    was trained on is held out whole.
    """
    if segment.dataset == "bio.fr-en" or not segment.dataset.startswith((*NEWS, "ted2021", "bio.")):
        return "held-out"
    if segment.dataset.startswith("bio."):
        return "unused" if segment.system.startswith(HELD_OUT_TEAMS) else "train"
    by_document = _by_document(segment)
    if segment.is_human:  # translators are not systems: only their documents are kept apart
        return by_document
    by_system = _by_system(segment)
    return by_document if by_document == by_system else "unused"


def for_choosing(segment: Segment) -> bool:
    """Whether it is a machine's translation of news that settings may be chosen on: nothing of it is held out, and the
    tagger was not trained on it, though perhaps on its document or on its system: of a development document by any
    system that is not held out, or of a training document by a development system.
    """
    if segment.is_human or segment.dataset not in NEWS:
        return False
    return {_by_document(segment), _by_system(segment)} in ({"dev"}, {"dev", "train"})


def _by_document(segment: Segment) -> Part:
    drawn = int(hashlib.sha256(f"{segment.dataset}|{segment.document}".encode()).hexdigest()[:8], 16) / 2**32
    if segment.dataset in NEWS and drawn < HELD_OUT_DOCUMENTS + DEV_DOCUMENTS:
        return "held-out" if drawn < HELD_OUT_DOCUMENTS else "dev"
    return "train"


def _by_system(segment: Segment) -> Part:
    if segment.system in HELD_OUT_SYSTEMS | DEV_SYSTEMS:
        return "held-out" if segment.system in HELD_OUT_SYSTEMS else "dev"
    return "train"


def held_out_sets(segments: Iterable[Segment], *, only: str | None, limit: int | None) -> dict[str, list[Segment]]:
    """Machine-translated segments that the span detector saw nothing of, by set; "news" is the news sets together.

    Raises OptionError when there are none, or none of the set `only`.
    """
    held = [s for s in segments if part(s) == "held-out" and not s.is_human and s.target.strip()]
    by_set: dict[str, list[Segment]] = {}
    for segment in held:
        by_set.setdefault(segment.dataset, []).append(segment)
    if only is not None and only not in by_set:
        raise OptionError(f"there is no set '{only}' with held-out segments; there are {', '.join(by_set) or 'none'}")
    chosen = {name: _first(by_set[name], limit) for name in ([only] if only else by_set)}
    if not chosen:
        raise OptionError("none of the segments is held out")
    news = [segment for name in NEWS for segment in chosen.get(name, ())]
    return ({"news": news} if news and len(chosen) > 1 else {}) | chosen


def describe(segments: Sequence[Segment]) -> str:
    """A line for the notes: how much was measured on."""
    documents = len({(s.dataset, s.document) for s in segments})
    systems = sorted({s.system for s in segments})
    return f"{len(segments):,} segments of {documents} documents by {len(systems)} systems. Intervals: over documents."


def _first(segments: list[Segment], limit: int | None) -> list[Segment]:
    kept = list(dict.fromkeys(s.document for s in segments))[:limit]
    return [s for s in segments if s.document in kept]
