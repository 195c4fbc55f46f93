"""Sentences that a model writes: an encoder-decoder (BART, PEGASUS, T5 …) or a chat model, by hub id or folder.

The model reads the article without layout residue and elided sentences, with safe repairs, in chunks on sentence
boundaries where it is longer than the model's limit; the summaries of the chunks are summarized again. Nothing else
is left out, and `input` says what was read. What the model left unfinished is cut off, so that a summary ends with a
whole sentence; `finish_reason` says "length" then.

What the model wrote stands as it is: numbers and names may be invented. Those that are not in the article are among
what the summarizer `introduced`; the method `guarded` does not let them stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.errors import OptionError
from nlp.models.generation import Generator
from nlp.summarizers import _model, _support, _writing
from nlp.types import Article, Finding, Summary, SummarySentence


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
    return [
        _model.record(
            article, draft, _written(draft), generator, method="abstractive", signature=signature, remark=draft.note
        )
        for article, draft in zip(articles, drafts, strict=True)
    ]


summarize = _model.of_one(summarize_many)


def _written(draft: _writing.Draft) -> list[SummarySentence]:
    """The sentences of a draft as they stand, with what supports them and what they state that the article does not."""
    evidence = _support.Evidence(draft.reading)
    return [
        SummarySentence(text, None, supported_by=evidence.closest(text)[:1], introduced=evidence.invented(text))
        for text in draft.sentences
    ]
