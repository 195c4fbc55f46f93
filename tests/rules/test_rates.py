from __future__ import annotations

import dataclasses

import pytest

from nlp.rules.library import all_rules, by_name
from nlp.rules.rates import BING, CORPORA, GOOGLE, NATIVE, POST_EDIT, SMT, Rates, by_form, confidence, rates
from nlp.rules.rule import Rule

WORDS = dict.fromkeys(CORPORA, 100_000)


def rule(**changes) -> Rule:
    return dataclasses.replace(by_name("FRE-T107"), confidence=0.8, **changes)


def counted(hits: dict[str, int], changed: int = 0) -> Rates:
    return Rates(WORDS, {"FRE-T107": hits}, {"FRE-T107": changed})


def test_every_rule_was_counted():
    missing = [r.id for r in all_rules() if r.id not in rates().hits]
    assert missing == [], "run scripts/calibrate_rules.py --write"


def test_confidence_in_the_library_is_the_calibrated_one():
    for made in all_rules():
        assert made.prior is not None
        assert made.confidence == confidence(dataclasses.replace(made, confidence=made.prior))


def test_without_hits_the_authors_are_believed():
    assert confidence(rule(), counted({})) == 0.8
    assert confidence(rule(), Rates({}, {}, {})) == 0.8


def test_hits_that_people_never_have_raise_it():
    assert confidence(rule(), counted({GOOGLE: 20, BING: 20})) == pytest.approx((8 + 40) / 50, abs=0.005)


def test_hits_that_people_have_as_often_lower_it():
    assert confidence(rule(), counted({GOOGLE: 20, BING: 20, POST_EDIT: 20})) == pytest.approx(8 / 50)
    half = confidence(rule(), counted({GOOGLE: 20, BING: 20, POST_EDIT: 10}))
    assert half == pytest.approx((8 + 20) / 50)


def test_what_post_editors_did_comes_before_the_comparison():
    assert confidence(rule(), counted({SMT: 10, POST_EDIT: 10, GOOGLE: 50}, changed=5)) == pytest.approx(13 / 20)
    assert confidence(rule(), counted({SMT: 4, GOOGLE: 40}, changed=0)) == pytest.approx(48 / 50)


def test_a_rule_on_french_is_not_judged_by_native_news():
    assert confidence(rule(), counted({GOOGLE: 10, NATIVE: 50})) == pytest.approx(0.9)


def test_form_is_not_calibrated():
    form = next(r for r in all_rules() if by_form(r))
    assert form.confidence == form.prior


def test_confidence_stays_below_certainty():
    assert confidence(rule(), counted({GOOGLE: 10_000})) == 0.99
