"""The rule engine as a detector: patterns and guards, one artifact a rule, no model and no source text needed.

>>> from nlp.read.assemble import article
>>> [finding.text for finding in detect(article("The government counts to raise the tax next year."))]
['counts to raise']
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp.config import Settings
from nlp.rules.configured import rules_for
from nlp.rules.engine import engine_for
from nlp.types import Article, Finding


def detect(article: Article, *, settings: Settings | None = None) -> Iterator[Finding]:
    """The findings of the rules that the settings choose, in no particular order.

    Raises UnknownName for a rule that does not exist.
    """
    yield from engine_for(rules_for(settings or Settings())).find(article)
