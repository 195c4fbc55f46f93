"""Which of several repairs reads best in its place, by a language model.

Off unless it is asked for, since it was not measured to help: on the rules' own examples and on translations of 2012
with their post-edits, the order a rule gives its repairs in was right more often than the model's, and as often where
the model had to be much surer (`MARGIN` has the figures).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from nlp.types import Article, Finding

if TYPE_CHECKING:
    from nlp.models.causal_lm import CausalLM

MARGIN = 5.0
"""Bits by which a later repair must be likelier than the first to take its place.

Measured 2026-11-25 with SmolLM2-135M-Instruct on all unsafe findings with several repairs: 199 in the rules' own
examples, where the first repair is right by definition, and 42 in the translations of 10,000 sentences by three systems
(Potet et al. 2012), where some but not all repairs stand in the post-edit. Of those the rules' first repair was right
in 38. The model's was right in 115 and 23 with a margin of 0 bits, 142 and 31 with 2, 174 and 39 with 5, 189 and 38
with 8.
"""

# Characters around a finding that the model reads: a few sentences before, the rest of its line behind.
_BEFORE, _AFTER = 400, 300


def ranker(lm: CausalLM) -> Callable[[Article, Sequence[Finding]], list[Finding]]:
    """What `nlp.fixing.fix` takes as `rank`: the findings of an article, the likeliest repair of each first.

    Repairs that are safe stay as they are: the rule vouches for the first alone. The same input gives the same order.
    """

    def rank(article: Article, findings: Sequence[Finding]) -> list[Finding]:
        return [_ranked(article.text, finding, lm) for finding in findings]

    return rank


def _ranked(text: str, finding: Finding, lm: CausalLM) -> Finding:
    if finding.safe or len(finding.replacements) < 2:
        return finding
    costs = surprisals(text, finding, lm)
    best = min(range(len(costs)), key=lambda number: (costs[number], number))
    if costs[0] - costs[best] < MARGIN:
        return finding
    others = (r for number, r in enumerate(finding.replacements) if number != best)
    return dataclasses.replace(finding, replacements=(finding.replacements[best], *others))


def surprisals(text: str, finding: Finding, lm: CausalLM) -> list[float]:
    """For each repair of a finding the bits from its beginning to the end of its line, less than 300 characters on.

    Bits are added up, not averaged, so that a repair is charged for what it says and for what it makes of the rest.
    """
    from nlp.models import surprisal

    before = text[max(0, finding.start - _BEFORE) : finding.start]
    after = text[finding.end : finding.end + _AFTER].split("\n", 1)[0]
    readings = surprisal.read([before + replacement + after for replacement in finding.replacements], lm)
    return [float(reading.surprisal[reading.offsets[:, 1] > len(before)].sum()) for reading in readings]
