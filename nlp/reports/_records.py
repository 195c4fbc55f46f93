"""One article's findings as a record, the same in JSON Lines and in a JSON list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from nlp.plain import to_dict
from nlp.text.comments import blanked
from nlp.text.mqm import penalty
from nlp.text.tokens import count_words
from nlp.types import SEVERITIES, Detection, Failure, Suppressed


def suppressed_counts(suppressed: Iterable[Suppressed]) -> dict[str, int]:
    """How many findings were left out, by what left them out."""
    by = [left.by for left in suppressed]
    return {"comment": by.count("comment"), "baseline": by.count("baseline")}


def record(item: Detection | Failure) -> dict[str, Any]:
    """What detect-line.schema.json describes. `per_100_words` is the MQM penalty per 100 words, None without words."""
    if isinstance(item, Failure):
        return {"id": None, "error": to_dict(item)}
    counts = Counter(finding.severity for finding in item.findings)
    words = count_words(blanked(item.article.text))
    total = penalty(item.findings)
    return {
        "id": item.article.id,
        "findings": to_dict(item.findings),
        "counts": {"total": len(item.findings), **{severity: counts[severity] for severity in SEVERITIES}},
        "suppressed": suppressed_counts(item.suppressed),
        "score": {
            "mqm_penalty": round(total, 4),
            "per_100_words": round(100 * total / words, 4) if words else None,
        },
        "signature": item.signature,
    }
