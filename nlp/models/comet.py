"""COMET and xCOMET, where the user has installed them: `pip install 'newsproof[comet]'`, and the model's weights.

Nothing is computed here: the package unbabel-comet loads its own checkpoints, which are pickles, so use those you
trust, from Unbabel's pages on the hub or a local file. It pins old versions of other packages: an environment of its
own is best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp.errors import MissingPart
from nlp.models import _packages
from nlp.models._loading import quiet


@dataclass(frozen=True, slots=True)
class Span:
    """An error that xCOMET marks: code points, end exclusive; its severity is "minor", "major" or "critical"."""

    start: int
    end: int
    severity: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Prediction:
    """A segment's score, about 0 to 1, and its spans; COMET marks none."""

    score: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Comet:
    """A loaded model. `load` makes one."""

    name: str
    model: Any

    def predict(
        self, segments: Sequence[tuple[str, str, str | None]], *, batch_size: int = 8, gpus: int = 0
    ) -> list[Prediction]:
        """Predictions for (source, translation, reference or None), in order; no segments give none."""
        if not segments:
            return []
        data = [
            {"src": source, "mt": translation} | ({} if reference is None else {"ref": reference})
            for source, translation, reference in segments
        ]
        with quiet():
            output = self.model.predict(data, batch_size=batch_size, gpus=gpus, progress_bar=False)
        marked = getattr(getattr(output, "metadata", None), "error_spans", None) or [()] * len(segments)
        return [
            Prediction(float(score), tuple(_span(span, mt) for span in spans))
            for score, spans, (_, mt, _) in zip(output.scores, marked, segments, strict=True)
        ]

    @property
    def signature(self) -> str:
        return f"{self.name}|unbabel-comet:{_packages.version('unbabel-comet')}"


@cache
def load(name_or_path: str) -> Comet:
    """A model by its name on the hub, such as "Unbabel/wmt22-comet-da", or by the path of a checkpoint.

    Raises MissingPart when the package is not installed or the checkpoint is not to be had.
    """
    if find_spec("comet") is None:
        raise MissingPart("COMET is not installed: pip install 'newsproof[comet]', best in an environment of its own")
    import comet

    try:
        with quiet():
            path = name_or_path if Path(name_or_path).is_file() else comet.download_model(name_or_path)
            return Comet(name_or_path, comet.load_from_checkpoint(path))
    except (OSError, KeyError) as error:  # COMET tells an unknown name, and a missing network, by KeyError
        raise MissingPart(
            f"the COMET model {name_or_path} is neither here nor on the hub; check the name, the network and, for "
            "xCOMET, that you have accepted its licence"
        ) from error


def _span(span: dict[str, Any], translation: str) -> Span:
    """XCOMET's span without the space before its first word (github.com/Unbabel/COMET/issues/179)."""
    start, end = int(span["start"]), int(span["end"])
    text = translation[start:end]
    start += len(text) - len(text.lstrip())
    return Span(start, max(start, start + len(text.strip())), str(span["severity"]), float(span.get("confidence", 1.0)))
