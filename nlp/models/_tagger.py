"""The network of the span tagger: an encoder with low-rank adapters (LoRA, Hu et al. 2021, arXiv 2106.09685) and heads.

This file imports torch at once; `nlp.models.span_model` imports it when a tagger is wanted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

import torch
from torch import Tensor, nn

# What a span is, as far as the model tells: MQM's categories as the annotated sets spell them, gathered.
CATEGORIES = (
    "accuracy/mistranslation",
    "accuracy/addition",
    "accuracy/omission",
    "terminology",
    "linguistic-conventions/grammar",
    "linguistic-conventions/spelling",
    "linguistic-conventions/punctuation",
    "style/awkward",
    "locale-conventions",
    "other",
)


class Output(NamedTuple):
    """Logits: `error` and `major` (major, given an error) (batch, length), `category` (batch, length, categories);
    `score` (segments,), the predicted log(1 + penalty) of each segment.
    """

    error: Tensor
    major: Tensor
    category: Tensor
    score: Tensor


class Adapter(nn.Module):
    """A frozen linear layer plus the product of two thin matrices; as initialized it changes nothing."""

    def __init__(self, base: nn.Linear, rank: int) -> None:
        super().__init__()
        self.base = base
        self.down = nn.Parameter(torch.empty(rank, base.in_features))
        self.up = nn.Parameter(torch.zeros(base.out_features, rank))
        nn.init.kaiming_uniform_(self.down, a=math.sqrt(5))

    def forward(self, inputs: Tensor) -> Tensor:
        low = nn.functional.linear(inputs, self.down)
        return cast(Tensor, self.base(inputs)) + nn.functional.linear(low, self.up)

    def merged(self) -> nn.Linear:
        """The base layer with the product added to its weights: the same function, as fast as without."""
        with torch.no_grad():
            self.base.weight += (self.up @ self.down).to(self.base.weight.dtype)
        return self.base


class Tagger(nn.Module):
    """`encoder` with an adapter on each linear layer of its blocks, and linear heads on its last layer."""

    def __init__(self, encoder: Any, *, rank: int, dropout: float = 0.1) -> None:  # noqa: ANN401 - BertModel
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        for parameter in encoder.parameters():
            parameter.requires_grad_(False)
        for block in encoder.encoder.layer:
            for part in (block.attention.self, block.attention.output, block.intermediate, block.output):
                for name, child in list(part.named_children()):
                    if isinstance(child, nn.Linear):
                        setattr(part, name, Adapter(child, rank))
        for name, parameter in encoder.named_parameters():  # cheap, and four-bit weights have biased them
            if "LayerNorm" in name:
                parameter.requires_grad_(True)
        self.dropout = nn.Dropout(dropout)
        self.error = nn.Linear(width, 1)
        self.major = nn.Linear(width, 1)
        self.category = nn.Linear(width, len(CATEGORIES))
        self.score = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Dropout(dropout), nn.Linear(width, 1))

    def forward(self, ids: Tensor, mask: Tensor, segments: Tensor, count: int) -> Output:
        """ids, mask (batch, length); segments (batch, length) numbers the segments of the batch, -1 elsewhere."""
        return self.heads(self.vectors(ids, mask), segments, count)

    def vectors(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The encoder's last layer: (batch, length, width)."""
        return cast(Tensor, self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state))

    def heads(self, hidden: Tensor, segments: Tensor, count: int) -> Output:
        return Output(
            self.error(hidden).squeeze(-1).float(),
            self.major(hidden).squeeze(-1).float(),
            self.category(hidden).float(),
            self.score(pool(hidden, segments, count)).squeeze(-1).float(),
        )

    def trained(self) -> dict[str, Tensor]:
        """What training changes: adapters, layer norms, heads."""
        return {name: parameter for name, parameter in self.named_parameters() if parameter.requires_grad}

    def restore(self, tensors: Mapping[str, Tensor]) -> None:
        """Puts back what `trained` gave. Raises ValueError when names or shapes differ."""
        mine = self.trained()
        if {n: t.shape for n, t in mine.items()} != {n: t.shape for n, t in tensors.items()}:
            raise ValueError("the adapter does not fit the encoder")
        with torch.no_grad():
            for name, parameter in mine.items():
                parameter.copy_(tensors[name])

    def merge(self) -> None:
        """Folds the adapters into the encoder, for inference."""
        for module in list(self.encoder.modules()):
            for name, child in list(module.named_children()):
                if isinstance(child, Adapter):
                    setattr(module, name, child.merged())


def pool(hidden: Tensor, segments: Tensor, count: int) -> Tensor:
    """Mean and maximum of the vectors of each segment: (count, 2 * width)."""
    chosen = segments >= 0
    vectors, index = hidden[chosen].float(), segments[chosen]
    width = vectors.shape[1]
    sums = torch.zeros(count, width).index_add(0, index, vectors)
    sizes = torch.zeros(count).index_add(0, index, torch.ones(len(index))).clamp(min=1)
    spread = index[:, None].expand(-1, width)
    peaks = torch.full((count, width), -1e4).scatter_reduce(0, spread, vectors, "amax", include_self=True)
    return torch.cat([sums / sizes[:, None], peaks], dim=1)
