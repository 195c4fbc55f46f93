import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.models import encoder
from nlp.summarizers import centroid

needs_weights = pytest.mark.skipif(not encoder.available(), reason="the encoder of weights.txt is not installed")


def unit(rows):
    vectors = np.asarray(rows, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@given(st.integers(0, 2**32 - 1), st.integers(1, 12))
def test_gains_are_the_formula_of_the_docstring(seed, count):
    vectors = unit(np.random.default_rng(seed).normal(size=(count, 5)))
    centre = vectors.mean(axis=0) / np.linalg.norm(vectors.mean(axis=0))
    gain = centroid.marginal_relevance(vectors)
    chosen: list[int] = []
    for _ in range(count):
        for i, value in enumerate(gain(chosen)):
            nearest = max([0.0, *(float(vectors[i] @ vectors[j]) for j in chosen)])
            expected = 0.6 * (float(vectors[i] @ centre) + 0.5 * np.exp(-i / 3)) - 0.4 * nearest
            assert value == pytest.approx(expected, abs=1e-5)
        chosen.append(max(set(range(count)) - set(chosen), key=lambda i: gain(chosen)[i]))


def test_no_sentences_and_zero_vectors_have_gains_without_nan():
    assert centroid.marginal_relevance(np.zeros((0, 4), dtype=np.float32))([]) == []
    assert np.isfinite(centroid.marginal_relevance(np.zeros((2, 4), dtype=np.float32))([0])).all()


def test_a_second_sentence_says_something_else():
    same, other = [1.0, 0.1, 0.0], [0.2, 1.0, 0.0]
    gains = centroid.marginal_relevance(unit([same, same, other]), early=0.0)
    assert max(range(3), key=gains([0]).__getitem__) == 2


@needs_weights
def test_nothing_of_what_must_not_appear(seed):
    article, findings, forbidden = seed
    summary = centroid.summarize(article, findings=findings, sentences=50)
    assert summary.sentences
    assert not [words for words in forbidden if words in summary.summary]


@needs_weights
def test_the_same_summary_again_and_an_empty_one_for_nothing(seed, make):
    article, findings, _ = seed
    assert centroid.summarize(article, findings=findings) == centroid.summarize(article, findings=findings)
    assert centroid.summarize(make(("headline", "Only a headline"))).summary == ""
    assert "encoder:all-MiniLM-L6-v2," in centroid.summarize(article).signature
