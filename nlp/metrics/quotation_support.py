"""Quotation support: the share of a summary's quotations that the article has word for word.

Range      0 to 1, printed as 0 to 100; higher is better. Over many samples: supported quotations by all quotations.
Source     Own measure: quotation marks promise the speaker's words. Compared as words without case and punctuation;
           what a quotation is, `nlp.text.quotations` says.
Limits     A quotation with an omission marked by "…" counts as a whole, so it is not found. Who said it is not checked.
Undefined  for a summary without quotations, or without the article.

>>> from nlp.types import Sample
>>> source = "“We will determine our reaction,” the Kremlin said on Friday."
>>> value(measure([Sample("1", "Moscow “will determine” its “next move”.", source=source)])[0])
0.5
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, ratio
from nlp.metrics._tokens import tokens
from nlp.text.quotations import quotations
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "the summary quotes nothing"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (supported quotations, quotations)."""

    def row(sample: Sample) -> Row:
        if sample.source is None:
            return UNDEFINED
        article = f" {' '.join(tokens(sample.source))} "
        quoted = [tokens(span.of(sample.hypothesis)) for span in quotations(sample.hypothesis)]
        found = [f" {' '.join(words)} " in article for words in quoted if words]
        return float(sum(found)), float(len(found))

    return [row(sample) for sample in samples]


def value(total: Sequence[float]) -> float | None:
    """Supported quotations by all quotations."""
    return ratio(total)


def signature() -> str:
    return f"quotation_support|tok:unicode|case:lower|avg:quotation|v:{__version__}"
