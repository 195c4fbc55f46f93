"""How much of a summary was copied from its article: shared by coverage, density and compression.

Grusky, Naaman and Artzi, "Newsroom", NAACL 2018. Words are the lowercase tokens that ROUGE uses here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, mean_row
from nlp.metrics._tokens import tokens
from nlp.types import Sample

SIGNATURE = f"tok:unicode|case:lower|norm:nfkc|avg:sample|v:{__version__}"


def rows(samples: Sequence[Sample], of: Callable[[list[str], list[str]], float | None]) -> list[Row]:
    """Rows (x, 1), x being `of(article words, summary words)`; undefined without an article or summary words."""

    def row(sample: Sample) -> Row:
        summary = tokens(sample.hypothesis)
        if sample.source is None or not summary:
            return UNDEFINED
        return mean_row(of(tokens(sample.source), summary))

    return [row(sample) for sample in samples]
