import math
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer

from nlp.summarizers import lexrank
from nlp.summarizers._terms import unit_vectors

SENTENCES = st.lists(st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=8), min_size=1, max_size=12)


class Words:
    """A tokenizer for sumy that needs no data."""

    def to_words(self, text):
        return text.split()


class SumyWithOurRarity(LexRankSummarizer):
    """sumy's own, with log(1 + N / n) for log(N / (1 + n)), which is 0 or below for common words, and with the jump."""

    @staticmethod
    def _compute_idf(sentences):
        words = {word for sentence in sentences for word in sentence}
        return {w: math.log(1 + len(sentences) / sum(w in s for s in sentences)) for w in words}


def sumys(sentences):
    document = ObjectDocumentModel([Paragraph([Sentence(" ".join(words), Words()) for words in sentences])])
    sumy = SumyWithOurRarity()
    words = [sumy._to_words_set(sentence) for sentence in document.sentences]
    return sumy, sumy._create_matrix(words, sumy.threshold, sumy._compute_tf(words), sumy._compute_idf(words))


@settings(derandomize=True)
@given(SENTENCES)
def test_links_and_ranks_are_sumys(sentences):
    sumy, stochastic = sumys(sentences)
    links = lexrank.links(unit_vectors(sentences)).toarray()
    np.testing.assert_allclose(links / links.sum(axis=1, keepdims=True), stochastic)
    count = len(sentences)
    jumping = 0.15 / count + 0.85 * stochastic
    expected = sumy.power_method(jumping, 1e-9)
    np.testing.assert_allclose(lexrank.rank(sentences), expected / expected.sum(), atol=1e-6)


@given(SENTENCES)
def test_ranks_add_up_to_one(sentences):
    assert sum(lexrank.rank(sentences)) == pytest.approx(1)


def test_nothing_to_rank_and_sentences_without_words():
    assert lexrank.rank([]) == []
    assert lexrank.rank([[], ["a"], []]) == pytest.approx([1 / 3] * 3)


def test_blocks_change_nothing(monkeypatch):
    sentences = [[f"w{(i * j) % 17}" for j in range(6)] for i in range(40)]
    whole = lexrank.rank(sentences)
    monkeypatch.setattr(lexrank, "_BLOCK", 7)
    assert lexrank.rank(sentences) == whole


def test_nothing_of_what_must_not_appear(seed):
    article, findings, forbidden = seed
    summary = lexrank.summarize(article, findings=findings, sentences=50).summary
    assert summary
    assert not [words for words in forbidden if words in summary]


def test_nine_hundred_sentences_take_no_minute():
    rng = np.random.default_rng(0)
    sentences = [[f"w{min(k, 5000)}" for k in rng.zipf(1.3, 20)] for _ in range(900)]
    begin = time.perf_counter()
    assert len(lexrank.rank(sentences)) == 900
    assert time.perf_counter() - begin < 5  # sumy's loops take 20 s and more
