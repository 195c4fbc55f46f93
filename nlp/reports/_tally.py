"""The numbers of a report that are counted, not scored. Every rendering takes them from here, so they agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nlp.text.comments import blanked
from nlp.text.tokens import count_words
from nlp.types import SEVERITIES, ArticleReport, Finding, Report, Severity

# The score that says how bad an article is.
PENALTY = "mqm_per_100_words"


@dataclass(frozen=True, slots=True)
class RuleTally:
    """How often a rule found something, and where: `places` are (index of the article, number of the finding from 1).

    `severity` is the worst it gave.
    """

    rule: str
    slug: str
    category: str
    mqm: str
    severity: Severity
    places: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        return len(self.places)

    @property
    def articles(self) -> int:
        return len({article for article, _ in self.places})


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Findings by severity, under "total", "neutral", "minor", "major" and "critical"."""
    severities = [finding.severity for finding in findings]
    return {"total": len(severities), **{name: severities.count(name) for name in SEVERITIES}}


def corpus_counts(report: Report) -> dict[str, int]:
    return counts(finding for item in report.articles for finding in item.findings)


def words(item: ArticleReport) -> int:
    return count_words(blanked(item.article.text))


def worst(severities: Iterable[Severity]) -> Severity:
    """The gravest of some severities. Raises ValueError when there is none."""
    return max(severities, key=SEVERITIES.index)


def rule_tallies(report: Report) -> list[RuleTally]:
    """The rules that found something: the most frequent first, ties by severity (worst first), then by id."""
    found: dict[str, list[tuple[int, int, Finding]]] = {}
    for index, item in enumerate(report.articles):
        for number, finding in enumerate(ordered(item.findings), start=1):
            found.setdefault(finding.rule, []).append((index, number, finding))
    tallies = [
        RuleTally(
            rule=rule,
            slug=hits[0][2].slug,
            category=hits[0][2].category,
            mqm=hits[0][2].mqm,
            severity=worst(finding.severity for _, _, finding in hits),
            places=tuple((index, number) for index, number, _ in hits),
        )
        for rule, hits in found.items()
    ]
    return sorted(tallies, key=lambda t: (-t.count, -SEVERITIES.index(t.severity), t.rule))


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=Finding.sort_key)


def worst_first(report: Report) -> list[int]:
    """Indices of the articles, the worst first.

    The measure is `mqm_per_100_words`; articles for which it is undefined come last, and ties are broken by the
    number of critical, major, minor and neutral findings, then by the order of input.
    """

    def badness(index: int) -> tuple[float, ...]:
        item = report.articles[index]
        score = item.scores.get(PENALTY)
        penalty = -1.0 if score is None or score.value is None else score.value
        by_severity = counts(item.findings)
        return -penalty, *(-by_severity[name] for name in reversed(SEVERITIES)), index

    return sorted(range(len(report.articles)), key=badness)
