"""How far an article bears out the sentences of a summary: what the support metrics and `consistency` share.

A metric here gives a number for each sentence of the summary; the summary's is their mean, as people who judge
sentence by sentence would have it (Wang, Cho and Lewis, "QAGS", ACL 2020), and many summaries have the mean of theirs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, mean_row
from nlp.text.content import Word, stemmed_words
from nlp.text.evidence import Evidence, claimed_numbers, evidence, sentence_spans
from nlp.text.fragments import extractive_fragments
from nlp.text.ngrams import ngrams
from nlp.types import Sample

SIGNATURE = f"words:stems-en|split:sentencex|avg:sentence|v:{__version__}"

PAIR = 3  # content words after each that it is paired with


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of a summary."""

    text: str
    words: list[Word]

    @property
    def stems(self) -> list[str]:
        return [word.stem for word in self.words]

    @property
    def content(self) -> list[Word]:
        return [word for word in self.words if word.content]


def claims(summary: str) -> list[Claim]:
    """The sentences of a summary that have words."""
    texts = [span.of(summary) for span in sentence_spans(summary)]
    return [claim for claim in (Claim(text, stemmed_words(text)) for text in texts) if claim.words]


def rows(samples: Sequence[Sample], of: Callable[[Claim, Evidence], float | None]) -> list[Row]:
    """Rows (mean over the sentences for which `of` is defined, 1); zeros without such a one, or without an article."""

    def row(sample: Sample) -> Row:
        if sample.source is None:
            return UNDEFINED
        article = evidence(sample.source)
        found = [x for x in (of(claim, article) for claim in claims(sample.hypothesis)) if x is not None]
        return mean_row(sum(found) / len(found) if found else None)

    return [row(sample) for sample in samples]


def ngram_share(claim: Claim, article: Evidence, n: int) -> float | None:
    """The share of the sentence's runs of two or three words that the article has; None when it is shorter."""
    known = article.bigrams if n == 2 else article.trigrams
    runs = list(ngrams(claim.stems, n))
    return sum(run in known for run in runs) / len(runs) if runs else None


def best_sentence_share(claim: Claim, article: Evidence) -> float | None:
    """The share of its runs of three words that a single sentence of the article has, the best one."""
    runs = list(ngrams(claim.stems, 3))
    if not runs:
        return None
    return max((sum(run in one.trigrams for run in runs) for one in article.sentences), default=0) / len(runs)


def seams(claim: Claim, article: Evidence) -> float:
    """Where copying breaks off: pieces less one, by words. A piece is a copied fragment or a word that is new."""
    fragments = extractive_fragments(article.stems, claim.stems)
    copied = sum(fragment.end - fragment.start for fragment in fragments)
    return (len(fragments) + len(claim.words) - copied - 1) / len(claim.words)


def near_share(claim: Claim, article: Evidence) -> float | None:
    """The share of its pairs of content words, few words apart, that stand near each other in the article too."""
    content = claim.content
    pairs = [(one, other) for i, one in enumerate(content) for other in content[i + 1 : i + 1 + PAIR]]
    return sum(article.has_near(*pair) for pair in pairs) / len(pairs) if pairs else None


def word_share(claim: Claim, article: Evidence) -> float | None:
    """The share of its content words that begin like a word of the article."""
    content = claim.content
    return sum(map(article.has_word, content)) / len(content) if content else None


def new_words(claim: Claim, article: Evidence) -> float:
    """The square root of the number of content words that the article lacks: the first is the worst."""
    return math.sqrt(sum(not article.has_word(word) for word in claim.content))


def wrong_numbers(claim: Claim, article: Evidence) -> float:
    """1 when the article lacks a number of the sentence, 0.5 when one stands beside other words there, else 0."""
    found = claimed_numbers(claim.text)
    if any(not article.has_number(number, claim.text) for number in found):
        return 1.0
    return 0.0 if all(article.counts_the_same(number, claim.text) for number in found) else 0.5


def new_denial(claim: Claim, article: Evidence) -> bool | None:
    """Whether the closest sentence of the article lacks the sentence's denial; None when it does not deny."""
    if not any(word.denial for word in claim.words):
        return None
    closest = article.closest(claim.words)
    return not closest.denies if closest else None


def parts(claim: Claim, article: Evidence) -> dict[str, float]:
    """What `consistency` is made of, for one sentence. Squares tell "nearly all" from "all" where it matters, among
    copied sentences, and leave abstractive ones, which have few common runs, alike; roots do the same for errors.
    """
    pairs = near_share(claim, article)
    return {
        "trigrams": (ngram_share(claim, article, 3) or 0.0) ** 2,
        "sentence": (best_sentence_share(claim, article) or 0.0) ** 2,
        "pairs": 1.0 if pairs is None else pairs**2,
        "seams": -math.sqrt(seams(claim, article)),
        "words": -new_words(claim, article),
        "numbers": -wrong_numbers(claim, article),
        "negation": -float(bool(new_denial(claim, article))),
    }


def modelled(intercept: float, weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """The logistic model of a sentence's parts, on a scale on which a sentence copied whole has 1."""
    copied = intercept + weights["trigrams"] + weights["sentence"] + weights["pairs"]
    logit = intercept + math.fsum(weights[name] * part for name, part in found.items())
    return (1 + math.exp(-copied)) / (1 + math.exp(-logit))
