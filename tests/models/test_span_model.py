import json

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from nlp.errors import MissingPart
from nlp.models import e5, span_model
from nlp.models._loading import sha256
from nlp.models._tagger import CATEGORIES, Tagger, pool
from nlp.models.span_model import Passage, Pieces

TEXTS = ["a b ac, b", "bcc a.", "", "a " * 30, "b", "   ", "c-c b"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, tiny_file):
    """A tagger with random adapters on a random encoder, as the training script leaves one."""
    place = tmp_path_factory.mktemp("spans")
    tiny_file(place / "e5.bin")
    torch.manual_seed(0)
    tagger = Tagger(e5.encoder(e5.read(place / "e5.bin")), rank=4)
    tensors = {name: torch.randn_like(tensor) * 0.1 for name, tensor in tagger.trained().items()}
    save_file({name: tensor.half() for name, tensor in tensors.items()}, place / span_model.WEIGHTS)
    digests = {"adapter": place / span_model.WEIGHTS, "encoder": place / "e5.bin"}
    config = {
        "rank": 4,
        "calibration": {"scale": 1.5, "bias": 0.25},
        "sha256": {name: sha256(path) for name, path in digests.items()},
    }
    (place / span_model.CONFIG).write_text(json.dumps(config), encoding="utf-8")
    return place


@pytest.fixture
def located(folder, monkeypatch):
    monkeypatch.setattr(e5, "locate", lambda: folder / "e5.bin")
    span_model.load.cache_clear()
    yield folder
    span_model.load.cache_clear()


@pytest.fixture
def model(located):
    return span_model.load(located)


def same(one, other):
    for a, b in zip(one, other, strict=True):
        np.testing.assert_array_equal(a.words, b.words)
        np.testing.assert_allclose(a.error, b.error, atol=1e-5)
        np.testing.assert_allclose(a.major, b.major, atol=1e-5)
        np.testing.assert_allclose(a.category, b.category, atol=1e-5)
        assert a.penalty == pytest.approx(b.penalty, abs=1e-4)


def test_words_lie_in_the_text_and_have_probabilities(model):
    for text, reading in zip(TEXTS, model.read([[Passage(text) for text in TEXTS]])[0], strict=True):
        assert "".join(text[start:end] for start, end in reading.words) == "".join(text.split())
        assert reading.error.shape == reading.major.shape == (len(reading.words),)
        assert ((reading.error > 0) & (reading.error < 1)).all()
        np.testing.assert_allclose(reading.category.sum(axis=1), 1, atol=1e-5)
        assert reading.penalty >= 0


def test_a_document_is_read_the_same_alone_and_among_others(model, monkeypatch):
    documents = [[Passage(text, "c a") for text in TEXTS[:3]], [Passage(text) for text in TEXTS[3:]], []]
    together = model.read(documents)
    for document, readings in zip(documents, together, strict=True):
        same(readings, model.read([document])[0])
    monkeypatch.setattr(span_model, "_BATCH", 1)
    for readings, again in zip(together, model.read(documents), strict=True):
        same(readings, again)


def test_the_source_is_read_when_it_is_given(model):
    without, given = (model.read([[Passage("a b c", source)]])[0][0] for source in ("", "b b"))
    assert not np.allclose(without.error, given.error)


def test_context_is_read(model):
    alone, beside = model.read([[Passage("a b c")], [Passage("a b c"), Passage("b b b")]])
    assert not np.allclose(alone[0].error, beside[0].error)


def test_merged_adapters_are_the_same_function(located):
    file = e5.read(located / "e5.bin")
    torch.manual_seed(1)
    tagger = Tagger(e5.encoder(file), rank=4).eval()
    tagger.restore({name: torch.randn_like(tensor) * 0.1 for name, tensor in tagger.trained().items()})
    batch = span_model.collate([[Pieces([4, 5, 6], [(0, 1), (1, 2), (2, 3)], [])]], file)
    with torch.inference_mode():
        before = tagger(batch.ids, batch.mask, batch.segments, 1)
        tagger.merge()
        after = tagger(batch.ids, batch.mask, batch.segments, 1)
    for one, other in zip(before, after, strict=True):
        torch.testing.assert_close(one, other, atol=1e-3, rtol=1e-3)
    assert before.category.shape == (1, 5, len(CATEGORIES))


def test_pooling_is_by_segment():
    hidden = torch.tensor([[[1.0], [3.0], [5.0], [9.0]]])
    assert pool(hidden, torch.tensor([[0, 0, 1, -1]]), 2).tolist() == [[2.0, 3.0], [5.0, 5.0]]


def test_windows_keep_the_order_and_the_size_and_leave_out_the_blank():
    lengths = [3, 0, 4, 9, 2, 2, 2]
    document = [Pieces([4] * n, [(0, 0)] * n, []) for n in lengths]
    assert list(span_model.windows(document, size=7)) == [[0, 2], [3], [4, 5, 6]]


def test_a_very_long_sentence_is_cut_and_read(model):
    reading = model.read([[Passage("a " * 600)]])[0][0]
    assert len(reading.words) == 600
    assert (reading.error[: span_model.LONGEST] > 0).all()
    assert (reading.error[span_model.LONGEST :] == 0).all()  # not read, so nothing is said of it


def test_a_changed_adapter_is_refused(located, tmp_path):
    for name in (span_model.WEIGHTS, span_model.CONFIG):
        (tmp_path / name).write_bytes((located / name).read_bytes())
    with (tmp_path / span_model.WEIGHTS).open("ab") as stream:
        stream.write(b"\0")
    with pytest.raises(MissingPart, match="not the adapter"):
        span_model.load(tmp_path)


def test_another_encoder_is_refused(located, monkeypatch, tmp_path, tiny_file):
    tiny_file(tmp_path / "other.bin", seed=1)
    monkeypatch.setattr(e5, "locate", lambda: tmp_path / "other.bin")
    with pytest.raises(MissingPart, match="not the encoder"):
        span_model.load(located)


def test_a_folder_without_a_tagger_is_said_to_be_so(located, tmp_path):
    with pytest.raises(MissingPart, match="no span tagger here"):
        span_model.load(tmp_path)
