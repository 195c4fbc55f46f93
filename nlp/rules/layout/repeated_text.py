r"""Text said twice in a row: a whole sentence again, or a loop of words.

Why it matters
    Neural translators fall into loops. The reader is told the same thing twice, and the words that should
    have stood in its place may be missing.
Flags
    The police opened fire. ⟦The police opened fire.⟧                          ⇒ (delete)
    The police opened fire.\n⟦The police opened fire!⟧\nTen people died.       ⇒ (delete)
    He left the country. She stayed at home with her mother. He left the country. ⟦She stayed at home with her mother.⟧
        ⇒ (delete)
    The limits apply to missiles as well as on the ⟦as well as on the⟧ planes.  ⇒ (delete)
    The police opened fire⟦, the police opened fire⟧.                          ⇒ (delete)
    The talks in Geneva ⟦in Geneva in Geneva⟧ have failed.                     ⇒ (delete)
    The bank⟦, the bank, the bank, the bank⟧ failed.                           ⇒ (delete)
Leaves alone
    “We will win! We will win!” they shouted.
    He tried again and again and again.
    No, no, no, no: the minister would not resign.
    It went on and on and on.
    Year after year after year the river rises.
    He won in 2010. He won in 2012.
    Government of the people, by the people, for the people.
    Why? Why? Nobody knew.
    According to the People's Bank of China, the People's Bank of China will act.
    It was compiled as The Japan That Can Say No (The Japan That Can Say No) in 1986.
    The more they earn, the more they spend, the more they want.
Limits
    Repetition of fewer than four words, or with other words, is left alone; in quotations also of fewer than eight.
Source
    Inventory FRE-S957; failure modes in Juraska et al. 2023 (MetricX-23), section on synthetic data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from operator import eq

from nlp.rules.rule import Match, Rule
from nlp.types import Article

_LEAST_SENTENCE = 4  # words of a sentence that is said again at once
_LEAST_DISTANT = 6  # of one that is said again after one or two others
_LEAST_QUOTED = 8  # of anything inside a quotation: speakers repeat themselves
_LEAST_AGAIN = 4  # words that a loop says again
_LONGEST_CYCLE = 12
_MOST_WORDS = 2000  # of a sentence that are looked at
_WORD = re.compile(r"\S+")
_MARKS = ".,;:!?…“”\"'‘’()"


def _repetitions(article: Article) -> Iterator[Match]:
    text, sentences = article.text, article.sentences
    # The last character is left out: it is the punctuation, which may differ.
    some_are_equal = len({text[s.start : s.end - 1] for s in sentences}) < len(sentences)
    for index, sentence in enumerate(sentences):
        unit = text[sentence.start : sentence.end]
        if sentence.kind == "body":
            if some_are_equal and _is_again(
                unit, [s.of(text) for s in sentences[max(0, index - 3) : index] if s.kind == "body"]
            ):
                yield Match(article, unit, sentence.start, 0, len(unit), {"whole": "yes"}, index)
            elif _may_loop(unit):
                for start, end, whole in _loops(unit):
                    yield Match(article, unit, sentence.start, start, end, {"whole": whole}, index)


def _is_again(unit: str, recent: list[str]) -> bool:
    """Whether the sentence is one of the last three before it; a question in between is a heading."""
    words = len(unit.split())
    if recent and recent[-1][:-1] == unit[:-1]:
        return words >= _LEAST_SENTENCE
    return words >= _LEAST_DISTANT and unit[-1] not in "?:" and any(earlier[:-1] == unit[:-1] for earlier in recent)


def _may_loop(unit: str) -> bool:
    """A loop has all its words but the one before a comma, and pairs of them, a second time, and some of those pairs
    no further apart than the longest cycle.
    """
    words = unit.lower().split()
    if len(words) - len(set(words)) < _LEAST_AGAIN - 1:
        return False
    pairs = list(pairwise(words))
    if len(pairs) - len(set(pairs)) < _LEAST_AGAIN - 2:
        return False
    last: dict[tuple[str, str], int] = {}
    near = 0
    for place, pair in enumerate(pairs):
        near += place - last.get(pair, -_MOST_WORDS) <= _LONGEST_CYCLE
        last[pair] = place
    return near >= _LEAST_AGAIN - 2


def _loops(unit: str) -> Iterator[tuple[int, int, str]]:
    """The repeated part of each loop, and whether it is whole cycles; loops of numbers and signs do not count."""
    places = list(islice(_WORD.finditer(unit), _MOST_WORDS))
    words = [place[0].strip(_MARKS).lower() for place in places]
    for cycle in range(1, min(_LONGEST_CYCLE, len(words) // 2) + 1):
        same = bytes(map(eq, words, words[cycle:]))
        for run in re.finditer(b"\1{%d,}" % max(_LEAST_AGAIN, cycle), same):
            begin, again = run.span()
            length = again - begin
            # "the site of the Bank of France, the Bank of France said": one phrase ends a clause and opens the next.
            is_clause = length < 2 * cycle and begin > 0 and places[begin + cycle - 1][0][-1] in ",;"
            if not is_clause and _is_text(words[begin : begin + cycle]):
                yield _span(places[begin + cycle - 1 : again + cycle], unit, whole=length % cycle == 0)
                return


def _span(places: list[re.Match[str]], unit: str, *, whole: bool) -> tuple[int, int, str]:
    """From the comma after the first of these words, or from the second one, to the end of the last."""
    before, first, last = places[0], places[1], places[-1]
    start = before.start() + len(before[0].rstrip(_MARKS))
    start = start if unit[start] in ",;" else first.start()
    return start, last.start() + len(last[0].rstrip(_MARKS)), "yes" if whole else ""


def _is_text(words: list[str]) -> bool:
    """Words, not figures, and not the little cycles of good English: "again and again", "year after year"."""
    if len(words) == 2 and set(words) & {"and", "after", "by", "to", "for", "upon", "on"} and "the" not in words:
        return False
    return all(word[:1].isalpha() for word in words)


def _is_a_slip(match: Match) -> bool:
    """Not a speaker's emphasis, and not a name that is explained in brackets: "Say No (Say No)"."""
    return not match.text.startswith("(") and (not match.quoted or len(match.text.split()) >= _LEAST_QUOTED)


RULE = Rule(
    id="GEN-S957",
    slug="repeated-text",
    category="repetition",
    mqm="accuracy/addition",
    severity="major",
    confidence=0.93,
    languages=(),
    message="The same words are said again: the translator fell into a loop.",
    find=_repetitions,
    guard=_is_a_slip,
    repair=lambda match: ("",) if match["whole"] else (),
    safe=True,
)
