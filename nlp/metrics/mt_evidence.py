"""Evidence of machine translation: the probability that a machine, not a person, translated it.

Range      0 to 1, printed as 0 to 100; 50 where both are equally likely, as is assumed beforehand.
           Over many samples: the mean.
Source     A logistic regression over sixteen figures of wording and, where the source is given and the multilingual
           encoder is installed, seven of closeness to the source (`nlp.models.translationese`), trained on WMT news.
           The note says which.
Limits     A hint, no verdict: of systems and source languages it was not trained on it tells some apart
           (`nlp eval documents` prints how many). Texts written in English are neither. Not a judgement of quality.
Undefined  for a text of fewer than 80 words.

>>> from nlp.types import Sample
>>> measure([Sample("1", "Too short to tell.")])
[(0.0, 0.0)]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from nlp import __version__
from nlp.metrics._rows import Row, mean_row, ratio
from nlp.models import closeness, translationese
from nlp.models.translationese import FILE, Evidence, statement
from nlp.types import Article, Sample

TASKS = ("translation",)
NEEDS = ()
HIGHER_IS_BETTER = None
PERCENT = True
UNDEFINED_BECAUSE = "the text has fewer than 80 words"
BY_NAME_ONLY = "it is no measure of quality"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (probability, 1)."""
    found = (_evidence(sample.hypothesis, sample.source) for sample in samples)
    return [mean_row(round(each.probability, 4) if each else None) for each in found]


def value(total: Sequence[float]) -> float | None:
    """Mean over samples."""
    return ratio(total)


def note(sample: Sample) -> str:
    """What leans to which side, and what such evidence is worth."""
    return statement(_evidence(sample.hypothesis, sample.source))


@lru_cache(maxsize=256)  # the note asks again what was measured
def _evidence(text: str, source: str | None) -> Evidence | None:
    from nlp.detectors._source import aligned

    if not source or not closeness.available():
        return translationese.evidence(text)
    article = Article("", text, source=source)
    pairs = [(pair.source, pair.target) for pair in aligned.pairs(article)]
    return translationese.evidence(text, pairs, lang=aligned.language(article))


def signature() -> str:
    hashed = sha256(FILE.read_bytes()).hexdigest()[:8]
    basis = "wording+source" if closeness.available() else "wording"
    return f"mt_evidence|{basis}#{hashed}|odds:even|avg:sample|v:{__version__}"
