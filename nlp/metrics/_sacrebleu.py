"""BLEU, chrF, chrF++ and TER by sacreBLEU (Post, "A Call for Clarity in Reporting BLEU Scores", WMT 2018).

sacreBLEU computes a corpus score from statistics a segment that add up; those are the rows here, with a 1 at the
end that counts the sample. A sample is a segment, however long. `_extract_corpus_statistics` and
`_compute_score_from_stats` are what sacreBLEU's own significance tests are built on; no public function gives
statistics for chrF, and the tests hold both to the public scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from nlp.errors import OptionError
from nlp.metrics._rows import Row
from nlp.types import Sample

# BLEU tokenizers that need no download and no extra package
TOKENIZERS = ("13a", "intl", "zh", "char", "none")


@cache
def scorer(name: str, **options: Any) -> Any:  # noqa: ANN401 - sacreBLEU's own options and untyped classes
    """SacreBLEU's metric of that name ("BLEU", "CHRF", "TER")."""
    from sacrebleu import metrics

    return getattr(metrics, name)(**options)


def bleu(*, tokenize: str, effective_order: bool = False) -> Any:  # noqa: ANN401
    """SacreBLEU's BLEU. Raises OptionError for a tokenizer that is not among TOKENIZERS."""
    if tokenize not in TOKENIZERS:
        raise OptionError(f"BLEU has no tokenizer '{tokenize}' here; known: {', '.join(TOKENIZERS)}")
    return scorer("BLEU", tokenize=tokenize, effective_order=effective_order, force=True)


def rows(metric: Any, samples: Sequence[Sample], *, width: int) -> list[Row]:  # noqa: ANN401
    """`width` statistics a sample and a final 1; zeros for a sample without references."""

    def row(sample: Sample) -> Row:
        if not sample.references:
            return (0.0,) * (width + 1)
        streams = [[reference] for reference in sample.references]
        return (*map(float, metric._extract_corpus_statistics([sample.hypothesis], streams)[0]), 1.0)

    return [row(sample) for sample in samples]


def value(metric: Any, total: Sequence[float]) -> float | None:  # noqa: ANN401
    """SacreBLEU's score, on its scale; None when the sum counts no sample."""
    *statistics, count = total
    return float(metric._compute_score_from_stats(statistics).score) if count else None


def signature(name: str, metric: Any, nref: int | str) -> str:  # noqa: ANN401
    """SacreBLEU's own signature after the metric's name; `nref` is a number, or "var"."""
    metric.num_refs = -1 if nref == "var" else nref
    return f"{name}|{metric.get_signature()}"
