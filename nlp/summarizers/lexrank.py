"""LexRank: the sentences that are like many others (Erkan & Radev 2004, arXiv 1109.2128).

Sentences are vertices, linked where the cosine of their words, weighted by how rare they are, is above 0.1; links do
not weigh. Their importance is PageRank's, with the paper's threshold and a jump of 0.15. (The paper takes the rarity
of words from a corpus; here the article's sentences are the corpus.)

>>> from nlp.read.assemble import article
>>> text = "Rain fell. The river rose in the town of Ely overnight. Schools in Ely closed as the river rose. "
>>> text += "Shops stay open for now. The town expects the river to fall again on Friday."
>>> summarize(article(text), sentences=1).summary
'The river rose in the town of Ely overnight.'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nlp.summarizers import _choice, _selection
from nlp.summarizers._pagerank import pagerank
from nlp.summarizers._terms import unit_vectors
from nlp.types import Article, Finding, Summary

if TYPE_CHECKING:
    from scipy.sparse import csr_array

THRESHOLD = 0.1
DAMPING = 0.85
_BLOCK = 512  # rows compared at once: bounds memory only


def summarize(
    article: Article,
    *,
    findings: Sequence[Finding] = (),
    sentences: int | None = 3,
    max_words: int | None = None,
) -> Summary:
    """The most central sentences that may be used and fit (`nlp.summarizers._selection` says which may)."""
    pool = _selection.candidates(article, findings)
    ranks = rank([_selection.keys(candidate.text) for candidate in pool.candidates])
    return _choice.build(
        pool,
        lambda chosen: ranks,
        method="lexrank",
        settings=f"threshold:{THRESHOLD}|damping:{DAMPING}",
        sentences=sentences,
        max_words=max_words,
    )


def rank(sentences: Sequence[Sequence[str]]) -> list[float]:
    """The LexRank of each sentence, given as its words; they add up to 1. [] for none."""
    return pagerank(links(unit_vectors(sentences)), damping=DAMPING) if sentences else []


def links(vectors: csr_array) -> csr_array:
    """1.0 where two unit vectors have a cosine above the threshold, and from each vertex to itself."""
    import numpy as np
    from scipy.sparse import csr_array, eye_array, vstack

    other = vectors.T.tocsc()
    blocks = []
    for start in range(0, vectors.shape[0], _BLOCK):
        cosines = csr_array(vectors[start : start + _BLOCK] @ other)
        cosines.data = (cosines.data > THRESHOLD).astype(np.float64)
        cosines.eliminate_zeros()
        blocks.append(cosines)
    found = csr_array(vstack(blocks))
    return csr_array(found.maximum(eye_array(vectors.shape[0])))
