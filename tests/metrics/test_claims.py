"""The metrics that look up each sentence of a summary in its article, and `consistency`, which is made of them."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import registry
from nlp.metrics import consistency
from nlp.metrics._support import claims, modelled, parts
from nlp.scoring import samples_from, score
from nlp.text.evidence import evidence
from nlp.types import Sample

ARTICLE = (
    "HSBC has appointed Mark Tucker, the chief executive of the Asian insurer AIA, as group chairman. "
    "Mr Tucker will take over on 1 October. The bank did not say what he earns. Profits rose by 12.5% to $3bn."
)


def found(metric: str, summary: str, article: str | None = ARTICLE) -> float | None:
    module = registry.load("metrics", metric)
    return module.value(module.measure([Sample("1", summary, source=article)])[0])


@pytest.mark.parametrize(
    ("metric", "summary", "expected"),
    [
        ("trigram_support", "Tucker will take over.", 1.0),
        ("trigram_support", "Tucker will take over HSBC.", 2 / 3),
        ("trigram_support", "Tucker will take over. Nobody has any idea.", 1 / 2),  # the mean over sentences
        ("trigram_support", "Two words. Mr Tucker will.", 1.0),  # too short a sentence is passed over
        ("trigram_support", "Two words.", None),
        ("bigram_support", "Tucker will take HSBC.", 2 / 3),
        ("sentence_support", "Tucker will take over on 1 October.", 1.0),
        ("sentence_support", "Tucker will take the chief executive.", 1 / 4),  # each of two sentences has one trigram
        ("trigram_support", "Tucker will take the chief executive.", 2 / 4),
        ("pair_support", "Mark Tucker was appointed by HSBC.", 1.0),
        ("pair_support", "HSBC profits rose.", 1 / 3),  # only "profits rose" stand near each other
        ("pair_support", "Tucker.", None),
        ("word_support", "Tucker is the new chairwoman of HSBC.", 1.0),  # "chairman" and it begin alike
        ("word_support", "Tucker left HSBC.", 2 / 3),
        ("word_support", "It is.", None),
        ("seams", "Mr Tucker will take over on 1 October.", 0.0),
        ("seams", "Mr Tucker will leave on 1 October.", 2 / 7),  # a fragment, a new word, a fragment
        ("seams", "", None),
        ("negation_support", "The bank did not say what he earns.", 1.0),
        ("negation_support", "Tucker will not take over. The bank did not say what he earns.", 1 / 2),
        ("negation_support", "Tucker will take over.", None),
        ("quotation_support", "He will “take over” the “whole bank”.", 1 / 2),
        ("quotation_support", "He will take over.", None),
        ("redundancy", "Tucker will take over. Tucker will take over.", 2 / 6),
    ],
)
def test_values_worked_by_hand(metric: str, summary: str, expected: float | None):
    assert found(metric, summary) == (expected if expected is None else pytest.approx(expected))


@pytest.mark.parametrize("metric", ["trigram_support", "pair_support", "seams", "quotation_support", "consistency"])
def test_without_an_article_there_is_nothing_to_say(metric: str):
    assert found(metric, "He will “take over” the bank.", None) is None


def part(summary: str, name: str) -> float:
    return parts(claims(summary)[0], evidence(ARTICLE))[name]


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Profits rose by 12.5%.", 0.0),
        ("Profits rose by 13%.", -1.0),
        ("Tucker earns 12.5 million.", -1.0),
        ("Nurses met 1 dentist.", -0.5),  # the article has a 1, but it counts something else
        ("Tucker is chairman.", 0.0),
    ],
)
def test_numbers_need_their_value_and_better_their_words(summary: str, expected: float):
    assert part(summary, "numbers") == expected


def test_a_copied_sentence_has_1_and_an_invented_one_little():
    assert found("consistency", "Mr Tucker will take over on 1 October.") == pytest.approx(1.0)
    assert found("consistency", "Nurses in Wales plan 7 strikes.") < 0.1


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Mark Tucker is the chairman of HSBC.", "Alex Tucker is the chairman of HSBC."),
        ("Tucker will take over on 1 October.", "Tucker will take over on 2 October."),
        ("Tucker will take over in October.", "Tucker will not take over in October."),
        ("Mr Tucker will take over on 1 October.", "Mr Tucker and HSBC rose on 1 October."),
    ],
)
def test_an_error_costs(better: str, worse: str):
    assert found("consistency", better) > found("consistency", worse)


@given(st.text(max_size=80), st.text(max_size=120))
def test_any_text_has_a_value_from_0_to_1(summary: str, article: str):
    value = found("consistency", summary, article)
    assert value is None or 0 <= value <= 1
    assert (value is None) == (not claims(summary))


def test_better_parts_never_lower_the_value():
    model = consistency.model()
    worst = dict.fromkeys(model["weights"], 0.0) | {"seams": -1.0, "words": -2.0, "numbers": -1.0, "negation": -1.0}
    best = {"trigrams": 1.0, "sentence": 1.0, "pairs": 1.0, "seams": 0.0, "words": 0.0, "numbers": 0.0, "negation": 0.0}
    assert all(weight >= 0 for weight in model["weights"].values())
    low = modelled(model["intercept"], model["weights"], worst)
    assert 0 < low < 0.05
    for name in best:
        assert modelled(model["intercept"], model["weights"], worst | {name: best[name]}) > low
    assert modelled(model["intercept"], model["weights"], best) == pytest.approx(1.0)


def test_the_weights_say_where_they_come_from():
    model = consistency.model()
    assert set(model["weights"]) == set(parts(claims("One.")[0], evidence("")))
    assert math.isfinite(model["intercept"])
    assert model["provenance"]["licences"] == {"frank": "MIT", "summeval": "MIT"}
    assert "qags" not in json.dumps(model["provenance"]["summaries"])
    assert consistency.signature().startswith("consistency|trigrams+sentence+pairs+")


def test_each_sample_has_a_note_of_what_is_not_borne_out():
    samples = samples_from(
        ["Alex Tucker will take over on 2 October.", "Tucker will take over."], sources=[ARTICLE] * 2
    )
    first, second = score(samples, task="summary", metrics=["consistency"]).samples
    assert first.scores["consistency"].note == 'not in the article: number "2"; name "Alex Tucker"'
    assert second.scores["consistency"].note is None
