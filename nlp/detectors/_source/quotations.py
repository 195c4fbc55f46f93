"""SRC-Q501 quotation-lost, SRC-Q502 quotation-added: words quoted in one text and not in the other.

Quotations are counted, not compared: a translation with none where the source has some has lost them, which makes
someone's words the reporter's own. Titles that the source quotes and English sets in italics look the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.detectors._source.pair import Flag, Pair, nearby, shortened
from nlp.text.quotations import quotations
from nlp.types import Span

_ASIAN = re.compile(r"[「『《〈]([^」』》〉]+)[」』》〉]")
_LEAST_WORDS = 3


def check(pair: Pair) -> Iterator[Flag]:
    """At most one flag a pair."""
    theirs = sorted([*quotations(pair.source), *(Span(*m.span(1)) for m in _ASIAN.finditer(pair.source))], key=_start)
    ours = quotations(pair.target)
    any_mark = re.compile("[\"“”„«»‘’'「」『』《》]")
    long = [span for span in theirs if len(span.of(pair.source).split()) >= _LEAST_WORDS]
    if long and not ours and not any_mark.search(pair.target):
        said = shortened(long[0].of(pair.source))
        yield Flag(
            "SRC-Q501", nearby(pair, long[0]), long[0], f"The source quotes “{said}”; the translation quotes nothing."
        )
    elif ours and not theirs and not any_mark.search(pair.source):
        said = shortened(ours[0].of(pair.target))
        yield Flag("SRC-Q502", ours[0], None, f"The translation quotes “{said}”; the source quotes nothing.")


def _start(span: Span) -> int:
    return span.start
