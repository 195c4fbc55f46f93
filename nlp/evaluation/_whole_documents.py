"""Whole news documents of WMT21 (mt-docs), and how many words detectors mark in those that were written in English."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from nlp.errors import InputError
from nlp.evaluation._table import Cell, Table

KEPT_FROM = 20  # of the natively English documents, the first were used for the norms of fluency


def records(path: Path) -> Iterator[dict[str, object]]:
    if not path.is_file():
        what = "is missing; it is made from the WMT21 news test sets (github.com/wmt-conference/wmt21-news-systems)"
        raise InputError(what, where=str(path))
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def lines(segments: object) -> list[str]:
    assert isinstance(segments, list)  # noqa: S101 - the format of the file
    return [str(segment) for segment in segments]


def good_english(data: Path, detectors: Sequence[str]) -> Table:
    from nlp.config import Settings
    from nlp.detection import inspect_all
    from nlp.read.assemble import article
    from nlp.text.tokens import count_words
    from nlp.types import Detection

    kept = list(records(data / "mt-docs/wmt21.en-original.jsonl.gz"))[KEPT_FROM:]
    texts = ["\n".join(lines(record["segments"])) for record in kept]
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
