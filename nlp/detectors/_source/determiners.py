"""SRC-W703 noun-missing: an article or possessive with no noun behind it ("all of the were tested", "owning a.").

English does not allow a mark of punctuation, a preposition, a conjunction, an auxiliary or "'s" there, so something of
the source was left out, or stood there and was lost. Of 5,000 segments by people (post-edits of French news, WMT21),
five are flagged, most of them with reason; a fourth of the nouns that DEMETR takes out (tuning half) leave this trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.detectors._source.pair import Flag, Pair
from nlp.types import Span

_BARE = re.compile(
    r"""
    (?<![\w'’-]) (?:an?|[Tt]he|An|its|their|our|my|your)
    (?= \s?[.;:!?)](?!\w) | ,
      | \s+(?:of|in|at|for|with|from|to|by|on|into|during|since|until|and|or|but|that|which|who|because|than
             |was|were|is|are|has|have|had|been|be|would|could|he|she|it|they|we|this)(?![\w'’-])
        (?!\s(?:vitro|vivo|situ|absentia|depth|house)\b)
      | \s?['’]s\b )
    """,
    re.VERBOSE,
)
_LONE_GENITIVE = re.compile(r"(?:\b(?:of|at|for|with|from|by|to|in|on|and|that|is|was)|^)\s['’]s\b")


def check(pair: Pair) -> Iterator[Flag]:
    """One flag for each, on the determiner; for a genitive without its name, on what stands before it."""
    found = sorted(m.span() for pattern in (_BARE, _LONE_GENITIVE) for m in pattern.finditer(pair.target))
    for start, end in found:
        place = Span(start, end)
        said = place.of(pair.target)
        yield Flag("SRC-W703", place, None, f"A word is missing behind “{said}”; the source may have it.")
