"""Source checks: the share of a translation's sentences in which no check against the source found anything.

Range      0 to 1, printed as 0 to 100; higher is better. Over many samples: passed sentence pairs by all of them.
Source     Own measure: `nlp.detectors.source` without its model, at its default checks: numbers, currencies, units,
           dates, negations, quotation marks, words and passages left untranslated, length.
Limits     Says nothing of fluency or of what words mean: a translation may pass and be wrong. A copy of the source,
           which metrics by embedding take for a good translation, has 0. The source's language is told from its text,
           which takes 60 letters; in a shorter one only figures, scripts and lengths are checked.
Undefined  without a source, or for an empty hypothesis.

>>> from nlp.types import Sample
>>> source = "Le gouvernement n’a pas dit combien de personnes avaient été tuées en 2011 dans la capitale."
>>> good = "The government did not say how many people had been killed in the capital in 2011."
>>> [value(measure([Sample("1", text, source=source)])[0]) for text in (good, good.replace("11", "12"), source)]
[1.0, 0.0, 0.0]
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, ratio
from nlp.types import Article, Sample

TASKS = ("translation",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "there is no source, or no translation, to compare"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (sentence pairs that passed, sentence pairs)."""
    from nlp.detectors import source

    def row(sample: Sample) -> Row:
        if not (sample.source or "").strip() or not sample.hypothesis.strip():
            return UNDEFINED
        pairs = source.checked(Article(sample.id, sample.hypothesis, source=sample.source))
        return float(sum(not flagged for flagged in pairs)), float(len(pairs))

    return [row(sample) for sample in samples]


def value(total: Sequence[float]) -> float | None:
    """Passed pairs by all pairs."""
    return ratio(total)


def signature() -> str:
    return f"source_checks|words:no|avg:sentence|v:{__version__}"
