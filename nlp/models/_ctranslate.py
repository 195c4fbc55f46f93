"""The engine CTranslate2: weights in eight bits, several times as fast as torch on a processor.

A model is converted once, to a folder in newsproof's cache named by the SHA-256 of its weights. CTranslate2 4.8 knows
BART, mBART, PEGASUS, T5, mT5, Marian and M2M100 among the encoder-decoders, Llama, Qwen, Gemma, Mistral and Phi among
the language models; it has no LED and no PEGASUS-X.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp.errors import MissingPart, OptionError
from nlp.models._loading import cache_folder, quiet, weights_digest
from nlp.models.generation import Decoding, Written
from nlp.models.profiles import Profile

COMPUTE = "int8"
_LAYOUT = 1  # of the converted folder: raise it when the conversion changes

# What the converter reads from a config and transformers 5 no longer writes there: where the layers are normalized.
_NORMALIZATION = {
    "bart": {"normalize_before": False, "normalize_embedding": True},
    "mbart": {"normalize_before": True, "normalize_embedding": True},
    "pegasus": {"normalize_before": True, "normalize_embedding": False},
}


@dataclass(frozen=True)
class CTranslateEngine:
    """A converted model that continues rows of token ids; for an encoder-decoder, that answers them."""

    runner: Any
    tokenizer: Any
    profile: Profile
    eos: frozenset[int]
    seq2seq: bool
    precision: str

    def write(self, rows: Sequence[Sequence[int]], decoding: Decoding, first: int | None) -> list[list[Written]]:
        """`decoding.candidates` for each row, best first. `first` is the token that every summary begins with."""
        tokens = [self.tokenizer.convert_ids_to_tokens(list(row)) for row in rows]
        beams = max(decoding.beams or self.profile.beams, decoding.candidates)
        common = {
            "beam_size": beams,
            "num_hypotheses": decoding.candidates,
            "length_penalty": self.profile.length_penalty,
            "no_repeat_ngram_size": self.profile.no_repeat_ngram,
            "end_token": sorted(self.eos),
            "return_end_token": True,
        }
        if self.seq2seq:
            results = self.runner.translate_batch(
                tokens,
                target_prefix=None if first is None else [self.tokenizer.convert_ids_to_tokens([first])] * len(rows),
                max_input_length=0,
                max_decoding_length=decoding.max_new_tokens + (first is not None),
                min_decoding_length=max(1, decoding.min_new_tokens) + (first is not None),
                **common,
            )
            found = [self.tokenizer.convert_tokens_to_ids(h) for result in results for h in result.hypotheses]
            found = [row[1:] if first is not None and row[:1] == [first] else row for row in found]
        else:
            results = self.runner.generate_batch(
                tokens,
                include_prompt_in_result=False,
                max_length=decoding.max_new_tokens,
                min_length=max(1, decoding.min_new_tokens),
                **common,
            )
            found = [list(row) for result in results for row in result.sequences_ids]
        flat = [self._ended(row) for row in found]
        return [flat[at : at + decoding.candidates] for at in range(0, len(flat), decoding.candidates)]

    def _ended(self, tokens: Sequence[int]) -> Written:
        finished = bool(tokens) and tokens[-1] in self.eos
        return Written(tuple(tokens[:-1] if finished else tokens), finished)


def open_engine(
    folder: Path,
    *,
    name: str,
    profile: Profile,
    tokenizer: Any,  # noqa: ANN401 - transformers is untyped
    eos: frozenset[int],
    seq2seq: bool,
) -> CTranslateEngine:
    """The engine on the model in a folder, converted when that was not done before.

    Runs on $OMP_NUM_THREADS threads, else on as many as there are processors. Raises MissingPart without ctranslate2
    or a cache to write to, OptionError for a family that it does not know.
    """
    if find_spec("ctranslate2") is None:
        raise MissingPart(
            "the engine ctranslate2 is not installed: `pip install newsproof[fast]`, or use --engine torch"
        )
    import ctranslate2

    kind = ctranslate2.Translator if seq2seq else ctranslate2.Generator
    threads = int(os.environ.get("OMP_NUM_THREADS", "0") or 0)
    runner = kind(str(_converted(folder, name)), device="cpu", compute_type=COMPUTE, intra_threads=threads)
    return CTranslateEngine(
        runner, tokenizer, profile, eos, seq2seq, f"{COMPUTE}|ctranslate2:{ctranslate2.__version__}"
    )


def _converted(folder: Path, name: str) -> Path:
    from filelock import FileLock

    cache = cache_folder() / "ctranslate2"
    place = cache / f"{weights_digest(folder)[:24]}-{COMPUTE}-{_LAYOUT}"
    if place.is_dir():
        return place
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{place}.lock"):
            if not place.is_dir():
                partial = place.with_name(f"{place.name}.partial")
                shutil.rmtree(partial, ignore_errors=True)  # of a process that died
                _convert(folder, partial, name)
                partial.replace(place)
    except OSError as error:
        raise MissingPart(
            f"{cache}: the converted model could not be kept here ({error.strerror or error}); "
            "name another folder in NEWSPROOF_CACHE"
        ) from error
    return place


def _convert(folder: Path, place: Path, name: str) -> None:
    from ctranslate2.converters import TransformersConverter

    class Converter(TransformersConverter):  # type: ignore[misc]  # ctranslate2 is untyped
        def load_model(self, model_class: Any, path: str, **options: Any) -> Any:  # noqa: ANN401
            model = model_class.from_pretrained(path, local_files_only=True, use_safetensors=True, **options)
            for key, value in _NORMALIZATION.get(model.config.model_type, {}).items():
                if not hasattr(model.config, key):
                    setattr(model.config, key, value)
            return model

    try:
        with quiet():
            Converter(str(folder)).convert(str(place), quantization=COMPUTE)
    except (ValueError, NotImplementedError, AttributeError, KeyError) as error:
        reason = str(error).partition(" (supported")[0]
        raise OptionError(f"{name}: ctranslate2 cannot convert this model ({reason}); use --engine torch") from error
