from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.metrics import compression, coverage, density, novel_bigrams
from nlp.types import Sample

METRICS = [coverage, density, compression, novel_bigrams]
ARTICLE = "The talks resume on Monday, Moscow said. Nobody else spoke."  # 10 words


def value(metric, summary: str, article: str | None = ARTICLE) -> float | None:
    return metric.value(metric.measure([Sample("1", summary, source=article)])[0])


def test_worked_by_hand():
    # fragments: "Moscow said", "resume on Monday" (2 and 3 words); own words: "that", "talks" is a fragment of its own
    summary = "Moscow said that talks will resume on Monday."
    assert value(coverage, summary) == 6 / 8
    assert value(density, summary) == (2**2 + 1 + 3**2) / 8
    assert value(compression, summary) == 10 / 8
    # of its 7 pairs only "moscow said", "resume on" and "on monday" are the article's
    assert value(novel_bigrams, summary) == 4 / 7


def test_the_article_itself():
    assert value(coverage, ARTICLE) == 1
    assert value(density, ARTICLE) == 10
    assert value(compression, ARTICLE) == 1
    assert value(novel_bigrams, ARTICLE) == 0


def test_case_and_punctuation_do_not_matter():
    assert value(coverage, "MOSCOW SAID!") == 1
    assert value(density, "monday, moscow; said") == 3


def test_nothing_in_common():
    assert value(coverage, "Ein anderer Text") == 0
    assert value(density, "Ein anderer Text") == 0
    assert value(novel_bigrams, "Ein anderer Text") == 1


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("summary", ["", "…", " \n"])
def test_a_summary_without_words_is_undefined(metric, summary):
    assert value(metric, summary) is None


@pytest.mark.parametrize("metric", METRICS)
def test_without_an_article_it_is_undefined(metric):
    assert value(metric, "Moscow said.", None) is None


def test_one_word_has_no_bigrams():
    assert value(novel_bigrams, "Moscow") is None


def test_repeated_bigrams_count_once():
    assert value(novel_bigrams, "on Monday on Monday on Monday") == 1 / 2


texts = st.lists(st.sampled_from("a b c d é 中 . ,".split()), max_size=30).map(" ".join)


@given(texts, texts)
def test_values_lie_in_their_ranges(summary, article):
    covered, dense, novel = (value(metric, summary, article) for metric in (coverage, density, novel_bigrams))
    if covered is None:
        assert dense is None
        return
    assert 0 <= covered <= 1
    assert covered <= dense <= len(summary.split())
    assert novel is None or 0 <= novel <= 1
