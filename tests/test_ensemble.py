from __future__ import annotations

import sys
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp import detection, ensemble, pipeline, registry
from nlp.config import Settings
from nlp.errors import OptionError, UnknownName
from nlp.read.assemble import article
from nlp.types import SEVERITIES, Failure, Finding

TEXT = "The government counts to raise the tax next year. The reciprocal minister said nothing at all."


def finding(detector: str, start: int, end: int, *, severity="minor", confidence=0.5, rule="") -> Finding:
    rule = rule or detector.upper()
    message = f"{detector} says so"
    return Finding(rule, rule.lower(), "c", "m", severity, confidence, start, end, "", message, detector=detector)


def stub(monkeypatch, name: str, places: dict[str, tuple[str, ...]], calls: list[int]):
    """A detector that marks given words, and notes how many articles it is given at once."""
    module = types.ModuleType(f"stub_{name}")

    def detect_all(articles, **_):
        calls.append(len(articles))
        found = []
        for each in articles:
            starts = [(w, each.text.find(w)) for w in places.get(each.id, ())]
            marks = [Finding(name.upper(), name, "c", "m", "minor", 0.4, s, s + len(w), w, f"{name}!", detector=name)
                     for w, s in starts if s >= 0]  # fmt: skip
            found.append(marks)
        return found

    module.detect_all = detect_all
    module.available = lambda: True
    module.signature = lambda **_: "stub"
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(registry._modules("detectors"), name, module.__name__)


def test_what_overlaps_becomes_one_finding_with_the_best_explanation():
    found = [finding("fluency", 10, 20), finding("spans", 8, 20), finding("rules", 5, 25)]
    (one,) = ensemble.merged(found)
    assert (one.detector, one.start, one.end) == ("rules", 5, 25)
    assert [(s.detector, s.rule, s.message) for s in one.support] == [
        ("spans", "SPANS", "spans says so"),
        ("fluency", "FLUENCY", "fluency says so"),
    ]


def test_a_finding_mostly_outside_of_what_explains_it_stays_beside_it():
    rule, span = finding("rules", 0, 6), finding("spans", 2, 60)
    first, second = ensemble.merged([span, rule])
    assert (first.detector, [s.detector for s in first.support]) == ("rules", ["spans"])
    assert second == span


def test_one_finding_can_support_two():
    found = [finding("rules", 0, 6), finding("rules", 8, 14, rule="OTHER"), finding("spans", 0, 14)]
    assert [[s.detector for s in f.support] for f in ensemble.merged(found)] == [["spans"], ["spans"]]


def test_a_model_does_not_explain_a_rule_away():
    (one,) = ensemble.merged([finding("rules", 5, 10), finding("spans", 5, 12, severity="major")])
    assert one.detector == "rules"


def test_detectors_of_other_packages_explain_less_than_rules_and_more_than_models():
    found = [finding(name, 0, 9) for name in ("fluency", "spans", "another", "source", "rules")]
    (one,) = ensemble.merged(found)
    assert [one.detector, *(s.detector for s in one.support)] == ["rules", "source", "another", "spans", "fluency"]


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12))
FOUND = st.lists(
    st.builds(
        lambda detector, span, severity: finding(detector, span[0], span[0] + span[1], severity=severity),
        st.sampled_from(("rules", "source", "spans", "fluency")),
        SPANS,
        st.sampled_from(SEVERITIES),
    ),
    max_size=12,
)


@given(FOUND, st.randoms())
def test_merging_is_sorted_loses_no_marked_place_and_does_not_depend_on_order(found, random):
    merged = ensemble.merged(found)
    assert merged == sorted(merged, key=Finding.sort_key)
    marked = {place for f in merged for place in range(f.start, f.end)}
    for f in found:  # each is there, or half of it and more is
        assert 2 * len(marked & set(range(f.start, f.end))) >= f.end - f.start
    shuffled = list(found)
    random.shuffle(shuffled)
    assert [(f.sort_key(), f.detector) for f in ensemble.merged(shuffled)] == [
        (f.sort_key(), f.detector) for f in merged
    ]


