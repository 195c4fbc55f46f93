"""The translation against its source: what was changed, left out, added, or never translated.

Both texts are cut into sentences and aligned; then each pair is checked: numbers, currencies, units, dates, negations,
names, quotation marks, words left untranslated, lengths, and, where the multilingual encoder is installed, words left
out or without support. A finding lies in the translation and names the stretch of the source it is about. Without a
source there is nothing to check. Checks that are often wrong on good translations are in preview.

>>> from nlp.types import Article
>>> text, source = "It cost 3,5 million in 2012.", "Cela a coûté 3,5 millions en 2011."
>>> [(f.rule, f.text, f.replacements) for f in detect(Article("1", text, source=source, source_lang="fr"), words=False)]
[('SRC-N101', '2012', ('2011',))]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module

from nlp.detectors._source import aligned
from nlp.detectors._source.catalogue import RULES
from nlp.detectors._source.pair import Flag, Pair
from nlp.text.quotations import quotations
from nlp.types import Article, Finding, Span

CHECKS = ("numbers", "units", "negation", "untranslated", "quotations", "length")
"""The checks that need no model, each a file of `nlp/detectors/_source/`."""


def detect(article: Article, *, preview: bool = False, words: bool | None = None) -> Iterator[Finding]:
    """The findings of one article, in the order of the text; none for an article without a source.

    `preview` adds the checks that are off by default. `words` says whether the multilingual encoder is used; by
    default it is where it is installed. Raises MissingPart when it is asked for and is not installed.
    """
    yield from detect_all([article], preview=preview, words=words)[0]


def detect_all(articles: Sequence[Article], *, preview: bool = False, words: bool | None = None) -> list[list[Finding]]:
    """The findings of each of several articles: as `detect`, but the encoder reads all of them in batches."""
    pairs = [aligned.pairs(article) for article in articles]
    flags = [[list(_flags(pair)) for pair in of_article] for of_article in pairs]
    return [_findings(article, p, f, preview=preview) for article, p, f in zip(articles, pairs, flags, strict=True)]


def _flags(pair: Pair) -> Iterator[Flag]:
    for name in CHECKS:
        yield from import_module(f"nlp.detectors._source.{name}").check(pair)


def _findings(
    article: Article, pairs: Sequence[Pair], flags: Sequence[Sequence[Flag]], *, preview: bool
) -> list[Finding]:
    quoted = quotations(article.text)
    found: dict[tuple[int, int, str], Finding] = {}
    for pair, of_pair in zip(pairs, flags, strict=True):
        for flag in of_pair:
            if preview or not RULES[flag.rule].preview:
                finding = _finding(article, pair, flag, quoted)
                found.setdefault(finding.sort_key(), finding)
    return [found[key] for key in sorted(found)]


def _finding(article: Article, pair: Pair, flag: Flag, quoted: Sequence[Span]) -> Finding:
    rule = RULES[flag.rule]
    start, end = pair.target_start + flag.target.start, pair.target_start + flag.target.end
    source = flag.source and Span(pair.source_start + flag.source.start, pair.source_start + flag.source.end)
    return Finding(
        rule=rule.id,
        slug=rule.slug,
        category=rule.category,
        mqm=rule.mqm,
        severity=rule.severity,
        confidence=rule.confidence if flag.confidence is None else flag.confidence,
        start=start,
        end=end,
        text=article.text[start:end],
        message=flag.message,
        replacements=flag.replacements,
        quoted=any(quotation.start <= start and end <= quotation.end for quotation in quoted),
        detector="source",
        evidence="both",
        source_span=source,
    )
