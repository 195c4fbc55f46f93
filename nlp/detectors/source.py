"""The translation against its source: what was changed, left out, added, or never translated.

Both texts are cut into sentences and aligned; then each pair is checked: numbers, currencies, units, dates, negations,
names, quotation marks and who is quoted, words left untranslated, lengths, and, where the multilingual encoder is
installed, words left out or without support. A finding lies in the translation and names the stretch of the source it
is about. Without a source there is nothing to check. Checks that are often wrong on good translations are in preview.

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
from nlp.models import support_model
from nlp.text.quotations import quotations
from nlp.types import Article, Finding, Span

CHECKS = ("numbers", "units", "negation", "untranslated", "quotations", "speakers", "length", "determiners")
"""The checks that need no model, each a file of `nlp/detectors/_source/`."""

FINDS = tuple(RULES.values())


def detect(article: Article, *, preview: bool = False, words: bool | None = None) -> Iterator[Finding]:
    """The findings of one article, in the order of the text; none for an article without a source.

    `preview` adds the checks that are off by default. `words` says whether the multilingual encoder is used; by
    default it is where it is installed. Raises MissingPart when it is asked for and is not installed.
    """
    yield from detect_all([article], preview=preview, words=words)[0]


def detect_all(articles: Sequence[Article], *, preview: bool = False, words: bool | None = None) -> list[list[Finding]]:
    """The findings of each of several articles: as `detect`, but the encoder reads all of them in batches."""
    from nlp.detectors._source import words as by_words

    model = words or (words is None and support_model.available())
    embed = support_model.sentences if model else None
    read_articles = [aligned.read(article, embed=embed) for article in articles]
    pairs = [of_article for of_article, _ in read_articles]
    flags = [[list(_flags(pair)) for pair in of_article] for of_article in pairs]
    if model:
        for so_far, found in zip(flags, by_words.check_all(pairs, preview=preview), strict=True):
            for of_pair, more in zip(so_far, found, strict=True):
                of_pair += _beside(more, of_pair)
    whole = [Pair(article.source or "", article.text) for article in articles]
    return [
        _findings(article, [*p, all_of_it], [*f, lone], preview=preview)
        for article, p, f, all_of_it, (_, lone) in zip(articles, pairs, flags, whole, read_articles, strict=True)
    ]


def _beside(more: Sequence[Flag], flags: Sequence[Flag]) -> list[Flag]:
    """The model's flags where no check that knows what it found has one."""
    sure = [flag.target for flag in flags if not RULES[flag.rule].preview]
    return [flag for flag in more if not any(flag.target.overlaps(place) for place in sure)]


def checked(article: Article) -> list[bool]:
    """For each aligned pair of sentences, whether a check that needs no model and is no preview flags it."""
    return [any(not RULES[flag.rule].preview for flag in _flags(pair)) for pair in aligned.pairs(article)]


def available() -> bool:
    """Whether the model for the checks word by word is installed; the others run without."""
    return support_model.available()


def signature(*, preview: bool = False, words: bool | None = None) -> str:
    """What made the findings: the checks, and the model's hash where it was used."""
    model = words or (words is None and available())
    return (
        "checks" + ("+preview" if preview else "") + (f"+words#{support_model.config()['sha256'][:8]}" if model else "")
    )


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


def explain(rule: str) -> str | None:
    """What a check is, by its id or slug; None for a name that is none of them."""
    for found in RULES.values():
        if rule.upper() == found.id or rule.lower() == found.slug:
            by_default = "Off by default: --preview." if found.preview else "On by default."
            return (
                f"{found.id} {found.slug}\n\nA check of the translation against its source text: {found.category}.\n\n"
                f"{found.severity} · {found.mqm} · confidence {found.confidence:.2f}\n{by_default}\n\n"
                f"{(__doc__ or '').strip()}"
            )
    return None
