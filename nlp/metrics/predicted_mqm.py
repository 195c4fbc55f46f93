"""Predicted MQM: the penalty that annotators would give, as the learned span model expects it from the text alone.

Range      0 upwards; lower is better. Of a sample: the sum over its sentences; over many samples: the mean.
Source     The scoring head of the span tagger (`nlp/models/spans/`, trained on the MQM annotations of Freitag et al.,
           TACL 2021, and of the biomedical tasks); the source text is not read.
Limits     It ranks segments better than it hits the penalty, and systems less well than a reference-based metric.
           Made for English news; what it was measured on is in the model's card.
Undefined  for an empty hypothesis.

>>> ratio((7.5, 3.0))
2.5
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, mean_row, ratio
from nlp.models._loading import sha256
from nlp.text.sentences import split
from nlp.types import Sample

TASKS = ("translation", "summary")
NEEDS = ()
HIGHER_IS_BETTER = False
PERCENT = False
UNDEFINED_BECAUSE = "the hypothesis is empty"
BY_NAME_ONLY = "it runs a model"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (penalty, 1). Raises MissingPart when the model or torch is not installed."""
    from nlp.models import span_model

    texts = [sample.hypothesis for sample in samples]
    documents = [[span_model.Passage(s.of(text)) for s in split(text, 0, len(text))] for text in texts]
    if not any(documents):
        return [UNDEFINED for _ in samples]
    read = span_model.load().read(documents)
    return [
        mean_row(round(sum(reading.penalty for reading in readings), 3)) if readings else UNDEFINED for readings in read
    ]


def value(total: Sequence[float]) -> float | None:
    """Mean over samples."""
    return ratio(total)


def signature() -> str:
    from nlp.models import span_model

    span_model.load()
    weights = sha256(span_model.FOLDER / span_model.WEIGHTS)[:8]
    return f"predicted_mqm|spans#{weights}|source:no|v:{__version__}"
