r"""The first sentences that may be used: the baseline every news summarizer is measured against.

News puts what matters first. On CNN/DailyMail the first three sentences score ROUGE-1 40.3 (See et al. 2017,
arXiv 1704.04368), five to seven points above summarizers that do not look at position.

>>> from nlp.read.assemble import article
>>> text = "Talks resume\n\n(Paris) Ministers met on Monday. Talks go on. No deal is near, they said."
>>> summarize(article(text), sentences=1).summary
'Ministers met on Monday.'
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.summarizers import _choice, _selection
from nlp.types import Article, Finding, Summary


def summarize(
    article: Article,
    *,
    findings: Sequence[Finding] = (),
    sentences: int | None = 3,
    max_words: int | None = None,
) -> Summary:
    """The first sentences that may be used and fit (`nlp.summarizers._selection` says which may)."""
    pool = _selection.candidates(article, findings)
    gains = [-float(position) for position in range(len(pool.candidates))]
    return _choice.build(pool, lambda chosen: gains, method="lead", sentences=sentences, max_words=max_words)
