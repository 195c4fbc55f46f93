"""BERTScore support: how well the words of a summary match words of the article in meaning and context.

Range      0 to 1, printed as 0 to 100; higher is better supported. Compare values, do not read them as shares.
Source     BERTScore's precision with the article in the place of the reference (Zhang et al., ICLR 2020), which
           agrees with people on factuality better than F1 does (Pagnoni et al., "FRANK", NAACL 2021).
Model      As bertscore, which see.
Limits     A word finds its like anywhere in the article, so who did what to whom is hardly seen.
Undefined  for a summary without words, or without the article. An article without words supports nothing: 0.

>>> value((1.5, 2.0))
0.75
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._bertscore import Matcher, matcher
from nlp.metrics._rows import UNDEFINED, Row, mean_row, ratio
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "the summary has no words"
BY_NAME_ONLY = "it runs a model"


def measure(samples: Sequence[Sample], *, model: str | None = None, layer: int | None = None) -> list[Row]:
    """Rows (precision, 1). `model` and `layer` choose the encoder. Raises MissingPart without the model."""
    from nlp.models import token_vectors

    rows: list[Row] = []
    article: str | None = None
    matching: Matcher | None = None
    for sample in samples:
        if sample.source is None:
            rows.append(UNDEFINED)
            continue
        if matching is None or sample.source != article:  # a matcher keeps all it has met, so one article at a time
            article, matching = sample.source, matcher(token_vectors.load(model, layer=layer))
        has_pieces = matching.has_pieces(sample.hypothesis)
        precision = matching.match(sample.hypothesis, sample.source).precision if has_pieces else None
        rows.append(mean_row(precision))
    return rows


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def signature(*, model: str | None = None, layer: int | None = None) -> str:
    from nlp.models import token_vectors

    return f"bertscore_support.precision|{token_vectors.load(model, layer=layer).signature}|idf:no|v:{__version__}"
