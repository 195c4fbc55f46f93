"""How often each rule fired in texts of known origin, and the confidence that follows.

`rates.json` is written by `scripts/calibrate_rules.py --write`. A finding's confidence is the probability that an editor
would change the place. It is estimated as the mean of a Beta distribution (Gelman et al., Bayesian Data Analysis, 2013,
section 2.4) that begins as the authors' judgement, worth ten findings, and is moved by what was counted:

- where the statistical MT of the French set has at least five hits, by how many of them its post-editors changed;
- else by the hits in the other MT, of which those count as changed that exceed what people's text of the same length has.

With p the authors' judgement, n hits and k of them changed: (10 p + k) / (10 + n). Rules decided by form alone (layout
residue; generic rules whose repair is safe) keep the authors' figure: what they find is wrong whoever wrote it, so
that post-edits have it too says nothing about them. So do rules that never fired.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.rules.rule import Rule

PATH = Path(__file__).parent / "rates.json"

NATIVE, HUMAN, POST_EDIT = "native", "human translation", "post-edit"
MT_2021, GOOGLE, BING, SMT = "MT 2021", "Google 2012", "Bing 2012", "SMT 2012"
CORPORA = (NATIVE, HUMAN, POST_EDIT, MT_2021, GOOGLE, BING, SMT)
PEOPLE = (NATIVE, HUMAN, POST_EDIT)
FRENCH_MT = (GOOGLE, BING, SMT)

PRIOR_WEIGHT = 10.0
_ENOUGH_SEEN = 5  # hits in the statistical MT from which its post-editors' verdict counts alone


@dataclass(frozen=True, slots=True)
class Count:
    """Hits of a rule in some corpora and the words these have."""

    hits: int
    words: int


@dataclass(frozen=True, slots=True)
class Rates:
    """Words of each corpus; hits of each rule in each; how many of a rule's hits in the statistical MT the editors changed."""

    words: Mapping[str, int]
    hits: Mapping[str, Mapping[str, int]]
    changed: Mapping[str, int]

    def count(self, rule: str, corpora: tuple[str, ...]) -> Count:
        """The rule's hits in these corpora together; a rule that was not counted has no words either."""
        found = self.hits.get(rule)
        if found is None:
            return Count(0, 0)
        return Count(sum(found.get(c, 0) for c in corpora), sum(self.words[c] for c in corpora))


@cache
def rates() -> Rates:
    """What was counted last; nothing when rates.json is missing."""
    if not PATH.is_file():
        return Rates({}, {}, {})
    record = json.loads(PATH.read_text(encoding="utf-8"))
    return Rates(record["words"], record["hits"], record["changed"])


def by_form(rule: Rule) -> bool:
    """Whether what the rule finds is wrong by its form, whoever wrote it."""
    return rule.evidence == "layout" or rule.configured is not None or (not rule.languages and rule.safe)


def machine(rule: Rule) -> tuple[str, ...]:
    """The corpora that are machine translation of what the rule is about, post-edited SMT last."""
    return FRENCH_MT if rule.languages else (MT_2021, *FRENCH_MT)


def people(rule: Rule) -> tuple[str, ...]:
    """What people wrote, to compare with: the same French segments post-edited, or all where any source will do."""
    return (POST_EDIT,) if rule.languages else PEOPLE


def confidence(rule: Rule, counted: Rates | None = None) -> float:
    """The probability that an editor would change what the rule finds, to two digits; see the top of this file."""
    counted = rates() if counted is None else counted
    if by_form(rule):
        return rule.confidence
    seen = counted.count(rule.id, (SMT,)).hits
    if seen >= _ENOUGH_SEEN:
        hits, changed = seen, float(counted.changed.get(rule.id, 0))
    else:
        mt = counted.count(rule.id, tuple(c for c in machine(rule) if c != SMT))
        human = counted.count(rule.id, people(rule))
        expected = human.hits * mt.words / human.words if human.words else 0.0
        hits, changed = mt.hits, max(0.0, mt.hits - expected)
    mean = (PRIOR_WEIGHT * rule.confidence + changed) / (PRIOR_WEIGHT + hits)
    return round(min(0.99, max(0.01, mean)), 2)
