"""From articles to what a model writes about them: read in parts, the summaries of the parts summarized again.

The parts of all articles go to the model together, so that a batch holds texts of like length whatever article they
are from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nlp.errors import OptionError
from nlp.models.generation import Decoding, Generation, Generator
from nlp.models.profiles import Profile
from nlp.summarizers import _reading
from nlp.summarizers._selection import DUPLICATE, keys
from nlp.text.sentences import split
from nlp.text.tokens import count_words
from nlp.types import Article, Finding, SummaryInput

_TOKENS_A_SENTENCE, _TOKENS_A_WORD, _TOKENS_MORE = 45, 2, 8  # generous, for what is not whole in the end is cut off
_ROUNDS = 8
_WHOLE = re.compile(r"[.!?…。！？।۔؟։][”’\"»')\]]*$")
_OPEN_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|St|[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a summary may be; at least one of the two is given."""

    sentences: int | None
    max_words: int | None

    def __post_init__(self) -> None:
        if self.sentences is None and self.max_words is None:
            raise OptionError("say how long the summary may be: a number of sentences or of words")
        for name, limit in (("sentences", self.sentences), ("max_words", self.max_words)):
            if limit is not None and limit < 1:
                raise OptionError(f"{name} must be at least 1, not {limit}")

    def decoding(self, profile: Profile) -> Decoding:
        """How a model of this profile writes a summary within the limits."""
        needs = []
        length = []
        if self.sentences is not None:
            needs.append(self.sentences * _TOKENS_A_SENTENCE)
            length.append("1 sentence" if self.sentences == 1 else f"{self.sentences} sentences")
        if self.max_words is not None:
            needs.append(self.max_words * _TOKENS_A_WORD + _TOKENS_MORE)
            length.append(f"at most {self.max_words} words")
        most = min(*needs, profile.max_new_tokens) if needs else profile.max_new_tokens
        return Decoding(most, min(profile.min_new_tokens, most // 2), length=" of ".join(length))


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model wrote about an article: whole sentences, cut to the limits. `note` says what went wrong."""

    sentences: tuple[str, ...]
    finish_reason: Literal["eos", "length"] | None
    reading: _reading.Reading
    input: SummaryInput
    note: str | None = None


def drafts(
    articles: Sequence[Article],
    findings: Sequence[Sequence[Finding]],
    generator: Generator,
    limits: Limits,
    *,
    batch_size: int,
) -> list[Draft]:
    """A draft of each article, in their order.

    An article longer than the model's limit is read in chunks, and their summaries are read in turn until they fit;
    `input` says how many there were. Nothing of the article is cut off.
    """
    readings = [_reading.reading(one, its) for one, its in zip(articles, findings, strict=True)]
    decoding = limits.decoding(generator.profile)
    room = generator.room(decoding)
    if room < 16:
        raise OptionError(f"{generator.name} can read {room} tokens beside its request; ask for a shorter summary")
    pending = {i: [line.text for line in reading.lines] for i, reading in enumerate(readings)}
    chunk_counts = [0] * len(articles)
    written: dict[int, Generation] = {}
    cut: set[int] = set()
    for turn in range(_ROUNDS):
        parts = {i: _reading.chunks(texts, room, generator.count) for i, texts in pending.items()}
        if turn == 0:
            chunk_counts = [len(parts[i]) for i in range(len(articles))]
        answers = _asked(generator, articles, parts, decoding, batch_size)
        pending = {}
        for i, sources in parts.items():
            if len(sources) == 1:
                written[i] = answers[i][0]
            elif sources:
                pending[i], shorter = _summaries(answers[i], sources, articles[i].lang, generator)
                cut |= set() if shorter else {i}
        if not pending:
            break
    return [
        _draft(article, reading, written.get(i), chunk_counts[i], generator, limits, cut=i in cut)
        for i, (article, reading) in enumerate(zip(articles, readings, strict=True))
    ]


def sentences_of(generation: Generation, lang: str) -> list[str]:
    """The whole sentences of what a model wrote, none twice: a last one that was cut off is left out."""
    found: list[str] = []
    for line in generation.text.split("\n"):
        found += [span.of(line) for span in split(line, 0, len(line), lang=lang)]
    if found and generation.finish_reason == "length":
        last = found[-1]
        if not _WHOLE.search(last) or _OPEN_ABBREVIATION.search(last):
            del found[-1]
    kept: list[str] = []
    seen: list[frozenset[str]] = []
    for sentence in found:
        words = frozenset(keys(sentence))
        if words and not any(len(words & other) >= DUPLICATE * len(words | other) for other in seen):
            kept.append(sentence)
            seen.append(words)
    return kept


def within(sentences: Sequence[str], limits: Limits) -> list[str]:
    """The first sentences, as many as the limits allow."""
    kept: list[str] = []
    words = 0
    for sentence in sentences[: limits.sentences]:
        words += count_words(sentence)
        if limits.max_words is not None and words > limits.max_words:
            break
        kept.append(sentence)
    return kept


def _asked(
    generator: Generator,
    articles: Sequence[Article],
    parts: dict[int, list[str]],
    decoding: Decoding,
    batch_size: int,
) -> dict[int, list[Generation]]:
    """What the model writes for each part of each article; languages apart, for some models must be told."""
    answers: dict[int, list[Generation]] = {i: [] for i in parts}
    for lang in sorted({articles[i].lang for i in parts}):
        chosen = [(i, source) for i, sources in parts.items() if articles[i].lang == lang for source in sources]
        texts = [source for _, source in chosen]
        written = generator.generate(texts, decoding, batch_size=batch_size, lang=lang)
        for (i, _), candidates in zip(chosen, written, strict=True):
            answers[i].append(candidates[0])
    return answers


def _summaries(
    answers: Sequence[Generation], sources: Sequence[str], lang: str, generator: Generator
) -> tuple[list[str], bool]:
    """The sentences that stand for the chunks in the next round, and whether they are shorter by themselves.

    Where they are not shorter than three quarters of what was read, each chunk's summary is cut to a half of its
    chunk: a model that does not shorten would never come to an end.
    """
    found = [" ".join(sentences_of(answer, lang)) or answer.text.replace("\n", " ") for answer in answers]
    before = generator.count(sources)
    if sum(generator.count(found)) <= 0.75 * sum(before):
        return [text for text in found if text], True
    pairs = zip(found, before, strict=True)
    return [_reading.shortened(text, size // 2, generator.count) for text, size in pairs if text], False


def _draft(
    article: Article,
    reading: _reading.Reading,
    generation: Generation | None,
    chunks: int,
    generator: Generator,
    limits: Limits,
    *,
    cut: bool,
) -> Draft:
    tokens = sum(generator.count([sentence.of(article.text) for sentence in article.sentences]))
    dropped_indices = {left.source_index for left in reading.left_out}
    dropped = [sentence.of(article.text) for sentence in article.sentences if sentence.index in dropped_indices]
    lost = sum(generator.count(dropped))
    account = SummaryInput(
        sentences=len(article.sentences),
        words=count_words(article.text),
        eligible=len(reading.lines),
        left_out=reading.left_out,
        tokens=tokens,
        kept=tokens - lost,
        dropped=lost,
        chunks=chunks,
    )
    if generation is None:
        why = "The model wrote nothing." if reading.lines else "No sentence of the article was fit to use."
        return Draft((), None, reading, account, why)
    whole = sentences_of(generation, article.lang)
    kept = within(whole, limits)
    notes = []
    if not whole:
        notes.append(f"The model finished no sentence within {generation.tokens} tokens.")
    elif not kept:
        notes.append(f"The model's first sentence has more than {limits.max_words} words.")
    if cut:
        notes.append("The summaries of the chunks were no shorter than the chunks, so they were cut.")
    return Draft(tuple(kept), generation.finish_reason, reading, account, " ".join(notes) or None)
