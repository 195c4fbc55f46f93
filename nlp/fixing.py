"""Repairs an article until its repairs find nothing more to do, so that fixing twice is fixing once.

A repair can make room for another: two halves of a sentence, joined, may hold a doubled word. So the repaired text is
looked at again, and what is returned is a text that its own repairs leave as it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nlp.baseline import Known
from nlp.config import Settings
from nlp.detection import TARGET_LANGUAGE, inspect
from nlp.errors import InputError
from nlp.read.assemble import article as make_article
from nlp.repair import repair
from nlp.text.language import SURE, identify, plainly_english
from nlp.types import Article, Detection, Finding, Layout

# News is done after two or three rounds; more than this is text made to keep a repair busy.
MOST_ROUNDS = 50

Rank = Callable[[Article, Sequence[Finding]], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """An article after its repairs. `applied` are the repairs in the order they were made.

    The offsets of `applied` are into the text as it was when each was made: for the first round the article as it was
    read. `detection` holds the repaired article and what is still found in it.
    """

    detection: Detection
    applied: tuple[Finding, ...]

    @property
    def text(self) -> str:
        return self.detection.article.text

    @property
    def left(self) -> tuple[Finding, ...]:
        return self.detection.findings


@dataclass(frozen=True, slots=True)
class _Round:
    """One text on the way, what is found in it and how it was reached."""

    detection: Detection
    known: Known | None
    applied: tuple[Finding, ...]


def fix(
    article: Article | str,
    *,
    unsafe: bool = False,
    settings: Settings | None = None,
    known: Known | None = None,
    rank: Rank | None = None,
) -> Fixed:
    """The article with its safe repairs, or all repairs when `unsafe`, made again until no repair is left to make.

    Findings that a comment in the text suppresses, or that are `known` from a baseline, are not repaired, nor is a text
    that is certainly not in English, whatever language the article is said to be in. `rank` puts
    the best replacement of each finding first, for those that are not safe; without it the rules' order stands.
    Where repairs undo one another the shortest of the texts they go through is taken. Raises InputError when the
    repairs do not come to an end.

    >>> fix("The the minister resigned.").text
    'The minister resigned.'
    """
    current = article if isinstance(article, Article) else make_article(article)
    if _foreign(current.text):
        return Fixed(_inspected(current, settings, known), ())
    rounds: list[_Round] = []
    seen: dict[str, int] = {}
    applied: tuple[Finding, ...] = ()
    while len(rounds) < MOST_ROUNDS:
        state = known.copy() if known else None
        detection = _inspected(current, settings, state)
        seen[current.text] = len(rounds)
        rounds.append(_Round(detection, state, applied))
        findings = rank(detection.article, detection.findings) if rank and unsafe else detection.findings
        repaired = repair(current.text, findings, unsafe=unsafe)
        if repaired.text in seen:
            cycle = rounds[seen[repaired.text] :]
            last = min(cycle, key=lambda r: (len(r.detection.article.text), r.detection.article.text))
            if known and last.known:
                known.become(last.known)
            return Fixed(last.detection, last.applied)
        applied = (*applied, *repaired.applied)
        current = _rewritten(current, repaired.text)
    rules = ", ".join(sorted({finding.rule for finding in repaired.applied}))
    what = f"its repairs make new work for one another ({rules}), and it was left as it is"
    raise InputError(what, where=_place(current))


def _foreign(text: str) -> bool:
    """Whether the text is certainly not in English; the first thousands of characters decide."""
    if plainly_english(text):
        return False
    found = identify(text)
    return found is not None and found[0] != TARGET_LANGUAGE and found[1] >= SURE


def _inspected(article: Article, settings: Settings | None, known: Known | None) -> Detection:
    if article.text.strip():
        return inspect(article, settings=settings, known=known)
    return Detection(article, (), "")


def _rewritten(article: Article, text: str) -> Article:
    """The article with another text, and the layout and sentences of that."""
    if not text.strip():
        return dataclasses.replace(article, text=text, layout=Layout(), sentences=())
    read = make_article(text, lang=article.lang, check_language=False)
    return dataclasses.replace(article, text=text, layout=read.layout, sentences=read.sentences)


def _place(article: Article) -> str:
    if article.path is None:
        return article.id
    return article.path if article.line is None else f"{article.path}:{article.line}"
