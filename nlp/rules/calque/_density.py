"""A habit counts as an artifact only where it is dense: single hits are good English."""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.text.tokens import count_words


@lru_cache(maxsize=64)
def per_thousand_words(text: str, pattern: re.Pattern[str]) -> float:
    """How often a pattern matches in 1,000 words of a text; 0.0 in a text without words."""
    return 1000 * sum(1 for _ in pattern.finditer(text)) / max(1, count_words(text))
