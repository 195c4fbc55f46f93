"""Summaries: ROUGE against references, and how much of the translation's errors they carry along.

References: DIR/summ-quality/summeval.docs.jsonl.gz (100 CNN/DailyMail articles with 11 references, public as SummEval)
and newsroom.docs.jsonl.gz (60 articles of Newsroom, one reference). ROUGE is the classic one, with stemming, against
the first reference, which is CNN/DailyMail's own, and as the mean over all. Differences are to lead-3, the first three
sentences as they stand; intervals are the paired bootstrap's over articles. The oracle knows the first reference.

Errors: DIR/mt-spans/newstest2020.zh-en.jsonl.gz and 2021 (Freitag et al. 2021, public as wmt-mqm-human-evaluation),
documents and systems that the span tagger was not trained on (--part). What professionals marked in the sentences of a
summary, as MQM penalty per 100 words, beside ROUGE-1 of the summary against lead-3 and LexRank summaries of the human
translations of the same document, so that dodging errors by dodging content shows. Intervals are over documents.

Residue: 200 documents of DIR/mt-docs with the residue and the elisions of the rules' own examples planted in them; how
many summaries have any of it.

sumy's methods get a tokenizer of our own, since theirs needs downloaded data; without sumy they are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.detection import detect
from nlp.errors import InputError
from nlp.evaluation import _baselines, _planted, _summarizing, _translated
from nlp.evaluation._summarizing import BLIND, LEAD, Made
from nlp.evaluation._table import Cell, Table
from nlp.metrics import rouge1, rouge2, rougeLsum
from nlp.read.assemble import article
from nlp.statistics.intervals import bootstrap_interval
from nlp.text.sentences import split
from nlp.text.tokens import count_words
from nlp.types import Sample

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

REFERENCED = ("summeval", "newsroom")
MEASURES = ("references", "errors", "residue")
COUNT = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only", choices=MEASURES, help="only this (default: all three)")
    parser.add_argument(
        "--part", choices=("held-out", "dev"), default="held-out", help="of the documents with marked errors"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N articles of each set")
    parser.add_argument(
        "--with-lm", action="store_true", help="of errors: a row for news whose sentences the language model judges too"
    )


def evaluate(data: Path, options: argparse.Namespace) -> Iterator[Table]:
    """A table for each set with references, one for errors, one for residue. Raises InputError for missing data."""
    for name in REFERENCED if options.only in (None, "references") else ():
        yield _references(data / "summ-quality" / f"{name}.docs.jsonl.gz", name, options.limit)
    if options.only in (None, "errors"):
        yield _errors(data / "mt-spans", options)
    if options.only in (None, "residue"):
        yield _residue(data / "mt-docs", options.limit)


def _references(path: Path, name: str, limit: int | None) -> Table:
    import numpy as np

    scores: dict[str, list[npt.NDArray[np.float64]]] = {}
    compression: dict[str, list[float]] = {}
    for record in _records(path)[:limit]:
        source = article(record["article"], check_language=False)
        references = [_lines(text) for text in record["references"]]
        made = _summarizing.summaries(source, detect(source), count=COUNT)
        made["oracle"] = _oracle([s.of(source.text) for s in source.sentences], references[0])
        for method, summary in made.items():
            scores.setdefault(method, []).append(_rouge(summary.text, references))
            compression.setdefault(method, []).append(count_words(source.text) / max(summary.words, 1))
    lead = np.array(scores[LEAD])
    rows = [_scored(method, np.array(own), lead, compression[method]) for method, own in scores.items()]
    columns = ("method", "ROUGE-1", "ROUGE-2", "ROUGE-Lsum", "ROUGE-1 − lead-3", "Lsum − lead-3", "ROUGE-1, all refs")
    notes = [f"{len(scores[LEAD])} articles, {COUNT} sentences each; ROUGE with stemming, first reference."]
    notes += _without_sumy()
    return Table(f"Summaries of {name}", (*columns, "words", "compression"), tuple(rows), tuple(notes))


def _scored(
    method: str, own: npt.NDArray[np.float64], lead: npt.NDArray[np.float64], compression: Sequence[float]
) -> tuple[Cell | str, ...]:
    cells = [_mean(own[:, column]) for column in range(3)]
    cells += [_mean(own[:, column] - lead[:, column]) for column in (0, 2)]
    words = Cell(float(own[:, 4].mean()), digits=1)
    return (method, *cells, _mean(own[:, 3]), words, Cell(sum(compression) / len(compression), digits=1))


def _mean(values: npt.NDArray[np.float64]) -> Cell:
    rows = [(float(value), 1.0) for value in values]
    interval = bootstrap_interval(rows, lambda total: total[0] / total[1] if total[1] else None)
    return Cell(float(values.mean()), interval, digits=2)


def _rouge(text: str, references: Sequence[str]) -> npt.NDArray[np.float64]:
    """ROUGE-1, -2, -Lsum against the first reference, ROUGE-1 as the mean over all, times 100; and the words."""
    import numpy as np

    first = [100 * one(metric, text, references[0]) for metric in (rouge1, rouge2, rougeLsum)]
    every = [100 * one(rouge1, text, reference) for reference in references]
    return np.array([*first, sum(every) / len(every), count_words(text)])


def one(metric: Any, text: str, reference: str) -> float:  # noqa: ANN401 - a module of nlp.metrics
    """A text against one reference by a ROUGE metric, 0 to 1."""
    return float(metric.measure([Sample("", text, (reference,))], tokenizer="rouge155", stem=True)[0][0])


def _oracle(sentences: Sequence[str], reference: str) -> Made:
    def worth(choice: Sequence[int]) -> float:
        return one(rouge1, " ".join(sentences[i] for i in choice), reference)

    chosen = _baselines.oracle(sentences, COUNT, worth)
    return Made("\n".join(sentences[i] for i in chosen), tuple(chosen))


def _errors(folder: Path, options: argparse.Namespace) -> Table:
    import numpy as np

    costs: dict[str, list[tuple[float, float]]] = {}
    likeness: dict[str, list[tuple[float, float]]] = {}
    names: list[str] = []
    for document in list(_translated.documents(folder, options.part))[: options.limit]:
        names.append(document.name)
        made = _summarizing.summaries(
            document.article, detect(document.article), count=COUNT, curve=True, with_lm=options.with_lm
        )
        everything = tuple(range(len(document.words)))
        made = {"the article": Made("", everything), **made}
        references = [human(sentences) for sentences in document.humans]
        for method, summary in made.items():
            costs.setdefault(method, []).append(document.cost(summary.indices))
            pairs = [[100 * one(rouge1, summary.text, text) for text in pair] for pair in references]
            likeness.setdefault(method, []).append(tuple(np.mean(pairs, axis=0)) if summary.text else (0.0, 0.0))
    rows: list[tuple[Cell | str, ...]] = []
    for method, own in costs.items():
        like = np.array(likeness[method])
        shown = method != "the article"
        rows.append(
            (
                method,
                _ratio([(100 * p, w) for p, w in own], names, digits=1),
                _against(own, costs[LEAD], names),
                _against(own, costs[BLIND], names),
                *(Cell(float(like[:, k].mean()) if shown else None, digits=1) for k in (0, 1)),
                Cell(float(like.mean()) if shown else None, digits=1),
                Cell(sum(w for _, w in own) / len(own), digits=1),
            )
        )
    columns = ("method", "penalty per 100 words", "of lead-3's", "of the blind twin's")
    likes = ("ROUGE-1: human lead-3", "human LexRank", "mean", "words")
    notes = [
        f"{len(names)} translations of {len(set(names))} documents ({options.part}), {COUNT} sentences each.",
        "Findings of the rules, and the span tagger where it is installed.",
        *_without_sumy(),
    ]
    return Table("Errors that summaries carry along", columns + likes, tuple(rows), tuple(notes))


def human(sentences: Sequence[str]) -> tuple[str, str]:
    """The lead-3 and the LexRank summary of a human translation."""
    from nlp.summarizers import lexrank
    from nlp.text.tokens import words

    ranks = lexrank.rank([[word.casefold() for word in words(text)] for text in sentences])
    best = sorted(sorted(range(len(ranks)), key=lambda i: (-ranks[i], i))[:COUNT])
    return " ".join(sentences[:COUNT]), " ".join(sentences[i] for i in best)


def _against(own: Sequence[tuple[float, float]], other: Sequence[tuple[float, float]], names: Sequence[str]) -> Cell:
    """The penalty a word as a share of another method's, on the same documents."""

    def value(total: Sequence[float]) -> float | None:
        penalty, words, others, other_words = total
        return penalty / words / (others / other_words) if words and others else None

    rows = [(*one, *two) for one, two in zip(own, other, strict=True)]
    total = [sum(column) for column in zip(*rows, strict=True)]
    return Cell(value(total), bootstrap_interval(rows, value, clusters=names), digits=2)


