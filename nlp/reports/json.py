"""A report as JSON: the numbers of the page, every finding, every summary; and findings alone as one JSON list.

The schemas are `report.schema.json` and, for an item of the list, `detect-line.schema.json`, beside this file;
`schema_version` grows when a reader would have to change. Texts of articles are not repeated;
offsets count code points of the text that was read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from nlp.plain import to_dict
from nlp.reports import _tally
from nlp.reports._records import record, suppressed_counts
from nlp.types import ArticleReport, Detection, Failure, Report

SCHEMA_VERSION = "1.0"
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report) -> str:
    """The report, indented, with a line end. The same report gives the same bytes.

    Raises ValueError when a score holds NaN or an infinite number.
    """
    document = {
        "schema_version": SCHEMA_VERSION,
        "signature": report.signature,
        "counts": {
            "articles": len(report.articles),
            "words": sum(_tally.words(item) for item in report.articles),
            "findings": _tally.corpus_counts(report),
        },
        "totals": to_dict(report.totals),
        "rules": [
            {
                "rule": tally.rule,
                "slug": tally.slug,
                "category": tally.category,
                "mqm": tally.mqm,
                "severity": tally.severity,
                "count": tally.count,
                "articles": tally.articles,
            }
            for tally in _tally.rule_tallies(report)
        ],
        "articles": [_article(item) for item in report.articles],
        "failures": to_dict(report.failures),
    }
    return _json(document) + "\n"


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """One JSON list with a record for each item, in parts as the items come."""
    before = "["
    for item in items:
        yield f"{before}\n{_json(record(item))}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _json(value: object) -> str:
    """JSON that any UTF-8 file can hold: a lone surrogate is written as its escape."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _SURROGATE.sub(lambda c: f"\\u{ord(c.group()):04x}", text)


def _article(item: ArticleReport) -> dict[str, Any]:
    article = item.article
    headline = article.layout.headline
    return {
        "id": article.id,
        "path": article.path,
        "line": article.line,
        "lang": article.lang,
        "source_lang": article.source_lang,
        "headline": headline.of(article.text) if headline else None,
        "words": _tally.words(item),
        "warnings": list(article.warnings),
        "counts": _tally.counts(item.findings),
        "findings": to_dict(_tally.ordered(item.findings)),
        "suppressed": suppressed_counts(item.suppressed),
        "summary": to_dict(item.summary),
        "scores": to_dict(item.scores),
        "not_checked": list(item.not_checked),
        "signature": item.signature,
    }
