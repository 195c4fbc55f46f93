"""Sentences as weighted words: sparse unit vectors whose dot product is their cosine.

A word of a sentence weighs its count times log(1 + N / n), where N counts the sentences and n those it is in
(Spärck Jones 1972, doi 10.1108/eb026526, with 1 added so that no word weighs nothing in an article of few sentences).

>>> vectors = unit_vectors([["rain", "fell"], ["rain", "fell", "again"], ["nobody", "came"]])
>>> (vectors @ vectors.T).toarray().round(2).tolist()
[[1.0, 0.68, 0.0], [0.68, 1.0, 0.0], [0.0, 0.0, 1.0]]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_array


def unit_vectors(sentences: Sequence[Sequence[str]], *, more: Sequence[Sequence[str]] = ()) -> csr_array:
    """Vectors of shape (len(sentences) + len(more), words), of length 1; an empty sentence has the zero vector.

    The weights are those of `sentences` alone: words that only `more` have weigh nothing.
    """
    import numpy as np
    from scipy.sparse import csr_array

    column: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    for row, sentence in enumerate(sentences):
        rows += [row] * len(sentence)
        columns += [column.setdefault(word, len(column)) for word in sentence]
    for row, sentence in enumerate(more, len(sentences)):
        known = [column[word] for word in sentence if word in column]
        rows += [row] * len(known)
        columns += known
    shape = (len(sentences) + len(more), max(len(column), 1))
    counts = csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)  # equal places are added up
    inside = counts.indices[: counts.indptr[len(sentences)]]
    frequency = np.maximum(np.bincount(inside, minlength=shape[1]), 1)
    counts.data *= np.log1p(len(sentences) / frequency)[counts.indices]
    lengths = _lengths(counts)
    counts.data /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(counts.indptr))
    return counts


def closeness(vectors: csr_array, to: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The cosine of each unit vector with the direction `to`; 0 everywhere for the zero vector."""
    import numpy as np

    length = float(np.linalg.norm(to))
    cosines: npt.NDArray[np.float64] = vectors @ (to / length if length else to)
    return cosines


def _lengths(vectors: csr_array) -> npt.NDArray[np.float64]:
    import numpy as np

    squares = np.bincount(
        np.repeat(np.arange(vectors.shape[0]), np.diff(vectors.indptr)),
        weights=vectors.data**2,
        minlength=vectors.shape[0],
    )
    lengths: npt.NDArray[np.float64] = np.sqrt(squares)
    return lengths
