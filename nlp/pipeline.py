"""The steps on one article, in order: detect, summarize, score, and all of them in a report.

Every function takes an Article, or a str that is made into one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import nlp
from nlp import registry
from nlp.errors import OptionError
from nlp.types import (
    SEVERITIES,
    Article,
    ArticleReport,
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
    min_severity: Severity = "neutral",
    min_confidence: float = 0.0,
) -> tuple[Finding, ...]:
    """The artifacts of one article, sorted by (start, end, rule).

    `select` and `ignore` name rules by id, slug, category or the beginning of an id; `preview` adds the rules
    that are off by default. A finding inside a longer one at least as severe is left out, since the longer one
    explains it. An article that is not in English has no findings. Raises UnknownName for a rule that does not
    exist and OptionError for a confidence outside 0 to 1.
    """
    if not 0.0 <= min_confidence <= 1.0:
        raise OptionError(f"a confidence lies between 0 and 1, not at {min_confidence}")
    article = _as_article(article)
    if article.lang.split("-")[0] != TARGET_LANGUAGE:
        return ()
    lowest = SEVERITIES.index(min_severity)
    found: list[Finding] = []
    for name in DETECTORS:
        detector = registry.load("detectors", name)
        found += detector.detect(article, select=select, ignore=ignore, preview=preview)
    kept = [f for f in found if SEVERITIES.index(f.severity) >= lowest and f.confidence >= min_confidence]
    return tuple(sorted(_without_absorbed(kept), key=Finding.sort_key))


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


def detect_signature(
    article: Article, *, select: Sequence[str] = (), ignore: Sequence[str] = (), preview: bool = False
) -> str:
    """What is needed to get the same findings again: version, rules with a hash of them, languages, source or not."""
    return "|".join(
        (
            f"newsproof:{nlp.__version__}",
            f"rules:{_rules_digest(tuple(select), tuple(ignore), preview=preview)}",
            f"lang:{article.lang}",
            f"src:{article.source_lang or 'unknown'}",
            f"source:{'yes' if article.source else 'no'}",
        )
    )


@cache
def _rules_digest(select: tuple[str, ...], ignore: tuple[str, ...], *, preview: bool) -> str:
    """How many rules, and a hash of what they look for."""
    from nlp.rules.library import selected

    rules = selected(select, ignore, preview=preview)
    essence = "\n".join(f"{r.id} {r.pattern} {r.severity} {r.confidence} {r.safe}" for r in rules)
    return f"{len(rules)}#{hashlib.sha256(essence.encode()).hexdigest()[:8]}"


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
) -> Report:
    """A quality report on articles in the order given; a Failure among them is carried into the report.

    No article at all gives an empty report. The options are those of `detect` and `summarize`.
    """
    from nlp.scoring import score

    done: list[ArticleReport] = []
    failures: list[Failure] = []
    signature = ""
    for article in articles:
        if isinstance(article, Failure):
            failures.append(article)
            continue
        findings = detect(article, select=select, ignore=ignore, preview=preview)
        made_by = detect_signature(article, select=select, ignore=ignore, preview=preview)
        signature = signature or made_by
        summary = summarize(article, method=method, sentences=sentences, findings=findings)
        scores = _scores(article, findings, summary)
        done.append(ArticleReport(article, findings, summary, scores, tuple(_not_checked(article, summary)), made_by))
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
