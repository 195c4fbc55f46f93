"""The engine torch: float32, in evaluation mode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.models._loading import quiet
from nlp.models._opening import cannot_open
from nlp.models.generation import Decoding, Written
from nlp.models.profiles import Profile


@dataclass(frozen=True)
class TorchEngine:
    """A model in torch that continues rows of token ids; for an encoder-decoder, that answers them."""

    model: Any
    profile: Profile
    eos: frozenset[int]
    padding: int
    precision: str = "float32"

    def write(self, rows: Sequence[Sequence[int]], decoding: Decoding, first: int | None) -> list[list[Written]]:
        """`decoding.candidates` for each row, best first. `first` is the token that every summary begins with."""
        import torch

        width = max(map(len, rows))
        seq2seq = self.model.config.is_encoder_decoder
        # New tokens come behind the row in a causal model, so there the padding stands before it.
        pads = [[self.padding] * (width - len(row)) for row in rows]
        ids = [[*row, *pad] if seq2seq else [*pad, *row] for row, pad in zip(rows, pads, strict=True)]
        ones = [[1] * len(row) for row in rows]
        zeros = [[0] * len(pad) for pad in pads]
        mask = [[*one, *zero] if seq2seq else [*zero, *one] for one, zero in zip(ones, zeros, strict=True)]
        inputs = {"input_ids": torch.tensor(ids), "attention_mask": torch.tensor(mask)}
        if self.profile.global_first_token:
            inputs["global_attention_mask"] = torch.zeros_like(inputs["input_ids"])
            inputs["global_attention_mask"][:, 0] = 1
        with torch.inference_mode(), quiet():
            output = self.model.generate(**inputs, **self._arguments(decoding, first))
        begin = (1 if first is None else 2) if seq2seq else width  # behind the start token and `first`, or the row
        flat = [self._ended(row[begin:]) for row in output.tolist()]
        return [flat[at : at + decoding.candidates] for at in range(0, len(flat), decoding.candidates)]

    def _arguments(self, decoding: Decoding, first: int | None) -> dict[str, Any]:
        """The arguments of `generate`, all explicit: what is left open would be filled from the model's files."""
        beams = max(decoding.beams or self.profile.beams, decoding.candidates)
        arguments: dict[str, Any] = {
            "max_new_tokens": decoding.max_new_tokens + (first is not None),
            "min_new_tokens": max(1, min(decoding.min_new_tokens, decoding.max_new_tokens)) + (first is not None),
            "num_beams": beams,
            "num_return_sequences": decoding.candidates,
            "do_sample": False,
            "no_repeat_ngram_size": self.profile.no_repeat_ngram,
            "use_cache": True,
        }
        if beams > 1:
            arguments |= {"length_penalty": self.profile.length_penalty, "early_stopping": True}
        if first is not None:
            arguments["forced_bos_token_id"] = first
        return arguments

    def _ended(self, tokens: Sequence[int]) -> Written:
        """A row up to its end mark; behind it stands padding to the length of the longest row."""
        for place, token in enumerate(tokens):
            if token in self.eos:
                return Written(tuple(tokens[:place]), True)
        return Written(tuple(tokens), False)


def open_seq2seq(folder: Path, *, name: str, profile: Profile, tokenizer: Any) -> TorchEngine:  # noqa: ANN401
    """The encoder-decoder in a folder. Raises MissingPart without safetensors weights."""
    import torch
    from transformers import AutoModelForSeq2SeqLM, GenerationConfig

    try:
        with quiet():
            model = AutoModelForSeq2SeqLM.from_pretrained(
                folder, local_files_only=True, trust_remote_code=False, use_safetensors=True, dtype=torch.float32
            )
    except (OSError, ValueError) as error:
        raise cannot_open(folder, name, error) from error
    own = model.generation_config
    eos = as_set(own.eos_token_id if own.eos_token_id is not None else tokenizer.eos_token_id)
    possible = (own.decoder_start_token_id, own.bos_token_id, tokenizer.bos_token_id, tokenizer.pad_token_id, 0)
    settings: Any = GenerationConfig  # untyped
    # What begins and ends a text, and nothing else. No end mark is forced: it would hide that a text was cut off.
    model.generation_config = settings(
        decoder_start_token_id=next(token for token in possible if token is not None),
        bos_token_id=own.bos_token_id,
        eos_token_id=sorted(eos),
        pad_token_id=tokenizer.pad_token_id,
        suppress_tokens=[tokenizer.pad_token_id] if profile.suppress_padding else None,
    )
    return TorchEngine(model.eval(), profile, eos, tokenizer.pad_token_id)


def as_causal(model: Any, *, profile: Profile, eos: frozenset[int], padding: int) -> TorchEngine:  # noqa: ANN401
    """An engine on a causal language model that is already loaded, with weights shared and settings of its own."""
    import copy

    from transformers import GenerationConfig

    model = copy.copy(model)
    settings: Any = GenerationConfig  # untyped
    model.generation_config = settings(eos_token_id=sorted(eos), pad_token_id=padding)
    return TorchEngine(model, profile, eos, padding)


def as_set(tokens: int | Sequence[int] | None) -> frozenset[int]:
    """Token ids as a set, which configs give as one, several or none."""
    return frozenset() if tokens is None else frozenset([tokens] if isinstance(tokens, int) else tokens)
