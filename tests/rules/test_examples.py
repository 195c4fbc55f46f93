"""Every rule's docstring is its test: what `Flags` shows is found exactly, what `Leaves alone` shows is not."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from nlp.read.assemble import article
from nlp.rules.configured import bound
from nlp.rules.docs import Example, parse
from nlp.rules.engine import Engine
from nlp.rules.library import all_rules
from nlp.rules.rule import Rule
from nlp.types import SEVERITIES, Finding

RULES = all_rules()


def found(rule: Rule, example: Example) -> list[Finding]:
    made = article(example.text, source=example.source, check_language=False)
    ready = bound(rule, rule.configured.example) if rule.configured else rule
    assert ready is not None
    return sorted(Engine([ready]).find(made), key=Finding.sort_key)


def examples(kind: str) -> list:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(parse(rule.doc), kind))
    ]


@pytest.mark.parametrize(("rule", "example"), examples("flags"))
def test_flags(rule: Rule, example: Example):
    findings = found(rule, example)
    assert [(f.start, f.end) for f in findings] == [(s.start, s.end) for s in example.spans]
    if example.repairs is not None:
        assert [f.replacements for f in findings] == list(example.repairs)


@pytest.mark.parametrize(("rule", "example"), examples("leaves_alone"))
def test_leaves_alone(rule: Rule, example: Example):
    assert found(rule, example) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_is_well_formed(rule: Rule):
    doc = parse(rule.doc)
    assert len(doc.flags) >= 2, "a rule shows at least two things it flags"
    assert len(doc.leaves_alone) >= 2, "a rule shows at least two things it leaves alone"
    assert all(example.spans for example in doc.flags)
    assert re.fullmatch(r"(FRE|GEN)-[A-Z]\d{3}", rule.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.slug)
    assert rule.id.startswith("GEN") == (rule.languages == ())
    assert rule.severity in SEVERITIES
    assert 0 < rule.confidence < 1
    ways = (bool(rule.pattern), rule.find is not None, rule.configured is not None)
    assert sum(ways) == 1, "a rule has a pattern, a find function or one made from the settings"
    assert rule.message.endswith((".", "?"))
    assert not rule.safe or any(repairs for example in doc.flags for repairs in example.repairs or ()), (
        "a rule whose repair is safe shows a repair"
    )
    assert doc.sections["Source"]
    assert doc.sections["Why it matters"]


def test_ids_and_slugs_are_unique():
    for names in (Counter(rule.id for rule in RULES), Counter(rule.slug for rule in RULES)):
        assert [name for name, count in names.items() if count > 1] == []
