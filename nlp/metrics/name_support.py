"""Name support: the share of the hypothesis's names that its source has too.

Range      0 to 1, printed as 0 to 100; higher is better. Over many samples: supported names by all names.
Source     Own measure, of the family of entity precision (Nan et al., "Entity-level Factual Consistency of
           Abstractive Text Summarization", EACL 2021), with capitals in the place of a named-entity recogniser; see
           `nlp.text.names` for what counts as a name. Compared without case, accents and titles.
Translation  Only names in Latin letters against sources in Latin letters, spelled alike: "Macron" is found, "Germany"
           for "Allemagne" is not, so compare systems on the same sources and do not read the number alone.
Limits     A name must stand in the source word for word: "Joe Biden" is not supported by "Biden". A right name in
           the wrong role is supported. Useless for German, which capitalises all nouns.
Undefined  for a hypothesis without names, without a source, or across alphabets.

>>> from nlp.types import Sample
>>> source = "The Russian president, Vladimir Putin, met his French counterpart on Friday."
>>> value(measure([Sample("1", "In Paris, President Putin met a French official.", source=source)])[0])
0.6666666666666666
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, ratio
from nlp.text.names import folded, names
from nlp.types import Sample

TASKS = ("summary", "translation")
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "the hypothesis has no names to check, or the source is in another alphabet"

_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]")


def measure(samples: Sequence[Sample], *, task: str = "summary") -> list[Row]:
    """Rows (supported names, names). `task` "translation" says that the source is in another language."""

    def row(sample: Sample) -> Row:
        if sample.source is None:
            return UNDEFINED
        if task == "translation":
            if not _is_latin(sample.source):
                return UNDEFINED
            found = [span.of(sample.hypothesis) for span in names(sample.hypothesis)]
            found = [name for name in found if _is_latin(name)]
        else:
            found = [span.of(sample.hypothesis) for span in names(sample.hypothesis, context=sample.source)]
        known = f" {folded(sample.source)} "
        return float(sum(f" {folded(name)} " in known for name in found)), float(len(found))

    return [row(sample) for sample in samples]


def _is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin."""
    return 2 * len(_LATIN.findall(text)) > len(_LETTER.findall(text))


def value(total: Sequence[float]) -> float | None:
    """Supported names by all names."""
    return ratio(total)


def signature(*, task: str = "summary") -> str:
    context = "none" if task == "translation" else "source"
    return f"name_support|names:capitals|context:{context}|case:lower|accents:no|avg:name|v:{__version__}"
