"""Low-rank adapters (LoRA, Hu et al. 2021, arXiv 2106.09685) on the blocks of a BertModel. Imports torch at once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any, cast

import torch
from torch import Tensor, nn


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


def adapt(blocks: Iterable[Any], rank: int) -> None:
    """Puts an adapter on each linear layer of the blocks, whose layer norms become trainable, all else frozen."""
    for block in blocks:
        for parameter in block.parameters():
            parameter.requires_grad_(False)
        for part in (block.attention.self, block.attention.output, block.intermediate, block.output):
            for name, child in list(part.named_children()):
                if isinstance(child, nn.Linear):
                    setattr(part, name, Adapter(child, rank))
        for name, parameter in block.named_parameters():  # cheap, and four-bit weights have biased them
            if "LayerNorm" in name:
                parameter.requires_grad_(True)


def trained(module: nn.Module) -> dict[str, Tensor]:
    """What training changes."""
    return {name: parameter for name, parameter in module.named_parameters() if parameter.requires_grad}


def restore(module: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    """Puts back what `trained` gave. Raises ValueError when names or shapes differ."""
    mine = trained(module)
    if {n: t.shape for n, t in mine.items()} != {n: t.shape for n, t in tensors.items()}:
        raise ValueError("the adapter does not fit the encoder")
    with torch.no_grad():
        for name, parameter in mine.items():
            parameter.copy_(tensors[name])


def merge(module: nn.Module) -> None:
    """Folds the adapters into the layers they stand on, for inference."""
    for each in list(module.modules()):
        for name, child in list(each.named_children()):
            if isinstance(child, Adapter):
                setattr(each, name, child.merged())
