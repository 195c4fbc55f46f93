"""PageRank on an undirected graph (Brin & Page 1998, doi 10.1016/S0169-7552(98)00110-X)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_TOLERANCE = 1e-9


def pagerank(links: csr_array, *, damping: float) -> list[float]:
    """The rank of each vertex from symmetric weights; [] for none. They add up to 1 when each vertex has a link.

    `damping` is the chance to follow a link instead of jumping anywhere. A vertex without a link gets
    (1 - damping) / n and passes nothing on, as in the sum of the TextRank paper.
    """
    import numpy as np

    count = links.shape[0]
    if not count:
        return []
    strength = np.asarray(links.sum(axis=1)).ravel()
    outflow = np.divide(damping, strength, out=np.zeros(count), where=strength > 0)
    ranks = np.full(count, 1 / count)
    change = 1.0
    while change > _TOLERANCE:
        following = (1 - damping) / count + links @ (outflow * ranks)
        change = float(np.abs(following - ranks).sum())
        ranks = following
    return [float(value) for value in ranks]
