"""What the tables of the WMT evaluation campaigns share: text in one cell, MQM names as they spell them."""

from __future__ import annotations

import re

from nlp.types import Finding

_NOT_IN_A_CELL = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")

# Nobody can say which system made a text that was just found.
SYSTEM = "unknown"
RATER = "newsproof"


def cell(text: str) -> str:
    """The text with a space for each tab and line end, so that every offset stays."""
    return _NOT_IN_A_CELL.sub(" ", text)


def category(finding: Finding) -> str:
    """The MQM category as annotation tools write it.

    >>> from nlp.types import Finding
    >>> category(Finding("X", "x", "x", "accuracy/mistranslation", "minor", 0.9, 0, 1, "x", ""))
    'Accuracy/Mistranslation'
    """
    return "/".join(part[:1].upper() + part[1:] for part in finding.mqm.split("/"))


def severity(finding: Finding) -> str:
    return finding.severity.capitalize()
