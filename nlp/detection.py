"""Artifacts of articles: what the detectors find, without what settings, comments and baselines leave out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import nlp
from nlp import ensemble, selection, suppression
from nlp.baseline import Known
from nlp.config import Settings
from nlp.rules.configured import from_settings, rules_for
from nlp.text.terms import Terms, unaccented
from nlp.types import SEVERITIES, Article, Detection, Failure, Finding, Severity

# Findings are about English; an article said to be in another language is not looked at.
TARGET_LANGUAGE = "en"


def detect(
    article: Article | str,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
    detectors: Sequence[str] = (),
    min_severity: Severity | None = None,
    min_confidence: float | None = None,
    settings: Settings | None = None,
) -> tuple[Finding, ...]:
    """The artifacts of one article, sorted by (start, end, rule).

    `select` and `ignore` name rules by id, slug, category or the beginning of an id; `preview` adds the rules
    that are off by default. `detectors` are "rules" and, where the article has its source, "source"; name others to
    add models. `settings` say this and more (`nlp.config.load` reads them from a file); the other options come after
    them as the command line's do. A finding inside a longer one at least as severe is left out, since the longer one
    explains it, and so is one that a comment in the text disables: `inspect` gives those too.
    An article that is not in English has no findings. Raises UnknownName for a rule or detector that does not exist,
    OptionError for a confidence outside 0 to 1 or when nothing is left to look for, MissingPart for a detector whose
    model is not installed.
    """
    settings = (settings or Settings()).overridden(
        by="the call",
        select=select,
        ignore=ignore,
        preview=preview,
        detectors=detectors,
        min_severity=min_severity,
        min_confidence=min_confidence,
    )
    return inspect(article, settings=settings).findings


def inspect(article: Article | str, *, settings: Settings | None = None, known: Known | None = None) -> Detection:
    """What `detect` finds, with what was found but left out: by a comment in the text, or as `known` from a baseline.

    What is wrong with the comments is added to the article's warnings. A longer finding that is left out still
    explains the shorter ones inside it.
    """
    (detection,) = _inspected([as_article(article)], _checked(settings or Settings()), known)
    return detection


def inspect_all(
    items: Iterable[Article | Failure], *, settings: Settings | None = None, known: Known | None = None
) -> Iterator[Detection | Failure]:
    """`inspect` of each article in turn, a Failure among them handed on; detectors read several articles at once.

    What is found in an article does not depend on the others.
    """
    settings = _checked(settings or Settings())
    group: list[Article | Failure] = []
    for item in items:
        group.append(item)
        if len(group) == ensemble.AT_ONCE:
            yield from _inspected_in_order(group, settings, known)
            group = []
    yield from _inspected_in_order(group, settings, known)


def _checked(settings: Settings) -> Settings:
    """The settings. Raises UnknownName for a rule that does not exist, OptionError when they leave nothing to find."""
    selection.check_names((*settings.selected, *settings.ignore))
    selection.check_something_left(settings, settings.detecting or ensemble.FAST)
    return settings


def _inspected_in_order(
    items: Sequence[Article | Failure], settings: Settings, known: Known | None
) -> Iterator[Detection | Failure]:
    done = iter(_inspected([item for item in items if isinstance(item, Article)], settings, known))
    for item in items:
        yield item if isinstance(item, Failure) else next(done)


def _inspected(articles: Sequence[Article], settings: Settings, known: Known | None) -> list[Detection]:
    own = [settings.for_path(article.path) for article in articles]
    readable = [suppression.without_comments(article) for article in articles]
    found: list[list[Finding]] = [[] for _ in articles]
    # Articles of one kind of settings are read together.
    for each in dict.fromkeys(own):
        places = [i for i, s in enumerate(own) if s == each and articles[i].lang.split("-")[0] == TARGET_LANGUAGE]
        for place, findings in zip(places, ensemble.find([readable[i] for i in places], each), strict=True):
            found[place] = findings
    return [
        _detection(article, _wanted(findings, article, text, each), each, known)
        for article, text, findings, each in zip(articles, readable, found, own, strict=True)
    ]


def _detection(article: Article, found: Sequence[Finding], settings: Settings, known: Known | None) -> Detection:
    signature = detect_signature(article, settings=settings, known=known)
    # What the settings ask for is told in any case, and explains nothing else.
    asked = [finding for finding in found if finding.rule in from_settings()]
    others = [finding for finding in found if finding.rule not in from_settings()]
    every = sorted((*ensemble.merged(others), *asked), key=Finding.sort_key)
    findings, suppressed = suppression.split(article.text, every)
    if known is not None:
        findings, accepted = known.split(findings)
        suppressed += accepted
    warnings = dict.fromkeys((*article.warnings, *suppression.warnings(article.text, every)))
    return Detection(replace(article, warnings=tuple(warnings)), findings, signature, suppressed)


def _wanted(findings: Iterable[Finding], article: Article, readable: Article, settings: Settings) -> list[Finding]:
    """The findings that are grave and sure enough and lie in no term that is not to be translated."""
    lowest = SEVERITIES.index(settings.min_severity)
    protected = [span for span, _ in _protected(settings.do_not_translate).find(readable.text)]
    return [
        _as_written(finding, article.text)
        for finding in findings
        if SEVERITIES.index(finding.severity) >= lowest
        and finding.confidence >= settings.min_confidence
        and not any(span.start <= finding.start and finding.end <= span.end for span in protected)
    ]


@cache
def _protected(terms: tuple[str, ...]) -> Terms:
    return Terms(terms, fold=unaccented)


def _as_written(finding: Finding, text: str) -> Finding:
    """A finding that has a comment inside it quotes the comment too, and is not repaired, which would delete it."""
    written = text[finding.start : finding.end]
    return finding if written == finding.text else replace(finding, text=written, replacements=(), safe=False)


def detect_signature(article: Article, *, settings: Settings | None = None, known: Known | None = None) -> str:
    """What is needed to get the same findings again.

    The version, the rules with a hash of them, the other detectors, the languages, whether there was a source, and
    where they are not the default ones, hashes of the other settings and of the baseline.
    """
    settings = (settings or Settings()).for_path(article.path)
    others = (settings.min_severity, settings.min_confidence, settings.do_not_translate, settings.glossary)
    default = Settings()
    plain = (default.min_severity, default.min_confidence, default.do_not_translate, default.glossary)
    parts = [
        f"newsproof:{nlp.__version__}",
        f"rules:{_rules_digest(settings) if 'rules' in ensemble.chosen(settings) else 'none'}",
        *ensemble.signatures(settings, with_source=bool(article.source)),
        f"lang:{article.lang}",
        f"src:{article.source_lang or 'unknown'}",
        f"source:{'yes' if article.source else 'no'}",
    ]
    if others != plain:
        parts.append(f"settings:{_hash(repr(others))}")
    if known is not None:
        parts.append(f"baseline:{known.digest}")
    return "|".join(parts)


@cache
def _rules_digest(settings: Settings) -> str:
    """How many rules, and a hash of what they look for."""
    rules = rules_for(settings)
    essence = "\n".join(f"{r.id} {r.pattern} {r.severity} {r.confidence} {r.safe}" for r in rules)
    essence += "".join(f"\n{options}" for options in settings.rules if options.allow or options.in_quotes is not None)
    return f"{len(rules)}#{_hash(essence)}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def as_article(article: Article | str) -> Article:
    if isinstance(article, Article):
        return article
    from nlp.read.assemble import article as make_article

    return make_article(article)
