"""The default for news: sentences that come early, are about what the article is about, and are not broken.

Sentences are taken one by one. With the cosine of sentences as weighted words (`nlp.summarizers._terms`), the next one
has the largest

    1.0 * exp(-position / 3) + 0.8 * cos(sentence, article) - 0.9 * max cos(sentence, one already taken)
        - 2.0 * penalty a word

where position counts the sentences that may be used, from 0; `article` is the sum of its sentences; and the penalty is
the MQM penalty to be expected for one word (`nlp.summarizers._quality`). With a query, 2.0 * cos(sentence, query) is
added. No model is needed. Where the span tagger is installed and the article is a translation (its source language or
source text is given), the tagger judges the sentences that are likely to be taken; what was written in English it
would judge by its style.

Where the weights come from. Position, centrality and redundancy: learned on SummEval's 100 CNN/DailyMail articles with
11 references each by `scripts/learn_news.py`, which maximizes the expected ROUGE over all choices of three of the
first twelve sentences, and cross-validates by article. Penalty: the largest of a few weights that loses at most 3
ROUGE-1 against summaries of the human translation, on 226 translations of 168 documents of the WMT 2020 and 2021
annotations, none held out (`scripts/weigh_penalty.py`, `quality.json`): 2 loses 2.0 there, 2.5 loses 3.2; with the
language model 2 loses 2.9.
The query's weight was set by hand.

Measured 2026-11-25 with `nlp eval summaries`: SummEval, ROUGE-1 less that of lead-3 -0.02 [-0.08, 0.02], Lsum -0.06
[-0.17, 0.01]; newsroom -0.01 [-0.24, 0.17] and 0.02 [-0.19, 0.20]. Held-out translations: 12.7 MQM penalty per 100
words against 16.0 of lead-3 (0.79 [0.72, 0.88]) and 14.1 with weight 0 (0.90 [0.82, 0.99]) at 2.2 ROUGE-1 less; with
the language model 12.2 (0.76 [0.67, 0.85] and 0.86 [0.76, 0.96]) at 2.3 less.

>>> from nlp.read.assemble import article
>>> text = "Rain fell on the town of Ely. The river Ouse rose overnight. The mayor likes tea. Schools in Ely closed."
>>> summarize(article(text), sentences=2).summary
'Rain fell on the town of Ely. The river Ouse rose overnight.'
>>> summarize(article(text), sentences=1, query="are schools closed?").summary
'Schools in Ely closed.'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nlp.summarizers import _choice, _quality, _selection
from nlp.summarizers._terms import closeness, unit_vectors
from nlp.types import Article, Finding, Summary

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_array

POSITION = 1.0
DECAY = 3.0
CENTRALITY = 0.8
REDUNDANCY = 0.9
PENALTY = _quality.WEIGHT
PENALTY_WITH_LM = _quality.WEIGHT_WITH_LM
QUERY = 2.0

# The tagger reads the sentences that score best without it: so many, and so many for each sentence asked for.
_READ, _READ_EACH = 12, 6


def summarize(
    article: Article,
    *,
    findings: Sequence[Finding] = (),
    sentences: int | None = 3,
    max_words: int | None = None,
    query: str | None = None,
    penalty: float | None = None,
    with_lm: bool = False,
) -> Summary:
    """The best sentences that may be used and fit (`nlp.summarizers._selection` says which may).

    `query` asks for what is about it. `penalty` is the weight of the expected penalty; with 0 no sentence is judged,
    though residue and grave findings still keep theirs out. `with_lm` lets the language model judge them too, which
    raises MissingPart when it is not installed.
    """
    pool = _selection.candidates(article, findings)
    return _summary(pool, sentences, max_words, query=query, penalty=penalty, with_lm=with_lm)


def summarize_event(
    articles: Sequence[Article],
    *,
    id: str,  # noqa: A002 - the name of the field
    findings: Sequence[Sequence[Finding]] = (),
    sentences: int | None = 3,
    max_words: int | None = None,
    query: str | None = None,
    penalty: float | None = None,
    with_lm: bool = False,
) -> Summary:
    """One summary, called `id`, of several articles on one event; each sentence names its article.

    `findings` are those of each article, in the same order. Positions count within each article, centrality over all
    of them; what an earlier article said is not said again. No articles give an empty summary with a note.
    """
    pool = _selection.together(articles, findings or [()] * len(articles), id=id)
    return _summary(pool, sentences, max_words, query=query, penalty=penalty, with_lm=with_lm, several=True)


def _summary(
    pool: _selection.Pool,
    sentences: int | None,
    max_words: int | None,
    *,
    query: str | None,
    penalty: float | None,
    with_lm: bool,
    several: bool = False,
) -> Summary:
    if penalty is None:
        penalty = PENALTY_WITH_LM if with_lm else PENALTY
    _choice.check(sentences, max_words)
    words = [_selection.keys(candidate.text) for candidate in pool.candidates]
    vectors = unit_vectors(words, more=[_selection.keys(query)] if query else [])
    own = vectors[: len(words)]
    merits = merit([candidate.place for candidate in pool.candidates], own)
    if query:
        merits = merits + QUERY * closeness(own, vectors[len(words) :].toarray().ravel())
    judge = bool(penalty) and pool.translated
    if penalty:
        likely = sorted(range(len(merits)), key=lambda i: (-merits[i], i))
        wanted = sentences if sentences is not None else (max_words or 0) // 20
        read = sorted(likely[: _READ + _READ_EACH * wanted]) if judge else []
        merits = merits - penalty * _quality.expected_penalty(pool.candidates, read=read, with_lm=with_lm)
    settings = [
        f"position:{POSITION}/{DECAY}|centrality:{CENTRALITY}|redundancy:{REDUNDANCY}|penalty:{penalty}",
        f"quality:{_quality.signature(judge=judge, with_lm=with_lm)}" if penalty else "",
        f"query:{QUERY}" if query else "",
    ]
    return _choice.build(
        pool,
        relevance(merits, own),
        method="news",
        settings="|".join(filter(None, settings)),
        sentences=sentences,
        max_words=max_words,
        several=several,
    )


def merit(places: Sequence[int], vectors: csr_array) -> npt.NDArray[np.float64]:
    """What position and centrality are worth, for unit vectors of shape (sentences, words)."""
    import numpy as np

    early = np.exp(-np.array(places, dtype=np.float64) / DECAY)
    merits: npt.NDArray[np.float64] = POSITION * early + CENTRALITY * closeness(vectors, vectors.sum(axis=0))
    return merits


def relevance(merits: npt.NDArray[np.float64], vectors: csr_array) -> _choice.Gain:
    """The gain of each sentence given those taken: its merit less what it repeats."""
    import numpy as np

    nearest = np.zeros(len(merits))
    taken: list[int] = []

    def gain(chosen: Sequence[int]) -> Sequence[float]:
        for position in chosen[len(taken) :]:
            np.maximum(nearest, closeness(vectors, vectors[[position]].toarray().ravel()), out=nearest)
            taken.append(position)
        gains: list[float] = (merits - REDUNDANCY * nearest).tolist()
        return gains

    return gain
