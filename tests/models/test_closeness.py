from __future__ import annotations

import shutil

import numpy as np
import pytest

from nlp.errors import MissingPart
from nlp.models import closeness, word_vectors
from nlp.models.closeness import FIGURES, LINKED, NEAR, OUT_OF_PLACE, Usual, compare, summed

WIDTH = word_vectors.WIDTH
NOTHING = Usual(np.zeros(WIDTH, np.float32), np.zeros(WIDTH, np.float32), 0.0)


def sentence(words: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(words, WIDTH)).astype(np.float32)


def figures_of(source: np.ndarray, target: np.ndarray) -> dict[str, float]:
    return summed(list(compare([(source, target)], NOTHING.center)), NOTHING)


def test_a_copy_is_as_near_as_can_be_and_in_place():
    source = sentence(12, 1)
    copied, shuffled, other = (figures_of(source, target) for target in (source, source[::-1], sentence(12, 2)))
    assert tuple(copied) == FIGURES
    assert copied[NEAR] == pytest.approx(1, abs=1e-4)
    assert shuffled[NEAR] == pytest.approx(1, abs=1e-4)
    assert other[NEAR] < 0.5
    assert copied[LINKED] > other[LINKED]
    assert copied[OUT_OF_PLACE] < shuffled[OUT_OF_PLACE]


def test_sentences_are_weighed_by_their_words():
    long, short = (sentence(30, 1), sentence(30, 1)), (sentence(3, 2), sentence(3, 3))
    both = summed(list(compare([long, short], NOTHING.center)), NOTHING)
    alone = [summed(list(compare([pair], NOTHING.center)), NOTHING)[NEAR] for pair in (long, short)]
    assert both[NEAR] == pytest.approx((30 * alone[0] + 3 * alone[1]) / 33)


def test_what_is_usual_for_the_words_is_subtracted():
    source, target = sentence(8, 1), sentence(8, 2)
    raw = figures_of(source, target)[closeness.COVERED]
    usual = Usual(NOTHING.center, NOTHING.weights, 0.25)
    made = summed(list(compare([(source, target)], usual.center)), usual)
    assert made[closeness.COVERED] == pytest.approx(raw - 0.25, abs=1e-5)


def test_weights_that_were_changed_are_refused(tmp_path):
    pytest.importorskip("safetensors")
    if not closeness.available():
        pytest.skip("the encoder is not installed")
    shutil.copytree(closeness.FOLDER, tmp_path / "closeness")
    with (tmp_path / "closeness" / closeness.WEIGHTS).open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(MissingPart, match="not the file"):
        closeness.load(tmp_path / "closeness")
    with pytest.raises(MissingPart, match="reinstall"):
        closeness.load(tmp_path / "nowhere")


def test_a_translation_is_nearer_to_its_source_than_to_another():
    if not closeness.available():
        pytest.skip("the encoder is not installed")
    source = ["Le ministre a quitté Paris lundi matin.", "Il pleuvait depuis trois jours sur toute la région."]
    target = ["The minister left Paris on Monday morning.", "It had been raining for three days across the region."]
    near = closeness.figures(list(zip(source, target, strict=True)))
    crossed = closeness.figures(list(zip(source, target[::-1], strict=True)))
    assert near is not None
    assert crossed is not None
    assert near[NEAR] > crossed[NEAR]
    assert near[closeness.COVERED] > crossed[closeness.COVERED]
    assert closeness.figures([("Oui.", "")]) is None
    assert closeness.figures([]) is None
