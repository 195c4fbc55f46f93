"""BLEU, chrF, chrF++ and TER are sacreBLEU's own numbers, to the last bit."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu import sentence_bleu
from sacrebleu.metrics import BLEU, CHRF, TER

from nlp.errors import OptionError
from nlp.metrics import bleu, chrf, chrfpp, ter
from nlp.types import Sample

ORACLES = {
    "bleu": (bleu, lambda: BLEU()),
    "chrf": (chrf, lambda: CHRF()),
    "chrfpp": (chrfpp, lambda: CHRF(word_order=2)),
    "ter": (ter, lambda: TER()),
}
WORDS = (
    "the talks resume on Monday in Paris , Moscow said . Nobody else spoke ; it's 8:46 a.m. — “no” été 100,000".split()
)


def corpus(references: int, count: int = 60) -> tuple[list[str], list[list[str]]]:
    """Hypotheses, and streams of references as sacreBLEU wants them."""
    rng = random.Random(references)

    def text() -> str:
        return " ".join(rng.choices(WORDS, k=rng.randint(1, 14)))

    streams = [[text() for _ in range(count)] for _ in range(references)]
    hypotheses = [" ".join(rng.sample(words := streams[0][i].split(), k=len(words))) for i in range(count)]
    hypotheses[:3] = ["", "Paris", streams[0][2]]
    return hypotheses, streams


def as_samples(hypotheses: list[str], streams: list[list[str]]) -> list[Sample]:
    return [
        Sample(str(i), hypothesis, tuple(stream[i] for stream in streams)) for i, hypothesis in enumerate(hypotheses)
    ]


@pytest.mark.parametrize("references", [1, 2, 4])
@pytest.mark.parametrize("name", ORACLES)
def test_corpus_scores_equal_those_of_sacrebleu(name, references):
    metric, oracle = ORACLES[name]
    hypotheses, streams = corpus(references)
    rows = metric.measure(as_samples(hypotheses, streams))
    total = [math.fsum(column) for column in zip(*rows, strict=True)]
    assert metric.value(total) == oracle().corpus_score(hypotheses, streams).score


@pytest.mark.parametrize("references", [1, 3])
@pytest.mark.parametrize("name", ["chrf", "chrfpp", "ter"])
def test_sentence_scores_equal_those_of_sacrebleu(name, references):
    metric, oracle = ORACLES[name]
    hypotheses, streams = corpus(references)
    scores = [metric.value(row) for row in metric.measure(as_samples(hypotheses, streams))]
    scorer = oracle()
    assert scores == [
        scorer.sentence_score(hypothesis, [stream[i] for stream in streams]).score
        for i, hypothesis in enumerate(hypotheses)
    ]


@pytest.mark.parametrize("references", [1, 3])
def test_sentence_bleu_equals_that_of_sacrebleu(references):
    hypotheses, streams = corpus(references)
    scores = [bleu.sample_value(row) for row in bleu.measure(as_samples(hypotheses, streams))]
    assert scores == [
        sentence_bleu(hypothesis, [stream[i] for stream in streams]).score for i, hypothesis in enumerate(hypotheses)
    ]


@pytest.mark.parametrize("tokenize", ["13a", "intl", "zh", "char", "none"])
def test_bleu_tokenizers_are_those_of_sacrebleu(tokenize):
    hypotheses, streams = corpus(1)
    hypotheses, streams = [*hypotheses, "总统周五发表讲话。"], [[*streams[0], "总统周五讲话。"]]
    rows = bleu.measure(as_samples(hypotheses, streams), tokenize=tokenize)
    total = [sum(column) for column in zip(*rows, strict=True)]
    assert bleu.value(total) == BLEU(tokenize=tokenize).corpus_score(hypotheses, streams).score


def test_a_bleu_tokenizer_that_would_be_downloaded_is_an_error():
    with pytest.raises(OptionError, match="no tokenizer 'flores200' here; known: 13a"):
        bleu.measure([], tokenize="flores200")


@pytest.mark.parametrize("name", ORACLES)
def test_signatures_are_those_of_sacrebleu(name):
    metric, oracle = ORACLES[name]
    scorer = oracle()
    scorer.corpus_score(*corpus(2))
    assert metric.signature(nref=2).partition("|")[2] == str(scorer.get_signature())
    assert "nrefs:var" in metric.signature(nref="var")


def test_the_signature_of_sentence_bleu_tells_it_from_that_of_corpus_bleu():
    assert "eff:no" in bleu.signature()
    assert "eff:yes" in bleu.sample_signature()


@pytest.mark.parametrize("name", ORACLES)
def test_samples_without_references_change_nothing(name):
    metric, _ = ORACLES[name]
    samples = as_samples(*corpus(1, count=5))
    rows = metric.measure([*samples, Sample("x", "no reference")])
    assert not any(rows[-1])
    assert len({len(row) for row in rows}) == 1
    assert metric.value([sum(column) for column in zip(*rows, strict=True)]) == metric.value(
        [sum(column) for column in zip(*rows[:-1], strict=True)]
    )
    assert metric.value(rows[-1]) is None


@pytest.mark.parametrize(("name", "expected"), [("bleu", 0), ("chrf", 0), ("chrfpp", 0), ("ter", 100)])
def test_an_empty_hypothesis_scores_worst_and_counts(name, expected):
    metric, _ = ORACLES[name]
    [row] = metric.measure([Sample("1", "", ("The talks resume.",))])
    assert metric.value(row) == expected
    assert any(row)


def test_ter_is_left_out_of_long_samples_unless_asked_for():
    assert ter.too_slow([Sample("1", "word " * 200)]) is not None
    assert ter.too_slow([Sample("1", "word " * 20)]) is None
    assert ter.too_slow([]) is None


segment = st.lists(st.sampled_from([*WORDS, "", "中国", "Привет", "é"]), max_size=12).map(" ".join)


@pytest.mark.parametrize("name", ORACLES)
@given(pairs=st.lists(st.tuples(segment, segment, segment), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_whatever_the_texts_corpus_and_sentence_scores_are_sacrebleus(name, pairs):
    metric, oracle = ORACLES[name]
    hypotheses, *streams = (list(column) for column in zip(*pairs, strict=True))
    rows = metric.measure(as_samples(hypotheses, streams))
    total = [math.fsum(column) for column in zip(*rows, strict=True)]
    assert metric.value(total) == oracle().corpus_score(hypotheses, streams).score
    scorer = BLEU(effective_order=True) if name == "bleu" else oracle()
    of_sample = getattr(metric, "sample_value", metric.value)
    for row, hypothesis, *references in zip(rows, hypotheses, *streams, strict=True):
        assert of_sample(row) == scorer.sentence_score(hypothesis, references).score
