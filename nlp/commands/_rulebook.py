"""The table of rules as a Markdown page: what each finds, whether it is on, and how often it fires in which texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.commands._rates import COLUMNS, rate
from nlp.rules.docs import parse
from nlp.rules.rates import rates
from nlp.rules.rule import Rule

_INTRODUCTION = """\
# The rules

`nlp rules --format markdown` writes this page; a test holds it to the rules and to `nlp/rules/rates.json`, which
`scripts/calibrate_rules.py --write` counts. `nlp explain RULE` tells more of each.

A rule is **on** by default where what it finds is wrong by its form, or where it is rare in what people wrote and the
counts do not speak against it; **off** rules run with `--preview` or when they are selected; those marked **source**
need the source text. Confidence is the probability that an editor would change the place: `nlp/rules/rates.py` says how
it is estimated.

Rates are hits per 10,000 words with 95 % Poisson intervals; empty: no hit. *French MT* is Google, Bing and Moses of
2012, {french:,} words, and *post-edits* what people made of the Moses, {edited:,} words; they were not native speakers
and left errors, so a hit there need not be a false alarm. *MT 2021* is from Icelandic, Japanese and Russian,
{recent:,} words; *human translations* are of the same articles, {human:,} words; *native* is English news, {native:,}
words. The rules were written with these texts in view.

"""
_NOT_COVERED = """\

## Artifacts without a rule

- A number that differs from the source's (inventory FRE-N606) is found by the detector `source`, which aligns the two
  texts (SRC-N101), not by a rule.
- A name that was translated or respelt (FRE-E701: Peter for Pierre, Marseilles for Marseille): exonyms are right too
  often to be told from errors without a gazetteer.
- "She" for an animal or a thing, after a feminine French noun (part of FRE-G801), needs coreference; only bodies such
  as a commission or a government are covered, with the source.
"""


def markdown(rules: Sequence[Rule]) -> str:
    """The page, for these rules in their order."""
    counted = rates()
    words = {name: sum(counted.words.get(c, 0) for c in corpora) for name, corpora in COLUMNS}
    introduction = _INTRODUCTION.format(
        french=words["French MT"],
        edited=words["post-edits"],
        recent=words["MT 2021"],
        human=words["human translations"],
        native=words["native"],
    )
    return introduction + "\n".join(_table(rules)) + "\n" + _NOT_COVERED


def _table(rules: Sequence[Rule]) -> Iterator[str]:
    names = [name for name, _ in COLUMNS]
    yield "| rule | finds | severity | default | confidence | " + " | ".join(names) + " |"
    yield "|---|---|---|---|---|" + "---|" * len(names)
    for rule in rules:
        cells = [f"`{rule.id}` {rule.slug}", parse(rule.doc).title.rstrip("."), rule.severity, _default(rule)]
        cells += [f"{rule.confidence:.2f}", *_rates(rule)]
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _default(rule: Rule) -> str:
    state = "off" if rule.preview else "on"
    return f"{state}, source" if rule.needs_source else state


def _rates(rule: Rule) -> Iterator[str]:
    for _, corpora in COLUMNS:
        count = rates().count(rule.id, corpora)
        yield rate(count) if count.hits else ""
