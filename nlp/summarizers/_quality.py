"""How much is wrong with each candidate: the MQM penalty to be expected for one word of it.

Two things are added up, over the words of the sentence:

- findings whose text still stands in it: the weight of each by the WMT scale (major 5, minor 1, punctuation 0.1),
  times its confidence;
- where the span tagger is installed, what it expects beyond them: the chance that a word is part of an error, weighing
  5 where that error is major and 1 where it is minor; `with_lm`, the tagger is joined by the network on the language
  model (`nlp.models.span_ensemble`), which ranks the sentences of an article better and takes ten times as long.

Findings of the models themselves are not counted a second time. How much the penalty weighs is in `quality.json`, which
`scripts/weigh_penalty.py` writes for the tagger in place.

Tried on 209 translations of development documents, and no better in choosing sentences at the same loss of content:
the penalty that the tagger predicts for the sentence, its mean with the above, each sentence read by itself (ranks
better within an article, 0.26 against 0.24, at half the speed), both readings averaged, the worst word, words and
length as features of a regression, and the penalty of a sentence less what its length would have on average.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from nlp.models import lm_spans, span_ensemble, span_model
from nlp.models._loading import sha256
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
WEIGHT_WITH_LM: float = _CHOSEN["with_lm"]["weight"]


def expected_penalty(
    candidates: Sequence[Candidate], *, read: Sequence[int], with_lm: bool = False
) -> npt.NDArray[np.float64]:
    """The expected penalty a word of each candidate, shape (len(candidates),); models read only those in `read`.

    Those it does not read have their findings alone.
    """
    import numpy as np

    totals = np.array([_found(candidate) for candidate in candidates])
    if read and span_model.available():
        for i, expected in zip(read, _expected(tuple(candidates[i].text for i in read), with_lm), strict=True):
            totals[i] += expected
    penalties: npt.NDArray[np.float64] = totals / np.array([max(count_words(c.text), 1) for c in candidates])
    return penalties


def signature(*, judge: bool, with_lm: bool = False) -> str:
    """What judges the sentences: findings, and the models when they may `judge` and are installed."""
    if not judge or not span_model.available():
        return "findings"
    network = f"+lm#{sha256(lm_spans.FOLDER / lm_spans.WEIGHTS)[:8]}" if with_lm else ""
    return f"findings+spans#{sha256(span_model.FOLDER / span_model.WEIGHTS)[:8]}{network}"


@lru_cache(maxsize=64)
def _expected(texts: tuple[str, ...], with_lm: bool) -> tuple[float, ...]:
    """The models' expected penalty of each text; kept, so that several summaries of an article read it once."""
    places, start = [], 0
    for text in texts:
        places.append((start, start + len(text)))
        start += len(text) + 1
    readings = span_ensemble.read([" ".join(texts)], [places], [[""] * len(texts)], with_lm=with_lm)[0]
    return tuple(float((r.error * (MINOR + (MAJOR - MINOR) * r.major)).sum()) for r in readings)


def _found(candidate: Candidate) -> float:
    return sum(weight(f) * f.confidence for f in candidate.findings if f.detector not in ("spans", "fluency"))
