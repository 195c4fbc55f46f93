"""Metrics under evaluate and datasets as they are today, offline."""

from __future__ import annotations

import pytest
from sacrebleu.metrics import BLEU

import nlp
from nlp import registry
from nlp.errors import OptionError, UnknownName

evaluate = pytest.importorskip("evaluate")

PREDICTIONS = ["The talks resume.", "", "Никто не ответил."]
REFERENCES = ["The talks resume on Monday.", "It rained.", "Никто не ответил."]


@pytest.fixture(autouse=True)
def _caches(tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.getbasetemp() / "hf"
    monkeypatch.setenv("NEWSPROOF_CACHE", str(folder / "newsproof"))
    monkeypatch.setattr(evaluate.config, "HF_MODULES_CACHE", str(folder / "modules"))
    monkeypatch.setattr(evaluate.config, "HF_METRICS_CACHE", str(folder / "metrics"))


def load(name: str):
    return evaluate.load(nlp.evaluate_module(name))


def test_rouge_of_any_script():
    scores = load("rouge_unicode").compute(predictions=PREDICTIONS, references=REFERENCES)
    assert list(scores) == ["rouge1", "rouge2", "rougeL", "rougeLsum"]
    assert scores["rouge1"] == pytest.approx((0.75 + 0 + 1) / 3)
    ascii_only = load("rouge155").compute(predictions=PREDICTIONS, references=REFERENCES)
    assert ascii_only["rouge1"] == pytest.approx((0.75 + 0 + 0) / 3)


def test_several_references_and_options_and_signatures():
    several = [[reference, "something else"] for reference in REFERENCES]
    scores = load("bleu").compute(predictions=PREDICTIONS, references=several, tokenize="intl", signature=True)
    streams = [list(stream) for stream in zip(*several, strict=True)]
    assert scores["bleu"] == BLEU(tokenize="intl").corpus_score(PREDICTIONS, streams).score
    assert "nrefs:2" in scores["bleu_signature"]
    assert "tok:intl" in scores["bleu_signature"]
    german = load("rouge_unicode").compute(predictions=PREDICTIONS, references=REFERENCES, lang="de", signature=True)
    assert "-de|" in german["rougeLsum_signature"]
    with pytest.raises(OptionError, match="bleu has no option 'stem'; it has tokenize"):
        load("bleu").compute(predictions=PREDICTIONS, references=several, stem=True)


def test_modules_combine():
    both = evaluate.combine([nlp.evaluate_module("rouge_unicode"), nlp.evaluate_module("chrf")])
    scores = both.compute(predictions=PREDICTIONS, references=REFERENCES)
    assert list(scores) == ["rouge1", "rouge2", "rougeL", "rougeLsum", "chrf"]
    mixed = evaluate.combine([load("rouge1"), load("coverage")])
    articles = ["The talks resume on Monday, Moscow said.", "It rained.", "Никто не ответил."]
    scores = mixed.compute(predictions=PREDICTIONS, references=REFERENCES, sources=articles)
    assert scores["coverage"] == 1.0


def test_samples_can_be_added_one_by_one_and_in_batches():
    module = load("rouge1")
    for prediction, reference in zip(PREDICTIONS, REFERENCES, strict=True):
        module.add(predictions=prediction, references=reference)
    one_by_one = module.compute()
    module.add_batch(predictions=PREDICTIONS, references=REFERENCES)
    assert module.compute() == one_by_one == module.compute(predictions=PREDICTIONS, references=REFERENCES)


def test_undefined_is_none():
    assert load("coverage").compute(predictions=[""], sources=["It rained."]) == {"coverage": None}


def test_what_a_metric_needs_is_asked_for():
    with pytest.raises(ValueError, match="sources"):
        load("coverage").compute(predictions=["It rained."])


def needs_no_findings_or_model() -> list[str]:
    modules = {name: registry.load("metrics", name) for name in registry.names("metrics")}
    return [n for n, m in modules.items() if "findings" not in m.NEEDS and not hasattr(m, "BY_NAME_ONLY")]


@pytest.mark.parametrize("name", needs_no_findings_or_model())
def test_every_metric_is_a_module(name):
    module = load(name)
    columns = {"predictions": PREDICTIONS, "references": REFERENCES, "sources": REFERENCES}
    scores = module.compute(**{key: columns[key] for key in module._feature_names()})
    assert list(scores) == [name]
    assert module.description
    assert module.citation


def test_names_that_are_no_module():
    with pytest.raises(UnknownName, match="no metric 'rouge_unicod'; did you mean rouge_unicode"):
        nlp.evaluate_module("rouge_unicod")
    with pytest.raises(OptionError, match="artifact_density is made from findings"):
        nlp.evaluate_module("artifact_density")


def test_the_script_is_written_once(tmp_path):
    first = nlp.evaluate_module("rouge1")
    assert nlp.evaluate_module("rouge1") == first
    assert first.endswith("rouge1")
