import numpy as np
import pytest

from nlp.models import span_ensemble
from nlp.models._tagger import CATEGORIES
from nlp.models.lm_spans import Said
from nlp.models.span_ensemble import combined, log_odds
from nlp.models.span_model import Reading

WEIGHTS = {"tagger": 0.5, "network": 0.5, "bias": 0.0}


def reading(error, major=0.2):
    words = np.array([(0, 3), (4, 7), (8, 10)])
    category = np.full((3, len(CATEGORIES)), 0.1, np.float32)
    return Reading(words, np.array(error, np.float32), np.full(3, major, np.float32), category, 2.5)


def said(offsets, error, major=0.6):
    category = np.zeros((len(offsets), len(CATEGORIES)), np.float32)
    category[:, 0] = 1
    return Said(
        np.array(offsets).reshape(-1, 2),
        np.array(error, np.float32),
        np.full(len(offsets), major, np.float32),
        category,
    )


def test_log_odds_are_averaged():
    both = combined(reading([0.2, 0.2, 0.2]), said([(0, 3), (4, 7), (8, 10)], [0.2, 0.8, 0.2]), WEIGHTS)
    assert both.error == pytest.approx([0.2, 0.5, 0.2])
    assert both.major == pytest.approx([0.4] * 3)
    assert both.category[:, 0] == pytest.approx([0.55] * 3)
    assert both.penalty == 2.5


def test_a_word_of_several_tokens_has_their_mean():
    both = combined(reading([0.5, 0.5, 0.5]), said([(0, 1), (1, 3), (4, 10)], [0.9, 0.3, 0.5]), WEIGHTS)
    assert both.error[0] == pytest.approx(1 / (1 + np.exp(-log_odds(np.array([0.5]))[0] / 2)))
    assert both.error[1:] == pytest.approx([0.5, 0.5])


def test_what_the_network_says_nothing_of_is_the_taggers():
    both = combined(reading([0.2, 0.3, 0.4]), said([(0, 3)], [0.5]), WEIGHTS)
    assert both.error[1:] == pytest.approx([0.3, 0.4])
    assert both.major == pytest.approx([0.4, 0.2, 0.2])
    alone = reading([0.2, 0.3, 0.4])
    assert combined(alone, said([], []), WEIGHTS) is alone


def test_certainty_stays_finite():
    both = combined(reading([0.0, 1.0, 0.5]), said([(0, 3), (4, 7), (8, 10)], [0.0, 1.0, 0.5]), WEIGHTS)
    assert np.isfinite(both.error).all()
    assert both.error[0] < 0.001 < 0.999 < both.error[1]


def test_without_the_language_model_the_readings_are_the_taggers():
    class Tagger:
        def read(self, documents):
            assert [[p.text for p in d] for d in documents] == [["ab", "d"], []]
            assert [p.source for p in documents[0]] == ["x", ""]
            return [["one", "two"], []]

    read = span_ensemble.read(["ab d", ""], [[(0, 2), (3, 4)], []], [["x", ""], []], with_lm=False, tagger=Tagger())
    assert read == [["one", "two"], []]
