"""What was counted of a rule, in words: its rates with intervals, and why it is on by default or not."""

from __future__ import annotations

from nlp.rules.rates import (
    BING,
    GOOGLE,
    HUMAN,
    MT_2021,
    NATIVE,
    POST_EDIT,
    SMT,
    Count,
    Rates,
    by_form,
    machine,
    people,
    rates,
)
from nlp.rules.rule import Rule
from nlp.statistics.rates import poisson_interval, rate_ratio, rate_ratio_interval

# Columns of the table of rules: what they are called, and the corpora in them.
COLUMNS = (
    ("French MT", (GOOGLE, BING, SMT)),
    ("MT 2021", (MT_2021,)),
    ("post-edits", (POST_EDIT,)),
    ("native", (NATIVE,)),
    ("human translations", (HUMAN,)),
)
CORPUS_NAMES = {
    GOOGLE: "Google 2012, from French",
    BING: "Bing 2012, from French",
    SMT: "Moses 2012, from French",
    POST_EDIT: "human post-edits of Moses, from French",
    NATIVE: "natively English news, 2020",
    HUMAN: "human translations from Icelandic, Japanese, Russian, 2020",
    MT_2021: "MT of 2021 from Icelandic, Japanese, Russian",
}
# With fewer hits than this in what people wrote, the counts cannot tell people from machines.
ENOUGH = 10


def rate(count: Count, *, digits: int = 2) -> str:
    """Hits per 10,000 words with their 95 % interval; "0" with its upper end."""
    low, high = poisson_interval(count.hits, count.words / 1e4)
    per = count.hits / count.words * 1e4
    return f"{per:.{digits}f} [{low:.{digits}f}, {high:.{digits}f}]"


def may_be_on(rule: Rule, counted: Rates | None = None) -> bool:
    """Whether the counts allow the rule to be on by default."""
    return _verdict(rule, counted or rates())[0]


def standing(rule: Rule, counted: Rates | None = None) -> str:
    """Whether the rule is on by default, and why, in one sentence."""
    allowed, why = _verdict(rule, counted or rates())
    if rule.configured is not None:
        return "On by default, and finds nothing until the settings say what to look for."
    if not rule.preview:
        return f"On by default: {why}."
    if not allowed:
        return f"Off by default: {why}."
    return f"Off by default: the authors trust it too little (see Limits), though {why}."


def _verdict(rule: Rule, counted: Rates) -> tuple[bool, str]:
    """The first that holds: wrong by form, never seen, clearly people's, rare among people, clearly MT's, repaired."""
    mt, human = counted.count(rule.id, machine(rule)), counted.count(rule.id, people(rule))
    if by_form(rule):
        return True, "what it finds is wrong by its form, whoever wrote it"
    if not mt.hits and not human.hits:
        return True, "it never fired in the texts that were counted, so the authors' judgement stands"
    _, high = rate_ratio_interval(mt.hits, mt.words, human.hits, human.words)
    if high is not None and high < 1:
        return False, "people write what it finds more often than machines do"
    if human.hits < ENOUGH:
        return True, f"it fired {_times(human.hits)} in {human.words:,} words that people wrote or corrected"
    ratio = rate_ratio(mt.hits, mt.words, human.hits, human.words) or 0.0
    low, _ = rate_ratio_interval(mt.hits, mt.words, human.hits, human.words)
    if low > 1:
        return (
            True,
            f"it fires {ratio:.1f} times as often in MT as in what people wrote or corrected, at least {low:.1f}",
        )
    seen, changed = counted.count(rule.id, (SMT,)).hits, counted.changed.get(rule.id, 0)
    if seen >= ENOUGH and 2 * changed >= seen:
        return True, f"post-editors changed {changed} of the {seen} places it finds in the MT they were given"
    return False, f"it fires {ratio:.1f} times as often in MT as in what people wrote or corrected, which may be chance"


def _times(number: int) -> str:
    return {0: "not once", 1: "once", 2: "twice"}.get(number, f"{number} times")


def origin(rule: Rule, counted: Rates | None = None) -> str:
    """Where the rule's confidence comes from."""
    prior = rule.confidence if rule.prior is None else rule.prior
    counted = counted or rates()
    if by_form(rule):
        return "the authors' judgement; the rule is decided by form"
    if not counted.count(rule.id, machine(rule)).hits:
        return "the authors' judgement; nothing was counted"
    return f"the authors' judgement, {prior:.2f}, as ten findings, and the counts below"


def measured(rule: Rule, counted: Rates | None = None) -> list[str]:
    """Lines with the rule's rate in each corpus; empty when it was not counted."""
    counted = counted or rates()
    if rule.id not in counted.hits:
        return []
    lines = []
    for corpus, name in CORPUS_NAMES.items():
        count = counted.count(rule.id, (corpus,))
        lines.append(f"{rate(count):<22} {count.hits:>6}  {name}")
    if seen := counted.count(rule.id, (SMT,)).hits:
        lines.append(f"post-editors changed {counted.changed.get(rule.id, 0)} of the {seen} in Moses")
    return lines
