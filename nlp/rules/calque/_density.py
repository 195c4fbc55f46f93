"""A habit counts as an artifact only where it is dense: single hits are good English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.rules.rule import Match
from nlp.text.tokens import count_words
from nlp.types import Article


def dense(article: Article, pattern: re.Pattern[str], *, per_thousand_words: float) -> Iterator[Match]:
    """The pattern's matches in the sentences of an article, or none where they are rarer than the threshold.

    The span is the pattern's group "span" where it has one.
    """
    found = [
        Match(
            article, sentence.of(article.text), sentence.start, *hit.span("span" if "span" in pattern.groupindex else 0)
        )
        for sentence in article.sentences
        for hit in pattern.finditer(sentence.of(article.text))
    ]
    if found and len(found) * 1000 > per_thousand_words * count_words(article.text):
        yield from found
