"""SRC-W701 words-omitted, SRC-W702 words-unsupported, SRC-E301 name-unsupported: word by word, by a model.

The support tagger (`nlp.models.support_model`) gives scores; words or gaps above a threshold are flagged, neighbours
as one. Names have thresholds of their own, in Chinese and Japanese another than elsewhere, and so has the first word of
a sentence, which may be a name. Names are left alone when the source spells them alike (`spelling`), or when another
sentence of the article has them with support: translators name again what the source only points at. What has no
support and is a name is a name that was changed; numbers are left to the check of numbers. An omission is marked on the
words at either side of the gap, and names the source word that is likeliest the lost one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from nlp.detectors._source.pair import Flag, Pair
from nlp.detectors._source.spelling import CHINESE, spelled_alike, spellings
from nlp.models import support_model
from nlp.models.support_model import Support
from nlp.text.names import FUNCTION_WORDS, folded, names
from nlp.types import Span

_NUMERAL = re.compile(r"\d")
_BEGINS = re.compile(r"(?:^|[.!?:\n])\s{0,3}[\"“‘«(]{0,3}$")  # before the first word of a sentence
_LOOK_BACK = 8  # characters that the pattern may take
_KNOWN = 0.2  # a name with a lower score has support (by hand; where most good translations of names lie)


def check_all(articles: Sequence[Sequence[Pair]], *, preview: bool = False) -> list[list[list[Flag]]]:
    """The flags of each pair of each article; with `preview` at the lower thresholds. Raises MissingPart without the
    model.
    """
    point = support_model.config()["preview" if preview else "default"]
    every = iter(support_model.read([(pair.source, pair.target) for pairs in articles for pair in pairs]))
    found = []
    for pairs in articles:
        read = [next(every) for _ in pairs]
        found.append(
            [
                [*_strangers(pair, support, of_words, point), *_missing(pair, support, point["missing"])]
                for pair, support, of_words in zip(pairs, read, kinds(pairs, read), strict=True)
            ]
        )
    return found


def kinds(pairs: Sequence[Pair], read: Sequence[Support]) -> list[list[str | None]]:
    """Which threshold each word of an article has: "stranger", "initial" (begins a sentence and may be a name), "name",
    "unspelled_name"; None for a word that is left to others or known from another sentence.
    """
    own = [_kinds(pair, support) for pair, support in zip(pairs, read, strict=True)]
    has: dict[str, set[int]] = defaultdict(set)  # by name: the pairs in which it has support
    for index, (pair, support, of_words) in enumerate(zip(pairs, read, own, strict=True)):
        named = names(pair.target)
        for word, kind, score in zip(support.words, of_words, support.stranger, strict=True):
            if any(name.overlaps(word) for name in named) and (kind is None or score < _KNOWN):
                has[folded(word.of(pair.target))].add(index)

    def known(index: int, pair: Pair, word: Span) -> bool:
        return bool(has.get(folded(word.of(pair.target)), set()) - {index})

    return [
        [
            None if kind in ("name", "unspelled_name") and known(index, pair, word) else kind
            for word, kind in zip(support.words, of_words, strict=True)
        ]
        for index, (pair, support, of_words) in enumerate(zip(pairs, read, own, strict=True))
    ]


def _kinds(pair: Pair, support: Support) -> list[str | None]:
    named, spelled = names(pair.target), spellings(pair.source)
    comparable = spelled and not CHINESE.search(pair.source)

    def kind(word: Span) -> str | None:
        said = word.of(pair.target)
        if _NUMERAL.search(said):
            return None
        if not any(name.overlaps(word) for name in named):
            may_be_one = said[0].isupper() and said.lower() not in FUNCTION_WORDS
            begins = may_be_one and _BEGINS.search(pair.target, max(0, word.start - _LOOK_BACK), word.start)
            return "initial" if begins and not spelled_alike(said, spelled) else "stranger"
        if spelled_alike(said, spelled):
            return None
        return "name" if comparable else "unspelled_name"

    return [kind(word) for word in support.words]


def _strangers(
    pair: Pair, support: Support, of_words: Sequence[str | None], point: Mapping[str, float]
) -> Iterator[Flag]:
    named = names(pair.target)
    chosen = [
        index for index, kind in enumerate(of_words) if kind is not None and support.stranger[index] >= point[kind]
    ]
    for run in _runs(chosen, support, pair.target):
        place = Span(support.words[run[0]].start, support.words[run[-1]].end)
        score = max(float(support.stranger[index]) for index in run)
        name = any(span.overlaps(place) for span in named)
        said = place.of(pair.target)
        yield Flag(
            "SRC-E301" if name else "SRC-W702",
            place,
            None,
            f"Nothing in the source seems to say “{said}”.",
            confidence=support_model.calibrated(
                score, support_model.config()["calibration"]["name" if name else "stranger"]
            ),
        )


def _missing(pair: Pair, support: Support, threshold: float) -> Iterator[Flag]:
    last = len(support.words) - 1
    chosen = [gap for gap in range(len(support.words) + 1) if support.missing[gap] >= threshold]
    best = [g for g in chosen if not any(abs(g - h) == 1 and support.missing[h] > support.missing[g] for h in chosen)]
    for gap in best:
        place = Span(support.words[max(0, gap - 1)].start, support.words[min(last, gap)].end)
        source = support.source[int(support.lost[gap])]
        yield Flag(
            "SRC-W701",
            place,
            source,
            f"Something of the source seems to be missing here, perhaps “{source.of(pair.source)}”.",
            confidence=support_model.calibrated(
                float(support.missing[gap]), support_model.config()["calibration"]["missing"]
            ),
        )


def _runs(chosen: Sequence[int], support: Support, text: str) -> Iterator[list[int]]:
    """Words in a row with only space between them."""
    run: list[int] = []
    for index in chosen:
        if run and (run[-1] + 1 != index or text[support.words[run[-1]].end : support.words[index].start].strip()):
            yield run
            run = []
        run.append(index)
    if run:
        yield run
