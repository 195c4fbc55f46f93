"""Names in running text: runs of capitalised words, as far as capitals tell.

A heuristic for languages that capitalise names and little else (English, French, Russian; not German, where all nouns
have capitals; in scripts without capitals nothing is found). A word that begins a sentence, a line or a quotation
has a capital anyway, so it counts only with other evidence: it stands capitalised inside a sentence elsewhere, is in
capitals throughout ("NATO"), or a name follows and it never occurs in lower case. Left out are titles ("Mr.",
"President"), weekdays, months, "I", and texts without lower-case letters, whose capitals say nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.types import Span

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’&-]\w+)*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_BREAKS = re.compile(r"[.!?…:|\n]|[\"“«„‘]$")  # between two words: a new sentence, line or quotation begins
_JOINS = re.compile(r"\.?[ \u00a0\u202f]")  # between two words of one name: "St. Petersburg"
_PARTICLES = frozenset("of de del della der den des di do dos da du la le el al bin ibn van von".split())
_ABBREVIATED = frozenset("mr mrs ms mx dr prof gen col capt sen rep gov sgt lt st jr sr messrs".split())
_NOT_NAMES = frozenset(
    "mr mrs ms mx dr prof sir lady lord president minister prime chancellor king queen prince princess pope general "
    "colonel captain senator secretary governor mayor judge chairman chairwoman chief ambassador gen col capt sen rep "
    "gov sgt lt monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec i".split()
)
FUNCTION_WORDS = frozenset(
    "the a an this that these those there here he she it we they you his her its our their my your who what when where "
    "why how which in on at by for from to with without of as after before during since until under over about "
    "between against among and but or nor so yet if then although though while because however meanwhile moreover "
    "according not no yes some many most all both each every another other one two three more several such also now "
    "later earlier once only even just still is are was were has have had do does did will would can could may might "
    "must should let i'm i've i'd i'll".split()
)
_WITHOUT_STROKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    initial: bool  # begins a sentence, a line or a quotation

    @property
    def key(self) -> str:
        return self.text.replace("’", "'").lower().strip(".")

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        return self.text.isupper() and sum(map(str.isalpha, self.text)) > 1


def names(text: str, *, context: str = "") -> list[Span]:
    """The names of a text in order, without titles before them and possessive endings after them.

    `context` is more text in the same language, such as the article that `text` sums up: evidence for and against
    words that begin a sentence.

    >>> text = "The Kremlin is silent. Vladimir Putin told Mr. Macron on Friday that the Bank of Russia’s rates rise."
    >>> [name.of(text) for name in names(text)]
    ['Kremlin', 'Vladimir Putin', 'Macron', 'Bank of Russia']
    """
    if not any(map(str.islower, text)):
        return []
    words = _words(text)
    evidence = [*words, *_words(context)]
    named = {word.key for word in evidence if word.capital and not word.initial}
    common = {word.key for word in evidence if not word.capital}

    def is_name(index: int) -> bool:
        word = words[index]
        if not word.capital or word.key in _NOT_NAMES:
            return False
        if word.acronym:
            return True
        if word.key in FUNCTION_WORDS:
            return False
        if not word.initial or word.key in named:
            return True
        return word.key not in common and _joined(text, words, index) and is_name(index + 1)

    found: list[Span] = []
    index = 0
    while index < len(words):
        if is_name(index):
            last = index
            while (following := _next_in_name(text, words, last)) and is_name(following):
                last = following
            end = words[last].end - len(words[last].text) + len(_POSSESSIVE.sub("", words[last].text))
            found.append(Span(words[index].start, end))
            index = last
        index += 1
    return found


def folded(text: str) -> str:
    """Names as they are compared: lower case, no accents, full stops or possessive endings, hyphens as spaces.

    >>> folded("São Paulo’s"), folded("U.S."), folded("Asia-Pacific")
    ('sao paulo', 'us', 'asia pacific')
    """
    plain = " ".join(_POSSESSIVE.sub("", token) for token in _TOKEN.findall(text))
    plain = plain.casefold().replace(".", "").replace("-", " ").replace("’", "'")
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFKD", plain.translate(_WITHOUT_STROKE))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    for token in _TOKEN.finditer(text):
        between = text[found[-1].end : token.start()] if found else "\n"
        abbreviated = bool(found) and (found[-1].key in _ABBREVIATED or len(found[-1].text) == 1)
        initial = bool(_BREAKS.search(between)) and not (abbreviated and between == ". ")
        found.append(_Word(*token.span(), token[0], initial))
    return found


def _joined(text: str, words: Sequence[_Word], index: int) -> bool:
    """Whether the next word may belong to the same name: only a space lies between, and no sentence ends."""
    if index + 1 >= len(words) or words[index + 1].initial or _POSSESSIVE.search(words[index].text):
        return False
    return bool(_JOINS.fullmatch(text[words[index].end : words[index + 1].start]))


def _next_in_name(text: str, words: Sequence[_Word], index: int) -> int:
    """The index of the next word of the same name, over at most two particles ("de la"); 0 when there is none."""
    for step in range(1, 4):
        if not _joined(text, words, index + step - 1):
            return 0
        if words[index + step].text not in _PARTICLES:
            return index + step
    return 0
