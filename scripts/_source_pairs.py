"""Good translations with their sources, for `train_source.py`, and DEMETR's spoiled ones."""

from __future__ import annotations

import difflib
import gzip
import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from _source_errors import Spoiled, Spoiler

from nlp.evaluation import _demetr, _segments
from nlp.text.tokens import count_words
from nlp.types import Span

SETS = (
    "newstest2020.zh-en", "newstest2021.zh-en", "ted2021.zh-en",
    "bio.de-en.dev", "bio.es-en.dev", "bio.ru-en.dev", "bio.zh-en.dev", "bio.pt-en.dev",
)  # fmt: skip
POST_EDITED = {"mlqe.ro-en.train": 3_500, "mlqe.et-en.dev": 900, "mlqe.ru-en.dev": 900}
NO_ERRORS = ("tense", "aspect", "question", "shuffled")  # kinds that the tagger is not to learn
LONGEST = 45  # words of a translation
_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")


@dataclass(frozen=True)
class Group:
    """A source with translations of it, good ones and spoiled ones."""

    source: str
    targets: tuple[Spoiled, ...]


def good_pairs(data: Path, rng: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Sources with translations that have next to no marked error, and with post-edits; none that is reported on."""
    reported = reporting_sources(data)
    for name in SETS:
        by_source: dict[str, set[str]] = defaultdict(set)
        for segment in _segments.read(data / "mt-spans" / f"{name}.jsonl.gz"):
            if (
                segment.penalty <= 0.5
                and segment.source not in reported
                and _segments.part(segment) in ("train", "dev")
            ):
                by_source[segment.source].add(segment.target)
        yield from [(source, sorted(targets)) for source, targets in sorted(by_source.items())]
    for name, most in POST_EDITED.items():
        with gzip.open(data / "mt-words" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        rng.shuffle(rows)
        yield from [
            (row["source"], [row["target"] if row["hter"] < 0.05 else detokenized(row["post_edit"])])
            for row in rows[:most]
        ]


def reporting_sources(data: Path) -> set[str]:
    """DEMETR took its segments from sets that are used here too."""
    return {original.source for original in _demetr.read(data)[0] if original.half == "reporting"}


def detokenized(text: str) -> str:
    """Post-edits have a space on either side of each mark.

    >>> detokenized('On 17 June , he said : " It ( never ) works " .')
    'On 17 June, he said: "It (never) works".'
    """
    text = re.sub(r" ([,.;:!?%)\]])", r"\1", re.sub(r"([(\[]) ", r"\1", text))
    text = re.sub(r" (n['’]t|['’](?:s|re|ve|ll|d|m))\b", r"\1", text)
    return re.sub(r'" ([^"]*?) "', r'"\1"', text)


def spoiled(pairs: list[tuple[str, list[str]]], rng: random.Random) -> Iterator[Group]:
    """For each source one translation drawn: as it is, twice with words left out, once with something changed."""
    usable = [
        (source, [text for text in targets if 6 <= count_words(text) <= LONGEST])
        for source, targets in pairs
        if len(source) > 8
    ]
    usable = [(source, targets) for source, targets in usable if targets]
    spoiler = Spoiler((target for _, targets in usable for target in targets), rng)
    for source, targets in usable:
        target = rng.choice(targets)
        drawn = (spoiler.omit(target), spoiler.omit(target), spoiler.change(target))
        yield Group(source, (Spoiled(target), *(each for each in drawn if each and each.text != target)))


def from_demetr(data: Path, *, training: bool, size: int = 4) -> Iterator[Group]:
    """DEMETR's tuning half: four fifths for training, the others for choosing thresholds."""
    originals, perturbed = _demetr.read(data)
    by_original = defaultdict(list)
    for each in perturbed:
        if each.kind not in NO_ERRORS:
            by_original[each.original.id].append(differences(each.original.mt, each.target))
    for original in originals:
        if original.half == "tuning" and for_training(original) == training:
            targets = [Spoiled(original.mt), Spoiled(original.reference), *by_original[original.id]]
            random.Random(original.id).shuffle(targets)  # noqa: S311 - no secret
            for first in range(0, len(targets), size):
                yield Group(original.source, tuple(targets[first : first + size]))


def for_training(original: _demetr.Original) -> bool:
    drawn = int(hashlib.sha256(f"x{original.id}".encode()).hexdigest()[:4], 16)
    return drawn % 5 != 0


def differences(twin: str, target: str) -> Spoiled:
    """`target` with the places where words of the twin were changed or taken out.

    >>> differences("It rained on Monday, they say.", "It rained, they say.").missing
    (9,)
    """
    ours, theirs = list(_TOKEN.finditer(target)), list(_TOKEN.finditer(twin))
    wrong, missing = [], []
    matcher = difflib.SequenceMatcher(
        None, [word[0].lower() for word in theirs], [word[0].lower() for word in ours], autojunk=False
    )
    for kind, _, _, first, last in matcher.get_opcodes():
        if kind == "delete":
            missing.append(ours[first].start() if first < len(ours) else len(target))
        elif kind != "equal":
            wrong.append(Span(ours[first].start(), ours[last - 1].end()))
    return Spoiled(target, tuple(wrong), tuple(missing))
