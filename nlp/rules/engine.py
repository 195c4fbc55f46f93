"""Runs rules over an article: their patterns in all its units at once, then the guards where one matched."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from nlp.errors import NewsproofError
from nlp.rules._matcher import Matcher, PatternError
from nlp.rules.rule import Match, Rule, Scope
from nlp.text.quotations import quotations
from nlp.types import Article, Finding, Span


class RuleError(NewsproofError):
    """A rule failed on an article: a bug in the rule. The cause is chained."""


class Engine:
    """A fixed list of rules, compiled once. Safe to use for any number of articles."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)

    def find(self, article: Article) -> Iterator[Finding]:
        """The findings of all rules that apply to the article, in no particular order."""
        yield from self.find_all([article])[0]

    def find_all(self, articles: Sequence[Article]) -> list[list[Finding]]:
        """As `find`, of each article; reading several together is faster."""
        return [
            list(_findings(article, matches))
            for article, matches in zip(articles, self._matches(articles), strict=True)
        ]

    def _matches(self, articles: Sequence[Article]) -> list[list[tuple[Rule, Match]]]:
        """What the rules that apply to each article match in it."""
        found: list[list[tuple[Rule, Match]]] = [[] for _ in articles]
        for rule in self._functions:
            if rule.find is not None:
                for article, matches in zip(articles, found, strict=True):
                    if _applies(rule, article):
                        matches += [(rule, match) for match in rule.find(article)]
        for scope, matcher in self._matchers.items():
            units = [_units(article, scope) for article in articles]
            texts = [article.text for article in articles]
            for article, own, hits, matches in zip(
                articles, units, matcher.matching(list(zip(texts, units, strict=True))), found, strict=True
            ):
                for hit in hits:
                    if _applies(hit.rule, article):
                        match = Match(
                            article, hit.unit, own[hit.number].start, hit.start, hit.end, hit.groups, hit.number
                        )
                        matches.append((hit.rule, match))
        return found

    @cached_property
    def _functions(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.find is not None)

    @cached_property
    def _matchers(self) -> dict[Scope, Matcher]:
        scopes: tuple[Scope, ...] = ("sentence", "paragraph", "text")
        grouped = {scope: [r for r in self.rules if r.pattern and r.scope == scope] for scope in scopes}
        try:
            return {scope: Matcher(rules) for scope, rules in grouped.items() if rules}
        except PatternError as error:
            raise RuleError(str(error)) from error


@cache
def engine_for(rules: tuple[Rule, ...]) -> Engine:
    """An engine for these rules, compiled once in a process."""
    return Engine(rules)


def _applies(rule: Rule, article: Article) -> bool:
    if rule.needs_source and not article.source:
        return False
    return not rule.languages or article.source_lang is None or article.source_lang in rule.languages


def _units(article: Article, scope: Scope) -> Sequence[Span]:
    if scope == "sentence":
        return [Span(s.start, s.end) for s in article.sentences]
    if scope == "paragraph":
        return article.layout.paragraphs
    return [Span(0, len(article.text))]


class _Quotes:
    """The quotations of a text, looked for line by line where they are asked for: none crosses the end of one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = Span(0, 0)
        self._quotes: list[Span] = []

    def __contains__(self, span: Span) -> bool:
        """Whether the span lies within a quotation."""
        if not self._line.start <= span.start < self._line.end:
            begin = self._text.rfind("\n", 0, span.start) + 1
            end = self._text.find("\n", span.start)
            self._line = Span(begin, end + 1 if end >= 0 else len(self._text))
            self._quotes = quotations(self._text, self._line.start, self._line.end)
        quotes = self._quotes
        # Quotations are in order and disjoint.
        place = bisect.bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1
        return place >= 0 and span.end <= quotes[place].end


def _findings(article: Article, matches: Sequence[tuple[Rule, Match]]) -> Iterator[Finding]:
    quotes = _Quotes(article.text)
    for rule, match in matches:
        try:
            finding = _finding(rule, match, quotes)
        except NewsproofError:
            raise
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise RuleError(f"rule {rule.id} failed on article '{article.id}': {error!r}") from error
        if finding is not None:
            yield finding


def _finding(rule: Rule, match: Match, quotes: _Quotes) -> Finding | None:
    start, end = match.offset + match.start, match.offset + match.end
    quoted = Span(start, end) in quotes
    if quoted:
        if not rule.in_quotes:
            return None
        match = Match(match.article, match.unit, match.offset, match.start, match.end, match.groups, match.index, True)
    if rule.guard is not None and not rule.guard(match):
        return None
    replacements = rule.replacements(match)
    return Finding(
        rule=rule.id,
        slug=rule.slug,
        category=rule.category,
        mqm=rule.mqm,
        severity=rule.severity,
        confidence=rule.confidence,
        start=start,
        end=end,
        text=match.text,
        message=rule.message.format_map({**match.groups, "text": match.text}),
        replacements=replacements,
        safe=rule.safe and bool(replacements),
        quoted=quoted,
        detector="rules",
        evidence=rule.evidence,
    )
