"""Embedding support: how near in meaning the article's closest sentence is to each sentence of a summary.

Range      0 to 1, printed as 0 to 100; higher is better supported. Any two texts on one subject have 0.3 or more, so
           compare values, do not read them as shares. Mean over the sentences.
Source     Sentence similarity in place of word overlap, as in SBERTScore and its kin (Amplayo et al., "SMART", 2022);
           negative cosines count as 0.
Model      all-MiniLM-L6-v2, English; any sentence encoder by hub id or folder with model=.
Limits     Sees the subject, hardly the facts: a wrong number, name or negation costs next to nothing.
Undefined  for a summary without words, or without the article. An article without words supports nothing: 0.

>>> value((1.5, 2.0))
0.75
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, mean_row, ratio
from nlp.text.evidence import sentence_spans
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "the summary has no words"
BY_NAME_ONLY = "it runs a model"


def measure(samples: Sequence[Sample], *, model: str | None = None) -> list[Row]:
    """Rows (embedding_support, 1). Raises MissingPart without the model."""
    if not samples:
        return []
    import numpy as np

    from nlp.models import encoder

    loaded = encoder.load(model)
    claims = [_sentences(sample.hypothesis) if sample.source is not None else [] for sample in samples]
    articles = {sample.source: _sentences(sample.source) for sample in samples if sample.source is not None}
    texts = sorted({text for found in (*claims, *articles.values()) for text in found})
    place = {text: index for index, text in enumerate(texts)}
    vectors = loaded.encode(texts)

    def row(sample: Sample, own: list[str]) -> Row:
        if sample.source is None or not own:
            return UNDEFINED
        sentences = articles[sample.source]
        if not sentences:
            return mean_row(0.0)
        ours, theirs = (vectors[[place[text] for text in found]] for found in (own, sentences))
        best = np.clip((ours @ theirs.T).max(axis=1), 0.0, 1.0)
        return mean_row(round(float(best.mean()), 5))  # what the batch changes is below that

    return [row(sample, own) for sample, own in zip(samples, claims, strict=True)]


def _sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text) if any(map(str.isalnum, span.of(text)))]


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature(*, model: str | None = None) -> str:
    from nlp.models import encoder

    return f"embedding_support|{encoder.load(model).signature}|split:sentencex|avg:sentence|v:{__version__}"
