"""Surprisal and entropy of the next token, without ever holding the scores of a whole vocabulary.

The last layer of a small language model is most of its width: 512 predictions over 49,152 pieces are 100 MB of scores,
which do not fit a processor's cache, and each pass over them costs as much as computing them. So the vocabulary is gone
through in parts that do fit, with a running maximum, a running sum of exp(score - maximum) and a running sum of
exp(score - maximum) (score - maximum), which are rescaled when the maximum rises (Milakov & Gimelshein 2018,
"Online normalizer calculation for softmax", arXiv 1805.02867; the last sum is the same step for the entropy).
"""

from __future__ import annotations

import math
from typing import Any

PART = 4096  # pieces of the vocabulary scored at once: 512 rows of them in float32 are 8 MB


def uncertainty(states: Any, head: Any, wanted: Any) -> tuple[Any, Any]:  # noqa: ANN401 - tensors, a torch layer
    """Surprisal of the token `wanted` (n,) and entropy of the prediction, both (n,) float32 in bits, for each of n
    `states` (n, width), what the body of the model made of a place. `head` is its last layer, which is linear.
    """
    import torch

    rows = len(states)
    weights, bias = head.weight, head.bias
    maximum = torch.full((rows, 1), -torch.inf)
    total = torch.zeros(rows)
    weighted = torch.zeros(rows)
    scores_of_part, masses_of_part = torch.empty(2, rows * min(PART, len(weights)))
    for begin in range(0, len(weights), PART):
        part = weights[begin : begin + PART]
        # The same memory every time: fresh memory of this size costs more than the arithmetic.
        scores = torch.mm(states, part.T, out=scores_of_part[: rows * len(part)].view(rows, len(part)))
        if bias is not None:
            scores += bias[begin : begin + PART]
        raised = torch.maximum(maximum, scores.amax(dim=1, keepdim=True))
        masses = torch.exp(scores.sub_(raised), out=masses_of_part[: rows * len(part)].view(rows, len(part)))
        fall = (maximum - raised).squeeze(1)
        if begin:
            weighted = fall.exp() * (weighted + total * fall)
            total *= fall.exp()
        total += masses.sum(dim=1)
        weighted += masses.mul_(scores).sum(dim=1)
        maximum = raised
    said = torch.linalg.vecdot(states, weights[wanted])
    if bias is not None:
        said = said + bias[wanted]
    bits = 1 / math.log(2)
    return bits * (total.log() + maximum.squeeze(1) - said), bits * (total.log() - weighted / total)


def likeliest(states: Any, head: Any, count: int) -> list[list[int]]:  # noqa: ANN401 - as above
    """The `count` likeliest next tokens for each of the states, by id, best first; all where there are fewer."""
    scores = head(states)
    ids: list[list[int]] = scores.topk(min(count, scores.shape[1]), dim=1).indices.tolist()
    return ids
