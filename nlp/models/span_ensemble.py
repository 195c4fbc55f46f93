"""The span tagger and the network on the language model, together: the weighted mean of what they hold for likely.

The tagger reads both languages and knows what annotators mark; the language model knows English better. Where they are
combined, the log odds of an error are a weighted sum of theirs, with weights fitted on development documents
(`nlp/models/spans/config.json`, "together"), and severity and category are the mean of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nlp.models import lm_spans, span_model
from nlp.models.span_model import Passage, Reading

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.floating[Any]]

    from nlp.models.lm_spans import LMSpans, Said
    from nlp.models.span_model import SpanModel


def read(
    texts: Sequence[str],
    places: Sequence[Sequence[tuple[int, int]]],
    sources: Sequence[Sequence[str]],
    *,
    with_lm: bool,
    tagger: SpanModel | None = None,
    network: LMSpans | None = None,
) -> list[list[Reading]]:
    """A reading of each place (start, end) of each text, with the source beside it or "".

    `tagger` and `network` are others than the package's own, as when they have just been trained.
    """
    tagger = tagger or span_model.load()
    documents = [
        [Passage(text[start:end], source) for (start, end), source in zip(own, beside, strict=True)]
        for text, own, beside in zip(texts, places, sources, strict=True)
    ]
    readings = tagger.read(documents)
    if not with_lm:
        return readings
    kept = network.read(texts) if network else lm_spans.read(texts)
    said = (network or lm_spans.load()).judge(kept, places)
    weights = tagger.config["together"]
    return [
        [combined(*pair, weights) for pair in zip(own, other, strict=True)]
        for own, other in zip(readings, said, strict=True)
    ]


def combined(reading: Reading, said: Said, weights: dict[str, Any]) -> Reading:
    """Both as one reading; a word the network says nothing of keeps what the tagger says."""
    import numpy as np

    share = span_model.shares(reading.words, said.offsets)
    covered = share.sum(axis=1) > 0
    if not covered.any():
        return reading

    def mean(own: Array, other: Array) -> Array:
        return (own + share @ other) / 2

    def where_covered(both: Array, own: Array) -> Array:
        chosen = covered.reshape(-1, *(1,) * (own.ndim - 1))
        return np.where(chosen, both, own).astype(np.float32)

    odds = weights["tagger"] * log_odds(reading.error) + weights["network"] * log_odds(share @ said.error)
    return replace(
        reading,
        error=where_covered(1 / (1 + np.exp(-(odds + weights["bias"]))), reading.error),
        major=where_covered(mean(reading.major, said.major), reading.major),
        category=where_covered(mean(reading.category, said.category), reading.category),
    )


def log_odds(probability: Array) -> Array:
    """log(p / (1 - p)), of what is nearer than 0.0001 to 0 or 1 as of what is as near as that."""
    import numpy as np

    p = np.clip(probability, 1e-4, 1 - 1e-4)
    odds: Array = np.log(p / (1 - p))
    return odds
