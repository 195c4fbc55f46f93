"""Translated documents whose errors professionals marked, as articles: what each sentence would cost a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.evaluation import _segments
from nlp.evaluation._segments import ErrorSpan, Part, Segment
from nlp.read.assemble import article
from nlp.text.tokens import count_words
from nlp.types import Article

SETS = ("newstest2020", "newstest2021")
_PUNCTUATION, _NON_TRANSLATION = 0.1, 25.0
_WEIGHTS = {"critical": 5.0, "major": 5.0, "minor": 1.0, "neutral": 0.0}


@dataclass(frozen=True, slots=True)
class Document:
    """A machine-translated document. `penalties` and `words` are of its sentences, in order; `humans` are the sentences
    of each human translation of it.
    """

    name: str
    article: Article
    penalties: tuple[float, ...]
    words: tuple[int, ...]
    humans: tuple[tuple[str, ...], ...]

    def cost(self, indices: Sequence[int]) -> tuple[float, float]:
        """Penalty and words of some of its sentences."""
        return sum(self.penalties[i] for i in indices), float(sum(self.words[i] for i in indices))


def documents(folder: Path, part: Part) -> Iterator[Document]:
    """The documents of newstest2020 and 2021 in one part, by the systems of that part; segments are lines."""
    yield from _documents(folder, lambda segment: _segments.part(segment) == part and not segment.is_human)


def for_choosing(folder: Path, *, most: int) -> Iterator[Document]:
    """The translations that settings may be chosen on (`_segments.for_choosing`), at most `most` of each document."""
    taken: Counter[str] = Counter()
    for document in _documents(folder, _segments.for_choosing):
        taken[document.name] += 1
        if taken[document.name] <= most:
            yield document


def _documents(folder: Path, wanted: Callable[[Segment], bool]) -> Iterator[Document]:
    for name in SETS:
        every = _segments.documents(_segments.read(folder / f"{name}.zh-en.jsonl.gz"))
        humans: dict[str, list[list[Segment]]] = {}
        for segments in every:
            if segments[0].is_human:
                humans.setdefault(segments[0].document, []).append(segments)
        for segments in every:
            if wanted(segments[0]):
                yield _document(segments, humans.get(segments[0].document, []))


def _document(segments: Sequence[Segment], humans: Sequence[Sequence[Segment]]) -> Document:
    first = segments[0]
    made = _as_article(segments)
    sentences = made.sentences
    penalties = [0.0] * len(sentences)
    start = 0
    for segment in segments:
        inside = [s.index for s in sentences if start <= s.start < start + len(segment.target) + 1]
        for index, penalty in _shares(made, segment, start, inside):
            penalties[index] += penalty
        start += len(segment.target) + 1
    return Document(
        name=f"{first.dataset}|{first.document}",
        article=made,
        penalties=tuple(penalties),
        words=tuple(count_words(sentence.of(made.text)) for sentence in sentences),
        humans=tuple(tuple(s.of(a.text) for s in a.sentences) for a in map(_as_article, humans)),
    )


def _as_article(segments: Sequence[Segment]) -> Article:
    text = "\n".join(segment.target.replace("\n", " ") for segment in segments)
    return article(text, id=segments[0].document, source_lang="zh", check_language=False)


def _shares(made: Article, segment: Segment, start: int, inside: Sequence[int]) -> Iterator[tuple[int, float]]:
    """What each sentence of a segment costs, the mean over raters: an error is where it was marked, shared between the
    sentences it touches; what a rater marked elsewhere (omissions, in the source) is shared by length.
    """
    lengths = {i: made.sentences[i].end - made.sentences[i].start for i in inside}
    for rating in segment.ratings:
        unplaced = rating.penalty
        for error in rating.errors:
            common = {
                i: min(start + error.end, made.sentences[i].end) - max(start + error.start, made.sentences[i].start)
                for i in inside
            }
            touched = {i: max(n, 0) for i, n in common.items()}
            if not sum(touched.values()):
                continue
            unplaced -= _weight(error)
            for i, n in touched.items():
                yield i, _weight(error) * n / sum(touched.values()) / len(segment.ratings)
        for i, length in lengths.items():
            yield i, unplaced * length / sum(lengths.values()) / len(segment.ratings)


def _weight(error: ErrorSpan) -> float:
    category = error.category.casefold()
    if category.startswith("non-translation"):
        return _NON_TRANSLATION
    if error.severity == "minor" and "punctuation" in category:
        return _PUNCTUATION
    return _WEIGHTS[error.severity]
