"""BERTScore's arithmetic: greedy matching of word pieces by the cosines of their vectors in context.

Zhang, Kishore, Wu, Weinberger and Artzi, "BERTScore: Evaluating Text Generation with BERT", ICLR 2020. Each piece of
the hypothesis is matched with the piece of the reference most like it: their mean cosine is precision; recall is the
same from the reference's side. Special pieces take no part. Scores are not rescaled with a baseline.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from nlp.errors import OptionError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from nlp.models.token_vectors import TokenEncoder

Part = Literal["f1", "precision", "recall"]


@dataclass(frozen=True, slots=True)
class Match:
    """How well two texts match, each 0 to 1; all 0.0 when one of them has no word piece."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def part(self, name: Part) -> float:
        if name not in get_args(Part):
            raise OptionError(f"BERTScore has no part '{name}'; it has {', '.join(get_args(Part))}")
        return float(getattr(self, name))


@dataclass(slots=True)
class Matcher:
    """Matches texts under one encoder. Texts met before are not encoded again.

    `idf` weighs pieces, rare ones more; without it all weigh the same.
    """

    encoder: TokenEncoder
    idf: dict[int, float] | None = None
    unseen: float = 1.0  # the weight of a piece that is not in `idf`
    _known: dict[str, tuple[list[int], NDArray[np.float32]]] = field(default_factory=dict)

    def has_pieces(self, text: str) -> bool:
        return bool(self._encoded(text)[0])

    def match(self, hypothesis: str, reference: str) -> Match:
        import numpy as np

        ours, our_vectors = self._encoded(hypothesis)
        theirs, their_vectors = self._encoded(reference)
        if not ours or not theirs:
            return Match(0.0, 0.0)
        cosines = our_vectors @ their_vectors.T
        precision = np.average(cosines.max(axis=1), weights=self._weights(ours))
        recall = np.average(cosines.max(axis=0), weights=self._weights(theirs))
        return Match(*(min(1.0, max(0.0, float(x))) for x in (precision, recall)))

    def _encoded(self, text: str) -> tuple[list[int], NDArray[np.float32]]:
        if text not in self._known:
            pieces = self.encoder.pieces(text)
            self._known[text] = pieces, self.encoder.vectors(pieces)
        return self._known[text]

    def _weights(self, pieces: list[int]) -> list[float] | None:
        """None, which weighs all the same, also where idf finds every piece to be in every text."""
        if self.idf is None:
            return None
        weights = [self.idf.get(piece, self.unseen) for piece in pieces]
        return weights if any(weights) else None


def matcher(encoder: TokenEncoder, *, idf_of: Iterable[str] | None = None) -> Matcher:
    """A matcher; with `idf_of`, pieces weigh log((n + 1) / (texts with it + 1)) over those n texts, as in the paper."""
    if idf_of is None:
        return Matcher(encoder)
    counts: Counter[int] = Counter()
    n = 0
    for text in idf_of:
        counts.update(set(encoder.pieces(text)))
        n += 1
    idf = {piece: math.log((n + 1) / (count + 1)) for piece, count in counts.items()}
    return Matcher(encoder, idf=idf, unseen=math.log(n + 1))
