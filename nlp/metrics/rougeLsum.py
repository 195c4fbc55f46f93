"""ROUGE-Lsum: like ROUGE-L, but sentence by sentence, so that the order of sentences does not matter; F1.

Range      0 to 1, printed as 0 to 100; higher is better.
Source     C.-Y. Lin, ROUGE, ACL Workshop 2004, section 3.2; hits are clipped as in ROUGE-1.5.5. This is the
           "ROUGE-L" of most papers on news. Of several references the one with the best F1 counts;
           part="recall" or "precision" reports that side of it.
Sentences  Under "unicode" every line is split into sentences, so that a summary scores the same written on one
           line or on several. Under "rouge155" a line is a sentence, as in rouge-score: there a summary on one
           line gets its rougeL.
Undefined  without a reference that has words. An empty hypothesis scores 0.

>>> from nlp.types import Sample
>>> sample = Sample("1", "It rained. They left early.", references=("They left early. It rained.",))
>>> value(measure([sample])[0]), round(value(measure([sample], tokenizer="rouge155")[0]), 3)
(1.0, 0.6)
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from nlp.metrics._rouge import Part, Tokenize, rows, union_overlap
from nlp.metrics._rouge import signature as _signature
from nlp.metrics._rows import Row, ratio
from nlp.text.sentences import split
from nlp.types import Sample

TASKS = ("summary",)
NEEDS = ("references",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "no reference has words"


def measure(
    samples: Sequence[Sample], *, tokenizer: str = "unicode", stem: bool = False, lang: str = "en", part: Part = "f1"
) -> list[Row]:
    """Rows (score, 1).

    `tokenizer` is "unicode" or "rouge155"; `stem` takes Porter stems of English words; `lang` is the language
    whose abbreviations the sentence splitter knows; `part` is what is reported.
    """

    def sentences(text: str, tokenize: Tokenize) -> list[list[str]]:
        parts = text.split("\n")
        if tokenizer == "unicode":
            parts = [span.of(line) for line in text.splitlines() for span in split(line, 0, len(line), lang=lang)]
        return [found for found in map(tokenize, parts) if found]

    return rows(samples, sentences, union_overlap, tokenizer=tokenizer, stem=stem, part=part)


def value(total: Sequence[float]) -> float | None:
    """Mean over samples."""
    return ratio(total)


def signature(
    *, nref: int | str = 1, tokenizer: str = "unicode", stem: bool = False, lang: str = "en", part: Part = "f1"
) -> str:
    split_by = f"sentencex-{version('sentencex')}-{lang}" if tokenizer == "unicode" else "newline"
    return _signature("rougeLsum", nref=nref, tokenizer=tokenizer, stem=stem, part=part, extra=f"|split:{split_by}")
