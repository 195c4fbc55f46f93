"""The network that marks errors from what a causal language model makes of a text: it reads some of the model's layers.

A causal model has seen only what comes before a token; a recurrent network over its states, in both directions, sees
what comes after as well. This file imports torch at once; `nlp.models.lm_spans` imports it when it is wanted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple, cast

import torch
from torch import Tensor, nn

from nlp.models._tagger import CATEGORIES

SIGNALS = 4
_NATS = math.log(2)  # of a bit


class Marks(NamedTuple):
    """Logits of tokens: `error` and `major` (major, given an error) (batch, length), `category` (batch, length,
    categories).
    """

    error: Tensor
    major: Tensor
    category: Tensor


class LMTagger(nn.Module):
    """One projection of a language model's layers, each normalized, and of signals (see `signals`); a recurrent
    network over it; three linear heads.

    `dropout` is that of the vectors between; `layer_dropout` leaves out figures of the layers, the same for all tokens
    of a batch.
    """

    def __init__(
        self,
        *,
        layers: int,
        hidden: int,
        signals: int = SIGNALS,
        width: int = 192,
        recurrent: int = 128,
        dropout: float = 0.3,
        layer_dropout: float = 0.2,
    ) -> None:
        super().__init__()
        self.signals = signals
        self.layer_dropout = layer_dropout
        self.project = nn.Linear(layers * hidden + signals, width)
        self.recurrent = nn.GRU(width, recurrent, batch_first=True, bidirectional=True)
        self.error = nn.Linear(2 * recurrent, 1)
        self.major = nn.Linear(2 * recurrent, 1)
        self.category = nn.Linear(2 * recurrent, len(CATEGORIES))
        self.dropout = nn.Dropout(dropout)

    def features(self, states: Tensor) -> Tensor:
        """(..., width) from (..., layers * hidden) of `normalized`: all that is needed of the language model's states,
        so that it can be taken while the model runs and they need not be kept.
        """
        weight = self.project.weight[:, : -self.signals]
        if self.training:
            kept = torch.rand(weight.shape[1]) >= self.layer_dropout
            weight = weight * kept / (1 - self.layer_dropout)
        return nn.functional.linear(states, weight, self.project.bias)

    def forward(self, features: Tensor, signals: Tensor, lengths: Sequence[int]) -> Marks:
        """Features (batch, length, width) of `features`; signals (batch, length, signals) of `signals`."""
        low = nn.functional.linear(signals, self.project.weight[:, -self.signals :])
        packed = nn.utils.rnn.pack_padded_sequence(
            self.dropout(torch.relu(features + low)), torch.tensor(lengths), batch_first=True, enforce_sorted=False
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(self.recurrent(packed)[0], batch_first=True)
        states = self.dropout(states)
        return Marks(
            self.error(states).squeeze(-1), self.major(states).squeeze(-1), cast(Tensor, self.category(states))
        )


def normalized(layers: Sequence[Tensor]) -> Tensor:
    """(..., layers * hidden) from one (..., hidden) a layer, each brought to mean 0 and deviation 1."""
    return torch.cat([nn.functional.layer_norm(layer.float(), layer.shape[-1:]) for layer in layers], dim=-1)


def signals(surprisal: Tensor, entropy: Tensor) -> Tensor:
    """(n, 4) from bits (n,): surprisal, entropy, their difference, and the surprisal of the token that follows (0
    behind the last), each brought to a size of about one.
    """
    following = torch.cat([surprisal[1:], surprisal.new_zeros(min(1, len(surprisal)))])
    columns = (surprisal / 5 * _NATS - 1, entropy / 5 * _NATS - 1, (surprisal - entropy) / 4 * _NATS)
    return torch.stack([*columns, following / 5 * _NATS - 1], dim=-1)
