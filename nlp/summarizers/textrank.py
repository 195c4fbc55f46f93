"""TextRank: the sentences that share most words with the others (Mihalcea & Tarau 2004,
aclanthology.org/W04-3252).

Sentences are vertices. The weight between two is the number of different words they share, divided by the
sum of the logarithms of their lengths in words; their importance is PageRank's, with the paper's damping of
0.85.

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
from nlp.types import Article, Finding, Summary

if TYPE_CHECKING:
    from scipy.sparse import csr_array

DAMPING = 0.85


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
        method="textrank",
        settings=f"damping:{DAMPING}",
        sentences=sentences,
        max_words=max_words,
    )


def rank(sentences: Sequence[Sequence[str]]) -> list[float]:
    """The TextRank of each sentence, given as its words; [] for none.

    Each is the paper's divided by the number of sentences. A sentence that shares no word with another gets
    0.15 of that; two sentences of one word, for which the paper's weight is undefined, weigh 1 when it is the
    same word. Time and memory grow with the number of pairs that share a word.
    """
    return pagerank(_links(sentences), damping=DAMPING) if sentences else []


def _links(sentences: Sequence[Sequence[str]]) -> csr_array:
    """The weights between sentences: symmetric, zero on the diagonal."""
    import numpy as np
    from scipy.sparse import csr_array

    column: dict[str, int] = {}
    rows, columns = [], []
    for row, sentence in enumerate(sentences):
        for word in set(sentence):
            rows.append(row)
            columns.append(column.setdefault(word, len(column)))
    shape = (len(sentences), max(len(column), 1))
    has = csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    links = csr_array(has @ has.T)
    here, there = np.repeat(np.arange(len(sentences)), np.diff(links.indptr)), links.indices
    lengths = np.log([max(len(sentence), 1) for sentence in sentences])
    scale = lengths[here] + lengths[there]
    scale[scale == 0] = 1.0
    links.data = np.where(here == there, 0.0, links.data / scale)
    return links
