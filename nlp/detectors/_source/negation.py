"""SRC-G201 negation-added, SRC-G202 negation-lost, SRC-G203 restriction-lost.

Negations are counted by the cues of the language on both sides. There are too many in the translation when they are
more than the plain and the hidden ones of the source ("manquer", "impossible"); one is lost when the source has plain
ones and the translation neither plain nor hidden ones. Nothing is said about languages without cues.

French *ne … que* without pas means "only": the translation must restrict too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.detectors._source._negation_cues import HIDDEN, IDIOMS, PLAIN
from nlp.detectors._source.pair import Flag, Pair, nearby
from nlp.types import Span

_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must)\b",
    re.IGNORECASE,
)
_RESTRICTION = re.compile(
    r"(?<!\w)n(?:e |['’])(?!(?:est|était)-ce)(?:[^\W\d_]+['’ ]){1,4}?"
    r"(?:qu['’]|que )(?!(?:il|elle|on|ils|elles|je|tu|nous|vous|ce)\b)",
    re.IGNORECASE,
)
_OTHER_NEGATION = re.compile(
    r"\b(?:pas|plus|jamais|rien|aucune?|personne|ni|nier|guère|point|moins|autre|mieux|aussi)\b", re.IGNORECASE
)
_RESTRICTED = re.compile(
    r"\b(?:only|just|merely|solely|alone|nothing|no|not|n['’]t|never|none|but|sole|simply|except|exclusively|until|"
    r"barely|hardly|limited|little|unless|mere|purely|other than|all|always|no more|few|single|one|"
    r"fail\w*|can)\b|n['’]t\b",
    re.IGNORECASE,
)


def check(pair: Pair) -> Iterator[Flag]:
    """The flags of one pair, at each negation that may be the wrong one."""
    if pair.lang not in PLAIN or pair.lang == "en":
        return
    theirs, ours = _matches(PLAIN[pair.lang], pair.source), _matches(PLAIN["en"], pair.target)
    theirs_hidden = _apart(_matches(HIDDEN[pair.lang], pair.source), theirs)
    ours_hidden = _apart(_matches(HIDDEN["en"], pair.target), ours)
    if len(ours) > len(theirs) + len(theirs_hidden):
        for place in _strangers(ours, theirs, pair):
            said = "no negation" if not theirs else f"only {len(theirs)} negation{'s' * (len(theirs) > 1)}"
            yield Flag(
                "SRC-G201", place, None, f"The translation denies (“{place.of(pair.target)}”); the source has {said}."
            )
    if theirs and not ours and not ours_hidden:
        span = theirs[-1]
        message = f"The source denies (“{span.of(pair.source)}”), and the translation does not seem to."
        yield Flag("SRC-G202", _beside(span, pair), span, message)
    elif pair.lang == "fr":
        yield from _restriction(pair)


def _matches(pattern: re.Pattern[str], text: str) -> list[Span]:
    found = (Span(*match.span()) for match in pattern.finditer(text))
    idioms = [Span(*match.span()) for match in IDIOMS.finditer(text)]
    return [s for s in found if not _in_a_name(text, s) and not any(idiom.overlaps(s) for idiom in idioms)]


def _in_a_name(text: str, span: Span) -> bool:
    """A capital within a sentence: "Médicos Sin Fronteras"."""
    return text[span.start].isupper() and bool(re.search(r"\w[,;]?\s$", text[: span.start]))


def _apart(spans: list[Span], others: list[Span]) -> list[Span]:
    return [span for span in spans if not any(span.overlaps(other) for other in others)]


def _strangers(ours: list[Span], theirs: list[Span], pair: Pair) -> list[Span]:
    """Of our negations those left over when each of theirs has taken the one nearest to its place in the text."""
    left = list(ours)
    for other in theirs:
        at = other.start / max(1, len(pair.source))
        if left:
            left.remove(min(left, key=lambda span: abs(span.start / max(1, len(pair.target)) - at)))
    return left or ours[-1:]


def _beside(span: Span, pair: Pair) -> Span:
    """The auxiliary of the translation nearest to where the span would be rendered, or else the word there."""
    at = nearby(pair, span)
    auxiliaries = [Span(*match.span()) for match in _AUXILIARY.finditer(pair.target)]
    return min(auxiliaries, key=lambda word: (abs(word.start - at.start), word.start), default=at)


def _restriction(pair: Pair) -> Iterator[Flag]:
    for match in _RESTRICTION.finditer(pair.source):
        around = pair.source[match.start() : match.end() + 12]
        if not _OTHER_NEGATION.search(around) and not _RESTRICTED.search(pair.target):
            span = Span(match.start(), match.end())
            message = f"“{match[0].strip()}” means “only”; nothing in the translation says so."
            yield Flag("SRC-G203", nearby(pair, span), span, message)
