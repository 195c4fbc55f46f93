"""What `abstractive` and `guarded` have in common: the model, opened as the options say and named in the signature, and
the record of what was written.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import nlp
from nlp.models import generators
from nlp.models.generation import Generator
from nlp.summarizers._writing import Draft, Limits
from nlp.types import Article, Finding, Summary, SummarySentence


@contextlib.contextmanager
def opened(
    model: str | Generator | None, revision: str | None, engine: str, *, deterministic: bool, batch_size: int
) -> Iterator[tuple[Generator, int]]:
    """The model and the batch size to use: 1 when `deterministic`, and one thread in the block."""
    if model is None or isinstance(model, str):
        generator = generators.load(model, revision=revision, engine=engine)
    else:
        generator = model
    if not deterministic:
        yield generator, batch_size
        return
    with generators.deterministic():
        yield generator, 1


def signature(method: str, generator: Generator, limits: Limits, *, deterministic: bool, settings: str = "") -> str:
    """What is needed to get the same summary again."""
    parts = [f"newsproof:{nlp.__version__}", f"summarizer:{method}", settings]
    parts.append(f"model:{generator.signature.replace('|', ',')}")
    parts.append(f"sentences:{limits.sentences}" if limits.sentences else "")
    parts.append(f"max_words:{limits.max_words}" if limits.max_words else "")
    parts.append("deterministic" if deterministic else "")
    return "|".join(filter(None, parts))


def of_one(many: Callable[..., list[Summary]]) -> Callable[..., Summary]:
    """A method's `summarize`, for one article, from its `summarize_many`."""

    def summarize(article: Article, *, findings: Sequence[Finding] = (), **options: Any) -> Summary:  # noqa: ANN401
        """A summary of one article; see `summarize_many` for the options."""
        return many([article], findings=[findings], **options)[0]

    return summarize


def record(
    article: Article,
    draft: Draft,
    sentences: Sequence[SummarySentence],
    generator: Generator,
    *,
    method: str,
    signature: str,
    remark: str | None,
) -> Summary:
    """The summary of an article, in sentences made from a draft; `remark` is a note on them."""
    return Summary(
        id=article.id,
        summary=" ".join(sentence.text for sentence in sentences),
        sentences=tuple(sentences),
        method=method,
        input=draft.input,
        signature=signature,
        note=_note(remark, article, generator),
        finish_reason=draft.finish_reason,
    )


def _note(own: str | None, article: Article, generator: Generator) -> str | None:
    """The draft's note, and a warning where a model that may know English only was given another language."""
    english = article.lang.lower().split("-")[0] == "en"
    doubt = ""
    if not english and not generator.profile.multilingual:
        doubt = f"The article is in '{article.lang}', which {generator.name} may not know."
    return " ".join(filter(None, (own, doubt))) or None
