"""The steps on one article, in order: detect, summarize, score, and all of them in a report.

Every function takes an Article, or a str that is made into one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import nlp
from nlp import registry, suppression
from nlp.baseline import Known
from nlp.config import Settings
from nlp.rules.configured import from_settings, rules_for
from nlp.text.terms import Terms, unaccented
from nlp.types import (
    SEVERITIES,
    Article,
    ArticleReport,
    Detection,
    Failure,
    Finding,
    Report,
    Sample,
    Score,
    Severity,
    Summary,
)

DETECTORS = ("rules",)

# Findings are about English; an article said to be in another language is not looked at.
TARGET_LANGUAGE = "en"


def detect(
    article: Article | str,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
    min_severity: Severity | None = None,
    min_confidence: float | None = None,
    settings: Settings | None = None,
) -> tuple[Finding, ...]:
    """The artifacts of one article, sorted by (start, end, rule).

    `select` and `ignore` name rules by id, slug, category or the beginning of an id; `preview` adds the rules
    that are off by default. `settings` say this and more (`nlp.config.load` reads them from a file); the other
    options come after them as the command line's do. A finding inside a longer one at least as severe is left out,
    since the longer one explains it, and so is one that a comment in the text disables: `inspect` gives those too.
    An article that is not in English has no findings. Raises UnknownName for a rule that does not exist and
    OptionError for a confidence outside 0 to 1.
    """
    settings = (settings or Settings()).overridden(
        by="the call",
        select=select,
        ignore=ignore,
        preview=preview,
        min_severity=min_severity,
        min_confidence=min_confidence,
    )
    return inspect(article, settings=settings).findings


def inspect(article: Article | str, *, settings: Settings | None = None, known: Known | None = None) -> Detection:
    """What `detect` finds, with what was found but left out: by a comment in the text, or as `known` from a baseline.

    What is wrong with the comments is added to the article's warnings. A longer finding that is left out still
    explains the shorter ones inside it.
    """
    article = _as_article(article)
    settings = (settings or Settings()).for_path(article.path)
    signature = detect_signature(article, settings=settings, known=known)
    if article.lang.split("-")[0] != TARGET_LANGUAGE:
        return Detection(article, (), signature)
    found = _found(article, settings)
    # What the settings ask for is told in any case, and explains nothing else.
    asked = [finding for finding in found if finding.rule in from_settings()]
    others = [finding for finding in found if finding.rule not in from_settings()]
    every = sorted((*_without_absorbed(others), *asked), key=Finding.sort_key)
    findings, suppressed = suppression.split(article.text, every)
    if known is not None:
        findings, accepted = known.split(findings)
        suppressed += accepted
    warnings = dict.fromkeys((*article.warnings, *suppression.warnings(article.text, every)))
    return Detection(replace(article, warnings=tuple(warnings)), findings, signature, suppressed)


def _found(article: Article, settings: Settings) -> list[Finding]:
    """All findings that are grave and sure enough and lie in no term that is not to be translated."""
    lowest = SEVERITIES.index(settings.min_severity)
    readable = suppression.without_comments(article)
    protected = [span for span, _ in _protected(settings.do_not_translate).find(readable.text)]
    found: list[Finding] = []
    for name in DETECTORS:
        detector = registry.load("detectors", name)
        found += detector.detect(readable, settings=settings)
    return [
        _as_written(finding, article.text)
        for finding in found
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


def _without_absorbed(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Findings that no longer (or equal, but graver or surer) finding of another rule explains."""
    wide_first = sorted(findings, key=lambda f: (f.start, -f.end, -SEVERITIES.index(f.severity), -f.confidence, f.rule))
    open_ones: list[Finding] = []  # those before this one that reach beyond its start
    for finding in wide_first:
        open_ones = [other for other in open_ones if other.end > finding.start]
        if not any(
            finding.end <= other.end
            and other.rule != finding.rule
            and SEVERITIES.index(other.severity) >= SEVERITIES.index(finding.severity)
            for other in open_ones
        ):
            yield finding
        open_ones.append(finding)


