"""Findings as a table of comma-separated values with a header, one row a finding, for spreadsheets.

Offsets count code points of the article's text, the end exclusive; line and column count from 1 and are empty where the
file does not tell. An input that failed has no row; the command tells of it on standard error.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from nlp.reports._places import place, repairs
from nlp.types import Article, Detection, Failure, Finding

COLUMNS = (
    "path line column id start end rule slug category mqm severity confidence quoted detector text message instead safe"
).split()


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """The header, then the rows of each article as it comes."""
    yield _rows([COLUMNS])
    for item in items:
        if isinstance(item, Detection):
            yield _rows(_row(item.article, finding) for finding in item.findings)
        else:
            yield ""


def _row(article: Article, finding: Finding) -> list[object]:
    where = place(article, finding)
    return [
        article.path,
        article.line if where.line is None else where.line,
        where.column,
        article.id,
        finding.start,
        finding.end,
        finding.rule,
        finding.slug,
        finding.category,
        finding.mqm,
        finding.severity,
        finding.confidence,
        "yes" if finding.quoted else "no",
        finding.detector,
        finding.text,
        finding.message,
        repairs(finding),
        "yes" if finding.safe else "no",
    ]


def _rows(rows: Iterable[Iterable[object]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()
