"""SRC-U401 untranslated-word, SRC-U402 copied-source, SRC-U403 other-language.

A word stands untranslated when it is in a script that English does not use, or when the source has it letter for
letter and it is far more frequent in the source's language than in English (word frequencies of the library wordfreq;
without it only the script is looked at). Words with a capital are mostly names: they count only where they begin the
stretch, or the source has capitals on all nouns (German), and not what is more likely a name even there. A stretch most
of whose words stand in the source too, and which is not English, is a copy; one that the language identifier is sure is
not English is in another language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec

from nlp.detectors._source.pair import Flag, Pair, shortened
from nlp.text.tokens import word_spans
from nlp.types import Span

LEAST_FREQUENT = 3.0  # Zipf, in the source's language: once in a million words
LESS_IN_ENGLISH = 1.5  # orders of magnitude
COMMON_IN_ENGLISH = 3.6
UNKNOWN_IN_ENGLISH = 2.2
_FREQUENT_AT_START = 4.9  # below it, a capital at the beginning is more likely a name’s, as Macron’s (4.87 in French)
_A_NAME_IN_ENGLISH = 2.7  # Zipf: English has a German noun less often than that, and Bonn (3.0) more
_A_NOUN = 4.2  # Zipf in German: a noun that is rarer cannot be told from a name, as Scholz (4.0) or Merz (3.7)
_A_COMPOUND = 10  # letters; surnames are shorter
_NOTHING_SHARED = (None, "en", "zh", "ja", "ko")  # languages that have no word in common with English, but names
_COPIED_SHARE, _COPIED_WORDS = 0.7, 4
_SURE, _LETTERS = 0.95, 40


def check(pair: Pair) -> Iterator[Flag]:
    """The flags of one pair: the whole stretch, or else word by word."""
    whole = _whole(pair)
    if whole is not None:
        yield whole
        return
    theirs = {span.of(pair.source).lower(): span for span in reversed(word_spans(pair.source))}
    for word in _joined(pair.target, [w for w in word_spans(pair.target) if _untranslated(pair, w, theirs)]):
        said = word.of(pair.target)
        span = theirs.get(said.lower().split()[0])
        yield Flag("SRC-U401", word, span, f"“{said}” stands as in the source; it was not translated.")


def _whole(pair: Pair) -> Flag | None:
    """A flag on the whole stretch, when it is a copy of the source or in another language."""
    ours = [span.of(pair.target).lower() for span in word_spans(pair.target)]
    if len(ours) < _COPIED_WORDS:
        return None
    theirs = {span.of(pair.source).lower() for span in word_spans(pair.source)}
    everything = Span(0, len(pair.target))
    copied = pair.lang != "en" and sum(word in theirs for word in ours) >= _COPIED_SHARE * len(ours)
    if copied and not _english(ours):
        message = f"The source was copied, not translated: “{shortened(pair.target)}”."
        return Flag("SRC-U402", everything, Span(0, len(pair.source)), message)
    if sum(map(str.isalpha, pair.target)) >= _LETTERS and not _english(ours):
        from nlp.text.language import identify

        language, sure = identify(pair.target) or ("en", 0.0)
        if language != "en" and sure >= _SURE:
            return Flag("SRC-U403", everything, None, f"This is not English but, it seems, “{language}”.")
    return None


def _english(words: list[str]) -> bool:
    """Whether a tenth of the words are English function words."""
    return sum(word in _FUNCTION_WORDS for word in words) >= 0.1 * len(words)


_FUNCTION_WORDS = frozenset(
    "the and of to that was with for is are at by from this have has it he they not will".split()
)


def _untranslated(pair: Pair, word: Span, theirs: dict[str, Span]) -> bool:
    said = word.of(pair.target)
    beside = pair.target[max(0, word.start - 1) : word.start], pair.target[word.end : word.end + 2]
    if beside[0] == "." or _DOMAIN.match(beside[1]):
        return False
    if any(map(_foreign_script, said)):
        return True
    lowered = said.lower()
    if lowered not in theirs or len(said) < 3 or pair.lang in _NOTHING_SHARED or not find_spec("wordfreq"):
        return False
    core = _ELIDED.sub("", lowered)
    if len(core) < 3 or not core.isalpha() or not _may_be_a_word(pair, word, theirs[lowered]):
        return False
    there, here = _zipf(core, str(pair.lang)), _zipf(core, "en")
    if said.islower() and here < UNKNOWN_IN_ENGLISH and there - here >= 0:
        return True
    return there >= LEAST_FREQUENT and here < COMMON_IN_ENGLISH and there - here >= LESS_IN_ENGLISH


def _may_be_a_word(pair: Pair, word: Span, source: Span) -> bool:
    """In lower case, or with a capital that its place or German explains and no name around it does."""
    said = word.of(pair.target)
    if said.islower():
        return True
    if word.start == 0 or not pair.target[: word.start].strip(' "“‘«'):
        return _zipf(said.lower(), str(pair.lang)) >= _FREQUENT_AT_START
    beside = [*pair.target[: word.start].split()[-1:], *pair.target[word.end :].split()[:1]]
    if pair.lang != "de" or source.start == 0 or any(other[:1].isupper() for other in beside):
        return False
    a_noun = len(said) >= _A_COMPOUND or _zipf(said.lower(), "de") >= _A_NOUN
    return a_noun and _zipf(said.lower(), "en") < _A_NAME_IN_ENGLISH


def _foreign_script(character: str) -> bool:
    return character.isalpha() and ord(character) > 0x24F and not _LATIN.match(unicodedata.name(character, ""))


_DOMAIN = re.compile(r"\.\w")  # a web site's
_ELIDED = re.compile(r"^[^\W\d_]{1,5}['’]")  # "l’", "all’"
_LATIN = re.compile("LATIN|GREEK SMALL LETTER|MICRO|MODIFIER|MASCULINE|FEMININE|SUPERSCRIPT")


@cache
def _zipf(word: str, lang: str) -> float:
    import wordfreq

    if lang not in wordfreq.available_languages("best"):
        return 0.0
    return float(wordfreq.zipf_frequency(word, lang))


def _joined(text: str, words: list[Span]) -> Iterator[Span]:
    """Neighbours as one span."""
    run: Span | None = None
    for word in words:
        if run is not None and not text[run.end : word.start].strip():
            run = Span(run.start, word.end)
            continue
        if run is not None:
            yield run
        run = word
    if run is not None:
        yield run