def detect_signature(article: Article, *, settings: Settings | None = None, known: Known | None = None) -> str:
    """What is needed to get the same findings again.

    The version, the rules with a hash of them, the languages, whether there was a source, and where they are not the
    default ones, hashes of the other settings and of the baseline.
    """
    settings = (settings or Settings()).for_path(article.path)
    others = (settings.min_severity, settings.min_confidence, settings.do_not_translate, settings.glossary)
    default = Settings()
    plain = (default.min_severity, default.min_confidence, default.do_not_translate, default.glossary)
    parts = [
        f"newsproof:{nlp.__version__}",
        f"rules:{_rules_digest(settings)}",
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
    return f"{len(rules)}#{_hash(essence)}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def summarize(
    article: Article | str,
    *,
    method: str = "auto",
    sentences: int | None = None,
    max_words: int | None = None,
    findings: Sequence[Finding] | None = None,
) -> Summary:
    """An extractive summary of one article, of 3 sentences unless `sentences` or `max_words` says otherwise.

    `findings` are those of `detect`, run here when they are not given: sentences with major artifacts and
    layout residue are left out, safe repairs applied. `method` is a summarizer's name, or "auto" for the best
    that is installed. Raises UnknownName, OptionError.
    """
    article = _as_article(article)
    if findings is None:
        findings = detect(article)
    if method == "auto":
        from nlp.summarizers._auto import choose

        method = choose()
    if sentences is None and max_words is None:
        sentences = 3
    summarizer = registry.load("summarizers", method)
    summary: Summary = summarizer.summarize(article, findings=findings, sentences=sentences, max_words=max_words)
    return summary


def report(
    articles: Iterable[Article | Failure],
    *,
    method: str = "auto",
    sentences: int = 3,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
    settings: Settings | None = None,
    known: Known | None = None,
) -> Report:
    """A quality report on articles in the order given; a Failure among them is carried into the report.

    No article at all gives an empty report. The options are those of `detect`, `inspect` and `summarize`. Findings
    known from a baseline are not in the report, but keep a sentence from its summary as others do.
    """
    from nlp.scoring import score

    settings = (settings or Settings()).overridden(by="the call", select=select, ignore=ignore, preview=preview)
    done: list[ArticleReport] = []
    failures: list[Failure] = []
    signature = ""
    for item in articles:
        if isinstance(item, Failure):
            failures.append(item)
            continue
        detection = inspect(item, settings=settings, known=known)
        article, findings = detection.article, detection.findings
        signature = signature or detection.signature
        accepted = [left.finding for left in detection.suppressed if left.by == "baseline"]
        summary = summarize(article, method=method, sentences=sentences, findings=[*findings, *accepted])
        done.append(
            ArticleReport(
                article,
                findings,
                summary,
                _scores(article, findings, summary),
                tuple(_not_checked(article, summary)),
                detection.signature,
                detection.suppressed,
            )
        )
    totals: dict[str, Score] = {}
    if done:
        samples = [Sample(r.article.id, r.article.text, r.article.references, r.article.source) for r in done]
        totals = score(samples, task="translation", findings=[r.findings for r in done]).aggregate
    return Report(tuple(done), totals, signature, tuple(failures))


def _scores(article: Article, findings: Sequence[Finding], summary: Summary) -> dict[str, Score]:
    """Scores of the article as a translation, then those of its summary under names that begin with "summary "."""
    from nlp.scoring import score

    translation = Sample(article.id, article.text, article.references, article.source)
    scores = dict(score([translation], task="translation", findings=[findings]).samples[0].scores)
    if summary.summary:
        sample = Sample(article.id, summary.summary, (), article.text)
        for name, value in score([sample], task="summary").samples[0].scores.items():
            scores[f"summary {name}"] = value
    return scores


def _not_checked(article: Article, summary: Summary) -> Iterator[str]:
    if article.lang.split("-")[0] != TARGET_LANGUAGE:
        yield f"Artifacts were not looked for: the article is in '{article.lang}', and the rules know English."
    if article.source is None:
        yield (
            "The source text was not given, so omissions, additions, and numbers or names changed "
            "in translation could not be checked."
        )
    if article.source_lang is None:
        yield "The source language was not said, so only the rules on French interference ran."
    if not article.references:
        yield "No reference translation was given, so BLEU, chrF and TER were not computed."
    yield "Fluency, meaning and facts were not judged by a model; only patterns that the rules know were found."
    if not summary.summary:
        yield f"No summary was made: {summary.note or 'no sentence was fit to use'}."


def _as_article(article: Article | str) -> Article:
    if isinstance(article, Article):
        return article
    from nlp.read.assemble import article as make_article

    return make_article(article)
