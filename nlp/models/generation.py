"""Models that write: what is asked of them and what comes back. `nlp.models.generators` loads one.

A `Generator` is an encoder-decoder (`seq2seq`) or a language model that follows instructions (`chat`); an `Engine` runs
it (`_torch`, `_ctranslate`). Texts go in, texts come out in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from nlp.errors import OptionError
from nlp.models._loading import quiet
from nlp.models._tidy import tidy
from nlp.models.profiles import Profile


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to write. Of each source `candidates` texts come back, best first.

    `beams` of None stands for the model's own number; there are never fewer than candidates. Nothing is drawn by
    chance. `length` is how a chat model is told of the length wished for: "2 sentences".
    """

    max_new_tokens: int
    min_new_tokens: int = 0
    beams: int | None = None
    candidates: int = 1
    length: str = "3 sentences"


@dataclass(frozen=True, slots=True)
class Generation:
    """One text that a model wrote, without special tokens; a line break stands where the model began a new line.

    `finish_reason` is "eos" when the model ended it, "length" when it was cut off at the most `tokens` allowed.
    """

    text: str
    finish_reason: Literal["eos", "length"]
    tokens: int


@dataclass(frozen=True, slots=True)
class Written:
    """The tokens that an engine wrote, without the mark that ends them; `finished` says whether there was one."""

    tokens: tuple[int, ...]
    finished: bool


class Engine(Protocol):
    """What runs a model: torch, or something faster."""

    @property
    def precision(self) -> str:
        """Number format, and the engine's version where it is not torch: "float32"."""
        ...

    def write(self, rows: Sequence[Sequence[int]], decoding: Decoding, first: int | None) -> list[list[Written]]:
        """`decoding.candidates` for each row, best first. `first` is the token that every summary begins with."""
        ...


class Generator(Protocol):
    """A loaded model that summarizes texts."""

    @property
    def name(self) -> str: ...

    @property
    def profile(self) -> Profile: ...

    @property
    def signature(self) -> str:
        """Model, revision, number format, engine and versions: what is needed to get the same texts again."""
        ...

    def room(self, decoding: Decoding) -> int:
        """How many tokens of a source fit beside everything else that the model must be told."""
        ...

    def count(self, texts: Sequence[str]) -> list[int]:
        """The tokens of each text, without special ones."""
        ...

    def generate(
        self, sources: Sequence[str], decoding: Decoding, *, batch_size: int = 8, lang: str = "en"
    ) -> list[tuple[Generation, ...]]:
        """What the model writes for each source, in their order; sources of like length share a batch.

        Raises OptionError for a source that is longer than `room`: nothing is cut off in silence.
        """
        ...


def by_length(lengths: Sequence[int], batch_size: int) -> Iterator[list[int]]:
    """Batches of indices, longest first, so that a batch holds sources of like length and little padding.

    >>> list(by_length([3, 9, 4], 2))
    [[1, 2], [0]]
    """
    if batch_size < 1:
        raise OptionError(f"batch_size must be at least 1, not {batch_size}")
    order = sorted(range(len(lengths)), key=lambda i: (-lengths[i], i))
    for start in range(0, len(order), batch_size):
        yield order[start : start + batch_size]


def in_batches(
    generator: Any,  # noqa: ANN401 - a Seq2Seq or a Chat
    rows: Sequence[Sequence[int]],
    decoding: Decoding,
    first: int | None,
    batch_size: int,
) -> list[tuple[Generation, ...]]:
    """What the generator's engine writes for each row of token ids, in their order; of equal candidates the better."""
    written: list[tuple[Generation, ...]] = [()] * len(rows)
    for chosen in by_length([len(row) for row in rows], batch_size):
        batch = generator.engine.write([rows[i] for i in chosen], decoding, first)
        for i, candidates in zip(chosen, batch, strict=True):
            texts: dict[str, Generation] = {}
            for candidate in candidates:
                text = generator.tokenizer.decode(
                    list(candidate.tokens), skip_special_tokens=True, clean_up_tokenization_spaces=False
                )
                text = tidy(text, line_mark=generator.profile.line_mark)
                reason: Literal["eos", "length"] = "eos" if candidate.finished else "length"
                texts.setdefault(text, Generation(text, reason, len(candidate.tokens)))
            written[i] = tuple(texts.values())
    return written


def count(tokenizer: Any, texts: Sequence[str]) -> list[int]:  # noqa: ANN401 - transformers is untyped
    """The tokens of each text, without special ones."""
    if not texts:
        return []
    with quiet():
        return [len(ids) for ids in tokenizer(list(texts), add_special_tokens=False)["input_ids"]]


def signature(name: str, origin: str, engine: Engine) -> str:
    """Model, where its weights are from, number format, engine and versions."""
    import torch
    import transformers

    return f"{name}|{origin}|{engine.precision}|transformers:{transformers.__version__}|torch:{torch.__version__}"
