"""Sentences that a model writes: an encoder-decoder (BART, PEGASUS, T5 …) or a chat model, by hub id or folder.

The model reads the article without layout residue and elided sentences, with safe repairs, in chunks on sentence
boundaries where it is longer than the model's limit; the summaries of the chunks are summarized again. Nothing else
is left out, and `input` says what was read. What the model left unfinished is cut off, so that a summary ends with a
whole sentence; `finish_reason` says "length" then.

Nobody checks what the model wrote: numbers and names may be invented. The method `guarded` checks.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.errors import OptionError
from nlp.models.generation import Generator
from nlp.summarizers import _model, _support, _writing
from nlp.types import Article, Finding, Summary, SummarySentence


def summarize(
    article: Article,
    *,
    findings: Sequence[Finding] = (),
    sentences: int | None = 3,
    max_words: int | None = None,
    model: str | Generator | None = None,
    revision: str | None = None,
    engine: str = "torch",
    deterministic: bool = False,
) -> Summary:
    """A summary of one article; see `summarize_many`."""
    return summarize_many(
        [article],
        findings=[findings],
        sentences=sentences,
        max_words=max_words,
        model=model,
        revision=revision,
        engine=engine,
        deterministic=deterministic,
    )[0]


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

    `model` is a hub id, a folder or a loaded `nlp.models.generation.Generator`, `revision` one on the hub. `engine` is
    "torch", or "ctranslate2" for eight-bit weights and speed. In a batch the last digits of a sum depend on what else
    is in it, and so may a word: `deterministic` reads one text at a time, on one thread. No articles give []. Raises
    MissingPart when the model is not to be had, and OptionError without a model, for limits below 1 and for a model
    that cannot do this.
    """
    if model is None:
        raise OptionError(
            "say which model writes the summary: --model with a hub id or a folder (model=… in Python); "
            "the method guarded has a small one of its own"
        )
    limits = _writing.Limits(sentences, max_words)
    with _model.opened(model, revision, engine, deterministic=deterministic, batch_size=batch_size) as (
        generator,
        size,
    ):
        drafts = _writing.drafts(articles, findings, generator, limits, batch_size=size)
        signature = _model.signature("abstractive", generator, limits, deterministic=deterministic)
    summaries = []
    for article, draft in zip(articles, drafts, strict=True):
        evidence = _support.Evidence(draft.reading)
        written = tuple(
            SummarySentence(text, None, supported_by=evidence.closest(text)[:1]) for text in draft.sentences
        )
        summaries.append(
            Summary(
                id=article.id,
                summary=" ".join(draft.sentences),
                sentences=written,
                method="abstractive",
                input=draft.input,
                signature=signature,
                note=_model.note(draft.note, article, generator),
                finish_reason=draft.finish_reason,
            )
        )
    return summaries
