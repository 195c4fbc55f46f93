import json

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from nlp.errors import MissingPart
from nlp.models import causal_lm, lm_spans
from nlp.models._lm_tagger import LMTagger, normalized, signals
from nlp.models._tagger import CATEGORIES
from nlp.models.lm_spans import LMSpans

TEXTS = ["ab cd ef. Gh ij.", "", "x", "A longer line. And é ü 東京, so it goes."]
STRETCHES = [[(0, 9), (10, 16)], [], [(0, 1)], [(0, 14), (15, 15), (15, 40)]]


@pytest.fixture
def network(tiny_lm, monkeypatch):
    """A network of random weights on the two layers of the tiny model."""
    monkeypatch.setattr(lm_spans, "LAYERS", (1, 2))
    torch.manual_seed(0)
    return LMSpans(LMTagger(layers=2, hidden=16, width=8, recurrent=4).eval(), causal_lm.load(str(tiny_lm)))


def judged(network, texts=TEXTS, stretches=STRETCHES):
    return network.judge(network.read(texts), stretches)


def test_tokens_of_a_stretch_lie_in_it_and_have_probabilities(network):
    for text, own, said in zip(TEXTS, STRETCHES, judged(network), strict=True):
        for (start, end), one in zip(own, said, strict=True):
            covered = {i for first, last in one.offsets for i in range(first, last)}
            assert covered <= set(range(end - start))
            assert covered >= {i for i, char in enumerate(text[start:end]) if not char.isspace()}
            assert one.error.shape == one.major.shape == (len(one.offsets),)
            assert ((one.error > 0) & (one.error < 1)).all()
            if len(one.offsets):
                assert one.category.shape == (len(one.offsets), len(CATEGORIES))
                np.testing.assert_allclose(one.category.sum(axis=1), 1, atol=1e-5)


def test_company_and_batch_size_change_nothing(network, monkeypatch):
    together = judged(network)
    alone = [judged(network, [text], [own])[0] for text, own in zip(TEXTS, STRETCHES, strict=True)]
    monkeypatch.setattr(lm_spans, "_ROWS", 1)
    for one, other, again in zip(together, alone, judged(network), strict=True):
        for a, b, c in zip(one, other, again, strict=True):
            np.testing.assert_allclose(a.error, b.error, atol=1e-5)
            np.testing.assert_allclose(a.error, c.error, atol=1e-5)
            np.testing.assert_array_equal(a.offsets, b.offsets)


def test_what_comes_before_and_after_is_read(network):
    ((before,),) = judged(network, ["xx yy zz"], [[(3, 5)]])
    ((other,),) = judged(network, ["qq yy zz"], [[(3, 5)]])
    assert not np.allclose(before.error, other.error)  # the language model saw it
    ((whole,),) = judged(network, ["yy zz"], [[(0, 5)]])
    ((cut,),) = judged(network, ["yy zz"], [[(0, 2)]])
    assert not np.allclose(whole.error[:2], cut.error[:2])  # the network saw what follows in the stretch


def test_what_is_kept_is_what_the_layers_give(network):
    """The projection taken while the model reads is that of its states afterwards."""
    (reading,) = network.read(["ab cd"])
    ids = network.lm.tokenizer("ab cd", add_special_tokens=False)["input_ids"]
    with torch.inference_mode():
        states = network.lm.model(torch.tensor([[network.lm.start, *ids]]), output_hidden_states=True).hidden_states
        expected = network.network.features(normalized([states[1][0, 1:], states[2][0, 1:]]))
    torch.testing.assert_close(reading.observed, expected, atol=1e-5, rtol=1e-5)


def test_layers_are_normalized_each_by_itself():
    one, other = torch.randn(3, 16) * 50 + 7, torch.randn(3, 16)
    made = normalized([one, other])
    assert made.shape == (3, 32)
    torch.testing.assert_close(made[:, :16].mean(dim=1), torch.zeros(3), atol=1e-5, rtol=0)
    torch.testing.assert_close(made[:, 16:].std(dim=1, correction=0), torch.ones(3), atol=1e-3, rtol=0)


def test_signals_are_in_nats_and_know_the_next_token():
    bits = torch.tensor([0.0, 10.0]) / np.log(2)
    made = signals(bits, torch.tensor([0.0, 0.0]))
    torch.testing.assert_close(made, torch.tensor([[-1.0, -1, 0, 1], [1, -1, 2.5, -1]]))
    assert signals(bits[:0], bits[:0]).shape == (0, 4)


def test_layer_dropout_is_for_training_only():
    torch.manual_seed(0)
    tagger = LMTagger(layers=2, hidden=16, width=8, recurrent=4, dropout=0)
    states = torch.randn(1, 3, 32)
    assert not torch.equal(tagger.features(states), tagger.features(states))
    tagger.eval()
    assert torch.equal(tagger.features(states), tagger.features(states))


def test_a_changed_network_is_refused_and_a_missing_one_named(tmp_path):
    with pytest.raises(MissingPart, match="no network here"):
        lm_spans.load(tmp_path)
    save_file({"a": torch.zeros(1)}, tmp_path / lm_spans.WEIGHTS)
    (tmp_path / lm_spans.CONFIG).write_text(json.dumps({"sha256": "0" * 64}), encoding="utf-8")
    with pytest.raises(MissingPart, match="not the network that"):
        lm_spans.load(tmp_path)


def test_one_reading_serves_both_detectors(network, monkeypatch):
    monkeypatch.setattr(lm_spans, "_kept", {})
    monkeypatch.setattr(lm_spans, "KEPT", 3)
    monkeypatch.setattr(lm_spans, "load", lambda: network)
    one, other = lm_spans.read(["ab", "cd"])
    again = lm_spans.read(["cd", "ab", "cd"])
    assert again[0] is again[2] is other
    assert again[1] is one
    lm_spans.read(["ef", "gh"])
    assert lm_spans.read(["cd"])[0] is other
    assert lm_spans.read(["ab"])[0] is not one  # the oldest was forgotten
    with lm_spans.keeping(5):
        lm_spans.read(["ij", "kl", "mn"])
        assert list(lm_spans._kept) == ["gh", "ab", "ij", "kl", "mn"]
    assert list(lm_spans._kept) == ["ij", "kl", "mn"]
