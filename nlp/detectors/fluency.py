"""Words that nothing before them leads to, found by a causal language model that reads the whole text.

A word is marked where its surprisal exceeds what the model expected (its entropy) further than in all but two of a
thousand such words of natively English news; names, numbers, quoted words and punctuation each have their own norm,
and first words and function words are left alone. That is rare and blunt: of what it marks in translated news, an
annotator marks .39 [.28, .52], three times as much as of other words. So a finding is minor, and says what was expected
instead. The norms are those of the default model; a better one is surprised less often, and marks less.

Furniture of the page is read, since what follows it depends on it, but not marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from nlp.detectors._fluency_norms import MARKED, Norms, load
from nlp.models import causal_lm, lm_spans, surprisal
from nlp.rules.naming import RuleName
from nlp.text.quotations import quotations
from nlp.text.word_kinds import Kind, Word, words
from nlp.types import Article, Finding

if TYPE_CHECKING:
    from nlp.models.surprisal import Place, Reading

SHOWN = 3  # alternatives in a message
FINDS = (RuleName("FLUENCY", "unexpected-word", "fluency"),)

_KINDS: dict[Kind, str] = {
    "punctuation": "punctuation marks",
    "number": "numbers",
    "name": "names",
    "quoted": "words in quotation marks",
    "content": "content words",
}
_LAST_WORD = re.compile(r"[\w’'-]*$")


def available() -> bool:
    """Whether the default model and its libraries are installed. Does not import torch."""
    return causal_lm.available()


@cache
def signature(*, lm: str | None = None) -> str:
    """The language model and where it is from."""
    return causal_lm.load(lm).signature.replace("|", ",")


def detect(article: Article, *, lm: str | None = None) -> Iterator[Finding]:
    """The findings of one article in the order of the text; neighbouring words make one.

    `lm` is a language model by hub id or folder. Raises MissingPart when it or torch is not installed.
    """
    yield from detect_all([article], lm=lm)[0]


def detect_all(articles: Sequence[Article], *, lm: str | None = None) -> list[list[Finding]]:
    """As `detect`, of each article; the model reads all of them in batches."""
    if not articles:
        return []
    texts = [article.text for article in articles]
    # By the default model through the network on it, whether or not it is wanted, so that one reading serves both.
    shared = lm is None and lm_spans.available()
    readings = lm_spans.read(texts) if shared else surprisal.read(texts, causal_lm.load(lm))
    norms = load()
    return [list(_findings(*pair, norms)) for pair in zip(articles, readings, strict=True)]


def _findings(article: Article, reading: Reading, norms: Norms) -> Iterator[Finding]:
    text = article.text
    every = words(text)
    places = surprisal.places(reading, text, [(word.start, word.end) for word in every])
    furniture = [s for s in article.sentences if s.kind == "furniture"]
    quoted = quotations(text)
    groups: list[list[tuple[Word, Place, float]]] = []
    for index, (word, place) in enumerate(zip(every, places, strict=True)):
        if word.kind not in MARKED:
            continue
        tail = norms.kinds[word.kind].tail(place.difference)
        if tail >= norms.extreme or any(s.start <= word.start < s.end for s in furniture):
            continue
        if groups and groups[-1][-1][0] == every[index - 1] and "\n" not in text[every[index - 1].end : word.start]:
            groups[-1].append((word, place, tail))
        else:
            groups.append([(word, place, tail)])
    for group in groups:
        start, end = group[0][0].start, group[-1][0].end
        yield Finding(
            rule="FLUENCY",
            slug="unexpected-word",
            category="fluency",
            mqm="style/awkward",
            severity="minor",
            confidence=norms.confidence,
            start=start,
            end=end,
            text=text[start:end],
            message=_message(text, reading, *min(group, key=lambda item: item[2])),
            quoted=any(quotation.start <= start and end <= quotation.end for quotation in quoted),
            detector="fluency",
        )


def _message(text: str, reading: Reading, word: Word, place: Place, tail: float) -> str:
    rarity = float(f"{1 / tail:.1g}")
    often = f"1 in {rarity:,.0f}" if rarity < 100_000 else "less than 1 in 100,000"
    said = (
        f"Nothing before it leads a language model to “{text[word.start : word.end]}”: "
        f"it surprises as much as {often} {_KINDS[word.kind]} in English news."
    )
    expected = _expected(text, reading, place)
    return f"{said} Expected was {expected}." if expected else said


def _expected(text: str, reading: Reading, place: Place) -> str:
    """What the model held for likeliest, as a reader would write it: "“a”, “b” or a new line"."""
    if place.peak is None:
        return ""
    start = int(reading.offsets[place.peak, 0])
    tokens = reading.expected.get(place.peak, ())
    shown = list(dict.fromkeys(written for token in tokens if (written := _written(token, text, start))))[:SHOWN]
    return " or ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def _written(token: str, text: str, start: int) -> str:
    """A token that could have stood at `start`, with the beginning of the word it would have completed."""
    bare = token.strip()
    if token.startswith("<|") or "\n" in token:
        return "a new line"
    if not bare or "\ufffd" in token:
        return ""
    begun = _LAST_WORD.search(text[max(0, start - 40) : start].rstrip())
    if token[0].isspace() or not bare[0].isalnum() or begun is None:
        return f"“{bare}”"
    return f"“{begun[0]}{bare}”"


def explain(rule: str) -> str | None:
    """What this detector's findings are, for their rule "FLUENCY"; None for another name."""
    return f"FLUENCY\n\n{(__doc__ or '').strip()}" if rule.upper() == "FLUENCY" else None
