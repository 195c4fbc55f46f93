"""The steps on one article, in order: detect, summarize, score, and all of them in a report.

Every function takes an Article, or a str that is made into one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from inspect import signature as parameters_of
from typing import Any

from nlp import ensemble, registry, suppression
from nlp.attribution import attributed
from nlp.baseline import Known
from nlp.config import Settings
from nlp.detection import TARGET_LANGUAGE, as_article, detect, detect_signature, inspect, inspect_all
from nlp.errors import OptionError
from nlp.text.mqm import expected_interval
from nlp.types import Article, ArticleReport, Detection, Failure, Finding, Report, Sample, Score, Summary

# What a report says of an article beside the metrics of a translation.
QUALITY = ("expected_mqm", "mt_evidence")

__all__ = [
    "TARGET_LANGUAGE",
    "detect",
    "detect_signature",
    "inspect",
    "inspect_all",
    "report",
    "standing",
    "summarize",
    "summarize_many",
]


def summarize(
    article: Article | str,
    *,
    method: str = "auto",
    sentences: int | None = None,
    max_words: int | None = None,
    findings: Sequence[Finding] | None = None,
    query: str | None = None,
    with_lm: bool = False,
    **options: Any,  # noqa: ANN401 - each summarizer has its own
) -> Summary:
    """A summary of one article, of 3 sentences unless `sentences` or `max_words` says otherwise.

    `findings` are those of `detect`, run here when they are not given: sentences with major artifacts and layout
    residue are left out, safe repairs applied. `method` is a summarizer's name, or "auto" for the best extractive one
    that is installed. `query` asks for what is about it, of a method that takes one. `with_lm` lets the language model
    judge sentences too, where the method judges them by models. `options` are the method's own:
    `model="facebook/bart-large-cnn"` for "guarded". Raises UnknownName, OptionError, and MissingPart when a model is
    not to be had.
    """
    its = None if findings is None else [findings]
    limits: dict[str, Any] = {"sentences": sentences, "max_words": max_words}
    return summarize_many([article], method=method, findings=its, query=query, with_lm=with_lm, **limits, **options)[0]


def summarize_many(
    articles: Sequence[Article | str],
    *,
    method: str = "auto",
    sentences: int | None = None,
    max_words: int | None = None,
    findings: Sequence[Sequence[Finding]] | None = None,
    query: str | None = None,
    with_lm: bool = False,
    **options: Any,  # noqa: ANN401 - each summarizer has its own
) -> list[Summary]:
    """A summary of each article, in their order; otherwise as `summarize`. `findings` are those of each article.

    A method that gains from it (one with a model) gets all articles at once and reads them in batches.
    """
    read = [as_article(article) for article in articles]
    found = [detect(article) for article in read] if findings is None else findings
    if method == "auto":
        from nlp.summarizers._auto import choose

        method = choose()
    if sentences is None and max_words is None:
        sentences = 3
    summarizer = registry.load("summarizers", method)
    if query:
        options["query"] = query
    together = getattr(summarizer, "summarize_many", None)
    function = together or summarizer.summarize
    _check_options(method, function, options)
    if with_lm and "with_lm" in parameters_of(function).parameters:
        options["with_lm"] = True
    readable = [suppression.without_comments(article) for article in read]
    summaries: list[Summary]
    if together:
        summaries = together(readable, findings=found, sentences=sentences, max_words=max_words, **options)
    else:
        summaries = [
            summarizer.summarize(article, findings=its, sentences=sentences, max_words=max_words, **options)
            for article, its in zip(readable, found, strict=True)
        ]
    return [attributed(*made) for made in zip(summaries, readable, found, strict=True)]


def _check_options(method: str, function: Callable[..., object], options: Mapping[str, object]) -> None:
    """Raises OptionError for an option that a summarizer does not have."""
    known = parameters_of(function).parameters
    for name in options:
        if name == "query" and name not in known:
            raise OptionError(f"the method {method} takes no query; news does")
        if name not in known:
            raise OptionError(f"the method {method} has no option '{name}'")


def standing(detection: Detection) -> list[Finding]:
    """The findings that keep a sentence from a summary: all but those that a comment says are none."""
    known = (left.finding for left in detection.suppressed if left.by == "baseline")
    return sorted((*detection.findings, *known), key=Finding.sort_key)


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
    for detection in inspect_all(articles, settings=settings, known=known):
        if isinstance(detection, Failure):
            failures.append(detection)
            continue
        article, findings = detection.article, detection.findings
        signature = signature or detection.signature
        detectors = ensemble.chosen(settings.for_path(article.path))
        judged = ensemble.with_lm(settings.for_path(article.path))
        summary = summarize(article, method=method, sentences=sentences, findings=standing(detection), with_lm=judged)
        done.append(
            ArticleReport(
                article,
                findings,
                summary,
                _scores(article, findings, summary, detectors),
                tuple(_not_checked(article, summary, detectors)),
                detection.signature,
                detection.suppressed,
            )
        )
    totals: dict[str, Score] = {}
    if done:
        samples = [_as_sample(r.article) for r in done]
        totals = score(samples, task="translation", findings=[r.findings for r in done]).aggregate
    return Report(tuple(done), totals, signature, tuple(failures))


def _scores(
    article: Article, findings: Sequence[Finding], summary: Summary, detectors: Sequence[str]
) -> dict[str, Score]:
    """Scores of the article as a translation, then those of its summary under names that begin with "summary "."""
    from nlp.scoring import score

    translation = _as_sample(article)
    scores = dict(score([translation], task="translation", findings=[findings]).samples[0].scores)
    if article.lang.split("-")[0] == TARGET_LANGUAGE:
        # Where no model is asked for, none is loaded to compare the source either.
        judged = translation if set(detectors) & set(ensemble.MODELS) else replace(translation, source=None)
        scores |= score([judged], task="translation", metrics=QUALITY, findings=[findings]).samples[0].scores
        scores["mt_evidence"] = _if_telling(scores["mt_evidence"])
        expected = scores["expected_mqm"]
        scores["expected_mqm"] = replace(expected, interval=expected_interval(findings))
    if summary.summary:
        sample = Sample(article.id, summary.summary, (), translation.hypothesis)
        for name, value in score([sample], task="summary").samples[0].scores.items():
            scores[f"summary {name}"] = value
    return scores


def _if_telling(evidence: Score) -> Score:
    """The score, or none with the reason where it would tell a reader nothing."""
    from nlp.models.translationese import telling

    if evidence.value is None or telling(evidence.value):
        return evidence
    return replace(evidence, value=None, n=0)


def _as_sample(article: Article) -> Sample:
    return Sample(article.id, suppression.without_comments(article).text, article.references, article.source)


def _not_checked(article: Article, summary: Summary, detectors: Sequence[str]) -> Iterator[str]:
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
    if not set(detectors) & set(ensemble.MODELS):
        yield "Fluency, meaning and facts were not judged by a model; only patterns that the rules know were found."
    if not summary.summary:
        yield f"No summary was made: {summary.note or 'no sentence was fit to use'}."
