"""ROUGE, what its four variants share: the best reference counts, and the signature says how words were made.

C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", ACL Workshop 2004. With `tokenizer="rouge155"`
the numbers are those of rouge-score 0.1.2, which follows the original ROUGE-1.5.5.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Literal, NamedTuple, TypeVar

from nlp import __version__
from nlp.errors import OptionError
from nlp.metrics._lcs import lcs_positions
from nlp.metrics._rows import UNDEFINED, Row, mean_row
from nlp.metrics._tokens import tokens
from nlp.text.ngrams import ngrams, overlap
from nlp.types import Sample

Part = Literal["f1", "precision", "recall"]


class Overlap(NamedTuple):
    """How much two texts have in common, each 0 to 1."""

    f1: float
    precision: float
    recall: float


Tokenize = Callable[[str], list[str]]
Units = TypeVar("Units", Counter[Hashable], list[str], list[list[str]])


def rows(
    samples: Sequence[Sample],
    units: Callable[[str, Tokenize], Units],
    compare: Callable[[Units, Units], Overlap],
    *,
    tokenizer: str,
    stem: bool,
    part: Part,
) -> list[Row]:
    """Rows (score, 1): `units` makes of a text what is compared, `compare` compares hypothesis and reference.

    The reference with the best F1 counts. A reference in which there is nothing to find is passed over, except
    under `rouge155`, where it scores 0.0 as in rouge-score; a sample without any other reference is undefined.
    """
    tokenize = partial(tokens, tokenizer=tokenizer, stem_words=stem)

    def row(sample: Sample) -> Row:
        if not sample.references:
            return UNDEFINED
        hypothesis = units(sample.hypothesis, tokenize)
        references = [units(reference, tokenize) for reference in sample.references]
        found = [compare(hypothesis, reference) for reference in references if reference or tokenizer == "rouge155"]
        best = max(found, key=lambda overlap: overlap.f1, default=None)
        return UNDEFINED if best is None else mean_row(getattr(best, part))

    if part not in Overlap._fields:
        raise OptionError(f"ROUGE has no part '{part}'; it has {', '.join(Overlap._fields)}")
    return [row(sample) for sample in samples]


def signature(name: str, *, nref: int | str, tokenizer: str, stem: bool, part: Part, extra: str = "") -> str:
    """Name, part, tokenizer, stemmer, case, number of references and version, in the manner of sacreBLEU."""
    norm = "|norm:nfkc" if tokenizer == "unicode" else ""
    stemmer = "porter" if stem else "no"
    return f"{name}.{part}|tok:{tokenizer}|stem:{stemmer}|case:lower{norm}{extra}|nref:{nref}|v:{__version__}"


def overlap_of(hits: int, hypothesis: int, reference: int) -> Overlap:
    """Of `hits` units in common to `hypothesis` and `reference` many; all 0.0 when there is none."""
    if not hits:
        return Overlap(0.0, 0.0, 0.0)
    precision, recall = hits / hypothesis, hits / reference
    return Overlap(2 * precision * recall / (precision + recall), precision, recall)


def ngram_rows(samples: Sequence[Sample], n: int, *, tokenizer: str, stem: bool, part: Part) -> list[Row]:
    """Rows of ROUGE-N: overlap of the bags of n-grams."""

    def units(text: str, tokenize: Tokenize) -> Counter[Hashable]:
        found = tokenize(text)
        return Counter(found if n == 1 else ngrams(found, n))

    def compare(hypothesis: Counter[Hashable], reference: Counter[Hashable]) -> Overlap:
        return overlap_of(overlap(hypothesis, reference), hypothesis.total(), reference.total())

    return rows(samples, units, compare, tokenizer=tokenizer, stem=stem, part=part)


def union_overlap(hypothesis: list[list[str]], reference: list[list[str]]) -> Overlap:
    """The summary-level LCS (section 3.2 of the paper): hits are the tokens of each reference sentence that
    lie in its LCS with any hypothesis sentence. A token counts no oftener than it occurs on the hypothesis side,
    as in ROUGE-1.5.5.
    """
    left = Counter(token for sentence in hypothesis for token in sentence)
    length = left.total()
    hits = 0
    for sentence in reference:
        union = 0
        for other in hypothesis:
            union |= lcs_positions(sentence, other)
        for index, token in enumerate(sentence):
            if union >> index & 1 and left[token] > 0:
                left[token] -= 1
                hits += 1
    return overlap_of(hits, length, sum(map(len, reference)))
