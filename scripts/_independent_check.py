"""A second opinion on the guard, written without it: plain string matching, knowing nothing of `nlp`.

A number counts as supported when its figures, without separators, stand in the article, or its word does, or the
figures for its word. A capitalised word inside a sentence counts as a name and must stand in the article as a word;
two in a row must follow one another there, with at most three words between. A word that begins a sentence is a name
when it never stands in small letters in any of the articles. A quotation must stand in the article, whatever its
marks, case and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion"
).split()
FIGURES = dict(zip(NUMBER_WORDS, [*map(str, range(21)), "30", "40", "50", "60", "70", "80", "90"], strict=False))
ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7"}


def small_words(articles: Iterable[str]) -> set[str]:
    """The words that stand in small letters somewhere in the articles."""
    return {word for text in articles for word in re.findall(r"\b[a-z]+\b", text)}


def unsupported(sentence: str, article: str, small: set[str]) -> Iterator[tuple[str, str]]:
    """What a sentence has and the article has not: pairs of kind ("number", "name", "quotation") and text."""
    yield from (("number", text) for text in _numbers(sentence, article))
    yield from (("name", text) for text in _names(sentence, article, small))
    yield from (("quotation", text) for text in _quotations(sentence, article))


def _numbers(sentence: str, article: str) -> Iterator[str]:
    known = {re.sub(r"\D", "", figures) for figures in re.findall(r"\d[\d.,  ]*", article)}
    known |= set(re.findall(r"\d+", article))
    words = set(re.findall(r"[a-z]+", article.lower()))
    for figures in re.findall(r"\d[\d.,]*\d|\d", sentence):
        plain = re.sub(r"\D", "", figures)
        spelled = {word for word, number in {**FIGURES, **ORDINALS}.items() if number == plain}
        if plain not in known and not spelled & words:
            yield figures
    for word in re.findall(r"[a-z]+", sentence.lower()):
        if word in NUMBER_WORDS or word in ORDINALS:
            figures = {**FIGURES, **ORDINALS}.get(word, "")
            same = {other for other, number in {**FIGURES, **ORDINALS}.items() if number == figures and figures}
            if word not in words and figures not in known and not same & words:
                yield word


def _names(sentence: str, article: str, small: set[str]) -> Iterator[str]:
    known = set(re.findall(r"[^\W\d_]+", article.lower()))
    found = list(re.finditer(r"[^\W\d_]+", sentence))
    previous: re.Match[str] | None = None
    for place, match in enumerate(found):
        word = match[0]
        named = word[0].isupper() and (place > 0 or word.lower() not in small)
        if named and word.lower() not in known:
            yield word
        follows = previous is not None and sentence[previous.end() : match.start()] == " "
        if named and follows and previous is not None:
            pair = rf"\b{re.escape(previous[0])}\b(?:\W+\w+){{0,3}}\W+{re.escape(word)}\b"
            if not re.search(pair, article, re.IGNORECASE):
                yield f"{previous[0]} {word}"
        previous = match if named else None


def _quotations(sentence: str, article: str) -> Iterator[str]:
    plain = _squeezed(article)
    for match in re.finditer(r"[“\"]([^“”\"]+)[”\"]|(?<!\w)['‘]([^'‘’]+(?:['’]\w[^'‘’]*)*)['’](?!\w)", sentence):
        quotation = match[1] or match[2]
        if _squeezed(quotation) not in plain:
            yield quotation


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())