def _ratio(rows: Sequence[tuple[float, float]], names: Sequence[str], *, digits: int) -> Cell:
    def value(total: Sequence[float]) -> float | None:
        return total[0] / total[1] if total[1] else None

    total = [sum(column) for column in zip(*rows, strict=True)]
    return Cell(value(total), bootstrap_interval(rows, value, clusters=names), digits=digits)


def _residue(folder: Path, limit: int | None) -> Table:
    found: dict[str, list[int]] = {}
    documents = _planted.documents(folder)[:limit]
    for document in documents:
        made = _summarizing.summaries(document.article, detect(document.article), count=COUNT)
        for method, summary in made.items():
            found.setdefault(method, []).append(document.carried(summary.text))
    rows: list[tuple[Cell | str, ...]] = [
        (method, Cell(sum(map(bool, counts)), digits=0), Cell(sum(counts), digits=0))
        for method, counts in found.items()
    ]
    planted = sum(len(document.planted) for document in documents)
    notes = (f"{len(documents)} documents with {planted} pieces planted; {COUNT} sentences each.", *_without_sumy())
    return Table("Planted residue in summaries", ("method", "summaries with any", "pieces"), tuple(rows), notes)


def _records(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        raise InputError("there is no such file of articles with references", where=str(path))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _lines(text: str) -> str:
    return "\n".join(span.of(text) for span in split(text, 0, len(text)))


def _without_sumy() -> list[str]:
    return [] if _baselines.sumy_available() else ["sumy is not installed, so its methods are left out."]
