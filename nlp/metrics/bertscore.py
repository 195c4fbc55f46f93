"""BERTScore: how well the words of a hypothesis and its reference match in meaning and context.

Range      0 to 1, printed as 0 to 100; higher is better. Unrelated English texts get about 0.3 to 0.5 with the default
           model: compare values, do not read them as shares.
Source     Zhang et al., ICLR 2020 (arXiv 1904.09675), computed here. Of several references the best counts.
Model      all-MiniLM-L6-v2, layer 3, for English; multilingual-e5-small, layer 8, for other languages; any encoder by
           hub id or folder. The layers were chosen on half of DEMETR's segments (scripts/tune_bertscore.py); on the
           other half it scores 95.0 % of the injected errors below the original (chrF 90.7 %, BLEU 79.8 %).
Limits     Negation and numbers cost little more than other words. Values under different models, layers or versions
           cannot be compared.
Undefined  without a reference that has words. An empty hypothesis scores 0.

>>> from nlp.metrics._bertscore import Match
>>> round(Match(precision=0.9, recall=0.6).f1, 2)
0.72
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._bertscore import Match, Part, matcher
from nlp.metrics._rows import UNDEFINED, Row, mean_row, ratio
from nlp.types import Sample

TASKS = ("translation", "summary")
NEEDS = ("references",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "no reference has words"
BY_NAME_ONLY = "it runs a model"


def measure(
    samples: Sequence[Sample],
    *,
    model: str | None = None,
    layer: int | None = None,
    part: Part = "f1",
    idf: bool = False,
    lang: str = "en",
) -> list[Row]:
    """Rows (score, 1).

    `model` and `layer` choose the encoder, by default one for the language `lang`; `part` is what is reported. `idf`
    weighs word pieces by how rare they are in the references given, so that a row then depends on the other samples.
    Raises MissingPart without the model.
    """
    from nlp.models import token_vectors

    Match(0.0, 0.0).part(part)  # an unknown part is an error before the work begins
    encoder = token_vectors.load(model or _default(lang), layer=layer)
    texts = [reference for sample in samples for reference in sample.references]
    matching = matcher(encoder, idf_of=texts if idf else None)

    def row(sample: Sample) -> Row:
        matches = [matching.match(sample.hypothesis, r) for r in sample.references if matching.has_pieces(r)]
        best = max(matches, key=lambda match: match.f1, default=None)
        return UNDEFINED if best is None else mean_row(best.part(part))

    return [row(sample) for sample in samples]


def _default(lang: str) -> str | None:
    from nlp.models import token_vectors

    return None if lang.split("-")[0] == "en" else token_vectors.MULTILINGUAL


def value(total: Sequence[float]) -> float | None:
    """Mean over samples."""
    return ratio(total)


def signature(
    *,
    nref: int | str = 1,
    model: str | None = None,
    layer: int | None = None,
    part: Part = "f1",
    idf: bool = False,
    lang: str = "en",
) -> str:
    from nlp.models import token_vectors

    weights = "references" if idf else "no"
    encoder = token_vectors.load(model or _default(lang), layer=layer).signature
    return f"bertscore.{part}|{encoder}|idf:{weights}|rescaled:no|nref:{nref}|v:{__version__}"
