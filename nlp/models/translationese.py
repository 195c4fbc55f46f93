"""Does the wording of a text speak for machine translation, against translation by hand? A hint, never a verdict.

A logistic regression over a few figures of wording (`nlp.text.wording`), trained on translations of the same news by
machines and people (`scripts/train_translationese.py`; `translationese.json` holds its coefficients and says from
what). It does not know texts that were written in English, and of systems and languages it was not trained on it tells
only some apart: `nlp eval documents` prints how many.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nlp.text.wording import figures, words

FILE = Path(__file__).parent / "translationese.json"
SHORTEST = 80  # words: rates of less mean little
FARTHEST = 3.0  # standard deviations: a figure farther from the mean counts as this far


@dataclass(frozen=True, slots=True)
class Trait:
    """A figure of the text beside the mean of translations; `push` is what it adds to the log odds of a machine."""

    name: str
    value: float
    mean: float
    push: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """`probability` of machine translation where both are equally likely beforehand; traits, the heaviest first."""

    probability: float
    words: int
    traits: tuple[Trait, ...]


@cache
def load(file: Path = FILE) -> Mapping[str, Any]:
    """The coefficients in a file."""
    table: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return table


def evidence(text: str) -> Evidence | None:
    """What the wording of a text says; None for one of fewer than SHORTEST words.

    >>> evidence("Too short to tell.") is None
    True
    """
    count = len(words(text))
    if count < SHORTEST:
        return None
    table = load()
    traits = []
    for name, value in figures(text).items():
        entry = table["figures"][name]
        distance = (value - entry["mean"]) / entry["deviation"]
        push = table["slope"] * entry["weight"] * max(-FARTHEST, min(FARTHEST, distance))
        traits.append(Trait(name, value, entry["mean"], push))
    odds = table["slope"] * table["intercept"] + math.fsum(trait.push for trait in traits)
    traits.sort(key=lambda trait: -abs(trait.push))
    return Evidence(1 / (1 + math.exp(-odds)), count, tuple(traits))


def statement(found: Evidence | None) -> str:
    """The evidence as sentences for a reader, with what is known of its worth."""
    if found is None:
        return f"Whether a machine translated it was not judged: the text has fewer than {SHORTEST} words."
    lean = "machine" if found.probability >= 0.5 else "human"
    traits = [t for t in found.traits if (t.push > 0) == (found.probability >= 0.5)][:3]
    why = ", ".join(f"{t.name} {_figure(t.value)} (translations: {_figure(t.mean)})" for t in traits)
    low, high = load()["worth"]["AUROC"]
    return (
        f"By its wording alone a machine translated it with probability {found.probability:.2f}, taking machine and "
        f"human translation for equally likely beforehand. What leans most to {lean} translation: {why}. On systems "
        f"and source languages it was not trained on, this tells machine from human with an AUROC of {low:.2f} to "
        f"{high:.2f} (0.5 is chance), so it is a hint and no verdict."
    )


def _figure(value: float) -> str:
    return f"{100 * value:.1f} %" if value < 1 else f"{value:.1f}"
