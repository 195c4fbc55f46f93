"""The network that says of each word of a translation whether the source supports it, and of each gap whether
something is missing there. Imported only where torch is.

An encoder whose upper layers were trained along gives word vectors of both sides (`nlp.models.word_vectors`); the head
projects them to 96 numbers. A word sees its cosines with the words of the other side and what it attends to there; a
gap sees the words on either side of it and attends to source words, chosen by how little they are covered, how near
they are to what its two neighbours attend to, and what they mean.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from nlp.models import _lora
from nlp.models.word_vectors import WIDTH, Pieces, pooled

HALF = WIDTH // 2
SIZE = 96
ADAPTED = 6  # layers of the encoder with adapters, the upper ones of those that are read
RANK = 16
_FAR = -1e4


class Supporter(nn.Module):
    """An encoder, as `word_vectors.opened` gives it, with adapters of its own on the upper layers, and the head."""

    def __init__(self, encoder: Any) -> None:  # noqa: ANN401 - BertModel
        super().__init__()
        self.encoder = encoder
        for parameter in encoder.parameters():
            parameter.requires_grad_(False)
        layers = list(encoder.encoder.layer)
        upper = [copy.deepcopy(layer) for layer in layers[-ADAPTED:]]
        _lora.adapt(upper, RANK)
        encoder.encoder.layer = nn.ModuleList([*layers[:-ADAPTED], *upper])
        self.head = SupportHead()

    def forward(self, targets: Sequence[Pieces], sources: Sequence[Pieces], of: Sequence[int]) -> dict[str, Tensor]:
        """What the head says of each target and the source at its place in `of`."""
        theirs, their_mask = pooled(sources, self.encoder)
        ours, our_mask = pooled(targets, self.encoder)
        chosen = torch.tensor(of)
        said: dict[str, Tensor] = self.head(ours, our_mask, theirs[chosen], their_mask[chosen])
        return said

    def trained(self) -> dict[str, Tensor]:
        """What is kept of it: adapters, layer norms, the head with its center."""
        return {**_lora.trained(self), "head.center": self.head.center}

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Puts back what `trained` gave. Raises ValueError when names or shapes differ."""
        tensors = dict(tensors)
        center = tensors.pop("head.center", None)
        if center is None or center.shape != self.head.center.shape:
            raise ValueError("the adapter does not fit the encoder")
        _lora.restore(self, tensors)
        self.head.center.data = center

    def merge(self) -> None:
        """Folds the adapters into the encoder, for inference."""
        _lora.merge(self.encoder)


