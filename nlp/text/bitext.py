"""Sentence alignment: which sentences of a text render which of its source.

Dynamic programming over monotone beads (1-1, 1-0, 0-1, 2-1, 1-2, 3-1, 1-3, 2-2) after Gale and Church, "A Program for
Aligning Sentences in Bilingual Corpora", Computational Linguistics 1993: the cost of a bead is the unlikelihood of its
lengths and its prior, as they give them, less what its two sides have in common: figures, and capitalised words or
acronyms that are spelled alike after transliteration. A matrix of similarities, from an embedder, counts where given.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nlp.types import Span

# Priors after Gale and Church's table 5; 3-1, 1-3 and none-to-one as rare as they are in translated news.
_PRIORS = {
    (1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.045, (1, 2): 0.045,
    (2, 2): 0.006, (3, 1): 0.003, (1, 3): 0.003,
}  # fmt: skip
_VARIANCE = 6.8  # of the length difference for a character, their s²
_ANCHOR = 2.0  # nats that a shared figure or name is worth, against chance
_EMBEDDED = 12.0  # nats for a cosine above the middle by one
_BAND = 12  # sentences away from the diagonal that are looked at, and an eighth of the longer text


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences [source.start, source.end) and [target.start, target.end), as indices; one of them may be empty."""

    source: Span
    target: Span


def align(
    source: Sequence[str],
    target: Sequence[str],
    *,
    ratio: float | None = None,
    similarity: Callable[[Span, Span], float] | None = None,
) -> list[Bead]:
    """Beads in order that cover both texts; no sentences on one side give beads with that side empty.

    `ratio` is how many characters of the target one of the source makes, by default that of the whole texts.
    `similarity` says for sentences on both sides how alike they are, around 0 for any two, up to 1.

    >>> source = ["Un an après, 300 morts.", "Il pleut. Macron se tait."]
    >>> beads = align(source, ["A year later, 300 dead.", "It rains.", "Macron is silent."])
    >>> [(bead.source.start, bead.source.end, bead.target.start, bead.target.end) for bead in beads]
    [(0, 1, 0, 1), (1, 2, 1, 3)]
    """
    n, m = len(source), len(target)
    lengths = [len(text.strip()) for text in source], [len(text.strip()) for text in target]
    ratio = ratio or (sum(lengths[1]) or 1) / (sum(lengths[0]) or 1)
    anchors = [_anchors(text) for text in source], [_anchors(text) for text in target]
    before = [_sums(side) for side in lengths]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    band = _BAND + max(n, m) // 8
    for i in range(n + 1):
        middle = round(i * m / n) if n else 0
        for j in range(max(0, middle - band) if n else 0, min(m, middle + band) + 1 if n else m + 1):
            options = []
            for (a, b), prior in _PRIORS.items():
                earlier = best.get((i - a, j - b))
                if earlier is None or (i, j) == (0, 0):
                    continue
                here, there = Span(i - a, i), Span(j - b, j)
                cost = -math.log(prior)
                if a and b:
                    cost += _length_cost(before[0][i] - before[0][i - a], before[1][j] - before[1][j - b], ratio)
                    cost -= _ANCHOR * _shared(anchors[0], here, anchors[1], there)
                    if similarity is not None:
                        cost -= _EMBEDDED * similarity(here, there) * max(a, b)
                options.append((earlier[0] + cost, (a, b)))
            if options:
                best[i, j] = min(options)
    beads: list[Bead] = []
    i, j = n, m
    while i or j:
        a, b = best[i, j][1]
        beads.append(Bead(Span(i - a, i), Span(j - b, j)))
        i, j = i - a, j - b
    return beads[::-1]


def _length_cost(source: int, target: int, ratio: float) -> float:
    """Gale and Church's: minus the logarithm of how probable so great a difference is."""
    mean = (source + target / ratio) / 2
    if not mean:
        return 0.0
    delta = (target - source * ratio) / math.sqrt(mean * ratio * _VARIANCE)
    return min(25.0, -math.log(max(1e-11, math.erfc(abs(delta) / math.sqrt(2)))))


def _shared(theirs: Sequence[Counter[str]], here: Span, ours: Sequence[Counter[str]], there: Span) -> float:
    """How many anchors the two have in common, with diminishing returns."""
    left: Counter[str] = sum((theirs[index] for index in range(here.start, here.end)), Counter())
    right: Counter[str] = sum((ours[index] for index in range(there.start, there.end)), Counter())
    return math.sqrt(sum((left & right).values()))


_FIGURES = re.compile(r"\d+")
_CAPITALISED = re.compile(r"[^\W\d_]{3,}")


@lru_cache(maxsize=4_000)
def _anchors(text: str) -> Counter[str]:
    """Figures, and the first four letters of words with a capital (in scripts without capitals: none)."""
    from anyascii import anyascii

    found = Counter(str(int(figures)) for figures in _FIGURES.findall(text) if len(figures) < 40)
    found.update(anyascii(word).lower()[:4] for word in _CAPITALISED.findall(text) if word[0].isupper())
    return found


def _sums(values: Sequence[int]) -> list[int]:
    total, sums = 0, [0]
    for value in values:
        total += value
        sums.append(total)
    return sums
