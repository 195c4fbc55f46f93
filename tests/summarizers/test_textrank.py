import math
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.text_rank import TextRankSummarizer

from nlp.summarizers import textrank

WORDS = st.lists(st.sampled_from("abcdefghij"), max_size=8)


class Words:
    """A tokenizer for sumy that needs no data."""

    def to_words(self, text):
        return text.split()


class SumyAsInThePaper(TextRankSummarizer):
    """sumy's own, without what it does otherwise than the paper: links to oneself, words counted more than once."""

    epsilon = 1e-7  # sumy lets a little rank leak away at every step, so that 0 is never reached

    @staticmethod
    def _rate_sentences_edge(words1, words2):
        if words1 is words2:
            return 0.0
        return len(set(words1) & set(words2)) / (math.log(len(words1)) + math.log(len(words2)))


@settings(derandomize=True)
@given(st.lists(WORDS.map(lambda words: ["shared", "too", *words]), min_size=2, max_size=12))
def test_ranks_are_sumys(sentences):
    document = ObjectDocumentModel([Paragraph([Sentence(" ".join(words), Words()) for words in sentences])])
    sumy = SumyAsInThePaper()
    expected = sumy.power_method(sumy._create_matrix(document), sumy.epsilon)
    # What has leaked away is put back in proportion; that is right to about a thousandth.
    np.testing.assert_allclose(textrank.rank(sentences), expected / expected.sum(), atol=2e-3)


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_ranks_solve_the_equation_of_the_paper(sentences):
    links = textrank._links(sentences).toarray()
    assert (links == links.T).all()
    strength = links.sum(axis=1, keepdims=True)
    outgoing = np.divide(links, strength, out=np.zeros_like(links), where=strength > 0)
    count = len(sentences)
    expected = np.linalg.solve(np.eye(count) - 0.85 * outgoing.T, np.full(count, 0.15 / count))
    np.testing.assert_allclose(textrank.rank(sentences), expected, atol=1e-7)


@given(st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=8, unique=True), min_size=2, max_size=12))
def test_links_are_sumys_own_where_no_word_is_repeated(sentences):
    document = ObjectDocumentModel([Paragraph([Sentence(" ".join(words), Words()) for words in sentences])])
    links = textrank._links(sentences).toarray()
    for i, first in enumerate(document.sentences):
        for j, second in enumerate(document.sentences):
            if i != j:
                expected = TextRankSummarizer._rate_sentences_edge(list(first.words), list(second.words))
                assert links[i, j] == pytest.approx(expected)
    assert not links.diagonal().any()


def test_the_paper_solved_by_hand():
    # Two sentences share one word with the middle one and none with each other.
    weight = 1 / (2 * math.log(2))
    assert textrank._links([["a", "x"], ["a", "b"], ["b", "y"]]).toarray() == pytest.approx(
        np.array([[0, weight, 0], [weight, 0, weight], [0, weight, 0]])
    )
    middle = (0.05 + 0.85 * 0.1) / (1 - 0.85**2)
    outer = 0.05 + 0.85 * middle / 2
    assert textrank.rank([["a", "x"], ["a", "b"], ["b", "y"]]) == pytest.approx([outer, middle, outer])


def test_nothing_to_rank_and_nothing_shared():
    assert textrank.rank([]) == []
    assert textrank.rank([[], ["a"], ["b", "c"]]) == pytest.approx([0.05] * 3)


def test_the_central_sentence_is_chosen_whatever_the_case(make):
    article = make("It rained all night.", "THE RIVER DIDN’T RISE IN ELY.", "Ely is a town.", "The river didn't flood.")
    assert [s.source_index for s in textrank.summarize(article, sentences=1).sentences] == [1]


def test_nothing_of_what_must_not_appear(seed):
    article, findings, forbidden = seed
    summary = textrank.summarize(article, findings=findings, sentences=50).summary
    assert summary
    assert not [words for words in forbidden if words in summary]


def test_nine_hundred_sentences_take_no_minute():
    rng = np.random.default_rng(0)
    sentences = [[f"w{min(k, 5000)}" for k in rng.zipf(1.3, 20)] for _ in range(900)]
    begin = time.perf_counter()
    ranks = textrank.rank(sentences)
    assert time.perf_counter() - begin < 5  # sumy's loops take 20 s and more
    assert len(ranks) == 900
    assert ranks == textrank.rank(sentences)
