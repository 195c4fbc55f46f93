"""What each rule of the source checks is: its name, MQM category, severity, and how often it is right.

`confidence` of E301, W701 and W702 is the share of flags that were right on a fifth of the tuning half of DEMETR that
nothing was trained on (`nlp eval demetr`); that of the other rules is the authors' estimate. `preview` rules are too
often wrong on good translations to be on by default.
"""

from __future__ import annotations

from dataclasses import dataclass

from nlp.types import Severity


@dataclass(frozen=True, slots=True)
class SourceRule:
    """A kind of flag. `name` is how a person would call it."""

    id: str
    slug: str
    category: str
    mqm: str
    severity: Severity
    confidence: float
    preview: bool = False


def _table(*rules: SourceRule) -> dict[str, SourceRule]:
    return {rule.id: rule for rule in rules}


_MISTRANSLATION, _OMISSION, _ADDITION = "accuracy/mistranslation", "accuracy/omission", "accuracy/addition"
_UNTRANSLATED = "accuracy/untranslated"

RULES = _table(
    SourceRule("SRC-N101", "number-changed", "numbers", _MISTRANSLATION, "major", 0.9),
    SourceRule("SRC-N102", "number-unsupported", "numbers", _ADDITION, "major", 0.6),
    SourceRule("SRC-N103", "number-missing", "numbers", _OMISSION, "major", 0.5, preview=True),
    SourceRule("SRC-N104", "currency-changed", "numbers", _MISTRANSLATION, "major", 0.8),
    SourceRule("SRC-N105", "unit-changed", "numbers", _MISTRANSLATION, "major", 0.8),
    SourceRule("SRC-N106", "month-changed", "numbers", _MISTRANSLATION, "major", 0.9),
    SourceRule("SRC-N107", "weekday-changed", "numbers", _MISTRANSLATION, "major", 0.8),
    SourceRule("SRC-G201", "negation-added", "negation", _MISTRANSLATION, "critical", 0.7),
    SourceRule("SRC-G202", "negation-lost", "negation", _MISTRANSLATION, "critical", 0.6),
    SourceRule("SRC-G203", "restriction-lost", "negation", _MISTRANSLATION, "major", 0.6),
    SourceRule("SRC-E301", "name-unsupported", "names", _MISTRANSLATION, "major", 0.7),
    SourceRule("SRC-U401", "untranslated-word", "untranslated", _UNTRANSLATED, "major", 0.8),
    SourceRule("SRC-U402", "copied-source", "untranslated", "non-translation", "critical", 0.95),
    SourceRule("SRC-U403", "other-language", "untranslated", "non-translation", "major", 0.8),
    SourceRule("SRC-Q501", "quotation-lost", "quotations", _MISTRANSLATION, "minor", 0.6),
    SourceRule("SRC-Q502", "quotation-added", "quotations", _MISTRANSLATION, "minor", 0.5, preview=True),
    SourceRule("SRC-Q503", "speaker-changed", "quotations", _MISTRANSLATION, "major", 0.8),
    SourceRule("SRC-L601", "too-short", "length", _OMISSION, "major", 0.7),
    SourceRule("SRC-L602", "too-long", "length", _ADDITION, "major", 0.7),
    SourceRule("SRC-W701", "words-omitted", "words", _OMISSION, "major", 0.7),
    SourceRule("SRC-W702", "words-unsupported", "words", _MISTRANSLATION, "major", 0.7),
    SourceRule("SRC-W703", "noun-missing", "words", _OMISSION, "major", 0.8),
    SourceRule("SRC-S801", "sentence-omitted", "sentences", _OMISSION, "major", 0.7),
    SourceRule("SRC-S802", "sentence-added", "sentences", _ADDITION, "major", 0.7),
)
