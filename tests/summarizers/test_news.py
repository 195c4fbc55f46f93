import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.models import span_model
from nlp.summarizers import _auto, _choice, _quality, _selection, news
from nlp.summarizers._terms import unit_vectors

WORDS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8)


@pytest.fixture
def _without_model(monkeypatch):
    monkeypatch.setattr(_quality.span_model, "available", lambda: False)


def indices(summary):
    return [sentence.source_index for sentence in summary.sentences]


@settings(deadline=None)  # the first one imports scipy
@given(st.lists(WORDS, min_size=1, max_size=10))
def test_gains_are_the_formula_of_the_docstring(sentences):
    vectors = unit_vectors(sentences)
    dense = vectors.toarray()
    centre = dense.sum(axis=0) / np.linalg.norm(dense.sum(axis=0))
    merits = news.merit(range(len(sentences)), vectors)
    gain = news.relevance(merits, vectors)
    for chosen in ([], [0], [0, len(sentences) - 1][: len(sentences)]):
        for i, value in enumerate(gain(chosen)):
            nearest = max([0.0, *(float(dense[i] @ dense[j]) for j in chosen)])
            expected = np.exp(-i / 3) + 0.8 * float(dense[i] @ centre) - 0.9 * nearest
            assert value == pytest.approx(expected, abs=1e-9)


@pytest.mark.usefixtures("_without_model")
def test_a_broken_sentence_gives_way_to_a_whole_one(make, find):
    article = make("The river rose in Ely overnight.", "Schools in Ely stay closed today.", "Shops in Ely stay open.")
    assert indices(news.summarize(article, sentences=1)) == [0]
    worse = [find(article, word, rule=f"T{n}") for n, word in enumerate(("river", "rose", "overnight"))]
    assert indices(news.summarize(article, findings=worse, sentences=1)) == [1]
    assert indices(news.summarize(article, findings=worse, sentences=1, penalty=0.0)) == [0]


@pytest.mark.usefixtures("_without_model")
def test_a_sentence_that_points_back_takes_the_one_before_along_or_stays_out(make):
    article = make("Macron spoke in Paris.", "He also went to Lyon on Monday.", "Rain fell.", "Trains to Lyon stopped.")
    about = {"query": "Lyon Monday"}
    assert indices(news.summarize(article, sentences=2, **about)) == [0, 1]
    assert indices(news.summarize(article, sentences=1, **about)) == [3]
    fits = news.summarize(article, sentences=None, max_words=6, **about)
    assert indices(fits) == [3]


def test_what_points_back_is_taken_when_there_is_nothing_else_and_the_record_says_so(make):
    article = make("No.", "He also went to Lyon on Monday.")
    pool = _selection.candidates(article)
    summary = _choice.build(pool, lambda chosen: [0.0], method="m", sentences=1, max_words=None)
    (introduced,) = summary.sentences[0].introduced
    assert (introduced.rule, introduced.text) == ("SUM-X101", "He")
    assert summary.sentences[0].text[introduced.start : introduced.end] == "He"


SENTENCES = [
    "Macron spoke in Paris.",
    "He went to Lyon.",
    "But nobody came there.",
    "Trains stopped.",
    "This is bad news.",
]


@given(st.permutations(range(5)), st.integers(1, 4))
def test_no_summary_points_back_unless_its_article_leaves_no_choice(make, order, count):
    article = make("Rain fell on the town.", *(SENTENCES[i] for i in order))
    gains = [float(i) for i in range(6)]
    pool = _selection.candidates(article)
    summary = _choice.build(pool, lambda chosen: gains, method="m", sentences=count, max_words=None)
    assert 1 <= len(summary.sentences) <= count
    assert not any(sentence.introduced for sentence in summary.sentences)
    for before, sentence in itertools.pairwise([None, *summary.sentences]):
        if sentence.text.startswith(("He", "But", "This")):
            assert before is not None
            assert before.source_index == sentence.source_index - 1


def test_auto_is_news():
    assert _auto.choose() == "news"


@pytest.mark.skipif(not span_model.available(), reason="the encoder of weights.txt is not installed")
def test_the_tagger_reads_no_more_than_what_may_be_taken(make, monkeypatch):
    article = make(
        *(f"Sentence number {i} tells of {'rain snow wind fog'.split()[i % 4]} and more." for i in range(60))
    )
    read = []
    model = span_model.load()

    class Counting:
        def read(self, documents):
            read.extend(documents[0])
            return model.read(documents)

    monkeypatch.setattr(_quality.span_model, "load", Counting)
    assert "quality:findings|" in news.summarize(article, sentences=2).signature  # for all we know it is no translation
    assert not read
    summary = news.summarize(replace(article, source_lang="fr"), sentences=2)
    assert len(read) == 24
    assert len(summary.sentences) == 2
    assert "quality:findings+spans#" in summary.signature


def test_the_language_model_judges_when_asked_and_has_its_own_weight(make, monkeypatch):
    asked = []

    def read(texts, places, sources, *, with_lm):
        asked.append((with_lm, texts, places, sources))
        none = np.zeros(0, np.float32)
        return [[span_model.Reading(np.zeros((0, 2), np.int64), none, none, none.reshape(0, 0), 0.0)] * len(places[0])]

    _quality._expected.cache_clear()
    monkeypatch.setattr(_quality.span_ensemble, "read", read)
    monkeypatch.setattr(_quality.span_model, "available", lambda: True)
    article = replace(make("Rain fell on Ely today.", "The river Ouse rose overnight."), source_lang="fr")
    made = news.summarize(article, sentences=1, with_lm=True)
    ((with_lm, (text,), (places,), (sources,)),) = asked
    assert with_lm
    assert [text[start:end] for start, end in places] == ["Rain fell on Ely today.", "The river Ouse rose overnight."]
    assert sources == ["", ""]
    assert f"penalty:{news.PENALTY_WITH_LM}|quality:findings+spans#" in made.signature
    assert "+lm#" in made.signature
    _quality._expected.cache_clear()


@pytest.mark.usefixtures("_without_model")
def test_nothing_of_what_must_not_appear(seed):
    article, findings, forbidden = seed
    summary = news.summarize(article, findings=findings, sentences=50)
    assert summary.sentences
    assert not [words for words in forbidden if words in summary.summary]
    assert "quality:findings|" in summary.signature
