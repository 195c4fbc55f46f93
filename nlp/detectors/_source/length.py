"""SRC-L601 too-short, SRC-L602 too-long: a stretch far shorter or longer than translations of that length are.

The logarithm of English characters by the source's, for each language: mean and deviation over translations by people
(tuning half of DEMETR's references, 25 a language, and WMT's documents): a flag beyond three and a half deviations.
Short stretches vary more and need 60 characters on the longer side.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from nlp.detectors._source.pair import Flag, Pair
from nlp.types import Span

USUAL = {
    "fr": -0.09, "de": -0.05, "es": -0.06, "it": -0.05, "pt": -0.02, "ru": 0.03, "pl": 0.05, "cs": 0.11, "hi": 0.02,
    "zh": 1.18, "ja": 0.95,
}  # fmt: skip
DEVIATION = {"zh": 0.22, "ja": 0.27}
_DEVIATION = 0.2
_BEYOND = 3.5
_LEAST = 60


def check(pair: Pair) -> Iterator[Flag]:
    """At most one flag a pair; a language that is not in the table is allowed twice the spread."""
    theirs, ours = len(pair.source.strip()), len(pair.target.strip())
    usual = USUAL.get(pair.lang or "", 0.0)
    if not theirs or not ours or max(ours, theirs * math.exp(usual)) < _LEAST:
        return
    deviation = DEVIATION.get(pair.lang or "", _DEVIATION if pair.lang in USUAL else 2 * _DEVIATION)
    away = (math.log(ours / theirs) - usual) / deviation
    if abs(away) <= _BEYOND:
        return
    rule, kind = ("SRC-L601", "shorter") if away < 0 else ("SRC-L602", "longer")
    expected = round(theirs * math.exp(usual))
    message = f"The translation has {ours} characters, much {kind} than the {expected} that the source makes likely."
    yield Flag(rule, Span(0, len(pair.target)), Span(0, len(pair.source)), message)
