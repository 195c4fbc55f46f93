from __future__ import annotations

import json

import pytest

from nlp.types import Article, Finding, Layout, Sentence, Span


def _make(*parts: str | tuple[str, str], dateline: str | None = None, paragraphs: list[int] | None = None) -> Article:
    text, sentences = "", []
    for index, part in enumerate(parts):
        kind, words = part if isinstance(part, tuple) else ("body", part)
        paragraph = paragraphs[index] if paragraphs else index
        sentences.append(Sentence(index, len(text), len(text) + len(words), paragraph, kind))
        text += words + "\n\n"
    spans = tuple(Span(s.start, s.end) for s in sentences)
    at = text.index(dateline) if dateline else 0
    span = Span(at, at + len(dateline)) if dateline else None
    return Article("a", text, layout=Layout(dateline=span, paragraphs=spans), sentences=tuple(sentences))


def _find(article, text, *replacements, severity="minor", category="calque", safe=False, rule="FRE-T1") -> Finding:
    start = article.text.index(text)
    end = start + len(text)
    return Finding(rule, "slug", category, "Fluency", severity, 0.9, start, end, text, "why", replacements, safe)


@pytest.fixture(scope="session")
def make():
    """An article of the given sentences, a paragraph each or as said; those that are no body as ("headline", text)."""
    return _make


@pytest.fixture(scope="session")
def find():
    """A finding on the first occurrence of a text in an article."""
    return _find


@pytest.fixture
def seed(seed_text, root):
    """The seed article, the gold spans as findings, and what no summary may contain."""
    from nlp.read.assemble import article

    gold = json.loads((root / "seeds" / "gold.json").read_text(encoding="utf-8"))
    findings = [
        Finding(
            rule=f"GOLD-{number}",
            slug="gold",
            category=span["category"],
            mqm="Fluency",
            severity=span["severity"],
            confidence=1.0,
            start=span["start"],
            end=span["end"],
            text=span["text"],
            message=span["note"],
            replacements=(span["repair"],) if span["repair"] else (),
        )
        for number, span in enumerate(gold["spans"])
    ]
    return article(seed_text, id=gold["id"]), findings, gold["summary_must_not_contain"]
