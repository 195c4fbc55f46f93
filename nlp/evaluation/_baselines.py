"""What summarizers are measured against: first sentences, sumy's methods, and the best that choosing can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from typing import Any

from nlp.text.tokens import words

SUMY = {"LexRank": ("lex_rank", "LexRankSummarizer"), "TextRank": ("text_rank", "TextRankSummarizer")} | {
    "LSA": ("lsa", "LsaSummarizer")
}
_ORACLE = 12  # sentences the oracle chooses from: more than that make too many choices to try


class _Words:
    """A tokenizer for sumy that needs no downloaded data."""

    def to_words(self, sentence: str) -> list[str]:
        return words(sentence)


def first(sentences: Sequence[str], count: int) -> list[int]:
    """Lead: the first sentences as they stand, headline and all."""
    return list(range(min(count, len(sentences))))


def sumy(method: str, sentences: Sequence[str], count: int) -> list[int]:
    """The sentences that one of sumy's methods chooses, in order; [] when it chooses none. No stop words, no stemmer,
    as sumy comes.
    """
    dom: Any = import_module("sumy.models.dom")
    module, name = SUMY[method]
    summarize: Any = getattr(import_module(f"sumy.summarizers.{module}"), name)()
    own = [dom.Sentence(text, _Words()) for text in sentences]
    chosen = {id(sentence) for sentence in summarize(dom.ObjectDocumentModel([dom.Paragraph(own)]), count)}
    return [index for index, sentence in enumerate(own) if id(sentence) in chosen]


def sumy_available() -> bool:
    return find_spec("sumy") is not None


def oracle(sentences: Sequence[str], count: int, worth: Callable[[Sequence[int]], float]) -> list[int]:
    """The choice of `count` sentences of the first twelve that is worth most."""
    count = min(count, len(sentences))
    choices = [list(choice) for choice in combinations(range(min(len(sentences), _ORACLE)), count)]
    return max(choices, key=worth)