class SupportHead(nn.Module):
    """Logits that a word is without support, (batch, words), and that a gap misses something, (batch, words + 1)."""

    def __init__(self) -> None:
        super().__init__()
        self.center = nn.Parameter(torch.zeros(WIDTH), requires_grad=False)
        self.project = nn.Linear(WIDTH, SIZE)
        self.norm = nn.LayerNorm(SIZE)
        self.sharpness = nn.Parameter(torch.tensor([8.0, 8.0, 4.0]))
        self.mix = nn.Linear(3 * SIZE + 8, SIZE)
        self.context = nn.Conv1d(SIZE, SIZE, 3, padding=1)
        self.word = nn.Linear(2 * SIZE, 1)
        self.source_mix = nn.Linear(2 * SIZE + 4, SIZE)
        self.relevance = nn.Sequential(nn.Linear(14, 24), nn.ReLU(), nn.Linear(24, 1))
        self.query = nn.Linear(2 * SIZE, SIZE)
        self.gap = nn.Sequential(nn.Linear(7 * SIZE + 14, SIZE), nn.ReLU(), nn.Dropout(0.2), nn.Linear(SIZE, 1))
        self.edge = nn.Parameter(torch.zeros(2, SIZE))
        self.dropout = nn.Dropout(0.2)

    def forward(self, target: Tensor, target_mask: Tensor, source: Tensor, source_mask: Tensor) -> dict[str, Tensor]:
        """From vectors (batch, words, WIDTH) and masks (batch, words). `attended` is (batch, gaps, source words)."""
        t, s = target - self.center, source - self.center
        pt, ps = self.dropout(self.norm(self.project(t))), self.dropout(self.norm(self.project(s)))
        cosines = [
            functional.normalize(t[..., half], dim=-1) @ functional.normalize(s[..., half], dim=-1).transpose(1, 2)
            for half in (slice(0, HALF), slice(HALF, WIDTH))
        ]
        cosines.append(functional.normalize(pt, dim=-1) @ functional.normalize(ps, dim=-1).transpose(1, 2))
        sims = torch.stack(cosines, dim=-1)  # (batch, words, source words, 3)
        both = (target_mask[:, :, None] & source_mask[:, None, :])[..., None]
        sims = sims.masked_fill(~both, -1.0)
        links = (sims * self.sharpness).sum(-1)
        to_source = links.masked_fill(~source_mask[:, None, :], _FAR).softmax(dim=2)
        to_target = links.transpose(1, 2).masked_fill(~target_mask[:, None, :], _FAR).softmax(dim=2)

        best, second = sims.amax(dim=2), _second(sims)
        taken = (to_source * to_target.transpose(1, 2)).sum(dim=2, keepdim=True)  # how mutual the link is
        entropy = -(to_source * (to_source + 1e-9).log()).sum(dim=2, keepdim=True)
        attended = to_source @ ps
        x = torch.cat([pt, attended, pt * attended, best, second, taken, entropy], dim=-1)
        x = functional.relu(self.mix(self.dropout(x))) * target_mask[..., None]
        c = functional.relu(self.context(x.transpose(1, 2))).transpose(1, 2) * target_mask[..., None]
        word_logits = self.word(self.dropout(torch.cat([x, c], dim=-1))).squeeze(-1)

        covered = sims.amax(dim=1)  # (batch, source words, 3): how well each source word is covered
        mutual = (to_source * to_target.transpose(1, 2)).sum(dim=1)[..., None]
        back = to_target @ pt
        y = functional.relu(self.source_mix(torch.cat([ps, ps * back, covered, mutual], dim=-1)))

        left = torch.cat([self.edge[0].expand(len(pt), 1, -1), pt], dim=1)
        right = self._shifted(pt, target_mask)
        cl, cr = functional.pad(c, (0, 0, 1, 0)), functional.pad(c, (0, 0, 0, 1))
        place = (torch.arange(source.shape[1], dtype=torch.float32) + 0.5) / 10
        at = to_source @ place  # where in the source each word is, in tens of words
        last = (source_mask.sum(1) / 10.0)[:, None]
        at_left = torch.cat([torch.zeros_like(last), at], dim=1)
        at_right = torch.where(functional.pad(target_mask, (0, 1)), functional.pad(at, (0, 1)), last)
        near_left = (place[None, None] - at_left[..., None])[..., None]
        near_right = (place[None, None] - at_right[..., None])[..., None]
        sims_left = functional.pad(sims, (0, 0, 0, 0, 1, 0), value=-1.0)
        sims_right = functional.pad(sims, (0, 0, 0, 0, 0, 1), value=-1.0)
        facts = torch.cat(
            [
                sims_left, sims_right,
                covered[:, None].expand_as(sims_left), mutual[:, None].expand(-1, sims_left.shape[1], -1, -1),
                near_left.abs(), near_right.abs(), torch.minimum(near_left.abs(), near_right.abs()),
                ((near_left > 0) & (near_right < 0)).float(),
            ],
            dim=-1,
        )  # fmt: skip
        query = self.query(torch.cat([left, right], dim=-1))
        relevance = self.relevance(facts).squeeze(-1) + query @ y.transpose(1, 2) / SIZE**0.5
        chosen = relevance.masked_fill(~source_mask[:, None, :], _FAR).softmax(dim=2)
        pooled = chosen @ y
        chosen_facts = (chosen[..., None] * facts).sum(dim=2)
        g = torch.cat([left, right, left * right, cl, cr, pooled, chosen @ ps, chosen_facts], dim=-1)
        gap_logits = self.gap(g).squeeze(-1)
        return {"word": word_logits, "gap": gap_logits, "attended": chosen, "links": to_source}

    def _shifted(self, pt: Tensor, mask: Tensor) -> Tensor:
        """The word behind each gap; behind the last word, the edge."""
        padded = functional.pad(pt, (0, 0, 0, 1))
        return torch.where(functional.pad(mask, (0, 1))[..., None], padded, self.edge[1])


def _second(sims: Tensor) -> Tensor:
    """The second best along the source words; the best again where there is but one."""
    k = min(2, sims.shape[2])
    return sims.topk(k, dim=2).values[:, :, k - 1]


def collate(rows: list[tuple[Any, Any]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """(target vectors, source vectors) of several pairs as padded tensors with masks, in the order `forward` takes."""
    made: list[Tensor] = []
    for side in (0, 1):
        longest = max(1, *(len(row[side]) for row in rows)) if rows else 1
        vectors = torch.zeros(len(rows), longest, WIDTH)
        mask = torch.zeros(len(rows), longest, dtype=torch.bool)
        for index, row in enumerate(rows):
            vectors[index, : len(row[side])] = torch.as_tensor(row[side], dtype=torch.float32)
            mask[index, : len(row[side])] = True
        made += [vectors, mask]
    return made[0], made[1], made[2], made[3]
