"""Findings as JSON Lines: exactly one line an input article, in input order.

Each line fits detect-line.schema.json. An input that failed has a line too, with "error" in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from nlp.reports._records import record
from nlp.types import Detection, Failure


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """One line an item, each as soon as the item is there."""
    for item in items:
        yield json.dumps(record(item), ensure_ascii=False, allow_nan=False) + "\n"
