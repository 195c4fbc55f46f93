"""From a hub id or a folder to a model that writes summaries: which kind it is, or why it cannot be had."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp.errors import MissingPart, OptionError
from nlp.models._loading import HOW_TO_GET_IT, quiet, snapshot
from nlp.models._opening import WITHOUT_A_MODEL, first_line, read_json
from nlp.models.generation import Generator

ENGINES = ("torch", "ctranslate2")


@cache
def load(model: str | None = None, *, revision: str | None = None, engine: str = "torch") -> Generator:
    """The generator for a hub id or a local folder; without one, SmolLM2-135M-Instruct, a small chat model.

    Whether it is an encoder-decoder or a chat model is in its config. The same arguments give the same object.
    Raises MissingPart when the libraries, the weights or a tokenizer are not to be had, OptionError for a model that
    cannot write or an engine that does not know its family.
    """
    if engine not in ENGINES:
        raise OptionError(f"there is no engine '{engine}'; known: {', '.join(ENGINES)}")
    if any(find_spec(package) is None for package in ("torch", "transformers")):
        raise MissingPart(
            f"a model that writes summaries needs torch and transformers: {HOW_TO_GET_IT}; {WITHOUT_A_MODEL}"
        )
    if model is None:
        return _chat(None, revision, engine)
    folder, name, origin = _find(model, revision)
    config = _config(folder, name)
    if config.get("is_encoder_decoder"):
        from nlp.models import seq2seq

        return seq2seq.load(folder, name=name, origin=origin, engine=engine)
    if any(str(architecture).endswith("ForCausalLM") for architecture in config.get("architectures") or ()):
        return _chat(model, revision, engine)
    kinds = ", ".join(config.get("architectures") or ()) or f"a model of type {config.get('model_type')}"
    raise OptionError(
        f"{name} cannot write a summary: it is {kinds}; choose an encoder-decoder such as BART, PEGASUS or T5, "
        f"or a chat model, {WITHOUT_A_MODEL}"
    )


def _chat(model: str | None, revision: str | None, engine: str) -> Generator:
    from nlp.models import chat

    return chat.load(model, revision=revision, engine=engine)


def _find(model: str, revision: str | None) -> tuple[Path, str, str]:
    """Folder, name and origin of a model; the origin of a local folder is "", its weights are hashed when asked for."""
    if Path(model).is_dir():
        if revision is not None:
            raise OptionError(f"{model} is a folder, which has no revision; leave --revision out")
        return Path(model), Path(model).resolve().name, ""
    if model.startswith((".", "/", "~")) or model.count("/") > 1 or "\\" in model:
        raise MissingPart(
            f"{model}: there is no such folder; name a folder with a model in it or a hub id, {WITHOUT_A_MODEL}"
        )
    remedy = (
        "check the name, the network (HF_HUB_OFFLINE forbids downloads) and, for a gated model, that your account "
        f"may read it; {WITHOUT_A_MODEL}"
    )
    folder = snapshot(model, revision, kind="model", remedy=remedy)
    return folder, model, f"revision:{folder.name}"


def _config(folder: Path, name: str) -> dict[str, Any]:
    """The config as the library understands it, with what only the file says (`task_specific_params`)."""
    from transformers import AutoConfig

    written = read_json(folder / "config.json")
    if not written:
        raise MissingPart(f"{folder}: there is no model here (no config.json); {WITHOUT_A_MODEL}")
    try:
        with quiet():
            known = AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False).to_dict()
    except (OSError, ValueError, KeyError) as error:
        reason = "it comes with its own code, which is never run" if "auto_map" in written else first_line(error)
        raise OptionError(f"{name}: transformers does not know this model ({reason}); {WITHOUT_A_MODEL}") from error
    return {**known, **written}


@contextlib.contextmanager
def deterministic(threads: int = 1) -> Iterator[None]:
    """In the block torch runs on a fixed number of threads and, where it has them, algorithms without chance."""
    import torch

    before, strict = torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True, warn_only=True)
    try:
        yield
    finally:
        torch.set_num_threads(before)
        torch.use_deterministic_algorithms(strict)
