import pytest

import nlp
from nlp.errors import OptionError
from nlp.summarizers import _quality

COAST = "Storm hits coast\n\nA storm hit the coast of Brittany on Monday. Two people died in Brest. Help is on its way."
TRAINS = "Storm in Brittany\n\nOn Monday a storm hit the coast of Brittany. Trains to Paris were stopped until Tuesday."


@pytest.fixture(autouse=True)
def _without_model(monkeypatch):
    monkeypatch.setattr(_quality.span_model, "available", lambda: False)


def test_each_sentence_names_its_article_and_what_was_said_is_not_said_again():
    articles = [nlp.article(COAST, id="a"), nlp.article(TRAINS, id="b")]
    summary = nlp.summarize_event(articles, id="storm", sentences=9)
    assert summary.id == "storm"
    assert [(s.article, s.source_index) for s in summary.sentences] == [("a", 1), ("a", 2), ("a", 3), ("b", 2)]
    repeated = [out for out in summary.input.left_out if out.reason.startswith("a duplicate")]
    assert [(out.article, out.source_index, out.reason) for out in repeated] == [
        ("b", 1, "a duplicate of sentence 1 of a")
    ]
    assert summary.input.sentences == 7


def test_the_first_sentence_of_each_article_comes_early():
    articles = [nlp.article(COAST, id="a"), nlp.article("Trains to Paris were stopped. Nobody knew why.", id="b")]
    summary = nlp.summarize_event(articles, sentences=2)
    assert [(s.article, s.source_index) for s in summary.sentences] == [("a", 1), ("b", 0)]


def test_articles_of_one_id_are_told_apart_and_none_gives_a_note():
    summary = nlp.summarize_event([COAST, TRAINS], sentences=9)
    assert {s.article for s in summary.sentences} == {"text (1)", "text (2)"}
    assert nlp.summarize_event([]).note == "No sentence of the article was fit to use."
    with pytest.raises(OptionError):
        nlp.summarize_event([COAST], sentences=0)
