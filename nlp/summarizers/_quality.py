"""How much is wrong with each candidate: the MQM penalty to be expected for one word of it.

Two things are added up, over the words of the sentence:

- findings whose text still stands in it: the weight of each by the WMT scale (major 5, minor 1, punctuation 0.1),
  times its confidence;
- where the span tagger is installed, what it expects beyond them: the mean of two of its estimates, the penalty that it
  predicts for the sentence, and the sum over words of the chance that the word is part of an error, weighing 5 where
  that error is major and 1 where it is minor.

Findings of the tagger itself are not counted a second time. Whether it reads each sentence by itself or the candidates
as one text, and how much the penalty weighs, is in `quality.json`: what ranked the sentences of a translation better,
and what `scripts/weigh_penalty.py` found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from nlp.models import span_model
from nlp.summarizers._selection import Candidate
from nlp.text.mqm import weight
from nlp.text.tokens import count_words

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MAJOR, MINOR = 5.0, 1.0
# What `scripts/weigh_penalty.py` chose with the tagger in place.
SETTINGS = Path(__file__).with_name("quality.json")
_CHOSEN = json.loads(SETTINGS.read_text(encoding="utf-8"))
WEIGHT: float = _CHOSEN["weight"]
ALONE: bool = _CHOSEN["alone"]


def expected_penalty(
    candidates: Sequence[Candidate], *, read: Sequence[int], alone: bool | None = None
) -> npt.NDArray[np.float64]:
    """The expected penalty a word of each candidate, shape (len(candidates),); the tagger reads only those in `read`,
    each `alone` or as one text (None: as was chosen).

    Those it does not read have their findings alone.
    """
    import numpy as np

    totals = np.array([_found(candidate) for candidate in candidates])
    if read and span_model.available():
        for i, expected in zip(
            read, _expected(tuple(candidates[i].text for i in read), ALONE if alone is None else alone), strict=True
        ):
            totals[i] += expected
    penalties: npt.NDArray[np.float64] = totals / np.array([max(count_words(c.text), 1) for c in candidates])
    return penalties


def signature(*, judge: bool) -> str:
    """What judges the sentences: findings, and the tagger when it may `judge` and is installed."""
    if not judge or not span_model.available():
        return "findings"
    return f"findings+spans{',alone' if ALONE else ''}#{span_model.sha256(span_model.FOLDER / span_model.WEIGHTS)[:8]}"


@lru_cache(maxsize=64)
def _expected(texts: tuple[str, ...], alone: bool) -> tuple[float, ...]:
    """The tagger's expected penalty of each text; kept, so that several summaries of an article read it once."""
    passages = [span_model.Passage(text) for text in texts]
    documents = [[passage] for passage in passages] if alone else [passages]
    readings = [reading for document in span_model.load().read(documents) for reading in document]
    return tuple((float((r.error * (MINOR + (MAJOR - MINOR) * r.major)).sum()) + r.penalty) / 2 for r in readings)


def _found(candidate: Candidate) -> float:
    return sum(weight(f) * f.confidence for f in candidate.findings if f.detector != "spans")
