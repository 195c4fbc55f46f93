"""What COMET and xCOMET share: rows from a model's predictions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nlp.metrics._rows import UNDEFINED, Row, mean_row
from nlp.types import Sample

if TYPE_CHECKING:
    from nlp.models.comet import Prediction


def predictions(samples: Sequence[Sample], *, model: str, reference: bool, gpus: int) -> list[Prediction | None]:
    """A prediction a sample; None without a source, or without a reference where one is needed.

    Of several references the first is given to the model, which takes one.
    """
    from nlp.models import comet

    loaded = comet.load(model)
    usable = [s.source is not None and bool(s.references or not reference) for s in samples]
    segments = [
        (s.source or "", s.hypothesis, s.references[0] if s.references else None)
        for s, kept in zip(samples, usable, strict=True)
        if kept
    ]
    # xCOMET reads with or without a reference, but not both in one batch.
    found: dict[int, Prediction] = {}
    for with_reference in (True, False):
        chosen = [i for i, (_, _, ref) in enumerate(segments) if (ref is not None) == with_reference]
        found |= dict(zip(chosen, loaded.predict([segments[i] for i in chosen], gpus=gpus), strict=True))
    ordered = iter([found[i] for i in range(len(segments))])
    return [next(ordered) if kept else None for kept in usable]


def rows(found: Sequence[Prediction | None]) -> list[Row]:
    """Rows (score, 1)."""
    return [UNDEFINED if prediction is None else mean_row(prediction.score) for prediction in found]
