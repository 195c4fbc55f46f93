"""Whole-word occurrences of many fixed terms in a text, in one pass however many terms there are."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from nlp.types import Span

_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile("[’ʼ‘]")
_LATIN = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")


def same_apostrophes(text: str) -> str:
    """One kind of apostrophe; no offset changes."""
    return _APOSTROPHE.sub("'", text)


def unaccented(text: str) -> str:
    """One kind of apostrophe, and Latin letters without accents; no offset changes.

    >>> unaccented("Conseil d’État")
    "Conseil d'Etat"
    """
    return _LATIN.sub(lambda letter: unicodedata.normalize("NFD", letter[0])[0], same_apostrophes(text))


class Terms:
    """Fixed terms to look for.

    A term is found as whole words with any spaces between them, but not across a line end; one that begins in
    lower case is found with a capital as well. `fold` makes spellings equal and must not change offsets.
    Raises ValueError for a term without a letter or digit.
    """

    def __init__(self, terms: Iterable[str], *, fold: Callable[[str], str] = same_apostrophes) -> None:
        self._fold = fold
        self._by_word: dict[str, list[tuple[re.Pattern[str], int, str]]] = defaultdict(list)
        for term in sorted(set(terms), key=lambda term: (-len(term), term)):
            folded = fold(" ".join(term.split()))
            word = _WORD.search(folded)
            if word is None:
                raise ValueError(f"the term '{term}' has no letter and no digit")
            for form in {folded, folded[:1].upper() + folded[1:]} if folded[:1].islower() else {folded}:
                first = _WORD.search(form)
                if first is not None:
                    self._by_word[first[0]].append((_pattern(form), first.start(), term))

    def find(self, text: str) -> Iterator[tuple[Span, str]]:
        """The occurrences in order, each with its term; of those that overlap the first, of two there the longer.

        >>> list(Terms(["Le Monde"]).find("Le Monde’s reporter read Le  Monde."))
        [(Span(start=0, end=8), 'Le Monde'), (Span(start=25, end=34), 'Le Monde')]
        """
        if not self._by_word:
            return
        folded, end = self._fold(text), 0
        present = sorted(self._by_word.keys() & set(_WORD.findall(folded)))
        for word in re.finditer(rf"\b(?:{'|'.join(present)})\b", folded) if present else ():
            for pattern, before, term in self._by_word[word[0]]:
                begin = word.start() - before
                match = pattern.match(folded, begin) if begin >= end else None
                if match:
                    end = match.end()
                    yield Span(begin, end), term
                    break


def _pattern(form: str) -> re.Pattern[str]:
    words = r"[^\S\r\n]+".join(map(re.escape, form.split(" ")))
    return re.compile(words + (r"(?!\w)" if _WORD.match(form[-1]) else ""))
