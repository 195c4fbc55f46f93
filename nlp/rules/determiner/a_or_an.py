"""'a' before a vowel or 'an' before a consonant: "a important plan", "an new law".

Why it matters
    The article was chosen for another word than the one that follows it: one was inserted, replaced or lost.
Flags
    It is ⟦a important⟧ plan.                              ⇒ an important
    He signed ⟦an new⟧ law.                                ⇒ a new
    ⟦A agreement⟧ was reached, and ⟦an strike⟧ averted.    ⇒ An agreement ; a strike
    She is ⟦a economist⟧.                                  ⇒ an economist
Leaves alone
    A European union, a one-day strike and a unique case of a used car.
    An hour, an honest heir and an MP.
    Vitamin A is good; Group A and plan A alone are open.
    He got an A in maths and a euro back.
    It is a once-a-year event, an s and an x.
    The answer is a) or b), the a in the word.
    A ouija board and a ewe were sold.
    The phrase a aussi is French; so is à.
Limits
    In preview: people make the slip as often as machines (22 in human post-edits, 38 in three times as much MT). Only words in small letters; words that begin with u, h or y are left alone where the sound is not plain.
Source
    Own collection: 63 in MT of 752,000 words, none in natively English news.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like

# Written with a vowel, spoken with a consonant; and letters or foreign words that follow a name ("Group A and").
_SPOKEN_CONSONANT = re.compile(r"(?:one|once|eu|ewe|ouija|ouia)")
_NO_NOUN = re.compile(
    r"(?:and|in|is|as|at|are|or|of|on|if|it|also|alone|again|after|against|aussi|été|et|en|au|aux|il|ils|o|e|i|a)\b"
)
_LETTER_BEFORE = re.compile(
    r"(?:\b(?:[A-Z]\w+|vitamin|plan|type|group|grade|class|letter|the|an|hepatitis|influenza) |[-'’.(/“\"*])$"
)


def _does_not_fit(match: Match) -> bool:
    article, _, word = match.text.partition(" ")
    if article.lower() == "an":
        return not _LETTER_BEFORE.search(match.before[-1:])
    if _SPOKEN_CONSONANT.match(word) or _NO_NOUN.match(word):
        return False
    return not (article == "A" and match.before.strip()) and not _LETTER_BEFORE.search(match.before)


def _repair(match: Match) -> tuple[str, ...]:
    article, _, word = match.text.partition(" ")
    return (f"{like(article, 'a' if article.lower() == 'an' else 'an')} {word}",)


RULE = Rule(
    id="GEN-D908",
    slug="a-or-an",
    category="determiner",
    mqm="linguistic conventions/grammar/function words",
    severity="minor",
    confidence=0.95,
    languages=(),
    message="The article does not fit the sound that follows it.",
    pattern=r"\b(?P<span>[Aa] [aeio][a-z]{2,}|[Aa]n [bcdfgjklmnpqrstvwz][aeiouy]?[a-z]{2,})\b",
    guard=_does_not_fit,
    repair=_repair,
    safe=True,
    preview=True,
)
