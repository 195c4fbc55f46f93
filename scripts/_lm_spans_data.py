"""What a language model makes of the annotated segments, kept in a folder; and how far other translations agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from _spans_data import Array, marks  # beside this script
from safetensors.torch import load_file, save_file
from torch import Tensor

from nlp.evaluation._segments import Segment, documents
from nlp.models import lm_spans, surprisal
from nlp.models._lm_tagger import normalized, signals
from nlp.models.causal_lm import CausalLM
from nlp.models.span_model import WORD
from nlp.text.stemmer import stem

AT_ONCE = 512  # segments in a file of the folder
WINDOW = 320  # tokens read at once, unless one segment is longer


@dataclass
class Row:
    """A segment's tokens. `states` (n, layers * hidden) float16, normalized; `signals` (n, signals); `error`, `major`
    and `category` (raters, n).
    """

    segment: Segment
    offsets: Array
    states: Tensor
    signals: Tensor
    error: Tensor
    major: Tensor
    category: Tensor


def rows(segments: Sequence[Segment], folder: Path, lm: CausalLM) -> Iterator[Row]:
    """A row for each segment, document by document; what the model says is read from `folder`, made there once."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [segment for document in documents(segments) for segment in document]
    for first in range(0, len(chosen), AT_ONCE):
        group = chosen[first : first + AT_ONCE]
        path = folder / f"{first // AT_ONCE:04d}.safetensors"
        if not path.is_file():
            _make(group, path, lm)
            print(f"{path.name}: {first + len(group)} of {len(chosen)} segments", flush=True)
        kept = load_file(path)
        for number, segment in enumerate(group):
            offsets = kept[f"{number}.offsets"].numpy()
            labels = (torch.from_numpy(label) for label in marks(segment, offsets))
            yield Row(segment, offsets, kept[f"{number}.states"], kept[f"{number}.signals"], *labels)


def _make(group: Sequence[Segment], path: Path, lm: CausalLM) -> None:
    kept: dict[str, Tensor] = {}
    fast = torch.ops.mkldnn._is_mkldnn_bf16_supported()  # where it is not, bfloat16 is slower than float32
    windows = list(_windows(group, lm))
    with torch.autocast("cpu", torch.bfloat16, enabled=fast):
        texts = [" ".join(group[number].target for number in window) for window in windows]
        read = surprisal.read(texts, lm, observer=surprisal.Observer(lm_spans.LAYERS, normalized))
    for window, reading in zip(windows, read, strict=True):
        start = 0
        for number in window:
            end = start + len(group[number].target)
            here = np.flatnonzero((reading.offsets[:, 0] >= start) & (reading.offsets[:, 1] <= end))
            kept[f"{number}.offsets"] = torch.from_numpy(reading.offsets[here] - start)
            kept[f"{number}.states"] = reading.observed[here].half()
            bits = (torch.from_numpy(values[here]) for values in (reading.surprisal, reading.entropy))
            kept[f"{number}.signals"] = signals(*bits)
            start = end + 1
    partial = path.with_suffix(".part")
    save_file(kept, partial)
    partial.replace(path)


def _windows(group: Sequence[Segment], lm: CausalLM) -> Iterator[list[int]]:
    """Indices of segments that are read together: of one document, as many in a row as fit `WINDOW`."""
    window: list[int] = []
    length = 0
    for number, segment in enumerate(group):
        tokens = len(surprisal.tokens(segment.target, lm.tokenizer)[0])
        if window and (len(documents([group[window[-1]], segment])) > 1 or length + tokens > WINDOW):
            yield window
            window, length = [], 0
        window.append(number)
        length += tokens
    if window:
        yield window


def agreement(rows_: Sequence[Row]) -> list[Tensor]:
    """How many other translations of the same segment do without the word of each token: (tokens, 4) for each row: 1
    where there are others; the share of them that lack the word; that lack it behind the word before; before the word
    after. Known in training only, where a segment has up to fifteen translations.
    """
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows_:
        groups[row.segment.dataset, row.segment.document, row.segment.source].append(row)
    words = {id(row): [stem(word.lower()) for word in WORD.findall(row.segment.target)] for row in rows_}
    singles = {name: set(stems) for name, stems in words.items()}
    pairs = {name: set(pairwise(stems)) for name, stems in words.items()}
    made = []
    for row in rows_:
        segment = row.segment
        others = [id(o) for o in groups[segment.dataset, segment.document, segment.source] if o is not row]
        stems = words[id(row)]
        if not others or not stems:
            made.append(torch.zeros(len(row.offsets), 4))
            continue
        alone = [sum(own in singles[o] for o in others) / len(others) for own in stems]
        beside = [sum(pair in pairs[o] for o in others) / len(others) for pair in pairwise(stems)]
        of_words = np.array(
            [
                (1, 1 - share, 1 - before, 1 - after)
                for share, before, after in zip(alone, [1, *beside], [*beside, 1], strict=True)
            ],
            np.float32,
        )
        starts = np.array([match.start() for match in WORD.finditer(segment.target)])
        middles = np.array(row.offsets).mean(axis=1)
        index = np.clip(np.searchsorted(starts, middles, side="right") - 1, 0, len(stems) - 1)
        made.append(torch.from_numpy(of_words[index]))
    return made
