"""What a rule is, and what it is shown when its pattern matches.

A rule file holds one `RULE = Rule(...)` under a docstring with the sections `Why it matters`, `Flags`,
`Leaves alone`, `Limits` and `Source`; the examples in it are its tests (see `nlp/rules/docs.py`).
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from nlp.config import Settings
from nlp.types import Article, Evidence, Sentence, Severity, Span

# What a guard sees on each side of a span: longer than any sentence of news, and a bound on what hostile text costs.
CONTEXT = 600

Scope = Literal["sentence", "paragraph", "text"]


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of an article that a rule's pattern matched.

    `unit` is the sentence, paragraph or whole text the pattern was run on, `offset` where the unit begins in
    the article; `start` and `end` are offsets into the unit. `groups` are the pattern's named groups ("" where
    a group took no part). `index` counts the units. `quoted` says that the span lies inside a quotation.
    """

    article: Article
    unit: str
    offset: int
    start: int
    end: int
    groups: Mapping[str, str] = field(default_factory=dict)
    index: int = 0
    quoted: bool = False

    @property
    def text(self) -> str:
        return self.unit[self.start : self.end]

    @property
    def before(self) -> str:
        """The unit up to the span, its last CONTEXT characters."""
        return self.unit[max(0, self.start - CONTEXT) : self.start]

    @property
    def after(self) -> str:
        """The unit from the end of the span, its first CONTEXT characters."""
        return self.unit[self.end : self.end + CONTEXT]

    def __getitem__(self, group: str) -> str:
        return self.groups[group]

    def narrowed(self, start: int, end: int) -> Match:
        """The same match with another span of the unit."""
        return Match(self.article, self.unit, self.offset, start, end, self.groups, self.index, self.quoted)


Guard = Callable[[Match], bool]
Repair = str | tuple[str, ...] | Callable[[Match], tuple[str, ...]]
Find = Callable[[Article], Iterator[Match]]


@dataclass(frozen=True, slots=True)
class Configured:
    """How a rule looks for what the settings name.

    `find` makes the rule's `find` from the settings, or gives None where they ask for nothing. `example` are the
    settings that the rule's docstring takes for its examples.
    """

    find: Callable[[Settings], Find | None]
    example: Settings


@dataclass(frozen=True, slots=True)
class Rule:
    """One artifact, and how it is found and repaired.

    id            stable, upper case, never used again: "FRE-T107"; "GEN-…" for any source language
    slug          names what is found, readable after "ignore": "perfect-with-dated-past"
    category      residue, fragment, calque, false-friend, tense, number-format, … (the reader's word)
    mqm           dimension/type/subtype of the MQM typology (themqm.org)
    message       why it is wrong, for a reader who knows no French; {text} and the pattern's groups are filled in
    confidence    probability that an editor would agree, 0 to 1: as the authors judge it in the rule's file; in the
                  library as it was calibrated (`nlp.rules.rates`), and the authors' judgement is `prior`
    languages     source languages it applies to, () for all; it also runs when the source language is unknown
    scope         what the pattern is run on: each sentence, each paragraph, or the whole text
    pattern       RE2 syntax, so no lookaround and linear time; the group "span", if there is one, is the span
    find          instead of a pattern: yields the matches of an article
    configured    instead of both: makes `find` from the settings (`nlp.rules.configured` does it before a run)
    guard         a last look at the context; False leaves the match alone
    repair        replacement templates with {groups}, best first, or a function of the match; "" deletes the span
    safe          the first repair may be applied unseen: it cannot change the meaning
    in_quotes     False: what is said inside quotation marks is left to the speaker
    preview       True: off unless it is selected by name or previews are asked for
    needs_source  True: runs only on articles that carry their source text
    """

    id: str
    slug: str
    category: str
    mqm: str
    severity: Severity
    confidence: float
    message: str
    languages: tuple[str, ...] = ("fr",)
    scope: Scope = "sentence"
    pattern: str = ""
    find: Find | None = None
    configured: Configured | None = None
    guard: Guard | None = None
    repair: Repair = ()
    safe: bool = False
    in_quotes: bool = True
    preview: bool = False
    needs_source: bool = False
    evidence: Evidence = "target"
    doc: str = ""
    prior: float | None = None

    def replacements(self, match: Match) -> tuple[str, ...]:
        if callable(self.repair):
            return self.repair(match)
        templates = (self.repair,) if isinstance(self.repair, str) else self.repair
        return tuple(template.format_map(match.groups) for template in templates)


def spans_at(article: Article, spans: Iterator[Span] | list[Span]) -> Iterator[Match]:
    """Matches of a `find` function from plain spans of the article's text."""
    for span in spans:
        yield Match(article, article.text, 0, span.start, span.end)


def sentence_of(match: Match) -> Sentence | None:
    """The article's sentence that the span begins in."""
    start = match.offset + match.start
    sentences = match.article.sentences
    place = bisect.bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    return sentences[place] if place >= 0 and start < sentences[place].end else None


def like(model: str, word: str) -> str:
    """`word` with a capital first letter when `model` has one.

    >>> like("Counts", "intends"), like("counts", "intends")
    ('Intends', 'intends')
    """
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
