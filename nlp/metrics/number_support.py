"""Number support: the share of the hypothesis's numbers that its source has too.

Range      0 to 1, printed as 0 to 100; higher is better. Over many samples: supported numbers by all numbers.
Source     Own measure, of the family of Zhao, Cohen and Webber, "Reducing Quantity Hallucinations in Abstractive
           Summarization", EMNLP Findings 2020. Numbers are read by `nlp.text.numbers`: 12,000 = 12 000 = twelve
           thousand; "1.234" may be either of two numbers, and one reading in common is enough.
Translation  Only numbers in figures are checked, for number words of the source's language are not read; figures
           match across locales ("1.234,5", "1,234.5"), "3 Mrd." is 3 billion.
Limits     Looks for the value anywhere in the source: a right number in the wrong place is supported. Sums and
           roundings are not. "one", "first" and "second" are not checked: they are rarely numbers.
Undefined  for a hypothesis without numbers, or without a source.

>>> from nlp.types import Sample
>>> source = "More than 12,000 people marched on January 26, 2022."
>>> value(measure([Sample("1", "Twelve thousand people marched in 2023.", source=source)])[0])
0.5
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from nlp import __version__
from nlp.metrics._rows import UNDEFINED, Row, ratio
from nlp.text.numbers import numbers
from nlp.types import Sample

TASKS = ("summary", "translation")
NEEDS = ("source",)
HIGHER_IS_BETTER = True
PERCENT = True
UNDEFINED_BECAUSE = "the hypothesis has no numbers to check"

_RARELY_NUMBERS = frozenset(["one", "first", "second"])


def measure(samples: Sequence[Sample], *, task: str = "summary") -> list[Row]:
    """Rows (supported numbers, numbers). `task` "translation" says that the source is in another language."""
    foreign = task == "translation"

    def row(sample: Sample) -> Row:
        if sample.source is None:
            return UNDEFINED
        known = set(chain.from_iterable(number.readings for number in numbers(sample.source, foreign=foreign)))
        claimed = [
            number.readings
            for number in numbers(sample.hypothesis)
            if not (number.spelled and (foreign or number.of(sample.hypothesis).lower() in _RARELY_NUMBERS))
        ]
        return float(sum(not known.isdisjoint(readings) for readings in claimed)), float(len(claimed))

    return [row(sample) for sample in samples]


def value(total: Sequence[float]) -> float | None:
    """Supported numbers by all numbers."""
    return ratio(total)


def signature(*, task: str = "summary") -> str:
    return f"number_support|words:{'no' if task == 'translation' else 'en'}|avg:number|v:{__version__}"
