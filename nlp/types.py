"""The values that flow through newsproof. All are frozen; each is complete when it is made.

Offsets are Unicode code points, end exclusive, into `Article.text`, which is the text as it was read.
`nlp.plain` turns them into plain data for JSON, and back.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Literal

Severity = Literal["neutral", "minor", "major", "critical"]
Evidence = Literal["target", "source", "both", "layout"]
SentenceKind = Literal["headline", "body", "furniture"]

SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span | Sentence | Finding) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `index` counts all sentences of the article, `paragraph` its paragraphs, from 0.

    `kind` is "headline" for kicker and headline, "furniture" for bylines, publication lines and
    source markers, "body" for the rest.
    """

    index: int
    start: int
    end: int
    paragraph: int
    kind: SentenceKind = "body"

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a news page lie in the text. A part that was not found is None."""

    kicker: Span | None = None
    headline: Span | None = None
    dateline: Span | None = None
    byline: Span | None = None
    published: Span | None = None
    updated: Span | None = None
    source_marker: Span | None = None
    paragraphs: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as it was read.

    `source` is the text it was translated from, where that is known. `path` and `line` say where it
    was read (None for a whole file, else its line in the JSONL, its row in the table). `warnings` are sentences
    for the reader, such as a language that is not the one that was said. `group` names the event it reports on, where
    the reader was told which field says so.
    """

    id: str
    text: str
    lang: str = "en"
    source_lang: str | None = None
    source: str | None = None
    references: tuple[str, ...] = ()
    path: str | None = None
    line: int | None = None
    layout: Layout = Layout()
    sentences: tuple[Sentence, ...] = ()
    warnings: tuple[str, ...] = ()
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """What another detector says of the same place: which, by what rule, how sure, why."""

    detector: str
    rule: str
    confidence: float
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One artifact: where, what kind, how bad, how sure, why, and what to put instead.

    `replacements` are whole replacements of the span, best first; "" means: delete it. `safe` says the
    first may be applied unseen. `quoted` says the span lies inside a quotation. `source_span` is the stretch of
    `Article.source` that the finding is about, where it was checked against it. `support` is what other detectors
    found at the same place. Findings sort by (start, end, rule).
    """

    rule: str
    slug: str
    category: str
    mqm: str
    severity: Severity
    confidence: float
    start: int
    end: int
    text: str
    message: str
    replacements: tuple[str, ...] = ()
    safe: bool = False
    quoted: bool = False
    detector: str = "rules"
    evidence: Evidence = "target"
    source_span: Span | None = None
    support: tuple[Support, ...] = ()

    def sort_key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.rule


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is left out: by a comment in the text, which may give a `reason`, or because a baseline has it."""

    finding: Finding
    by: Literal["comment", "baseline"]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Detection:
    """An article, what was found in it, what made the findings, and what was found but left out."""

    article: Article
    findings: tuple[Finding, ...]
    signature: str
    suppressed: tuple[Suppressed, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A sentence that a model wrote and the article does not support, and why, in plain words."""

    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of a summary, with what in the article stands behind it and what is wrong with it.

    An extracted sentence is the article's own, with its safe repairs when `repaired`, and `source_index` says which;
    it is None for a sentence that the summarizer wrote. `supported_by` are the article sentences that say the same,
    best first. `findings` are those of the article whose text still stands here: errors of the translation, with
    offsets into the article. `introduced` are errors that the summarizer made, with offsets into `text`. `article` is
    the id of the article it is from, in a summary of several. `refused` are the sentences that a model wrote in this
    place before and that were not supported: a rewritten or an extracted one stands here instead.
    """

    text: str
    source_index: int | None
    repaired: bool = False
    supported_by: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    introduced: tuple[Finding, ...] = ()
    article: str | None = None
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article sentence that could not enter a summary, and why. `article` names it in a summary of several."""

    source_index: int
    reason: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class SummaryInput:
    """What a summarizer read: `sentences` and `words` of the article, how many were `eligible`, what was left out.

    For a model that reads a limited length also the article's `tokens` by the model's own tokenizer, how many of them
    were `kept` and `dropped`, and in how many `chunks` they were read; None for methods that read everything.
    """

    sentences: int
    words: int
    eligible: int
    left_out: tuple[LeftOut, ...] = ()
    tokens: int | None = None
    kept: int | None = None
    dropped: int | None = None
    chunks: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary of one article. `summary` joins its sentences with spaces; it is "" when nothing was fit to use.

    `finish_reason` says how a model's writing ended: "eos" when it ended it itself, "length" when it was cut off, and
    then its unfinished sentence is left out. None where no model wrote.
    """

    id: str
    summary: str
    sentences: tuple[SummarySentence, ...]
    method: str
    input: SummaryInput
    signature: str
    note: str | None = None
    finish_reason: Literal["eos", "length"] | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One thing to score: a hypothesis, with references and the text it was made from where there are any.

    For a summary `source` is the article it summarizes; for a translation it is the text in the other language.
    `document` names what several samples belong to, such as the article their sentences are from: where all samples
    have one, intervals and tests are over documents.
    """

    id: str
    hypothesis: str
    references: tuple[str, ...] = ()
    source: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """One number with everything needed to read it and to get it again.

    `value` is None where the metric is undefined, and `note` says why. `interval` is the percentile bootstrap interval
    of an aggregate over samples; a single sample has one only where its metric says how sure it is. `n` counts the
    samples in it.
    """

    metric: str
    value: float | None
    signature: str
    n: int = 1
    interval: tuple[float, float] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SampleScores:
    """The scores of one sample, by metric."""

    id: str
    scores: dict[str, Score]


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Scores of a list of samples: over all of them, and sample by sample in the order given.

    `empty` counts the hypotheses without a character to read, which score as all others do. Printed, and as the last
    line of a notebook's cell, it is a table of the aggregates.
    """

    aggregate: dict[str, Score]
    samples: tuple[SampleScores, ...]
    empty: int = 0

    def __str__(self) -> str:
        width = max(map(len, self.aggregate), default=0)
        return "\n".join(f"{name:<{width}}  {_shown(score)}" for name, score in self.aggregate.items())

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr title="{html.escape(score.signature)}"><th>{html.escape(name)}</th><td>{_figure(score.value)}</td>'
            f"<td>{' to '.join(map(_figure, score.interval or ()))}</td><td>{score.n}</td>"
            f"<td>{html.escape(score.note or '')}</td></tr>"
            for name, score in self.aggregate.items()
        )
        head = "".join(f"<th>{column}</th>" for column in ("metric", "value", "95% interval", "n", "note"))
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _shown(score: Score) -> str:
    interval = f" [{', '.join(map(_figure, score.interval))}]" if score.interval else ""
    note = f"  ({score.note})" if score.note else ""
    return f"{_figure(score.value)}{interval}  n={score.n}{note}"


def _figure(value: float | None) -> str:
    """Four digits, "-" for an undefined one."""
    return "-" if value is None else f"{value:.4g}"


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be processed; the run went on."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """Everything newsproof says about one article. `not_checked` are sentences: what was not looked at, and why.
    `signature` is what made the findings, `suppressed` what was found but left out.
    """

    article: Article
    findings: tuple[Finding, ...]
    summary: Summary
    scores: dict[str, Score]
    not_checked: tuple[str, ...] = ()
    signature: str = ""
    suppressed: tuple[Suppressed, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A quality report on a corpus. `totals` are the corpus's scores; `signature` names what made them."""

    articles: tuple[ArticleReport, ...]
    totals: dict[str, Score]
    signature: str
    failures: tuple[Failure, ...] = ()
