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


def encode(texts: Sequence[str], *, batch_size: int = 16, model: Any = None) -> list[WordVectors]:  # noqa: ANN401
    """The word vectors of each text, in the order given; a text without words has none.

    Batches hold texts of like length; their size sets speed and memory only, vectors agree to 1e-4 whatever it is.
    `model` is an encoder to use instead, one that `opened` gave and that was trained since.
    Raises MissingPart when the model is not installed.
    """
    import numpy as np
    import torch

    model = model or _as_it_comes()
    read = [pieces(text) for text in texts]
    done: list[WordVectors] = [WordVectors((), np.zeros((0, WIDTH), np.float32))] * len(texts)
    order = sorted((i for i, each in enumerate(read) if each.words), key=lambda i: (len(read[i].ids), i))
    with torch.inference_mode():
        for start in range(0, len(order), batch_size):
            chosen = order[start : start + batch_size]
            vectors, _ = pooled([read[i] for i in chosen], model)
            for row, i in enumerate(chosen):
                done[i] = WordVectors(read[i].words, vectors[row, : len(read[i].words)].numpy())
    return done


@dataclass(frozen=True)
class Pieces:
    """A text as the model reads it: ids of its pieces, its words, and for each piece the index of its word, or -1."""

    ids: tuple[int, ...]
    words: tuple[Span, ...]
    belongs: tuple[int, ...]


def pieces(text: str) -> Pieces:
    """The pieces and words of a text; none of both of an empty one."""
    _, tokenizer, _ = e5.load()
    encoded = tokenizer.encode(text)
    groups = _groups(text, encoded.offsets[:LIMIT])
    words = sorted(groups, key=lambda word: word.start)
    belongs = [-1] * len(encoded.ids[:LIMIT])
    for index, word in enumerate(words):
        for piece in groups[word]:
            belongs[piece] = index
    return Pieces(tuple(encoded.ids[:LIMIT]), tuple(words), tuple(belongs))


def pooled(batch: Sequence[Pieces], model: Any) -> tuple[Any, Any]:  # noqa: ANN401 - a BertModel; tensors
    """Vectors of the words of several texts, (texts, most words, WIDTH), and a mask of them, (texts, most words)."""
    import torch

    _, _, file = e5.load()
    rows = [[file.bos, *text.ids, file.eos] for text in batch]
    longest, most = max(map(len, rows)), max(1, *(len(text.words) for text in batch))
    ids = torch.tensor([row + [file.pad] * (longest - len(row)) for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    layers = model(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
    if len(layers) != max(LAYERS) + 1:
        raise RuntimeError(f"{len(layers)} hidden states of {max(LAYERS)} layers: transformers has counted one twice")
    hidden = torch.cat([layers[layer] for layer in LAYERS], dim=2)
    share = torch.zeros(len(batch), most, longest)
    for row, text in enumerate(batch):
        at = torch.tensor([(word, piece + 1) for piece, word in enumerate(text.belongs) if word >= 0])
        if len(at):
            share[row, at[:, 0], at[:, 1]] = 1
    sizes = share.sum(dim=2, keepdim=True)
    return share / sizes.clamp(min=1) @ hidden, sizes.squeeze(2) > 0


def _groups(text: str, offsets: Sequence[tuple[int, int]]) -> dict[Span, list[int]]:
    """The pieces of each word."""
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
    return groups


def opened() -> Any:  # noqa: ANN401 - transformers' BertModel, which has no types
    """An encoder without the layers behind the last one that is wanted, which cost a sixth of the time.

    Its tensors are those of `e5.load`, its modules are not: transformers leaves hooks on the modules of a model that is
    asked for hidden states, and a module in two models would be heard twice, its layers counted wrongly.
    """
    import copy

    import torch

    model, _, _ = e5.load()
    shared = {id(tensor): tensor for tensor in (*model.parameters(), *model.buffers())}
    own = copy.deepcopy(model, shared)
    own.encoder.layer = torch.nn.ModuleList(list(own.encoder.layer)[: max(LAYERS)])
    return own


@cache
def _as_it_comes() -> Any:  # noqa: ANN401
    return opened()
