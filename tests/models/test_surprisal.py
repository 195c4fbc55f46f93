from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.errors import OptionError
from nlp.models import causal_lm, surprisal

TEXTS = ["ab cd ef", "", "x", "A longer line, with more in it.\n\nAnd é ü 東京.", "ab"]


@pytest.fixture(scope="module")
def lm(tiny_lm):
    return causal_lm.load(str(tiny_lm))


def by_hand(text: str, lm) -> tuple[np.ndarray, np.ndarray]:
    import torch

    ids = lm.tokenizer(text, add_special_tokens=False)["input_ids"]
    with torch.inference_mode():
        logits = lm.model(torch.tensor([[lm.start, *ids]])).logits[0, :-1].double()
    logp = torch.log_softmax(logits, dim=-1) / np.log(2)
    return -logp[range(len(ids)), ids].numpy(), -(2**logp * logp).sum(-1).numpy()


def test_surprisal_and_entropy_are_those_of_the_model(lm):
    for text, reading in zip(TEXTS, surprisal.read(TEXTS, lm), strict=True):
        if text:
            expected, entropy = by_hand(text, lm)
            np.testing.assert_allclose(reading.surprisal, expected, atol=1e-4)
            np.testing.assert_allclose(reading.entropy, entropy, atol=1e-4)


@pytest.mark.parametrize("batch", [1, 7, 50, 10_000])
def test_batch_size_order_and_company_change_nothing(lm, batch):
    expected = [surprisal.read([text], lm)[0] for text in TEXTS]
    for texts, order in ((TEXTS, [0, 1, 2, 3, 4]), (TEXTS[::-1], [4, 3, 2, 1, 0])):
        for reading, index in zip(surprisal.read(texts, lm, batch=batch), order, strict=True):
            np.testing.assert_allclose(reading.surprisal, expected[index].surprisal, atol=1e-4)
            np.testing.assert_array_equal(reading.offsets, expected[index].offsets)
            assert reading.expected == expected[index].expected


def test_a_text_longer_than_the_window_is_read_with_overlap(lm):
    text = "abc def " * 12  # 96 bytes, one token each
    (reading,) = surprisal.read([text], lm, window=33)
    whole, _ = by_hand(text[:32], lm)
    np.testing.assert_allclose(reading.surprisal[:32], whole, atol=1e-4)
    second, _ = by_hand(text[16:48], lm)  # half a window of context, then what is new
    np.testing.assert_allclose(reading.surprisal[32:48], second[16:], atol=1e-4)


@pytest.mark.parametrize("length", [0, 1, 7, 8, 9, 31, 32, 33, 100])
def test_each_token_is_read_once(length):
    seen: list[int] = []
    for window in surprisal._windows(0, length, 17):
        assert window.end - window.start <= 16
        seen += range(window.first, window.end)
    assert seen == list(range(length))


def test_a_model_that_rescales_its_scores_is_refused(lm, monkeypatch):
    monkeypatch.setattr(lm.model.config, "logit_scale", 0.0625, raising=False)
    with pytest.raises(OptionError, match="rescales its scores"):
        surprisal.read(["a"], lm)


def test_no_batch_and_no_window_are_errors(lm):
    with pytest.raises(OptionError, match="at least 1 token"):
        surprisal.read(["a"], lm, batch=0)
    with pytest.raises(OptionError, match="a window 8"):
        surprisal.read(["a"], lm, window=3)


def test_a_lone_surrogate_keeps_its_place(lm):
    (reading,) = surprisal.read(["a\ud800b"], lm)
    assert reading.offsets[-1].tolist() == [2, 3]


@given(
    st.text(alphabet="ab \n.", min_size=1, max_size=30),
    st.lists(st.integers(1, 6), min_size=1, max_size=12),
)
@settings(deadline=None)
def test_bits_go_to_spans_by_characters_and_none_is_counted_twice(text, cuts):
    edges = np.cumsum([0, *cuts])
    offsets = np.array([(a, min(b, len(text))) for a, b in pairwise(edges) if a < len(text)])
    ones = np.ones(len(offsets), np.float32)
    reading = surprisal.Reading(offsets, ones, np.zeros_like(ones))
    solid = [(i, i + 1) for i, c in enumerate(text) if not c.isspace()]
    found = surprisal.places(reading, text, solid)
    assert sum(p.surprisal for p in found) <= len(offsets) + 1e-6
    for place in found:
        assert place.difference == pytest.approx(place.surprisal)
        assert (place.peak is None) == (place.surprisal == 0)


def test_a_space_before_a_digit_belongs_to_it_and_a_line_end_to_nothing():
    offsets = np.array([[0, 1], [1, 2], [2, 3], [3, 4], [4, 5]])
    reading = surprisal.Reading(offsets, np.array([1, 2, 4, 8, 16], np.float32), np.zeros(5, np.float32))
    assert [p.surprisal for p in surprisal.places(reading, "a 1\nb", [(0, 1), (2, 3), (4, 5)])] == [1, 6, 16]
