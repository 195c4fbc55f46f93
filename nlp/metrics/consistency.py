"""Consistency: how well the article bears out a summary, sentence by sentence, as people have judged others.

Range      0 to 1; higher is better; 1 is a sentence copied whole. Mean over the summary's sentences, then over the
           samples. It ranks, it does not prove: a summary with 0.9 may be wrong. What is not borne out is listed in
           each sample's note, and `nlp.unsupported(summary, article)` says where it stands.
Source     Own measure: a logistic model of seven parts, each a metric beside it or near to one (trigram_support,
           sentence_support, pair_support, seams, word_support, number_support with the words beside the number,
           negation_support), with weights of one sign each, fitted to what annotators said of sentences in FRANK
           (Pagnoni et al., NAACL 2021) and SummEval (Fabbri et al., TACL 2021). `consistency.json` has the weights,
           what they were fitted to, and how. No language model is in it, so it is the same everywhere: in trials
           MiniLM's token similarities added next to nothing to the parts on QAGS and FRANK, and what SmolLM2-135M
           finds likely given the article agreed with people less than word_support alone (QAGS XSum).
Limits     English. Made for news. Right words in the wrong roles pass; a good paraphrase is marked down. It is no
           percentage: what people say of summaries with the same score differs from one set of summaries to another
           (`nlp eval metrics` prints it), so compare systems on the same articles.
Undefined  for a summary without words, or without the article.

>>> from nlp.types import Sample
>>> source = "The Kremlin said on Friday that Russia will determine its reaction. Mr. Macron spoke for 95 minutes."
>>> for summary in ("Russia will determine its reaction.", "Russia will determine 12 elections."):
...     print(round(value(measure([Sample("1", summary, source=source)])[0]), 2))
1.0
0.11
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from nlp.metrics._rows import Row, ratio
from nlp.metrics._support import SIGNATURE, Claim, modelled, parts, rows
from nlp.text.evidence import Evidence
from nlp.text.unsupported import note as _note
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = False
UNDEFINED_BECAUSE = "the summary has no words"


def measure(samples: Sequence[Sample]) -> list[Row]:
    """Rows (consistency, 1)."""
    return rows(samples, _sentence)


def _sentence(claim: Claim, article: Evidence) -> float:
    return modelled(model()["intercept"], model()["weights"], parts(claim, article))


@cache
def model() -> dict[str, Any]:
    """The fitted weights and where they come from."""
    data: dict[str, Any] = json.loads(files("nlp.metrics").joinpath("consistency.json").read_text(encoding="utf-8"))
    return data


def value(total: Sequence[float]) -> float | None:
    """Mean over the samples."""
    return ratio(total)


def note(sample: Sample) -> str | None:
    """What the article does not bear out, in one line; None when nothing was found or there is no article."""
    return None if sample.source is None else _note(sample.hypothesis, sample.source)


def signature() -> str:
    return f"consistency|{'+'.join(model()['weights'])}|fitted:{model()['fitted']}|{SIGNATURE}"