def test_several_detectors_look_and_are_in_the_signature(monkeypatch):
    stub(monkeypatch, "spans", {"a": ("counts to", "reciprocal")}, [])
    stub(monkeypatch, "fluency", {"a": ("reciprocal minister said",)}, [])
    settings = Settings(profile="full")
    done = pipeline.inspect(article(TEXT, id="a"), settings=settings)
    assert [(f.detector, f.text) for f in done.findings] == [
        ("rules", "counts to raise"),
        ("spans", "reciprocal"),
        ("fluency", "reciprocal minister said"),
    ]
    assert [s.detector for s in done.findings[0].support] == ["spans"]
    assert "|spans:stub|" in done.signature
    assert "|fluency:stub|" in done.signature
    assert done.findings == nlp.detect(article(TEXT, id="a"), detectors=("rules", "spans", "fluency"))


def test_models_read_many_articles_at_once_in_order_and_failures_keep_their_place(monkeypatch):
    calls: list[int] = []
    stub(monkeypatch, "spans", {str(i): ("tax",) for i in range(0, 70, 7)}, calls)
    items = [article(TEXT, id=str(i)) for i in range(70)]
    items.insert(3, Failure("x", "unreadable"))
    done = list(pipeline.inspect_all(items, settings=Settings(detectors=("spans",))))
    assert done[3] == Failure("x", "unreadable")
    found = [d for d in done if not isinstance(d, Failure)]
    assert [d.article.id for d in found] == [str(i) for i in range(70)]
    assert [d.article.id for d in found if d.findings] == [str(i) for i in range(0, 70, 7)]
    assert max(calls) == 32


def test_no_more_articles_are_taken_than_are_read_together():
    taken = 0

    def articles():
        nonlocal taken
        for i in range(2 * ensemble.AT_ONCE):
            taken += 1
            yield article(TEXT, id=str(i))

    results = detection.inspect_all(articles())
    next(results)
    assert taken == ensemble.AT_ONCE


def test_a_longer_batch_changes_no_finding(monkeypatch):
    stub(monkeypatch, "spans", {"1": ("tax",), "2": ("minister",)}, [])
    settings = Settings(profile="standard")
    articles = [article(TEXT, id=str(i)) for i in range(4)]
    together = [d.findings for d in pipeline.inspect_all(articles, settings=settings)]
    assert together == [pipeline.inspect(a, settings=settings).findings for a in articles]


def test_the_default_is_fast_and_profiles_and_settings_say_more():
    assert set(ensemble.chosen(Settings())) <= set(ensemble.FAST)
    assert "spans" in ensemble.chosen(Settings(profile="standard"))
    assert ensemble.chosen(Settings(profile="full", detectors=("spans", "rules"))) == ("rules", "spans")
    assert "rules" in ensemble.best_installed()


def test_detectors_that_are_none_are_errors():
    with pytest.raises(UnknownName, match="no detector 'span'; did you mean spans"):
        Settings(detectors=("span",))
    with pytest.raises(OptionError, match="at least one"):
        Settings(detectors=())
    with pytest.raises(UnknownName, match="no operating point 'exact'"):
        Settings(operating_point="exact")


@pytest.mark.skipif("fluency" not in ensemble.best_installed(), reason="the language model is not installed")
def test_the_language_model_supports_what_the_rules_find_in_the_seed_article(seed_text):
    settings = Settings(detectors=("rules", "fluency"))
    (fluent,) = [d.findings for d in pipeline.inspect_all([article(seed_text, id="a")], settings=settings)]
    by_rules = nlp.detect(article(seed_text, id="a"))
    assert {f.sort_key() for f in by_rules} <= {f.sort_key() for f in fluent}
    supported = {f.text: [s.detector for s in f.support] for f in fluent if f.support}
    assert supported["count […] implement"] == ["fluency"]
    assert "Expected was" in next(f for f in fluent if f.text == "count […] implement").support[0].message


def test_the_language_model_helps_the_tagger_only_where_it_reads_anyhow(monkeypatch):
    monkeypatch.setattr(ensemble.lm_spans, "available", lambda: True)
    assert ensemble.with_lm(Settings(profile="full"))
    assert ensemble.options_of("spans", Settings(profile="full"))["with_lm"]
    assert not ensemble.with_lm(Settings(profile="standard"))
    assert not ensemble.with_lm(Settings(profile="full", lm="another/model"))  # the network belongs to the default one
    monkeypatch.setattr(ensemble.lm_spans, "available", lambda: False)
    assert not ensemble.with_lm(Settings(profile="full"))
