"""BERTScore by hand, with vectors that are known, and under the default model where it is installed."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest

from nlp.errors import OptionError
from nlp.metrics import bertscore
from nlp.metrics._bertscore import Match, matcher
from nlp.models import encoder, token_vectors
from nlp.types import Sample

needs_weights = pytest.mark.skipif(not encoder.available(), reason="the encoder of weights.txt is not installed")

# words as directions in the plane
ANGLES = {"talks": 0, "negotiations": 30, "paris": 90, "resume": 60}


class Plane:
    """An encoder of four words; every word is one piece."""

    signature = "plane"

    def __init__(self) -> None:
        self.encoded: list[tuple[int, ...]] = []

    def pieces(self, text: str) -> list[int]:
        return [list(ANGLES).index(word) for word in text.split()]

    def vectors(self, pieces) -> np.ndarray:
        self.encoded.append(tuple(pieces))
        angles = [math.radians(list(ANGLES.values())[p]) for p in pieces]
        return np.array([[math.cos(a), math.sin(a)] for a in angles], dtype=np.float32).reshape(len(pieces), 2)


def cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def test_greedy_matching_by_hand():
    match = matcher(Plane()).match("negotiations paris", "talks resume")
    # hypothesis: 30 is 30 from both, 90 is 30 from 60; reference: 0 is 30 from 30, 60 is 30 from both
    assert match.precision == pytest.approx(cos(30), abs=1e-6)
    assert match.recall == pytest.approx(cos(30), abs=1e-6)
    match = matcher(Plane()).match("talks", "talks paris")
    assert (match.precision, match.recall) == pytest.approx((1.0, 0.5), abs=1e-6)
    assert match.f1 == pytest.approx(2 / 3, abs=1e-6)


def test_rare_pieces_weigh_more_with_idf():
    weighed = matcher(Plane(), idf_of=["talks paris", "talks"])
    # talks is in both texts, log(3/3) = 0; paris in one, log(3/2): only paris counts, and it is not found
    assert weighed.match("talks", "talks paris").recall == pytest.approx(0.0, abs=1e-6)
    assert weighed.unseen == pytest.approx(math.log(3))
    # where every piece is everywhere all weigh the same
    assert weighed.match("talks", "talks").f1 == pytest.approx(1.0, abs=1e-6)


def test_a_text_without_pieces_matches_nothing():
    for pair in (("", "talks"), ("talks", ""), ("", "")):
        assert matcher(Plane()).match(*pair) == Match(0.0, 0.0)
    assert Match(0.0, 0.0).f1 == 0.0


def test_opposite_directions_are_not_below_zero():
    backwards = SimpleNamespace(
        pieces=lambda text: [0] if text == "talks" else [1],
        vectors=lambda pieces: np.array([[1.0 if pieces == [0] else -1.0]], dtype=np.float32),
    )
    assert matcher(backwards).match("talks", "silence") == Match(0.0, 0.0)


def test_a_text_is_encoded_once():
    plane = Plane()
    matching = matcher(plane)
    for hypothesis in ("paris", "resume", "paris"):
        matching.match(hypothesis, "talks")
    assert len(plane.encoded) == 3


@pytest.fixture
def plane(monkeypatch):
    monkeypatch.setattr(token_vectors, "load", lambda *_, **__: Plane())


@pytest.mark.usefixtures("plane")
def test_the_best_reference_counts_and_empty_ones_are_passed_over():
    samples = [
        Sample("1", "talks", ("paris", "negotiations", "")),
        Sample("2", "", ("talks",)),
        Sample("3", "talks", ("",)),
        Sample("4", "talks"),
    ]
    assert bertscore.measure(samples) == [(pytest.approx(cos(30), abs=1e-6), 1.0), (0, 1), (0, 0), (0, 0)]


def test_the_model_is_one_for_the_language(monkeypatch):
    loaded = []
    monkeypatch.setattr(token_vectors, "load", lambda model, **_: loaded.append(model) or Plane())
    for lang in ("en", "en-GB", "fr"):
        bertscore.measure([Sample("1", "talks", ("talks",))], lang=lang)
    bertscore.measure([Sample("1", "talks", ("talks",))], lang="fr", model="mine")
    assert loaded == [None, None, token_vectors.MULTILINGUAL, "mine"]


@pytest.mark.usefixtures("plane")
def test_parts():
    sample = Sample("1", "talks", ("talks paris",))
    found = {part: bertscore.measure([sample], part=part)[0][0] for part in ("precision", "recall", "f1")}
    assert found == pytest.approx({"precision": 1.0, "recall": 0.5, "f1": 2 / 3}, abs=1e-6)
    with pytest.raises(OptionError, match="no part 'f2'; it has f1, precision, recall"):
        bertscore.measure([sample], part="f2")
    assert bertscore.signature(part="recall", idf=True, nref=2).startswith(
        "bertscore.recall|plane|idf:references|rescaled:no|nref:2|v:"
    )


@needs_weights
def test_a_synonym_costs_less_than_another_word_and_that_less_than_another_sentence():
    reference = "The minister resigned on Friday."
    hypotheses = [reference, "The minister quit on Friday.", "The minister slept on Friday.", "Prices rose in May."]
    scores = [x for x, _ in bertscore.measure([Sample(h, h, (reference,)) for h in hypotheses])]
    assert scores[0] == pytest.approx(1.0, abs=1e-6)
    assert scores == sorted(scores, reverse=True)
    assert scores[3] < 0.6
