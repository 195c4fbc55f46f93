"""Redundancy: the share of a summary's runs of three words that it has already said.

Range      0 to 1, printed as 0 to 100; lower is better.
Source     Repeated trigrams, as See, Liu and Manning, "Get To The Point", ACL 2017 (figure 4), count them; mean over
           the samples.
Limits     Saying the same in other words is not seen; a long name that comes again is.
Undefined  for a summary of fewer than three words.

>>> from nlp.types import Sample
>>> round(value(measure([Sample("1", "Talks will resume. The talks will resume.")])[0]), 2)
0.2
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import Row, mean_row, ratio
from nlp.metrics._tokens import tokens
from nlp.text.ngrams import ngrams
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = False
PERCENT = True
UNDEFINED_BECAUSE = "the summary has fewer than three words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (redundancy, 1)."""
    return [mean_row(_redundancy(tokens(sample.hypothesis))) for sample in samples]


def _redundancy(words: list[str]) -> float | None:
    trigrams = list(ngrams(words, 3))
    return 1 - len(set(trigrams)) / len(trigrams) if trigrams else None


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"redundancy|trigrams|tok:unicode|case:lower|norm:nfkc|avg:sample|v:{__version__}"
