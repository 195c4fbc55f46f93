"""What a sentence claims and an article does not say: numbers, names, dates, quotations, negations.

Each check takes the sentence and the article's text (the part that a model read) and yields objections: the words
objected to, and why in plain words. They are strict: a sentence refused in error is replaced by one of the article's
own, which costs little; an invented number that passes is what the guard is there to prevent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from nlp.text.names import folded, names
from nlp.text.numbers import Number, numbers
from nlp.text.quotations import quotations
from nlp.text.stemmer import stem
from nlp.text.tokens import words

# Words for quantities that `nlp.text.numbers` does not read as numbers.
_QUANTITIES = frozenset(
    "half halves third thirds quarter quarters dozen dozens hundreds thousands millions billions twice double doubled "
    "triple tripled pair couple several both zero".split()
)
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december yesterday today tomorrow".split()
)
# What may begin a sentence with a capital although the article has it nowhere: such words name nothing.
_OPENERS = frozenset(
    "the a an this that these those there here he she it we they you his her its our their my who what when where why "
    "how which in on at by for from to with without of as after before during since until under over about between "
    "against among and but or nor so yet if then although though while because however meanwhile moreover according "
    "not no yes some many most all each every another other such also now later earlier only even just still despite "
    "following through throughout within across additionally furthermore overall ultimately instead both".split()
)
_NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor without cannot hardly unable fail failed fails deny denied denies "
    "refuse refused refuses reject rejected rejects lack lacked lacks".split()
)
_LIGHT = frozenset(stem(word) for word in "a an the to be been have of in on at for it that this he she they i".split())
_CAPITAL = r"[^\W\d_a-z][\w’'-]*\.?"
_CAPITALS = re.compile(rf"(?<![\w’'.-]){_CAPITAL}(?:[ \u00a0](?:(?:of|de|la|the|van|von|al|bin) )?{_CAPITAL})+")
# In tokenized text a space follows the mark that opens; a possessive ("Wales ' match") seems to open one too: strict.
_SINGLE = re.compile(r"(?<![\w’'])['‘] ?(?=\w)([^'‘’\n]+(?:['’]\w[^'‘’\n]*)*)['’](?!\w)")
_CURRENCY = re.compile(r"([$£€¥])\s?$")
_AFTER = re.compile(r"\s?(%|percent\b|per cent\b|dollars?\b|pounds?\b|euros?\b)", re.IGNORECASE)
_KINDS = {"%": "%", "percent": "%", "per cent": "%", "dollar": "$", "dollars": "$", "pound": "£", "pounds": "£",
          "euro": "€", "euros": "€"}  # fmt: skip


class Objection(NamedTuple):
    """`text` are the words of the sentence that it is about."""

    text: str
    reason: str


def objections(sentence: str, article: str) -> Iterator[Objection]:
    """Why a sentence may not stand in a summary of the article; nothing when every check is passed.

    >>> for objection in objections("In May, Smith paid 30 dollars.", "In May, Smyth paid 20 dollars."):
    ...     print(objection.reason)
    the number '30' is not in the article
    the name 'Smith' is not in the article
    """
    yield from _numbers(sentence, article)
    yield from _names(sentence, article)
    yield from _quotations(sentence, article)


def _numbers(sentence: str, article: str) -> Iterator[Objection]:
    known = _known_numbers(article)
    for number in numbers(sentence):
        written = number.of(sentence)
        kinds = set(chain.from_iterable(known.get(reading, ()) for reading in number.readings))
        kind = _kind(sentence, number)
        if not kinds:
            yield Objection(written, f"the number '{written}' is not in the article")
        elif kind and kind not in kinds:
            yield Objection(written, f"the article does not have '{written}' with {kind}")
    found = _known_words(article)
    for word in words(sentence):
        if word.lower() in _QUANTITIES and word.lower() not in found:
            yield Objection(word, f"the quantity '{word}' is not in the article")


def _kind(text: str, number: Number) -> str:
    """The currency or percent sign of a number, "" for none."""
    before = _CURRENCY.search(text, max(0, number.start - 2), number.start)
    after = _AFTER.match(text, number.end)
    return before[1] if before else (_KINDS[after[1].lower()] if after else "")


def _names(sentence: str, article: str) -> Iterator[Objection]:
    known = f" {_folded(article)} "
    for span in names(sentence, context=article):
        if f" {folded(span.of(sentence))} " not in known:
            yield Objection(span.of(sentence), f"the name '{span.of(sentence)}' is not in the article")
    # With its titles: "French President Vladimir Putin", in an article on both.
    for run in _capital_runs(sentence):
        parts = folded(run).split()
        if parts and parts[0] in _OPENERS:
            del parts[0]
        if len(parts) > 1 and not any(_in_order(parts, other) for other in _runs(article)):
            yield Objection(run, f"the article does not put '{run}' together")
    found, exact = _known_words(article), article.casefold()
    for place, word in enumerate(words(sentence)):
        plain = folded(word)
        if any(char.isalpha() and not char.isascii() for char in word) and _stem_of(word) not in exact:
            yield Objection(word, f"the article does not spell '{word}' with these letters")
        if word.lower() in _DATES and plain not in found:
            yield Objection(word, f"'{word}' is not in the article")
        elif (
            word[0].isupper() and not found.issuperset(plain.split()) and not (place == 0 and word.lower() in _OPENERS)
        ):
            # A word that begins a sentence has a capital anyway, so it is let through where it has no look of a name.
            if place == 0 and word.lower().endswith(("ing", "ly", "ed")):
                continue
            if not any(plain in folded(span.of(sentence)).split() for span in names(sentence, context=article)):
                yield Objection(word, f"the word '{word}' is not in the article")


def _stem_of(word: str) -> str:
    """The word without its possessive, in small letters, with its accents."""
    return re.sub(r"[’']s?$", "", word.casefold())


def _in_order(parts: Sequence[str], run: Sequence[str]) -> bool:
    """Whether all parts stand in the run, in this order."""
    rest = iter(run)
    return all(part in rest for part in parts)


def _quotations(sentence: str, article: str) -> Iterator[Objection]:
    known = _bare(article)
    found = [span.of(sentence) for span in quotations(sentence)]
    found += [match[1] for match in _SINGLE.finditer(sentence)]
    for quotation in dict.fromkeys(found):
        if _bare(quotation).strip() not in known:
            yield Objection(quotation, f"the quotation “{quotation}” is not in the article")
    straight = sentence.count('"') % 2
    if straight or sum(map(sentence.count, "“„«")) != sum(map(sentence.count, "”»")):
        yield Objection(sentence, "a quotation begins or ends in it but not both")


def negations(sentence: str, closest: Sequence[str]) -> Iterator[str]:
    """Why a sentence may not stand beside the article's closest sentences: it denies what they do not, or the reverse.

    >>> list(negations("He ruled out a deal.", ["He did not rule out a deal."]))
    ["it leaves out the 'not' of 'not rule'"]
    """
    said = words(sentence)
    denied = [word for word in said if _is_negation(word)]
    if denied and not any(_is_negation(word) for line in closest for word in words(line)):
        yield f"it has '{denied[0]}', and the article's closest sentences deny nothing"
    if not denied and closest:
        stems = {stem(word.lower()) for word in said}
        line = words(closest[0])
        for place, word in enumerate(line[:-1]):
            if _is_negation(word) and stem(line[place + 1].lower()) in stems - _LIGHT:
                yield f"it leaves out the '{word}' of '{word} {line[place + 1]}'"


def _is_negation(word: str) -> bool:
    plain = word.lower().replace("’", "'")
    return plain.endswith("n't") or plain in _NEGATIONS


@lru_cache(maxsize=64)
def _known_numbers(article: str) -> dict[object, frozenset[str]]:
    """Every reading of every number of the article, with the currencies and percent signs it has there."""
    known: dict[object, frozenset[str]] = {}
    for number in numbers(article):
        kind = _kind(article, number)
        for reading in number.readings:
            known[reading] = known.get(reading, frozenset()) | {kind}
    return known


@lru_cache(maxsize=64)
def _runs(article: str) -> tuple[tuple[str, ...], ...]:
    """The runs of capitalised words of the article, as they are compared."""
    return tuple(tuple(folded(run).split()) for run in dict.fromkeys(_capital_runs(article)))


def _capital_runs(text: str) -> list[str]:
    """Words with capitals that follow one another; a possessive ends a run."""
    return [part for run in _CAPITALS.findall(text) for part in re.split(r"(?<=['’]s)\s", run)]


@lru_cache(maxsize=64)
def _folded(article: str) -> str:
    return folded(article)


@lru_cache(maxsize=64)
def _known_words(article: str) -> frozenset[str]:
    return frozenset(_folded(article).split()) | {word.casefold() for word in words(article)}


@lru_cache(maxsize=64)
def _bare(text: str) -> str:
    """Words only, as quotations are compared: no case, marks or line breaks."""
    return f" {' '.join(word.casefold().replace('’', chr(39)) for word in words(text))} "
