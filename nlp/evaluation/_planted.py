"""Translated news with layout residue and elisions planted in it, taken from the examples of the rules."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from pathlib import Path

from nlp.errors import InputError
from nlp.read.assemble import article
from nlp.rules import docs, library
from nlp.types import Article

FILES = ("wmt21.is-en", "wmt21.ja-en", "wmt21.ru-en")
COUNT = 200
_LINES, _ELISIONS = 3, 2  # planted in each document
_SEED = 12345


@dataclass(frozen=True, slots=True)
class Planted:
    """A document with what was planted in it."""

    article: Article
    planted: tuple[str, ...]

    def carried(self, summary: str) -> int:
        """How many of the planted pieces stand in a summary. White space does not count."""
        text = " ".join(summary.split())
        return sum(" ".join(piece.split()) in text for piece in self.planted)


def documents(folder: Path) -> list[Planted]:
    """200 machine translations of five lines and more, each with three lines of residue and two elisions.

    Lines are those that the examples of the residue rules flag from end to end, put between paragraphs; elisions go
    between two words of a line. The same seed plants the same. Raises InputError for missing data.
    """
    draw = random.Random(_SEED)  # noqa: S311 - no secret
    lines = residue_lines()
    texts = [segments for name in FILES for segments in _translations(folder / f"{name}.jsonl.gz")]
    made = []
    for number, segments in enumerate(draw.sample(texts, min(COUNT, len(texts)))):
        planted = draw.sample(lines, _LINES)
        body = list(segments)
        for place in draw.sample([i for i, line in enumerate(body) if len(line.split()) > 5 and i], _ELISIONS):
            words = body[place].split()
            cut = draw.randrange(2, len(words) - 1)
            body[place] = " ".join([*words[:cut], "[…]", *words[cut:]])
        for line in planted:
            body.insert(draw.randrange(1, len(body)), line)
        made.append(Planted(article("\n\n".join(body), id=str(number), check_language=False), (*planted, "[…]")))
    return made


def residue_lines() -> list[str]:
    """The lines in examples of the residue rules that are flagged from end to end."""
    found: list[str] = []
    for rule in library.all_rules():
        if rule.category == "residue":
            for example in docs.parse(rule.doc).flags:
                lines = set(example.text.split("\n"))
                found += [text for span in example.spans if len(text := span.of(example.text)) >= 8 and text in lines]
    return sorted(set(found))


def _translations(path: Path) -> list[list[str]]:
    if not path.is_file():
        raise InputError("there is no such file of translated documents", where=str(path))
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            long_enough = sum(len(segment.split()) > 5 for segment in record["segments"][1:]) >= _LINES
            if record["kind"] == "mt" and len(record["segments"]) >= 5 and long_enough:
                found.append(record["segments"])
    return found
