"""Several articles on one event in one summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nlp import suppression
from nlp.detection import as_article, detect
from nlp.types import Article, Finding, Summary


def summarize_event(
    articles: Sequence[Article | str],
    *,
    id: str = "event",  # noqa: A002 - the name of the field
    sentences: int | None = None,
    max_words: int | None = None,
    query: str | None = None,
    findings: Sequence[Sequence[Finding]] | None = None,
    with_lm: bool = False,
) -> Summary:
    """A summary called `id` of articles on one event, of 3 sentences unless `sentences` or `max_words` says otherwise.

    Each sentence names its article; what an earlier article said is not said again. `findings` are those of `detect`
    for each article, run here when they are not given. Articles of the same id are told apart by where they were read,
    else by their number. `with_lm` lets the language model judge sentences too. No articles give an empty summary with
    a note. Raises OptionError.
    """
    from nlp.summarizers import news

    read = _told_apart([as_article(article) for article in articles])
    found = [detect(article) for article in read] if findings is None else findings
    if sentences is None and max_words is None:
        sentences = 3
    readable = [suppression.without_comments(article) for article in read]
    return news.summarize_event(
        readable, id=id, findings=found, sentences=sentences, max_words=max_words, query=query, with_lm=with_lm
    )


def _told_apart(articles: Sequence[Article]) -> list[Article]:
    counts = Counter(article.id for article in articles)
    return [
        article if counts[article.id] == 1 else replace(article, id=f"{article.id} ({_place(article, number)})")
        for number, article in enumerate(articles, start=1)
    ]


def _place(article: Article, number: int) -> str:
    if article.path is None:
        return str(number)
    return article.path if article.line is None else f"{article.path}:{article.line}"
