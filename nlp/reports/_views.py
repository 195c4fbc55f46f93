"""What the page shows: plain values that the template reads, arranged by `_page`."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.reports import _figures, _marks, _tally
from nlp.reports import _wording as wording
from nlp.reports._scorebook import Group, Row
from nlp.types import SEVERITIES, ArticleReport, Failure, Finding, Severity

# How many rules the glance shows.
FREQUENT_RULES = 10


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as a note in the margin. `anchor` is the note's id, `mark` that of its number in the text."""

    number: int
    anchor: str
    mark: str
    finding: Finding
    rule_anchor: str
    remarks: tuple[str, ...]

    @property
    def deletes(self) -> bool:
        """The finding is residue: text that should not be there."""
        best = self.finding.replacements[:1]
        return best == ("",) or (not best and self.finding.category == "residue")

    @property
    def instead(self) -> list[tuple[str, bool]]:
        """The best replacement in stretches, each with whether it is new; [] without one."""
        best = self.finding.replacements[0] if self.finding.replacements else ""
        return wording.changed(self.finding.text, best)

    @property
    def alternatives(self) -> tuple[str, ...]:
        return tuple(text or "(delete)" for text in self.finding.replacements[1:])


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the article, quoted with a link to its place ("" when it has none).

    `errors` are sentences: which errors are still in it, and who made them.
    """

    number: int
    link: str
    text: str
    stretches: tuple[tuple[str, bool], ...] = ()
    repaired: bool = False
    reason: str = ""
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A finding in its context, with a link to its note. Of a rule's findings, the surest are shown."""

    link: str
    label: str
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule that found something."""

    anchor: str
    tally: _tally.RuleTally
    title: str
    why: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The numbers of an article or of a corpus."""

    words: int
    counts: dict[str, int]
    bars: tuple[_figures.Bar, ...]
    categories: str
    penalty: Row | None

    @property
    def severities(self) -> list[tuple[Severity, int]]:
        """Those that occur, the gravest first."""
        return [(name, self.counts[name]) for name in reversed(SEVERITIES) if self.counts[name]]

    @property
    def described(self) -> str:
        return wording.listed([f"{count:,} {name}" for name, count in self.severities])


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article: its text in blocks, its notes, its summary, its scores; `suppressed` says what was left out."""

    item: ArticleReport
    anchor: str
    place: str
    title: str
    glance: Glance
    strip: tuple[_figures.Bar, ...]
    blocks: tuple[_marks.Block, ...]
    notes: dict[int, Note]
    summary: tuple[Quote, ...]
    left_out: tuple[Quote, ...]
    scores: tuple[Group, ...]
    suppressed: str = ""

    @property
    def titled(self) -> bool:
        """Whether the text itself shows a headline."""
        return any(block.role == "headline" for block in self.blocks)

    def severity(self, piece: _marks.Piece) -> Severity | None:
        return _tally.worst(self.notes[n].finding.severity for n in piece.covering) if piece.covering else None

    def struck(self, piece: _marks.Piece) -> bool:
        return any(self.notes[n].deletes for n in piece.covering)


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. `articles` come the worst first; `single` when there is exactly one and nothing failed."""

    title: str
    articles: tuple[ArticlePage, ...]
    glance: Glance
    totals: tuple[Group, ...]
    rules: tuple[RuleEntry, ...]
    warnings: tuple[tuple[ArticlePage, str], ...]
    not_checked: dict[str, int]
    failures: tuple[Failure, ...]
    signature: str
    suppressed: str = ""
    severities: tuple[Severity, ...] = field(default=tuple(reversed(SEVERITIES)))

    @property
    def single(self) -> bool:
        return len(self.articles) == 1 and not self.failures

    @property
    def frequent(self) -> tuple[RuleEntry, ...]:
        return self.rules[:FREQUENT_RULES]
