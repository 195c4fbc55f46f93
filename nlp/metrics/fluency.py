"""Fluency: how many bits a character a language model needs for the text; what reads easily needs few.

Range      above 0, mostly 0.6 to 1.2 for English news; lower is better. Over many samples: bits by characters.
Source     Cross-entropy per character, whose logarithm perplexity is (Jelinek et al. 1977); whole texts are read, as
           `nlp.models.surprisal` says. By character, so that models with other vocabularies can be compared.
Model      SmolLM2-135M-Instruct in float32; lm="…" for another causal language model by hub id or folder.
Limits     Names and rare subjects cost bits, boilerplate costs none, and a text the model has seen costs less. Good
           machine translation is often more predictable than good human translation: compare versions of one text.
Undefined  for an empty hypothesis.

>>> ratio((90.0, 100.0))
0.9
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, ratio
from nlp.types import Sample

TASKS = ("translation", "summary")
NEEDS = ()
HIGHER_IS_BETTER = False
PERCENT = False
UNDEFINED_BECAUSE = "the hypothesis is empty"
BY_NAME_ONLY = "it runs a model"


def measure(samples: Sequence[Sample], *, lm: str | None = None) -> list[Row]:
    """Rows (bits, characters). Raises MissingPart when the model or torch is not installed."""
    from nlp.models import causal_lm, surprisal

    texts = [sample.hypothesis.strip() for sample in samples]
    if not any(texts):
        return [UNDEFINED for _ in samples]
    readings = surprisal.read(texts, causal_lm.load(lm))
    return [
        (round(float(reading.surprisal.sum(dtype="float64")), 1), float(len(text))) if text else UNDEFINED
        for text, reading in zip(texts, readings, strict=True)
    ]


def value(total: Sequence[float]) -> float | None:
    """Bits by characters."""
    return ratio(total)


def signature(*, lm: str | None = None) -> str:
    from nlp.models import causal_lm

    return f"fluency|bits/character|{causal_lm.load(lm).signature}|v:{__version__}"
