"""The rule engine as a detector: patterns and guards, one artifact a rule, no model and no source text needed.

>>> from nlp.read.assemble import article
>>> [finding.text for finding in detect(article("The government counts to raise the tax next year."))]
['counts to raise']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from nlp.rules.engine import Engine
from nlp.rules.library import selected
from nlp.types import Article, Finding


def detect(
    article: Article, *, select: Sequence[str] = (), ignore: Sequence[str] = (), preview: bool = False
) -> Iterator[Finding]:
    """The findings of the selected rules, in no particular order.

    `select` and `ignore` name rules by id, slug, category or the beginning of an id; see
    `nlp.rules.library.selected`. Raises UnknownName for a name that fits no rule.
    """
    yield from _engine(tuple(select), tuple(ignore), preview=preview).find(article)


@cache
def _engine(select: tuple[str, ...], ignore: tuple[str, ...], *, preview: bool) -> Engine:
    return Engine(selected(select, ignore, preview=preview))
