"""The rule engine as a detector: patterns and guards, one artifact a rule, no model and no source text needed.

>>> from nlp.read.assemble import article
>>> [finding.text for finding in detect(article("The government counts to raise the tax next year."))]
['counts to raise']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from nlp.config import Settings
from nlp.rules.configured import rules_for
from nlp.rules.engine import Engine, engine_for
from nlp.types import Article, Finding

IN_QUOTATION = " It stands inside a quotation; the words may be the speaker's own."


def detect(article: Article, *, settings: Settings | None = None) -> Iterator[Finding]:
    """The findings of the rules that the settings choose, in no particular order.

    A finding inside a quotation says so, since what stands there may be the speaker's own. Raises UnknownName for a
    rule that does not exist.
    """
    yield from detect_all([article], settings=settings)[0]


def detect_all(articles: Sequence[Article], *, settings: Settings | None = None) -> list[list[Finding]]:
    """As `detect`, of each article; several are read together."""
    return [
        [replace(f, message=f.message + IN_QUOTATION) if f.quoted else f for f in findings]
        for findings in _engine(settings or Settings()).find_all(articles)
    ]


@cache
def _engine(settings: Settings) -> Engine:
    """The engine of the settings' rules, found by them: to hash all its rules takes longer than to run them."""
    return engine_for(rules_for(settings))
