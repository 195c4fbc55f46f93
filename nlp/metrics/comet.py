"""COMET: a model's guess of what people would score, from source, translation and reference.

Range      about 0 to 1, printed as 0 to 100; higher is better.
Source     Rei et al., WMT 2022 (COMET-22); computed by the package unbabel-comet, which must be installed with its
           weights: pip install 'newsproof[comet]'. Of several references the first is used.
Limits     Values of different models, or languages, cannot be compared. A copy of the source scores high (COMET issue
           192). Reads 512 word pieces, the rest is cut by COMET without a word.
Undefined  without a source or a reference.

>>> value([0.8 + 0.6, 2.0])
0.7
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics import _comet
from nlp.metrics._rows import Row, ratio
from nlp.types import Sample

TASKS = ("translation",)
NEEDS = ("source", "references")
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "there is no source or no reference"
BY_NAME_ONLY = "it runs a model"

MODEL = "Unbabel/wmt22-comet-da"


def measure(samples: Sequence[Sample], *, model: str = MODEL, gpus: int = 0) -> list[Row]:
    """Rows (score, 1). `model` is a name on the hub or a checkpoint's path. Raises MissingPart without it."""
    return _comet.rows(_comet.predictions(samples, model=model, reference=True, gpus=gpus))


def value(total: Sequence[float]) -> float | None:
    """Mean over samples."""
    return ratio(total)


def signature(*, nref: int | str = 1, model: str = MODEL, gpus: int = 0) -> str:
    from nlp.models import comet

    return f"comet|{comet.load(model).signature}|nref:{nref}|v:{__version__}"
