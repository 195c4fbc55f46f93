"""The model behind `abstractive` and `guarded`: opened as the options say, named in the signature."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import nlp
from nlp.models import generators
from nlp.models.generation import Generator
from nlp.summarizers._writing import Limits
from nlp.types import Article


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


def note(own: str | None, article: Article, generator: Generator) -> str | None:
    """The draft's note, and a warning where a model that may know English only was given another language."""
    english = article.lang.lower().split("-")[0] == "en"
    doubt = ""
    if not english and not generator.profile.multilingual:
        doubt = f"The article is in '{article.lang}', which {generator.name} may not know."
    return " ".join(filter(None, (own, doubt))) or None
