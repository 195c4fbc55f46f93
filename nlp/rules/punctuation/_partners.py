"""Marks that come in pairs, and those of a text whose partner is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from nlp.rules.rule import Match
from nlp.types import Article

# "a)" and "2)" number a list; ":)" smiles.
_NO_BRACKET = re.compile(r"(?:^|[\s(])\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})$|[:;=8xX]['-]?$")

# So many in one paragraph are no slip: code, a table, or damage of another kind.
_MANY = 5


def without_partner(article: Article, pairs: Mapping[str, str]) -> Iterator[Match]:
    """Each mark whose partner is neither in its paragraph nor in the one beside it; the group "mark" is the mark.

    A quotation may open again in each paragraph and close in the last one only.
    """
    text, paragraphs = article.text, article.layout.paragraphs
    if all(text.count(opening) == text.count(closing) for opening, closing in pairs.items()):
        return
    marks = re.compile("[" + re.escape("".join(pairs) + "".join(pairs.values())) + "]")
    for index, paragraph in enumerate(paragraphs):
        unit = paragraph.of(text)
        if any(unit.count(opening) != unit.count(closing) for opening, closing in pairs.items()):
            earlier = paragraphs[index - 1].of(text) if index else ""
            following = paragraphs[index + 1].of(text) if index + 1 < len(paragraphs) else ""
            places = list(islice(_places(unit, earlier, following, marks, pairs), _MANY + 1))
            for at in sorted(places) if len(places) <= _MANY else ():
                yield Match(article, unit, paragraph.start, at, at + 1, {"mark": unit[at]}, index)


def _places(unit: str, earlier: str, following: str, marks: re.Pattern[str], pairs: Mapping[str, str]) -> Iterator[int]:
    opened: dict[str, list[int]] = {closing: [] for closing in pairs.values()}
    for found in marks.finditer(unit):
        mark = found[0]
        if mark in pairs:
            opened[pairs[mark]].append(found.start())
        elif opened[mark]:
            opened[mark].pop()
        elif not _NO_BRACKET.search(unit[max(0, found.start() - 6) : found.start()]) and not _open(
            earlier, mark, pairs
        ):
            yield found.start()
    for opening, closing in pairs.items():
        if not (following.startswith(opening) if closing == "”" else closing in following):
            yield from opened[closing]


def _open(earlier: str, closing: str, pairs: Mapping[str, str]) -> bool:
    opening = next(mark for mark, partner in pairs.items() if partner == closing)
    return earlier.count(opening) > earlier.count(closing)
