"""xCOMET: a model's guess of what people would score, with the errors it marks; a reference is not needed.

Range      0 to 1, printed as 0 to 100; higher is better.
Source     Guerreiro et al., TACL 2024; computed by the package unbabel-comet, which must be installed with its
           weights: pip install 'newsproof[comet]'. Of several references the first is used.
Spans      `spans(samples)` gives the errors it marks, as findings.
Limits     3.5 billion parameters and more: wants a GPU (gpus=1). Scores with and without a reference differ, so a
           mean over samples of both kinds says little.
Undefined  without a source.

>>> value([0.9, 1.0])
0.9
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp import __version__
from nlp.metrics import _comet
from nlp.metrics._rows import Row, ratio
from nlp.types import Finding, Sample

TASKS = ("translation",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "there is no source"
BY_NAME_ONLY = "it runs a model"

MODEL = "Unbabel/XCOMET-XL"


def measure(samples: Sequence[Sample], *, model: str = MODEL, gpus: int = 0) -> list[Row]:
    """Rows (score, 1). `model` is a name on the hub or a checkpoint's path. Raises MissingPart without it."""
    return _comet.rows(_comet.predictions(samples, model=model, reference=False, gpus=gpus))


def spans(samples: Sequence[Sample], *, model: str = MODEL, gpus: int = 0) -> list[tuple[Finding, ...]]:
    """The errors that xCOMET marks in each hypothesis; none in a sample without a source. Errors as of `measure`."""
    found = _comet.predictions(samples, model=model, reference=False, gpus=gpus)
    return [
        tuple(
            Finding(
                rule="XCOMET",
                slug="xcomet-span",
                category="other",
                mqm="other",
                severity=span.severity if span.severity in ("minor", "major", "critical") else "minor",  # type: ignore[arg-type]
                confidence=span.confidence,
                start=span.start,
                end=span.end,
                text=sample.hypothesis[span.start : span.end],
                message="xCOMET marks an error here.",
                detector="xcomet",
                evidence="both",
            )
            for span in (prediction.spans if prediction else ())
        )
        for sample, prediction in zip(samples, found, strict=True)
    ]


def value(total: Sequence[float]) -> float | None:
    """Mean over samples."""
    return ratio(total)


def signature(*, model: str = MODEL, gpus: int = 0) -> str:
    from nlp.models import comet

    return f"xcomet|{comet.load(model).signature}|v:{__version__}"
