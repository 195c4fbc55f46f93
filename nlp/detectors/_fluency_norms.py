"""How surprising words of each kind are in natively English news: the tail of the distribution, from a table.

Above its 90 % quantile the difference of surprisal and entropy falls off about exponentially, whatever the kind of
word, so two numbers describe what is extreme: that quantile and the mean excess over it (Pickands 1975, "Statistical
Inference Using Extreme Order Statistics", with shape 0). The table `fluency_norms.json` is made by
`scripts/estimate_fluency_norms.py` and says from what.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.text.word_kinds import Kind

FILE = Path(__file__).parent / "fluency_norms.json"
BODY = 0.9  # the share of words below the tail

# The kinds that are marked. The most surprising function words and first words of translated news are marked by
# annotators no oftener than any word (.05 of 13 and .07 of 10 against .08 and .09), so they are left alone.
MARKED: frozenset[Kind] = frozenset({"punctuation", "number", "name", "quoted", "content"})


@dataclass(frozen=True, slots=True)
class Norm:
    """Of one kind of word, in bits: where the tail begins, and its mean excess. `words` is how many it is from."""

    words: int
    begin: float
    excess: float

    def tail(self, difference: float) -> float:
        """The share of words that differ at least as much: 1 - BODY where the tail begins, and less above.

        >>> round(Norm(1000, 7.0, 3.0).tail(7.0), 3), round(Norm(1000, 7.0, 3.0).tail(20.8), 3)
        (0.1, 0.001)
        """
        return (1 - BODY) * math.exp(-max(0.0, difference - self.begin) / self.excess)


@dataclass(frozen=True, slots=True)
class Norms:
    """The table. `extreme`: words with a smaller tail are marked; `confidence`: how often an annotator marks those."""

    kinds: Mapping[Kind, Norm]
    extreme: float
    confidence: float


def estimate(differences: Sequence[float]) -> Norm:
    """The norm of a kind of word from the differences of its words. Raises ValueError for fewer than 100."""
    import numpy as np

    if len(differences) < 100:
        raise ValueError(f"a tail cannot be estimated from {len(differences)} words")
    values = np.array(differences)
    begin = float(np.quantile(values, BODY))
    return Norm(len(differences), round(begin, 3), round(float((values[values > begin] - begin).mean()), 3))


@cache
def load(file: Path = FILE) -> Norms:
    """The table in a file."""
    table = json.loads(file.read_text(encoding="utf-8"))
    kinds = {kind: Norm(**norm) for kind, norm in table["kinds"].items()}
    return Norms(kinds, table["extreme"], table["confidence"]["value"])
