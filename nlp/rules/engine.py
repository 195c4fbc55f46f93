"""Runs rules over an article in two steps.

First one RE2 set a scope reads each sentence, paragraph or text once and says which patterns match at all;
then only those few patterns run, and their guards. RE2 is linear in the length of the text whatever the
text, so hostile input costs no more than news (Cox 2010, "Regular Expression Matching in the Wild").
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any

from nlp.errors import NewsproofError
from nlp.rules.rule import Match, Rule, Scope
from nlp.text.quotations import quotations
from nlp.types import Article, Finding, Span

# The default 8 MiB makes RE2's automaton start over again and again with a hundred patterns in one set.
_SET_MEMORY = 256 << 20


class RuleError(NewsproofError):
    """A rule failed on an article: a bug in the rule. The cause is chained."""


class Engine:
    """A fixed list of rules, compiled once. Safe to use for any number of articles."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)

    def find(self, article: Article) -> Iterator[Finding]:
        """The findings of all rules that apply to the article, in no particular order."""
        quotes: list[Span] | None = None
        for rule, match in self._matches(article):
            try:
                if quotes is None:
                    quotes = quotations(article.text)
                finding = _finding(rule, match, quotes)
            except NewsproofError:
                raise
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
                raise RuleError(f"rule {rule.id} failed on article '{article.id}': {error!r}") from error
            if finding is not None:
                yield finding

    def _matches(self, article: Article) -> Iterator[tuple[Rule, Match]]:
        for rule in self._functions:
            if rule.find is not None and _applies(rule, article):
                for match in rule.find(article):
                    yield rule, match
        for scope, matcher in self._matchers.items():
            for index, unit in enumerate(_units(article, scope)):
                text = article.text[unit.start : unit.end]
                for rule, pattern in matcher.candidates(text):
                    if _applies(rule, article):
                        for groups, start, end in _hits(pattern, text):
                            yield rule, Match(article, text, unit.start, start, end, groups, index)

    @cached_property
    def _functions(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.find is not None)

    @cached_property
    def _matchers(self) -> dict[Scope, _Matcher]:
        scopes: tuple[Scope, ...] = ("sentence", "paragraph", "text")
        grouped = {scope: [r for r in self.rules if r.pattern and r.scope == scope] for scope in scopes}
        return {scope: _Matcher(rules) for scope, rules in grouped.items() if rules}


class _Matcher:
    """The patterns of one scope."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        import re2

        options = re2.Options()
        options.max_mem = _SET_MEMORY
        options.log_errors = False
        self._set: Any = re2.Set.SearchSet(options)
        self._patterns: list[tuple[Rule, Any]] = []
        for rule in rules:
            try:
                self._set.Add(rule.pattern)
                self._patterns.append((rule, re2.compile(rule.pattern, options)))
            except re2.error as error:
                raise RuleError(f"the pattern of rule {rule.id} is not RE2 syntax: {error}") from error
        self._set.Compile()

    def candidates(self, text: str) -> list[tuple[Rule, Any]]:
        """The rules whose pattern matches somewhere in the text."""
        matched: Iterable[int] = self._set.Match(text.encode("utf-8", "surrogatepass")) or ()
        return [self._patterns[i] for i in sorted(matched)]


@cache
def engine_for(rules: tuple[Rule, ...]) -> Engine:
    """An engine for these rules, compiled once in a process."""
    return Engine(rules)


def _applies(rule: Rule, article: Article) -> bool:
    if rule.needs_source and not article.source:
        return False
    return not rule.languages or article.source_lang is None or article.source_lang in rule.languages


def _units(article: Article, scope: Scope) -> Iterable[Span]:
    if scope == "sentence":
        return [Span(s.start, s.end) for s in article.sentences]
    if scope == "paragraph":
        return article.layout.paragraphs
    return [Span(0, len(article.text))]


def _hits(pattern: Any, text: str) -> Iterator[tuple[dict[str, str], int, int]]:  # noqa: ANN401 - re2 has no types
    """Named groups and span of each match; the span is the group "span" where the pattern has one."""
    span_group = pattern.groupindex.get("span", 0)
    for match in pattern.finditer(text):
        groups = {name: value or "" for name, value in match.groupdict().items()}
        start, end = match.span(span_group)
        if start < end:
            yield groups, start, end


def _finding(rule: Rule, match: Match, quotes: Sequence[Span]) -> Finding | None:
    start, end = match.offset + match.start, match.offset + match.end
    # Quotations are in order and disjoint.
    place = bisect.bisect_right(quotes, start, key=lambda quote: quote.start) - 1
    quoted = place >= 0 and end <= quotes[place].end
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
