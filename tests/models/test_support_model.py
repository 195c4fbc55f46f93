import json
import shutil

import numpy as np
import pytest
import torch

from nlp.errors import MissingPart
from nlp.models import support_model, word_vectors
from nlp.models._support import Supporter, collate

pytestmark = pytest.mark.skipif(not support_model.available(), reason="the encoder is not installed")

PAIRS = [
    ("Dans le temps additionnel, Allan a marqué pour Naples.", "In added time, Allan scored for Naples."),
    ("Корб сказал правду.", "Korb told the truth."),
    ("東京で会議が開かれた。", "A meeting was held in Tokyo."),
]


def test_a_pair_is_read_as_if_alone_and_has_a_score_for_each_word_and_gap():
    together = support_model.read([*PAIRS, ("", "He came."), ("Il vint.", ""), PAIRS[0]])
    assert len(together) == 6
    for pair, read in zip(PAIRS, together, strict=False):
        (alone,) = support_model.read([pair])
        np.testing.assert_allclose(read.stranger, alone.stranger, atol=1e-3)
        np.testing.assert_allclose(read.missing, alone.missing, atol=1e-3)
        assert pair[1].startswith(read.words[0].of(pair[1]))
        assert len(read.stranger) == len(read.words) == len(read.missing) - 1
        assert all(0 <= lost < len(read.source) for lost in read.lost)
    assert together[3].words == together[4].words == ()
    assert support_model.read([]) == []


def test_a_swapped_source_leaves_words_without_support():
    matched, swapped = support_model.read([PAIRS[0], (PAIRS[1][0], PAIRS[0][1])])
    assert matched.stranger.max() < 0.5 < swapped.stranger.max()


def test_other_weights_than_those_named_are_refused(tmp_path):
    for name in (support_model.CONFIG, support_model.WEIGHTS):
        shutil.copy(support_model.FOLDER / name, tmp_path / name)
    settings = json.loads((tmp_path / support_model.CONFIG).read_text())
    (tmp_path / support_model.CONFIG).write_text(json.dumps(settings | {"sha256": "0" * 64}))
    with pytest.raises(MissingPart, match="not the weights"):
        support_model.read(PAIRS, tmp_path)


def test_merged_adapters_say_what_they_said_before_and_what_is_trained_can_be_restored():
    torch.manual_seed(0)
    net = Supporter(word_vectors.opened()).eval()
    for name, tensor in net.trained().items():
        if name.endswith(".up"):
            torch.nn.init.normal_(tensor, std=0.02)
    read = [[word_vectors.pieces(text) for text in pair] for pair in PAIRS]
    targets, sources = [pair[1] for pair in read], [pair[0] for pair in read]
    with torch.inference_mode():
        before = net(targets, sources, [0, 1, 2])
        other = Supporter(word_vectors.opened()).eval()
        other.restore({name: tensor.clone() for name, tensor in net.trained().items()})
        other.merge()
        after = other(targets, sources, [0, 1, 2])
        vectors = [
            (
                word_vectors.encode([target], model=other.encoder)[0],
                word_vectors.encode([source], model=other.encoder)[0],
            )
            for source, target in PAIRS
        ]
        apart = other.head(*collate([(t.vectors, s.vectors) for t, s in vectors]))
    for name in ("word", "gap"):
        torch.testing.assert_close(before[name], after[name], atol=1e-3, rtol=1e-3)
        torch.testing.assert_close(apart[name], after[name], atol=1e-3, rtol=1e-3)
    with pytest.raises(ValueError, match="does not fit"):
        other.restore({"head.center": torch.zeros(3)})


def test_training_leaves_the_shared_encoder_as_it_is():
    before = word_vectors.encode(["The truth."])[0].vectors
    net = Supporter(word_vectors.opened())
    for tensor in net.trained().values():
        torch.nn.init.normal_(tensor, std=0.1)
    net.merge()
    np.testing.assert_array_equal(word_vectors.encode(["The truth."])[0].vectors, before)


def test_sentences_that_mean_the_same_are_nearer_than_others():
    vectors = support_model.sentences([PAIRS[0][0], PAIRS[0][1], PAIRS[1][1], ""])
    assert vectors[0] @ vectors[1] > 0.6 > 0.4 > vectors[0] @ vectors[2]
    assert not vectors[3].any()
