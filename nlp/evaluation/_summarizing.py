"""Every method on one article: the baselines on its sentences as they stand, ours with what was found in it."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from nlp import registry
from nlp.evaluation import _baselines
from nlp.models import encoder
from nlp.text.tokens import count_words
from nlp.types import Article, Finding

LEAD = "lead-3"
BLIND = "news, blind"
WITH_LM = "news with the language model"
PENALTIES = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0)


@dataclass(frozen=True, slots=True)
class Made:
    """A summary: its text, a sentence a line, and the article's sentences it came from."""

    text: str
    indices: tuple[int, ...]

    @property
    def words(self) -> int:
        return count_words(self.text)


def summaries(
    article: Article, findings: Sequence[Finding], *, count: int, curve: bool = False, with_lm: bool = False
) -> dict[str, Made]:
    """Summaries of `count` sentences by every method. sumy's are left out when it is not installed, `centroid` when its
    encoder is not. "news, blind" knows neither findings nor the tagger; with `curve`, news with other weights of the
    penalty are there too; with `with_lm`, news that lets the language model judge sentences.
    """
    texts = [sentence.of(article.text) for sentence in article.sentences]

    def of(indices: Sequence[int]) -> Made:
        return Made("\n".join(" ".join(texts[i].split()) for i in indices), tuple(indices))

    made = {LEAD: of(_baselines.first(texts, count))}
    if _baselines.sumy_available():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sumy divides by zero where sentences share nothing
            for method in _baselines.SUMY:
                made[f"sumy {method}"] = of(_baselines.sumy(method, texts, count))
    names = ["lead", "textrank", "lexrank"] + (["centroid"] if encoder.available() else [])
    for name in names:
        made[name] = ours(name, article, findings, count)
    made[BLIND] = ours("news", article, (), count, penalty=0.0)
    if curve:
        for weight in PENALTIES:
            made[f"news, penalty {weight:g}"] = ours("news", article, findings, count, penalty=weight)
    made["news"] = ours("news", article, findings, count)
    if with_lm:
        made[WITH_LM] = ours("news", article, findings, count, with_lm=True)
    return made


def ours(name: str, article: Article, findings: Sequence[Finding], count: int, **options: float) -> Made:
    """The summary by one of our methods, of `count` sentences."""
    summary = registry.load("summarizers", name).summarize(article, findings=findings, sentences=count, **options)
    return Made(
        "\n".join(sentence.text for sentence in summary.sentences),
        tuple(sentence.source_index for sentence in summary.sentences),
    )
