"""Findings as the ratings of mt-metrics-eval: one line an article with the system, its errors as JSON, the rater.

Offsets count code points of the article's text, the end exclusive. `score` is the error's MQM weight. An input that
failed is the line "None", so that lines and inputs stay side by side.

Source: mt-metrics-eval, mt_metrics_eval/ratings.py (the classes Rating and Error, and ReadRatingFile).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from nlp.reports._mqm import RATER, SYSTEM, category, severity
from nlp.text.mqm import penalty
from nlp.types import Detection, Failure, Finding


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """One line an item, each as soon as the item is there."""
    for item in items:
        if isinstance(item, Failure):
            yield f"{SYSTEM}\tNone\n"
        else:
            rating = {"errors": [_error(finding) for finding in item.findings]}
            yield f"{SYSTEM}\t{json.dumps(rating)}\t{RATER}\n"


def _error(finding: Finding) -> dict[str, object]:
    return {
        "start": finding.start,
        "end": finding.end,
        "category": category(finding),
        "severity": severity(finding),
        "score": penalty([finding]),
        "is_source_error": False,
    }
