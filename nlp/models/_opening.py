"""Opening the folder of a model that writes: reading its settings, and what to say when a part of it lacks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nlp.errors import MissingPart

WITHOUT_A_MODEL = "or leave --method and --model out: the default summary is made of the article's own sentences"


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file; {} when the file is not there."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0]


def cannot_open(folder: Path, name: str, error: BaseException) -> MissingPart:
    """What to tell of a folder that cannot be opened: which part is missing, and that pickles are never read."""
    if not list(folder.glob("*.safetensors")):
        reason = (
            "there are no safetensors weights, and pickled ones (pytorch_model.bin), which may run code, are never "
            "loaded; convert them once with save_pretrained, or look for a revision refs/pr/N on the hub that has them"
        )
    elif not has_tokenizer(folder):
        reason = "there is no tokenizer beside the weights; save it there too (tokenizer.save_pretrained)"
    else:
        reason = first_line(error)
    return MissingPart(f"{name} ({folder}): {reason}; {WITHOUT_A_MODEL}")


def has_tokenizer(folder: Path) -> bool:
    """Whether a folder has a vocabulary. Without one transformers 5 makes a tokenizer that knows no word, silently."""
    return any((folder / part).is_file() for part in _TOKENIZER_FILES)


_TOKENIZER_FILES = (
    "tokenizer.json", "spiece.model", "sentencepiece.bpe.model", "tokenizer.model", "source.spm", "vocab.json",
    "vocab.txt",
)  # fmt: skip
