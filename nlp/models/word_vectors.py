"""A vector for each word of a text, comparable across languages: multilingual-e5-small's inner layers.

A word's vector is the mean over its pieces of the 7th and of the 10th layer's output, side by side. Layers near the end
tell best whether a word has a counterpart in a translation: for a name, an antonym or an added word put into one of
500 translations of DEMETR (tuning half), the area under the curve of its best cosine with a source word was .77 to .92
with the 10th layer, .66 to .79 with the embeddings alone, .76 to .86 with the last. The 7th is better for word order.
After Jalili Sabet et al. 2020 (SimAlign, Findings of EMNLP), who take the 8th of 12.

Words are those of `nlp.text.tokens`; in Chinese and Japanese, which leave no spaces, a word is a piece of the model's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from nlp.models import e5
from nlp.text.tokens import word_spans
from nlp.types import Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LAYERS = (7, 10)
WIDTH = 384 * len(LAYERS)
LIMIT = 500  # word pieces read of a text; the rest has no vectors

_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class WordVectors:
    """The words of a text and their vectors: float32, shape (words, WIDTH)."""

    words: tuple[Span, ...]
    vectors: npt.NDArray[np.float32]


def available() -> bool:
    """Whether the model is on this machine. Does not import torch."""
    return e5.available()


def encode(texts: Sequence[str], *, batch_size: int = 16) -> list[WordVectors]:
    """The word vectors of each text, in the order given; a text without words has none.

    Batches hold texts of like length; their size sets speed and memory only, vectors agree to 1e-4 whatever it is.
    Raises MissingPart when the model is not installed.
    """
    import numpy as np
    import torch

    model, tokenizer, file = _opened()
    encoded = [tokenizer.encode(text) for text in texts]
    done: list[WordVectors] = [WordVectors((), np.zeros((0, WIDTH), np.float32))] * len(texts)
    order = sorted((i for i, e in enumerate(encoded) if e.ids), key=lambda i: (len(encoded[i].ids), i))
    with torch.inference_mode():
        for start in range(0, len(order), batch_size):
            chosen = order[start : start + batch_size]
            rows = [[file.bos, *encoded[i].ids[:LIMIT], file.eos] for i in chosen]
            longest = max(map(len, rows))
            ids = torch.tensor([row + [file.pad] * (longest - len(row)) for row in rows])
            mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
            layers = model(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
            hidden = torch.cat([layers[layer] for layer in LAYERS], dim=2).numpy()
            for place, i in enumerate(chosen):
                offsets = encoded[i].offsets[:LIMIT]
                done[i] = _pooled(texts[i], offsets, hidden[place, 1 : 1 + len(offsets)])
    return done


def _pooled(text: str, offsets: Sequence[tuple[int, int]], hidden: npt.NDArray[np.float32]) -> WordVectors:
    import numpy as np

    spaced = word_spans(text)
    starts = [word.start for word in spaced]
    groups: dict[Span, list[int]] = {}
    for piece, (start, end) in enumerate(offsets):
        while start < end and text[start].isspace():
            start += 1
        at = bisect_right(starts, max(start, end - 1)) - 1
        if start >= end or at < 0 or spaced[at].end <= start:
            continue
        unspaced = _UNSPACED.search(text, start, end)
        word = Span(max(start, spaced[at].start), min(end, spaced[at].end)) if unspaced else spaced[at]
        groups.setdefault(word, []).append(piece)
    words = sorted(groups, key=lambda word: word.start)
    vectors = np.zeros((len(words), WIDTH), np.float32)
    for index, word in enumerate(words):
        vectors[index] = hidden[groups[word]].mean(axis=0)
    return WordVectors(tuple(words), vectors)


@cache
def _opened() -> tuple[Any, Any, e5.E5File]:
    """The encoder without the layers behind the last one that is wanted, which cost a sixth of the time."""
    import copy

    import torch

    model, tokenizer, file = e5.load()
    shortened = copy.copy(model)
    shortened._modules = dict(model._modules)
    shortened.encoder = copy.copy(model.encoder)
    shortened.encoder._modules = dict(model.encoder._modules)
    shortened.encoder.layer = torch.nn.ModuleList(list(model.encoder.layer)[: max(LAYERS)])
    return shortened, tokenizer, file
