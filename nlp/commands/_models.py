"""Arguments of the commands that let a model write, and the articles it gets at a time."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from nlp.errors import OptionError

T = TypeVar("T")

METHODS = ("abstractive", "guarded")
_BATCH = 8
_BATCHES = 4  # in a window: enough for batches of like length, few enough that results come soon


def add_model_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("models", f"with --method {' or '.join(METHODS)}")
    group.add_argument(
        "--model",
        metavar="NAME_OR_FOLDER",
        help="an encoder-decoder (BART, PEGASUS, T5 …) or a chat model, by hub id or folder, in safetensors; guarded "
        "without one uses SmolLM2-135M-Instruct, an experiment",
    )
    group.add_argument("--revision", metavar="NAME", help="a branch, tag or commit of the model on the hub")
    group.add_argument(
        "--engine",
        choices=("torch", "ctranslate2"),
        help="torch (default), or ctranslate2: eight-bit weights, several times as fast on a processor",
    )
    group.add_argument(
        "--deterministic",
        action="store_true",
        help="one text at a time on one thread, so that no result depends on what else is in a batch",
    )
    group.add_argument("--batch-size", type=int, metavar="N", help=f"texts the model reads at once (default: {_BATCH})")


def model_options(options: argparse.Namespace) -> dict[str, Any]:
    """What was said of the model, as options of the summarizer. Raises OptionError where no model is asked for."""
    said = {
        "model": options.model,
        "revision": options.revision,
        "engine": options.engine,
        "deterministic": options.deterministic or None,
        "batch_size": options.batch_size,
    }
    given = {name: value for name, value in said.items() if value is not None}
    if given and options.method not in METHODS:
        named = next(iter(given)).replace("_", "-")
        raise OptionError(f"--{named} goes with --method {' or '.join(METHODS)}")
    if options.revision and not options.model:
        raise OptionError("--revision goes with --model")
    return given


def size_of_window(options: argparse.Namespace) -> int:
    """How many articles to summarize at a time: one, where no model gains from more."""
    return _BATCHES * (options.batch_size or _BATCH) if options.method in METHODS else 1


def windows(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in runs of at most `size`, in order."""
    window: list[T] = []
    for item in items:
        window.append(item)
        if len(window) >= size:
            yield window
            window = []
    if window:
        yield window
