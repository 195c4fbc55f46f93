"""Novel bigrams: the share of a summary's pairs of neighbouring words that the article does not have.

Range      0 to 1, printed as 0 to 100; neither end is better. 0 is pure copying; joining extracted sentences makes
           a few novel pairs.
Source     The measure of abstraction of See et al., ACL 2017, and Narayan et al., EMNLP 2018; counted over distinct
           bigrams as in SummEval (Fabbri et al., TACL 2021); mean over the samples.
Limits     New words may be good paraphrase or invention: see number_support and name_support.
Undefined  for a summary of fewer than two words, or without the article.

>>> from nlp.types import Sample
>>> sample = Sample("1", "The talks will resume.", source="The talks resume on Monday.")
>>> round(value(measure([sample])[0]), 3)
0.667
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.metrics._extractive import SIGNATURE, rows
from nlp.metrics._rows import Row, ratio
from nlp.text.ngrams import ngrams
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = None
PERCENT = True
UNDEFINED_BECAUSE = "the summary has fewer than two words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (novel_bigrams, 1)."""
    return rows(samples, _novel_bigrams)


def _novel_bigrams(article: list[str], summary: list[str]) -> float | None:
    bigrams = set(ngrams(summary, 2))
    return len(bigrams - set(ngrams(article, 2))) / len(bigrams) if bigrams else None


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature() -> str:
    return f"novel_bigrams|{SIGNATURE}"
