"""What the span tagger is trained on: annotated segments as word pieces with a row of labels for each rater."""

from __future__ import annotations

import gzip
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from nlp.evaluation._segments import ErrorSpan, Rating, Segment, read_all
from nlp.models import span_model
from nlp.models._tagger import CATEGORIES
from nlp.models.span_model import Passage, Pieces

Array = npt.NDArray[Any]
Teacher = dict[tuple[str, ...], tuple[Array, Array]]  # by `key`: places of tokens, probability of an error

POST_EDITED = "mlqe"  # the data set whose words are tagged by what a post-editor changed
LARGEST_PENALTY = 25.0

_SUBSTRINGS = ("mistransl", "addition", "omission", "terminolog", "grammar", "spelling", "punct", "awkward", "locale")


@dataclass(frozen=True)
class Example:
    """A segment ready for training: a row of labels for each rater."""

    dataset: str
    pieces: Pieces
    raters: list[int]
    error: Tensor
    major: Tensor
    category: Tensor
    penalties: list[float]
    taught: Tensor | None = None  # what the teacher says of each piece, where there is one


def category(name: str) -> int:
    """The index in CATEGORIES of a category as a rater's tool spells it."""
    name = name.lower()
    found = next((index for index, part in enumerate(_SUBSTRINGS) if part in name), None)
    if found is not None:
        return found
    return 7 if "style" in name else 3 if "inconsist" in name else CATEGORIES.index("other")


def marks(segment: Segment, offsets: Array) -> tuple[Array, Array, Array]:
    """What each rater marked, (raters, pieces): error, major, category (-1 where there is none). Pieces of which at
    least half is in a marked span count as marked.
    """
    shape = (len(segment.ratings), len(offsets))
    error, major, kind = np.zeros(shape, np.float32), np.zeros(shape, np.float32), np.full(shape, -1)
    for index, rating in enumerate(segment.ratings):
        for span in rating.errors:
            common = np.minimum(offsets[:, 1], span.end) - np.maximum(offsets[:, 0], span.start)
            hit = common >= np.maximum(1, (offsets[:, 1] - offsets[:, 0]) / 2)
            error[index, hit] = 1
            kind[index, hit] = category(span.category)
            if span.severity != "minor":
                major[index, hit] = 1
    return error, major, kind


def example(segment: Segment, tokenizer: object, raters: dict[str, int], teacher: Teacher | None = None) -> Example:
    """The segment as word pieces, with every rater's labels and the teacher's where it knows the segment."""
    pieces = span_model.pieces(Passage(segment.target, segment.source), tokenizer)
    offsets = np.array(pieces.offsets).reshape(-1, 2)
    error, major, kind = marks(segment, offsets)
    said = (teacher or {}).get(key(segment))
    return Example(
        segment.dataset,
        pieces,
        [raters.setdefault(f"{segment.dataset}|{rating.rater}", len(raters)) for rating in segment.ratings],
        torch.from_numpy(error),
        torch.from_numpy(major),
        torch.from_numpy(kind),
        [math.log1p(min(rating.penalty, LARGEST_PENALTY)) for rating in segment.ratings],
        None if said is None else torch.from_numpy(carried(*said, offsets)),
    )


def key(segment: Segment) -> tuple[str, ...]:
    """What tells a segment's translation from every other."""
    return segment.dataset, segment.document, segment.system, segment.target


def read_teacher(path: Path) -> Teacher:
    """What the teacher says, as `scripts/train_lm_spans.py` wrote it."""
    teacher: Teacher = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            teacher[tuple(record["key"])] = (
                np.array(record["offsets"]).reshape(-1, 2),
                np.array(record["probability"], np.float32),
            )
    return teacher


def carried(offsets: Array, values: Array, others: Array) -> Array:
    """Values of some stretches, (n,), for other stretches of the same text: means, weighted by what they share."""
    common = np.minimum(others[:, None, 1], offsets[None, :, 1]) - np.maximum(others[:, None, 0], offsets[None, :, 0])
    common = np.maximum(common, 0)
    mean: Array = (common @ values / np.maximum(common.sum(1), 1e-9)).astype(np.float32)
    return mean


def load(folder: Path) -> list[Segment]:
    # Second and third runs of one system differ from the first by a word here and there.
    return [s for s in read_all(folder) if s.dataset == "bio.fr-en" or not s.system.endswith(("_run2", "_run3"))]


def load_post_edited(folder: Path) -> list[Segment]:
    """Segments whose one rater is the post-editor: a span is what was changed. None when the files are not there."""
    segments = []
    for path in sorted((folder / "mt-words").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                spans = tuple(ErrorSpan(start, end, "minor", "") for start, end in record["bad_word_spans"])
                rating = Rating(record["lp"], 0.0, spans)
                name = f"{path.name}:{record['seg_id']}"
                segments.append(
                    Segment(
                        POST_EDITED, record["lp"], name, "mlqe", False, record["source"], record["target"], (rating,)
                    )
                )
    return segments
