"""Real models of every family, with random weights and a few thousand parameters, and tokenizers trained on the spot.

Each is a folder as a person would have it: config, tokenizer files as the family brings them, safetensors weights.
What they write makes no sense; that every code path runs does.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FAMILIES = ("bart", "pegasus", "t5", "mt5", "mbart", "led", "marian", "chat")

_WIDTHS = {
    "d_model": 32,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
}
_T5_WIDTHS = {"d_model": 32, "d_kv": 16, "d_ff": 64, "num_layers": 1, "num_heads": 2}
_CHAT_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def build(family: str, folder: Path) -> Path:
    """Writes the model of a family into a new folder and gives that folder."""
    import torch
    import transformers
    from transformers.utils import logging

    logging.disable_progress_bar()
    folder.mkdir(parents=True)
    torch.manual_seed(7)
    config_class, model_class, settings, files, tokenizer = _RECIPES[family]()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer))
    config = getattr(transformers, config_class)(**settings)
    getattr(transformers, model_class)(config).save_pretrained(folder)
    return folder


@cache
def _lines() -> tuple[str, ...]:
    seed = (ROOT / "seeds" / "000_959a71210dff82b1.txt").read_text(encoding="utf-8")
    rules = sorted((ROOT / "nlp" / "rules" / "calque").glob("*.py"))
    texts = [seed, *(path.read_text(encoding="utf-8") for path in rules)]
    return tuple(line.strip() for text in texts for line in text.split("\n") if len(line.strip()) > 20)


@cache
def _sentencepiece(*, pieces: int = 500, **ids: Any) -> bytes:
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(_lines()), model_writer=model, vocab_size=pieces, minloglevel=2, **ids
    )
    return model.getvalue()


@cache
def _byte_pairs(*special: str) -> dict[str, bytes]:
    from tokenizers import ByteLevelBPETokenizer

    tokenizer = ByteLevelBPETokenizer()
    tokenizer.train_from_iterator(_lines(), vocab_size=500, special_tokens=list(special), show_progress=False)
    merges = [" ".join(pair) for pair in json.loads(tokenizer._tokenizer.to_str())["model"]["merges"]]
    return {
        "vocab.json": json.dumps(tokenizer.get_vocab()).encode(),
        "merges.txt": "\n".join(["#version: 0.2", *merges]).encode(),
        "tokenizer.json": tokenizer._tokenizer.to_str().encode(),
    }


def _bart() -> tuple[Any, ...]:
    pieces = _byte_pairs("<s>", "<pad>", "</s>", "<unk>", "<mask>")
    files = {name: pieces[name] for name in ("vocab.json", "merges.txt")}
    settings = {**_WIDTHS, "vocab_size": 500, "max_position_embeddings": 96, "forced_bos_token_id": 0}
    return "BartConfig", "BartForConditionalGeneration", settings, files, {"tokenizer_class": "BartTokenizer"}


def _led() -> tuple[Any, ...]:
    _, _, _, files, _ = _bart()
    settings = {**_WIDTHS, "vocab_size": 500, "attention_window": [8]}
    settings |= {"max_encoder_position_embeddings": 128, "max_decoder_position_embeddings": 96}
    return "LEDConfig", "LEDForConditionalGeneration", settings, files, {"tokenizer_class": "LEDTokenizer"}


def _t5() -> tuple[Any, ...]:
    files = {"spiece.model": _sentencepiece(pad_id=0, eos_id=1, unk_id=2, bos_id=-1)}
    settings = {**_T5_WIDTHS, "vocab_size": 600, "n_positions": 96, "decoder_start_token_id": 0}
    settings |= {"task_specific_params": {"summarization": {"prefix": "summarize: ", "num_beams": 2}}}
    return "T5Config", "T5ForConditionalGeneration", settings, files, {"tokenizer_class": "T5Tokenizer"}


def _mt5() -> tuple[Any, ...]:
    files = {"spiece.model": _sentencepiece(pad_id=0, eos_id=1, unk_id=2, bos_id=-1)}
    settings = {**_T5_WIDTHS, "vocab_size": 600, "decoder_start_token_id": 0}
    tokenizer = {"tokenizer_class": "T5Tokenizer", "model_max_length": 96}
    return "MT5Config", "MT5ForConditionalGeneration", settings, files, tokenizer


def _pegasus() -> tuple[Any, ...]:
    ids = {"pad_id": 0, "eos_id": 1, "unk_id": 2, "bos_id": -1, "user_defined_symbols": "<n>"}
    files = {"spiece.model": _sentencepiece(**ids)}
    settings = {**_WIDTHS, "vocab_size": 603, "max_position_embeddings": 96, "decoder_start_token_id": 0}
    settings |= {"pad_token_id": 0, "eos_token_id": 1}
    tokenizer = {"tokenizer_class": "PegasusTokenizer"}
    return "PegasusConfig", "PegasusForConditionalGeneration", settings, files, tokenizer


def _mbart() -> tuple[Any, ...]:
    files = {"sentencepiece.bpe.model": _sentencepiece(unk_id=0, bos_id=1, eos_id=2, pad_id=-1)}
    settings = {**_WIDTHS, "vocab_size": 527, "max_position_embeddings": 96}
    tokenizer = {"tokenizer_class": "MBartTokenizer", "src_lang": "en_XX", "tgt_lang": "en_XX"}
    return "MBartConfig", "MBartForConditionalGeneration", settings, files, tokenizer


def _marian() -> tuple[Any, ...]:
    import sentencepiece

    model = _sentencepiece(unk_id=1, eos_id=0, bos_id=-1, pad_id=-1)
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    vocabulary = {processor.id_to_piece(i): i for i in range(processor.get_piece_size())}
    padding = vocabulary.setdefault("<pad>", len(vocabulary))
    files = {"source.spm": model, "target.spm": model, "vocab.json": json.dumps(vocabulary).encode()}
    settings = {**_WIDTHS, "vocab_size": padding + 1, "max_position_embeddings": 96, "eos_token_id": 0}
    settings |= {"pad_token_id": padding, "decoder_start_token_id": padding}
    return "MarianConfig", "MarianMTModel", settings, files, {"tokenizer_class": "MarianTokenizer"}


def _chat() -> tuple[Any, ...]:
    pieces = _byte_pairs("<|endoftext|>", "<|im_start|>", "<|im_end|>")
    settings = {"vocab_size": 500, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1}
    settings |= {"num_attention_heads": 2, "num_key_value_heads": 2, "max_position_embeddings": 256}
    settings |= {"bos_token_id": 0, "eos_token_id": 2, "pad_token_id": 2}
    tokenizer = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "bos_token": "<|endoftext|>",
        "eos_token": "<|im_end|>",
        "pad_token": "<|im_end|>",
        "chat_template": _CHAT_TEMPLATE,
    }
    return "LlamaConfig", "LlamaForCausalLM", settings, {"tokenizer.json": pieces["tokenizer.json"]}, tokenizer


_RECIPES: dict[str, Callable[[], tuple[Any, ...]]] = {
    "bart": _bart,
    "led": _led,
    "t5": _t5,
    "mt5": _mt5,
    "pegasus": _pegasus,
    "mbart": _mbart,
    "marian": _marian,
    "chat": _chat,
}
