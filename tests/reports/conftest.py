"""A report on the seed article, made by hand: gold's spans as findings, three of its sentences as the summary."""

import itertools
import json
import re
from pathlib import Path

import pytest

from nlp.rules import library
from nlp.rules.rule import Rule
from nlp.types import (
    Article,
    ArticleReport,
    Finding,
    Layout,
    LeftOut,
    Report,
    Score,
    Sentence,
    Span,
    Summary,
    SummaryInput,
    SummarySentence,
)

RULE_DOC = """Counting where intending is meant.

Why it matters
    French "compter" before a verb means to intend.
Flags
    He ⟦counts to leave⟧.   ⇒ intends to leave
Leaves alone
    He counts the votes.
Limits
    None.
Source
    Any dictionary.
"""
SEEDS = Path(__file__).parents[2] / "seeds"
# For gold's spans, in order: rule, slug, message.
DETAILS = [
    ("GEN-L101", "publication-line", "A publication line of the page, translated into the text."),
    ("GEN-L101", "publication-line", "A publication line of the page, translated into the text."),
    (
        "FRE-C201",
        "count-for-intend",
        "French 'compter' before a verb means to intend; 'count' is a literal translation.",
    ),
    ("FRE-W301", "westerners", "French 'Occidentaux' are Western governments or officials, not people of the West."),
    ("FRE-C211", "condition-on", "French 'conditionner à': in English one thing is made conditional on another."),
    ("FRE-C216", "return-to", "French 'un retour des déploiements … à': the preposition has gone to the wrong noun."),
    ("FRE-C214", "of-chain", "A chain of of-phrases in the order of the French sentence."),
    ("GEN-F101", "broken-sentence", "A sentence ends in the middle: an adjective became a noun and a new sentence."),
    ("FRE-P501", "part-without-commas", "The parenthesis 'for his part' stands between commas."),
    ("FRE-W310", "interview-for-talks", "French 'entretien' between heads of state is a talk, not an interview."),
    ("FRE-C230", "opposing-to", "French 'opposer A à B' is to pit A against B; 'depuis' asks for the perfect tense."),
    ("FRE-C240", "as-such", "French 'à ce titre': in this regard; 'insister sur' is to stress."),
    ("GEN-L110", "source-marker", "An aggregator's mark of where the text came from."),
]


def span_of(text, part, start=0):
    at = text.index(part, start)
    return Span(at, at + len(part))


def sentences_of(text, layout):
    found = []
    headings = [part for part in (layout.kicker, layout.headline) if part]
    furniture = [part for part in (layout.published, layout.updated, layout.source_marker) if part]
    parts = [(p, "headline") for p in headings] + [(p, "furniture") for p in furniture]
    parts += [(p, "body") for p in layout.paragraphs]
    for paragraph, (part, kind) in enumerate(sorted(parts, key=lambda pair: pair[0].start)):
        body = part.of(text)
        edges = [0, *(m.end() for m in re.finditer(r"(?<!Mr)[.!?]”?\s+", body)), len(body)]
        for a, b in itertools.pairwise(edges):
            start, end = part.start + a, part.start + a + len(body[a:b].rstrip())
            if start < end:
                found.append(Sentence(len(found), start, end, paragraph, kind))
    return tuple(found)


def seed_article():
    text = (SEEDS / "000_959a71210dff82b1.txt").read_text(encoding="utf-8")
    body = [m.group() for m in re.finditer(r"[^\n]+", text)][1:]
    residue = ("Posted at", "Updated at", "source site")
    layout = Layout(
        kicker=span_of(text, "Ukrainian crisis"),
        headline=span_of(text, "West ‘didn’t heed’ Russian concerns, Putin says"),
        dateline=span_of(text, "(Moscow)"),
        published=span_of(text, "Posted at 7:06"),
        updated=span_of(text, "Updated at 8:46 a.m."),
        source_marker=span_of(text, "source site-63"),
        paragraphs=tuple(span_of(text, line) for line in body if not line.startswith(residue)),
    )
    return Article(
        id="000_959a71210dff82b1",
        text=text,
        source_lang="fr",
        path="seeds/000_959a71210dff82b1.txt",
        layout=layout,
        sentences=sentences_of(text, layout),
    )


def seed_findings():
    gold = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
    findings = []
    for span, (rule, slug, message) in zip(gold["spans"], DETAILS, strict=True):
        residue = span["category"] == "residue"
        findings.append(
            Finding(
                rule=rule,
                slug=slug,
                category=span["category"],
                mqm="fluency/inconsistency" if residue else "accuracy/mistranslation",
                severity=span["severity"],
                confidence={"certain": 0.97, "likely": 0.75, "style": 0.4}[span["tier"]],
                start=span["start"],
                end=span["end"],
                text=span["text"],
                message=message,
                replacements=("",) if residue else (span["repair"],) if span["repair"] else (),
                safe=residue or rule == "FRE-P501",
                quoted=rule == "FRE-C201",
                evidence="layout" if residue else "target",
            )
        )
    return tuple(findings)


def score(metric, value, note=None, interval=None, n=1):
    return Score(metric, value, f"{metric}|v:0.1.0", n=n, note=note, interval=interval)


def seed_report_of(article, findings):
    def chosen(beginning, repair=("", "")):
        sentence = next(s for s in article.sentences if s.of(article.text).startswith(beginning))
        text = sentence.of(article.text)
        return SummarySentence(text.replace(*repair), sentence.index, repair[0] != repair[1], (sentence.index,))

    sentences = (
        chosen("(Moscow) Russian President"),
        chosen("More than 100,000", ("by Westerners who", "by Western officials who")),
        chosen("Russia denies any invasion plans"),
    )
    left_out = tuple(
        LeftOut(s.index, f"contains {f.severity} {f.slug}")
        for s in article.sentences
        for f in findings
        if f.severity == "major" and f.start < s.end and s.start < f.end
    )
    words = len(article.text.split())
    summary = Summary(
        id=article.id,
        summary=" ".join(s.text for s in sentences),
        sentences=sentences,
        method="centroid",
        input=SummaryInput(len(article.sentences), words, 9, left_out),
        signature="centroid|sentences:3|v:0.1.0",
    )
    scores = {
        "mqm_per_100_words": score("mqm_per_100_words", 100 * 37 / words),
        "artifact_density": score("artifact_density", 100 * len(findings) / words),
        "bleu": score("bleu", None, note="no references were given", n=0),
        "ter": score("ter", None, note="no references were given", n=0),
        "summary coverage": score("coverage", 0.9794),
        "summary density": score("density", 28.61),
        "summary compression": score("compression", 3.81),
        "summary number_support": score("number_support", 0.875),
        "summary name_support": score("name_support", None, note="the summary names nobody"),
    }
    unchecked = ("Meaning against the source: the article came without its source text.",)
    return ArticleReport(article, findings, summary, scores, unchecked)


@pytest.fixture(autouse=True)
def _one_rule(monkeypatch):
    """Of all rules only one is installed, so that reports do not change when the wording of a rule does."""
    rule = Rule("FRE-C201", "count-for-intend", "calque", "accuracy", "major", 0.9, "…", doc=RULE_DOC)
    monkeypatch.setattr(library, "all_rules", lambda: (rule,))


@pytest.fixture(scope="session")
def seed_item():
    return seed_report_of(seed_article(), seed_findings())


@pytest.fixture(scope="session")
def seed_report(seed_item):
    totals = {name: seed_item.scores[name] for name in ("mqm_per_100_words", "artifact_density")}
    return Report((seed_item,), totals, "newsproof|rules:40|lang:fr-en|src:no|v:0.1.0")
