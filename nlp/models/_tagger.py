"""The network of the span tagger: an encoder with low-rank adapters (`nlp.models._lora`) and heads.

This file imports torch at once; `nlp.models.span_model` imports it when a tagger is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

import torch
from torch import Tensor, nn

from nlp.models import _lora

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


class Tagger(nn.Module):
    """`encoder` with an adapter on each linear layer of its blocks, and linear heads on its last layer."""

    def __init__(self, encoder: Any, *, rank: int, dropout: float = 0.1) -> None:  # noqa: ANN401 - BertModel
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        for parameter in encoder.parameters():
            parameter.requires_grad_(False)
        _lora.adapt(encoder.encoder.layer, rank)
        for name, parameter in encoder.embeddings.named_parameters():
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
        return _lora.trained(self)

    def restore(self, tensors: Mapping[str, Tensor]) -> None:
        """Puts back what `trained` gave. Raises ValueError when names or shapes differ."""
        _lora.restore(self, tensors)

    def merge(self) -> None:
        """Folds the adapters into the encoder, for inference."""
        _lora.merge(self.encoder)


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
