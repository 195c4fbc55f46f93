from __future__ import annotations

import json

import pytest

from nlp.cli import main
from nlp.rules.docs import SECTIONS
from nlp.rules.library import all_rules


def test_explains_every_rule_with_every_section(capsys: pytest.CaptureFixture[str]):
    for rule in all_rules():
        assert main(["explain", rule.id]) == 0
        shown = capsys.readouterr().out
        assert shown.startswith(f"{rule.id} {rule.slug}\n")
        assert all(f"\n{section}\n" in shown for section in SECTIONS)


def test_marks_and_repairs_are_shown(capsys: pytest.CaptureFixture[str]):
    main(["explain", "count-for-intend"])
    shown = capsys.readouterr().out
    assert "The government ⟦counts to raise⟧ the tax next year." in shown
    assert "instead: intends to raise | plans to raise" in shown


def test_unknown_rule(capsys: pytest.CaptureFixture[str]):
    assert main(["explain", "FRE-C2O1"]) == 2
    assert "did you mean FRE-C201" in capsys.readouterr().err


def test_list_of_rules(capsys: pytest.CaptureFixture[str]):
    assert main(["rules"]) == 0
    table = capsys.readouterr().out
    assert main(["rules", "--format", "json"]) == 0
    records = json.loads(capsys.readouterr().out)
    assert [record["id"] for record in records] == [rule.id for rule in all_rules()]
    assert all(rule.id in table and rule.slug in table for rule in all_rules())


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("SRC-N101", "number-changed"),
        ("negation-lost", "SRC-G202"),
        ("span", "annotator"),
        ("FLUENCY", "language model"),
    ],
)
def test_findings_of_other_detectors_are_explained(name, says, capsys):
    assert main(["explain", name]) == 0
    assert says in capsys.readouterr().out
