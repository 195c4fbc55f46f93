"""How closely a translation follows its source, in figures: machines keep nearer to its words than people do.

A machine renders each word, near where it stands; a translator recasts the sentence. Multilingual word vectors
(`nlp.models.word_vectors`) show both: how near each word is to some word of the other side, and whether words that are
linked stand in like places. How near words *can* be depends on what is said, so coverage of the source is counted
beyond what is usual for such words: a linear regression on their vectors (`nlp/models/closeness/`, its card beside it,
trained by `scripts/train_translationese.py`). Its weights and the encoder are checked by their SHA-256.

Links are soft and mutual, after Jalili Sabet et al. 2020 (SimAlign, Findings of EMNLP) and `nlp.models._support`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from nlp.errors import MissingPart
from nlp.models import e5, word_vectors
from nlp.models._loading import sha256

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

FOLDER = Path(__file__).parent / "closeness"
CONFIG = "config.json"
WEIGHTS = "usual.safetensors"
_HALF = word_vectors.WIDTH // 2
_SHARPNESS = 10.0  # of links between centred unit vectors
_LEAST = 2  # words that a sentence and its source must have to be compared

NEAR = "nearness of words to the source’s"
CLEAR = "lead of the nearest word of the source"
LINKED = "words linked with one of the source"
OUT_OF_PLACE = "linked words out of their place"
APART = "how far the nearest word stands out (layer 7)"
APART_ABOVE = "how far the nearest word stands out (layer 10)"
COVERED = "coverage of the source beyond the usual"
FIGURES = (NEAR, CLEAR, LINKED, OUT_OF_PLACE, APART, APART_ABOVE, COVERED)


@dataclass(frozen=True)
class Usual:
    """What is usual: the mean vector of words, and for a source word of vector v its coverage, v @ weights + bias."""

    center: Vectors
    weights: Vectors
    bias: float


def available() -> bool:
    """Whether the encoder and the regression are on this machine. Does not import torch."""
    return word_vectors.available() and find_spec("safetensors") is not None and (FOLDER / WEIGHTS).is_file()


@cache
def load(folder: Path = FOLDER) -> Usual:
    """The regression in a folder. Raises MissingPart when it or the encoder is not there, or not the one it names."""
    weights = folder / WEIGHTS
    if not weights.is_file() or not (folder / CONFIG).is_file():
        raise MissingPart(f"{folder}: {WEIGHTS} and {CONFIG} are not here; reinstall newsproof")
    named = json.loads((folder / CONFIG).read_text(encoding="utf-8"))["sha256"]
    for name, file in (("usual", weights), ("encoder", e5.locate())):
        if sha256(file) != named[name]:
            raise MissingPart(f"{file}: not the file that {CONFIG} in {folder} names; install the weights anew")
    from safetensors.numpy import load_file

    read = load_file(weights)
    return Usual(read["center"], read["weights"], float(read["bias"][0]))


def figures(pairs: Sequence[tuple[str, str]], known: dict[str, Vectors] | None = None) -> dict[str, float] | None:
    """The figures of a document, given as (source sentence, its translation), in the order of FIGURES; those of
    sentences are weighed by their words. None where no pair has two words on both sides.

    `known` holds vectors of source sentences that were read before, and is added to: it saves time where several
    translations of one document are judged. Raises MissingPart when the encoder is not installed.
    """
    usual = load()
    compared = list(compare(vectors(pairs, known), usual.center))
    return summed(compared, usual) if compared else None


def vectors(pairs: Sequence[tuple[str, str]], known: dict[str, Vectors] | None = None) -> list[tuple[Vectors, Vectors]]:
    """The vectors of the words of each source sentence and of its translation; pairs of too few words are left out."""
    sources = {} if known is None else known
    texts = list(dict.fromkeys([s for s, _ in pairs if s not in sources] + [target for _, target in pairs]))
    read = dict(zip(texts, (words.vectors for words in word_vectors.encode(texts)), strict=True))
    sources |= {source: read[source] for source, _ in pairs if source not in sources}
    both = [(sources[source], read[target]) for source, target in pairs]
    return [(source, target) for source, target in both if min(len(source), len(target)) >= _LEAST]


@dataclass(frozen=True)
class Compared:
    """A sentence against its source: the first six figures, coverage (source words,), and the source's vectors."""

    words: int
    figures: tuple[float, ...]
    coverage: Vectors
    source: Vectors


def compare(pairs: Sequence[tuple[Vectors, Vectors]], center: Vectors) -> Iterator[Compared]:
    """Each pair of vectors of a source sentence and its translation, (words, WIDTH), compared."""
    for source, target in pairs:
        lower = _cosines(target[:, :_HALF] - center[:_HALF], source[:, :_HALF] - center[:_HALF])
        upper = _cosines(target[:, _HALF:] - center[_HALF:], source[:, _HALF:] - center[_HALF:])
        # Less the mean of its own sentence, a word's vector says less of the topic and more of the word.
        alone = _cosines(*(side[:, :_HALF] - side[:, :_HALF].mean(axis=0) for side in (target, source)))
        links = _links(alone)
        nearest = lower.max(axis=1)
        figures_ = (
            float(alone.max(axis=1).mean()),
            float((nearest - lower.mean(axis=1)).mean()),
            float(links.sum() / len(target)),
            _displacement(links),
            _standing_out(lower),
            _standing_out(upper),
        )
        yield Compared(len(target), figures_, lower.max(axis=0), source)


def summed(compared: Sequence[Compared], usual: Usual) -> dict[str, float]:
    """The figures of a document of at least one sentence."""
    import numpy as np

    weights = [each.words for each in compared]
    means = np.average([each.figures for each in compared], axis=0, weights=weights)
    coverage = np.concatenate([each.coverage for each in compared])
    expected = np.concatenate([each.source for each in compared]) @ usual.weights + usual.bias
    return dict(zip(FIGURES, (*map(float, means), float((coverage - expected).mean())), strict=True))


def _cosines(target: Vectors, source: Vectors) -> Vectors:
    """(words of the translation, words of the source)"""
    return _unit(target) @ _unit(source).T


def _unit(rows: Vectors) -> Vectors:
    import numpy as np

    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return unit


def _links(cosines: Vectors) -> Vectors:
    """How much each word of the translation and each of the source are linked, seen from both sides."""
    import numpy as np

    weights = np.exp(_SHARPNESS * cosines)
    links: Vectors = (weights / weights.sum(axis=1, keepdims=True)) * (weights / weights.sum(axis=0, keepdims=True))
    return links


def _displacement(links: Vectors) -> float:
    """How far apart linked words stand, in shares of their sentences. A random walk's grows with the root of the
    length while the sentence grows with it, hence the factor.
    """
    import numpy as np

    ours, theirs = links.shape
    apart = np.abs(np.arange(ours)[:, None] / ours - np.arange(theirs)[None] / theirs)
    return float((links * apart).sum() / links.sum() * np.sqrt(ours))


def _standing_out(cosines: Vectors) -> float:
    """The mean best cosine in standard deviations of all the sentence's cosines."""
    spread = max(float(cosines.std()), 1e-6)
    return float(((cosines.max(axis=1) - cosines.mean()) / spread).mean())
