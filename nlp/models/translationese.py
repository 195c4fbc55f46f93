"""Does a text speak for machine translation, against translation by hand? A hint, never a verdict.

Two logistic regressions (`scripts/train_translationese.py`; `translationese.json` holds their coefficients and says
from what): one over figures of wording (`nlp.text.wording`), which needs the text alone, and one over these and figures
of closeness to the source (`nlp.models.closeness`), which is taken where the source is given and the multilingual
encoder is installed. Neither knows texts that were written in English, and of systems and languages they were not
trained on they tell only some apart: `nlp eval documents` prints how many.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from nlp.models import closeness
from nlp.text.wording import figures, words

Basis = Literal["wording", "wording and source"]

FILE = Path(__file__).parent / "translationese.json"
SHORTEST = 80  # words: rates of less mean little
# What Jeffreys (1961, Theory of Probability, appendix B) calls more than "barely worth mentioning": odds of the root of
# ten, here 3. Held-out sets bear the odds out (the model card); between 1/4 and 3/4 a reader is told nothing.
TELLING = 3.0
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
    basis: Basis


@cache
def load(file: Path = FILE) -> Mapping[str, Any]:
    """The coefficients in a file, by what they are of."""
    table: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return table


def evidence(
    text: str,
    pairs: Sequence[tuple[str, str]] = (),
    *,
    lang: str | None = None,
    known: dict[str, Any] | None = None,
) -> Evidence | None:
    """What a text says; None for one of fewer than SHORTEST words.

    `pairs` are its sentences with their sources, (source, translation), where the source is known; without them, or
    without the encoder, it is judged by its wording alone, and `basis` says so. `lang` is the source's language, as
    ISO 639-1: in each, words are nearer or farther to English ones; where it is not known how near, the odds stay below
    those that a reader is told, and serve only to rank texts from one language. `known` is as for `closeness.figures`.

    >>> evidence("Too short to tell.") is None
    True
    """
    count = len(words(text))
    if count < SHORTEST:
        return None
    values = figures(text)
    basis: Basis = "wording"
    near = closeness.figures(pairs, known) if pairs and closeness.available() else None
    if near is not None:
        values |= near
        basis = "wording and source"
    return weighed(values, load()[basis], count, basis, lang)


def weighed(
    values: Mapping[str, float], table: Mapping[str, Any], count: int, basis: Basis, lang: str | None = None
) -> Evidence:
    """The evidence of figures under the coefficients in a table."""
    levels = table.get("levels")
    level = levels.get(lang, {}) if levels else {}
    traits = []
    for name, value in values.items():
        entry = table["figures"][name]
        mean = level.get(name, entry["mean"])
        distance = (value - mean) / entry["deviation"]
        push = table["slope"] * entry["weight"] * max(-FARTHEST, min(FARTHEST, distance))
        traits.append(Trait(name, value, mean, push))
    odds = table["slope"] * table["intercept"] + math.fsum(trait.push for trait in traits)
    if levels and not level:  # ranks stay, but no reader is told
        limit = math.log(TELLING)
        odds = limit * math.tanh(odds / limit)
    traits.sort(key=lambda trait: -abs(trait.push))
    return Evidence(1 / (1 + math.exp(-odds)), count, tuple(traits), basis)


def telling(probability: float) -> bool:
    """Whether the evidence is worth a reader's time: odds of TELLING to one at least, for either side."""
    return max(probability, 1 - probability) >= TELLING / (1 + TELLING)


def statement(found: Evidence | None) -> str:
    """The evidence as sentences for a reader, with what is known of its worth."""
    if found is None:
        return f"Whether a machine translated it was not judged: the text has fewer than {SHORTEST} words."
    worth = _worth(found.basis)
    if not telling(found.probability):
        return (
            f"Not told apart: by its {_BY[found.basis]} the odds for machine against human translation are below "
            f"{TELLING:.0f} to 1 either way (probability of a machine {found.probability:.2f}). {worth}"
        )
    lean = "machine" if found.probability >= 0.5 else "human"
    traits = [t for t in found.traits if (t.push > 0) == (found.probability >= 0.5)][:3]
    why = ", ".join(f"{t.name} {_figure(t.name, t.value)} (translations: {_figure(t.name, t.mean)})" for t in traits)
    return (
        f"By its {_BY[found.basis]} a machine translated it with probability {found.probability:.2f}, taking machine "
        f"and human translation for equally likely beforehand. What leans most to {lean} translation: {why}. {worth}"
    )


_BY = {"wording": "wording alone", "wording and source": "wording and its closeness to the source"}


def _worth(basis: Basis) -> str:
    low, high = load()[basis]["worth"]["AUROC"]
    return (
        f"On systems and source languages it was not trained on, this tells machine from human with an AUROC of "
        f"{low:.2f} to {high:.2f} (0.5 is chance), so it is a hint and no verdict."
    )


def _figure(name: str, value: float) -> str:
    if name in closeness.FIGURES:
        return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")  # adding 0.0 makes -0.0 a zero
    return f"{100 * value:.1f} %" if value < 1 else f"{value:.1f}"
