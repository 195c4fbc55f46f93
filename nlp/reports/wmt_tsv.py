"""Findings as the table of WMT's task on error spans: one row an article, its spans as lists of offsets.

`start_indices` and `end_indices` count code points of `hypothesis_segment`, the end exclusive, with spaces between;
`error_types` are "minor" and "major". A critical error is written as major and a neutral one is left out, since the
task knows two severities. Without errors the indices are -1 and the type "no-error". Tabs and line ends within
the text become spaces, one for one. An input that failed has no row.

Source: WMT 2025, Automated Translation Quality Evaluation, subtask 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nlp.reports._mqm import RATER, SYSTEM, cell
from nlp.types import Detection, Failure

COLUMNS = (
    "doc_id segment_id source_lang target_lang system_id source_segment hypothesis_segment reference_segment method "
    "start_indices end_indices error_types"
).split()
_TYPES = {"minor": "minor", "major": "major", "critical": "major"}


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """The header, then one row an article as it comes."""
    yield "\t".join(COLUMNS) + "\n"
    number = 0
    for item in items:
        if isinstance(item, Failure):
            yield ""
            continue
        number += 1
        article = item.article
        found = [finding for finding in item.findings if finding.severity in _TYPES]
        row = [
            article.id,
            str(number),
            article.source_lang or "",
            article.lang,
            SYSTEM,
            article.source or "",
            article.text,
            article.references[0] if article.references else "",
            RATER,
            " ".join(str(finding.start) for finding in found) or "-1",
            " ".join(str(finding.end) for finding in found) or "-1",
            " ".join(_TYPES[finding.severity] for finding in found) or "no-error",
        ]
        yield "\t".join(map(cell, row)) + "\n"
