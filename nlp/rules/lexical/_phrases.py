"""Rows of a rule that looks for words in company: a phrase, what must stand near it, and what to put instead.

A false friend is wrong only in certain company ("author" before "of the attack", not before "of the book"), so
a row says the company together with the phrase. Only a bounded stretch around the match is read: a guard costs
the same in a line of any length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from nlp.rules.rule import Match, like

# How far a row looks, in characters: about a line for what stands next to the phrase, a sentence for its company.
_NEXT = 100
_NEAR = 250


def left(match: Match, reach: int = _NEXT) -> str:
    """The unit's text before the span, at most `reach` characters of it."""
    return match.unit[max(0, match.start - reach) : match.start]


def right(match: Match, reach: int = _NEXT) -> str:
    """The unit's text after the span, at most `reach` characters of it."""
    return match.unit[match.end : match.end + reach]


def around(match: Match, reach: int = _NEAR) -> str:
    """The span with at most `reach` characters of the unit on each side."""
    return match.unit[max(0, match.start - reach) : match.end + reach]


def article_for(word: str, model: str = "a") -> str:
    """The indefinite article before `word`, with a capital when `model` has one.

    >>> article_for("possible", "An"), article_for("extensive")
    ('A', 'an')
    """
    return like(model, "an" if word[:1].lower() in "aeiou" else "a")


class Row(NamedTuple):
    """One phrase. All patterns ignore case and are in the syntax that re and RE2 share.

    phrase  the span itself, between word boundaries
    repair  replacements of the span, best first, parted by " | "; {groups} of the phrase are filled in
    before  must match directly before the span, `after` directly after it
    near    must be found in the sentence, `unless` must not
    """

    phrase: str
    repair: str = ""
    before: str = ""
    after: str = ""
    near: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Phrases:
    """The rows of one rule, which uses `pattern`, `fits` as its guard and `repair`."""

    rows: tuple[Row, ...]

    @property
    def pattern(self) -> str:
        """RE2 pattern for any of the phrases, without their groups' names."""
        unnamed = "|".join(re.sub(r"\(\?P<\w+>", "(?:", row.phrase) for row in self.rows)
        return rf"(?i)\b(?:{unnamed})\b"

    @cached_property
    def _compiled(self) -> tuple[tuple[Row, re.Pattern[str]], ...]:
        return tuple((row, re.compile(row.phrase, re.IGNORECASE)) for row in self.rows)

    def fits(self, match: Match) -> bool:
        """Whether a row has the phrase and finds its company."""
        return self._found(match) is not None

    def repair(self, match: Match) -> tuple[str, ...]:
        """The repairs of the first row that fits."""
        found = self._found(match)
        if found is None or not found[0].repair:
            return ()
        groups = {name: group or "" for name, group in found[1].groupdict().items()}
        return tuple(like(match.text, part.format_map(groups)) for part in found[0].repair.split(" | "))

    def _found(self, match: Match) -> tuple[Row, re.Match[str]] | None:
        for row, phrase in self._compiled:
            found = phrase.fullmatch(match.text)
            if found and _in_company(row, match):
                return row, found
        return None


def _in_company(row: Row, match: Match) -> bool:
    return (
        (not row.before or re.search(rf"\b(?:{row.before})\s+$", left(match), re.IGNORECASE) is not None)
        and (not row.after or re.match(rf"(?:{row.after})", right(match), re.IGNORECASE) is not None)
        and (not row.near or re.search(rf"\b(?:{row.near})\b", around(match), re.IGNORECASE) is not None)
        and (not row.unless or re.search(rf"\b(?:{row.unless})\b", around(match), re.IGNORECASE) is None)
    )
