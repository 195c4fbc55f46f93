import importlib
import struct
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

WIDE, LAYERS, FORWARD, POSITIONS = 32, 1, 64, 512
VOCABULARY = ("<s>", "<pad>", "</s>", "<unk>", "▁a", "▁b", "c", "▁")


def quantize(weights: np.ndarray) -> bytes:
    """Q4_0 as ggml has it, of weights that are whole numbers from -8 to 7: exact."""
    blocks = weights.reshape(-1, 32).astype(int) + 8
    return b"".join(struct.pack("<e", 1.0) + (b[:16] | (b[16:] << 4)).astype(np.uint8).tobytes() for b in blocks)


def write_tiny_file(path: Path, seed: int = 0) -> dict[str, np.ndarray]:
    """A file of the package's layout with random whole-number weights, and what it holds."""
    draw = np.random.default_rng(seed)
    matrices = {"emb.word": (len(VOCABULARY), WIDE)}
    vectors = {"emb.pos": (POSITIONS, WIDE), "emb.type": (2, WIDE), "emb.ln.w": (WIDE,), "emb.ln.b": (WIDE,)}
    shapes = {"q": (WIDE, WIDE), "k": (WIDE, WIDE), "v": (WIDE, WIDE), "ao": (WIDE, WIDE)}
    shapes |= {"fi": (FORWARD, WIDE), "fo": (WIDE, FORWARD)}
    for name, shape in shapes.items():
        matrices[f"l0.{name}.w"] = shape
        vectors[f"l0.{name}.b"] = shape[:1]
    for name in ("aln", "oln"):
        vectors |= {f"l0.{name}.w": (WIDE,), f"l0.{name}.b": (WIDE,)}
    tensors = {name: draw.integers(-8, 8, shape).astype(np.float32) for name, shape in matrices.items()}
    tensors |= {name: draw.normal(size=shape).astype(np.float32) for name, shape in vectors.items()}
    data = {n: quantize(t) if n in matrices else t.tobytes() for n, t in tensors.items()}

    blob = [piece.encode() for piece in VOCABULARY]
    offsets = np.cumsum([0, *map(len, blob)]).astype("<u4")
    normalization = struct.pack("<IBI", ord("\t"), 1, 0x20) + struct.pack("<IB", 0x01, 0)
    normalization += struct.pack("<IB3I", ord("…"), 3, 0x2E, 0x2E, 0x2E)
    sizes = (WIDE, LAYERS, 2, FORWARD, len(VOCABULARY), POSITIONS, 2)
    head = b"E5S1" + struct.pack("<I7ifi", 1, *sizes, 1e-12, 32)
    head += struct.pack("<5iQ", len(VOCABULARY), 0, 2, 1, 3, int(offsets[-1])) + offsets.tobytes()
    head += np.linspace(-1, -2, len(VOCABULARY)).astype("<f4").tobytes() + b"".join(blob)
    head += struct.pack("<iI", 3, len(normalization)) + normalization + struct.pack("<i", len(data))
    place = len(head) + sum(2 + len(name) + 1 + 4 + 8 + 8 for name in data)
    directory, body = b"", b""
    for name, content in data.items():
        directory += struct.pack(f"<H{len(name)}sBIQQ", len(name), name.encode(), name in matrices,
                                 tensors[name].size, place + len(body), len(content))  # fmt: skip
        body += content
    path.write_bytes(head + directory + body)
    return tensors


@pytest.fixture(scope="session")
def tiny_file():
    """Writes a small encoder of the package's layout to a path; gives its tensors."""
    return write_tiny_file


@pytest.fixture(scope="session")
def tiny_lm(tmp_path_factory):
    """A real Llama of random weights that reads bytes: 2 layers, 16 dimensions, 64 positions."""
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("tiny-lm")
    pieces = ["<|endoftext|>", *sorted(pre_tokenizers.ByteLevel.alphabet())]
    tokenizer = Tokenizer(models.BPE({piece: i for i, piece in enumerate(pieces)}, [], unk_token="<|endoftext|>"))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="<|endoftext|>").save_pretrained(folder)
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(pieces),
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=64,
        initializer_range=0.5,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def load_script():
    """A module of scripts/ by its name, with the files beside it importable."""
    folder = Path(__file__).parents[2] / "scripts"

    def load(name: str) -> ModuleType:
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
        return importlib.import_module(name)

    return load
