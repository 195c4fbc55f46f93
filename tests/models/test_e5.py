import struct

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import MissingPart
from nlp.models import e5


@given(st.lists(st.integers(-8, 7), min_size=64, max_size=64), st.floats(0.0078125, 8, width=16))
def test_dequantized_weights_are_nibbles_minus_eight_times_the_scale(weights, scale):
    nibbles = np.array(weights).reshape(2, 32) + 8
    raw = b"".join(struct.pack("<e", scale) + bytes((low | high << 4) for low, high in zip(b[:16], b[16:], strict=True))
                   for b in nibbles.tolist())  # fmt: skip
    blocks = np.frombuffer(raw, dtype=np.dtype(e5._Q4))
    assert e5.dequantize(blocks).tolist() == [float(np.float32(w) * np.float32(np.float16(scale))) for w in weights]


def test_the_file_is_read_as_it_was_written(tmp_path, tiny_file):
    tensors = tiny_file(tmp_path / "e5.bin")
    file = e5.read(tmp_path / "e5.bin")
    assert (file.hidden, file.layers, file.heads, file.feed_forward) == (32, 1, 2, 64)
    assert [piece for piece, _ in file.pieces] == ["<s>", "<pad>", "</s>", "<unk>", "▁a", "▁b", "c", "▁"]
    assert file.normalization == {"\t": " ", "\x01": "", "…": "..."}
    for name, tensor in tensors.items():
        np.testing.assert_array_equal(file.floats(name), tensor.reshape(-1))


def test_rows_of_the_embedding_are_those_of_the_file(tmp_path, tiny_file):
    tensors = tiny_file(tmp_path / "e5.bin")
    model = e5.encoder(e5.read(tmp_path / "e5.bin"))
    ids = torch.tensor([[7, 0, 7], [4, 4, 5]])
    np.testing.assert_array_equal(model.embeddings.word_embeddings(ids).numpy(), tensors["emb.word"][ids.numpy()])
    state = model.state_dict()
    np.testing.assert_array_equal(state["encoder.layer.0.intermediate.dense.weight"].numpy(), tensors["l0.fi.w"])


def test_a_file_that_is_cut_short_or_another_is_refused(tmp_path, tiny_file):
    path = tmp_path / "e5.bin"
    tiny_file(path)
    whole = path.read_bytes()
    for broken in (b"", b"GGUF" + whole[4:], whole[: len(whole) // 2], whole[:60]):
        path.write_bytes(broken)
        with pytest.raises(MissingPart, match="not the multilingual-e5-small weights"):
            e5.read(path)


def test_tokenizer_offsets_are_code_points_of_the_text_given(tmp_path, tiny_file):
    tiny_file(tmp_path / "e5.bin")
    encoding = e5.tokenizer(e5.read(tmp_path / "e5.bin")).encode("a\t b\x01c", add_special_tokens=False)
    assert encoding.tokens == ["▁a", "▁b", "c"]
    assert ["a\t b\x01c"[start:end].strip("\x01\t ") for start, end in encoding.offsets] == ["a", "b", "c"]


def test_a_missing_package_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(e5._packages, "find", lambda *_: None)
    assert not e5.available()
    with pytest.raises(MissingPart, match=r"weights\.txt"):
        e5.locate()


@pytest.fixture(scope="module")
def real():
    file = e5.read(e5.locate())
    return e5.encoder(file), e5.tokenizer(file), file


def test_a_translation_is_nearer_than_another_sentence(real):
    model, tokenizer, file = real

    def vector(text: str) -> torch.Tensor:
        ids = [file.bos, *tokenizer.encode(f"passage: {text}", add_special_tokens=False).ids, file.eos]
        with torch.inference_mode():
            return torch.nn.functional.normalize(model(torch.tensor([ids])).last_hidden_state.mean(dim=1)[0], dim=0)

    french, english, other = map(
        vector,
        ("Le président a démissionné mardi.", "The president resigned on Tuesday.", "Cats like fish and milk."),
    )
    assert french @ english > 0.9 > 0.8 > french @ other


def test_real_pieces_cover_every_letter_of_a_text(real):
    text = "The government counts to  raise… the tax\u00a0in 2021, said “Łukasz” ﬁne."
    covered = set()
    for start, end in real[1].encode(text, add_special_tokens=False).offsets:
        covered |= set(range(start, end))
    assert all(place in covered for place, char in enumerate(text) if not char.isspace())
