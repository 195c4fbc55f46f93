"""DEMETR (Karpinska et al., EMNLP 2022): translations from ten languages with one error put in, which is known.

500 segments, each with its source, a human reference and a machine translation; 7,733 variants of the latter with one
of 18 perturbations. Segments are split in halves by the hash of their number: one to tune on, one to report.
"""

from __future__ import annotations

import difflib
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from nlp.errors import InputError
from nlp.types import Span

Half = Literal["tuning", "reporting"]

LANGUAGES = {
    "chinese_simple": "zh", "german": "de", "hindi": "hi", "japanese": "ja", "polish": "pl", "russian": "ru",
    "czech": "cs", "french": "fr", "spanish": "es", "italian": "it",
}  # fmt: skip
WHERE = "DEMETR is public: https://github.com/marzenakrp/demetr"


@dataclass(frozen=True, slots=True)
class Original:
    """A segment as it is: `mt` is the twin of its perturbed variants."""

    id: int
    lang: str
    source: str
    reference: str
    mt: str

    @property
    def half(self) -> Half:
        drawn = int(hashlib.sha256(f"demetr|{self.id}".encode()).hexdigest()[:8], 16)
        return "reporting" if drawn % 2 else "tuning"


@dataclass(frozen=True, slots=True)
class Perturbed:
    """The twin with one error, of kind `kind`. What was left out leaves no text, so where the error is follows from a
    comparison with the twin: both places are where the two texts differ, widened by the words that touch them.
    """

    original: Original
    kind: str
    severity: str
    target: str

    @property
    def place(self) -> Span:
        return places(self.original.mt, self.target)[1]

    @property
    def twin_place(self) -> Span:
        return places(self.original.mt, self.target)[0]


def read(data: Path) -> tuple[list[Original], list[Perturbed]]:
    """The originals and the perturbed ones in the folder `data`/mt-perturbed. Raises InputError without them."""
    originals: dict[int, Original] = {}
    for record in _records(data / "mt-perturbed" / "demetr.base.jsonl.gz"):
        lang = LANGUAGES[record["lang"]]
        originals[record["id"]] = Original(record["id"], lang, record["source"], record["reference"], record["mt"])
    perturbed: list[Perturbed] = []
    for record in _records(data / "mt-perturbed" / "demetr.perturbed.jsonl.gz"):
        original = originals[record["id"]]
        kind = record["pert"].split("_", 2)[2]
        perturbed.append(Perturbed(original, kind, record["severity"], record["target"]))
    return list(originals.values()), perturbed


def _records(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise InputError(f"there is no such file; {WHERE}", where=str(path))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


@lru_cache(maxsize=1_000)
def places(twin: str, text: str) -> tuple[Span, Span]:
    """Where two texts differ, word by word, in the one and in the other, with the word on either side.

    >>> places("a big red dog ran", "a big dog ran")
    (Span(start=2, end=13), Span(start=2, end=9))
    """
    ours, theirs = _tokens(twin), _tokens(text)
    matcher = difflib.SequenceMatcher(
        None, [s.of(twin).lower() for s in ours], [s.of(text).lower() for s in theirs], autojunk=False
    )
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if not changes:
        return Span(0, len(twin)), Span(0, len(text))
    _, a, _, c, _ = changes[0]
    _, _, b, _, d = changes[-1]
    return _widened(ours, a, b), _widened(theirs, c, d)


def _tokens(text: str) -> list[Span]:
    found, at = [], 0
    for token in text.split():
        start = text.index(token, at)
        at = start + len(token)
        found.append(Span(start, at))
    return found


def _widened(tokens: list[Span], first: int, last: int) -> Span:
    chosen = tokens[max(0, first - 1) : last + 1] or tokens[-1:]
    return Span(chosen[0].start, chosen[-1].end)
