"""Errors as a language model sees them: SmolLM2-135M's layers, read by a small network trained on annotated errors.

A model of language with 135 million weights knows more of English than the encoder of the span tagger with 21 million,
and is ten times as slow. Where it reads a text anyhow, for the fluency detector, what it makes of each token is kept as
a short vector, and a network (`nlp/models/lm_spans/`) says how likely each is part of an error that a professional
would mark. It belongs to the default language model and is not used with another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.errors import MissingPart
from nlp.models import causal_lm, surprisal
from nlp.models._loading import sha256

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from nlp.models.causal_lm import CausalLM
    from nlp.models.surprisal import Reading

FOLDER = Path(__file__).parent / "lm_spans"
CONFIG = "config.json"
WEIGHTS = "network.safetensors"

HIDDEN = 576  # figures of a token in a layer of SmolLM2-135M
LAYERS = (10, 18, 26, 30)  # of thirty; the last one normalized
KEPT = 64  # readings: of long articles 60 MB
_ROWS = 64  # stretches read at once: sets speed and memory only


@dataclass(frozen=True)
class Said:
    """Of the n tokens of a stretch: places in it, probability of an error, of its being major and of each category
    (`nlp.models._tagger.CATEGORIES`) given that there is one.
    """

    offsets: npt.NDArray[np.int64]
    error: npt.NDArray[np.float32]
    major: npt.NDArray[np.float32]
    category: npt.NDArray[np.float32]


@dataclass(frozen=True)
class LMSpans:
    """A loaded network and its language model. `load` makes one."""

    network: Any
    lm: CausalLM

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """What the language model says of each text, with what the network needs of it."""
        from nlp.models._lm_tagger import normalized

        observer = surprisal.Observer(LAYERS, lambda layers: self.network.features(normalized(layers)))
        return surprisal.read(texts, self.lm, observer=observer)

    def judge(self, readings: Sequence[Reading], stretches: Sequence[Sequence[tuple[int, int]]]) -> list[list[Said]]:
        """What the network says of the stretches (start, end) of each text: sentences or segments, each by itself."""
        import numpy as np
        import torch

        wanted = [(text, start, end) for text, own in enumerate(stretches) for start, end in own]
        tokens = [_inside(readings[text].offsets, start, end) for text, start, end in wanted]
        made: list[Said] = [_nothing()] * len(wanted)
        order = sorted((i for i, (first, last) in enumerate(tokens) if last > first), key=lambda i: np.ptp(tokens[i]))
        with torch.inference_mode():
            for begin in range(0, len(order), _ROWS):
                chosen = order[begin : begin + _ROWS]
                parts = [(readings[wanted[i][0]], *tokens[i]) for i in chosen]
                marks = self.network(*_padded(parts))
                for row, (i, (reading, first, last)) in enumerate(zip(chosen, parts, strict=True)):
                    here = slice(last - first)
                    made[i] = Said(
                        reading.offsets[first:last] - wanted[i][1],
                        torch.sigmoid(marks.error[row, here]).numpy(),
                        torch.sigmoid(marks.major[row, here]).numpy(),
                        torch.softmax(marks.category[row, here], dim=-1).numpy(),
                    )
        every = iter(made)
        return [[next(every) for _ in own] for own in stretches]


def _inside(offsets: npt.NDArray[np.int64], start: int, end: int) -> tuple[int, int]:
    """First and last (exclusive) of the tokens that lie in [start, end)."""
    import numpy as np

    first = int(np.searchsorted(offsets[:, 0], start))
    return first, max(first, int(np.searchsorted(offsets[:, 1], end, side="right")))


def _padded(parts: Sequence[tuple[Reading, int, int]]) -> tuple[Any, Any, list[int]]:
    import torch

    from nlp.models._lm_tagger import SIGNALS, signals

    lengths = [last - first for _, first, last in parts]
    width = parts[0][0].observed.shape[1]
    features = torch.zeros(len(parts), max(lengths), width)
    beside = torch.zeros(len(parts), max(lengths), SIGNALS)
    for row, (reading, first, last) in enumerate(parts):
        features[row, : last - first] = reading.observed[first:last]
        bits = (torch.from_numpy(values[first:last]) for values in (reading.surprisal, reading.entropy))
        beside[row, : last - first] = signals(*bits)
    return features, beside, lengths


def _nothing() -> Said:
    import numpy as np

    none = np.zeros(0, dtype=np.float32)
    return Said(np.zeros((0, 2), dtype=np.int64), none, none, none.reshape(0, 0))


def read(texts: Sequence[str]) -> list[Reading]:
    """`LMSpans.read` by the shipped network. The last `KEPT` readings are kept (see `keeping`), since detectors and
    summarizers that want the same one ask one after another, and reading is what takes long.
    """
    missing = [text for text in dict.fromkeys(texts) if text not in _kept]
    new = dict(zip(missing, load().read(missing), strict=True)) if missing else {}
    readings = [new[text] if text in new else _kept[text] for text in texts]
    _kept.update(new)
    _forget()
    return readings


@contextmanager
def keeping(count: int) -> Iterator[None]:
    """In the block, `count` readings are kept, as where the same texts are looked at in several ways."""
    global KEPT
    before, KEPT = KEPT, max(count, KEPT)
    try:
        yield
    finally:
        KEPT = before
        _forget()


_kept: dict[str, Reading] = {}


def _forget() -> None:
    for text in list(_kept)[: max(0, len(_kept) - KEPT)]:
        del _kept[text]


def available() -> bool:
    """Whether the language model, the network and the libraries are here. Does not import torch."""
    return causal_lm.available() and find_spec("safetensors") is not None and (FOLDER / WEIGHTS).is_file()


@cache
def load(folder: Path = FOLDER) -> LMSpans:
    """The network in a folder, opened once, with the default language model. Raises MissingPart when it is not there,
    or not the one that its config names.
    """
    weights = folder / WEIGHTS
    if not weights.is_file() or not (folder / CONFIG).is_file():
        raise MissingPart(f"{folder}: no network here ({WEIGHTS} and {CONFIG}); train one or reinstall newsproof")
    config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    found = sha256(weights)
    if found != config["sha256"]:
        raise MissingPart(
            f"{weights}: not the network that {CONFIG} describes (sha256 {found[:12]}…, not {config['sha256'][:12]}…); "
            "reinstall newsproof"
        )
    from safetensors.torch import load_file

    from nlp.models._lm_tagger import LMTagger

    network = LMTagger(layers=len(LAYERS), hidden=HIDDEN)
    network.load_state_dict({name: tensor.float() for name, tensor in load_file(weights).items()})
    return LMSpans(network.eval(), causal_lm.load())
