"""Sentences that a model writes, each one checked against the article: what it does not support does not stand.

A sentence is refused when one of its numbers, names, dates or quotations is not in the article, when it denies what
the article does not (or the reverse), or when too few of its word pairs stand in any one sentence of the article;
`nlp.summarizers._support` has the threshold and where it is from. A refused sentence is written again from the
article sentences closest to it, by beam search, and the best beam that passes is taken. When none does, the closest
sentence of the article itself stands in its place. Each sentence says what was refused before it, and which article
sentences support it.

Without a model this uses SmolLM2-135M-Instruct, an experiment: it writes fluently and reverses who said what, so most
of what it writes is replaced.

Limits: a sentence made of the article's own words in the wrong order can pass, and so can one whose parts are true
and whose whole is not. Nothing is checked against the world.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.models.generation import Generator
from nlp.summarizers import _guard, _model, _support, _writing
from nlp.types import Article, Finding, Summary


def summarize_many(
    articles: Sequence[Article],
    *,
    findings: Sequence[Sequence[Finding]],
    sentences: int | None = 3,
    max_words: int | None = None,
    model: str | Generator | None = None,
    revision: str | None = None,
    engine: str = "torch",
    deterministic: bool = False,
    batch_size: int = 8,
) -> list[Summary]:
    """A summary of each article, in their order; `findings` are those of each.

    The options are those of `abstractive`; without a `model` it is SmolLM2-135M-Instruct. Raises MissingPart when the
    model is not to be had, OptionError for limits below 1 and for a model that cannot do this.
    """
    limits = _writing.Limits(sentences, max_words)
    with _model.opened(model, revision, engine, deterministic=deterministic, batch_size=batch_size) as (
        generator,
        size,
    ):
        drafts = _writing.drafts(articles, findings, generator, limits, batch_size=size)
        guards = [
            _guard.Guard(article, its, draft, limits)
            for article, its, draft in zip(articles, findings, drafts, strict=True)
        ]
        _rewrite(guards, generator, batch_size=size)
        signature = _model.signature(
            "guarded", generator, limits, deterministic=deterministic, settings=f"support:{_support.THRESHOLD}"
        )
    return [
        _model.record(
            article,
            draft,
            guard.sentences,
            generator,
            method="guarded",
            signature=signature,
            remark=guard.note,
        )
        for article, draft, guard in zip(articles, drafts, guards, strict=True)
    ]


summarize = _model.of_one(summarize_many)


def _rewrite(guards: Sequence[_guard.Guard], generator: Generator, *, batch_size: int) -> None:
    """Asks for every refused sentence again, those of all articles together, and tells the guards what came."""
    asked = [(guard, refusal) for guard in guards for refusal in guard.refusals]
    for lang in sorted({guard.article.lang for guard, _ in asked}):
        chosen = [(guard, refusal) for guard, refusal in asked if guard.article.lang == lang]
        decoding = _guard.one_sentence(generator.profile)
        sources = [_guard.fitting(refusal.source, generator, decoding) for _, refusal in chosen]
        written = generator.generate(sources, decoding, batch_size=batch_size, lang=lang)
        for (guard, refusal), candidates in zip(chosen, written, strict=True):
            guard.offer(refusal, candidates)
