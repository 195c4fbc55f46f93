from __future__ import annotations

from pathlib import Path

import pytest

from nlp.cli import main
from nlp.commands._rates import may_be_on, standing
from nlp.rules.library import all_rules, by_name
from nlp.rules.rates import rates

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "rules.md"


def test_the_page_of_rules_is_up_to_date(capsys: pytest.CaptureFixture[str]):
    assert main(["rules", "--format", "markdown"]) == 0
    assert capsys.readouterr().out == PAGE.read_text(encoding="utf-8"), (
        "run: nlp rules --format markdown > docs/rules.md"
    )


@pytest.mark.parametrize("rule", [r for r in all_rules() if not r.preview], ids=lambda r: r.id)
def test_a_rule_is_on_only_where_the_counts_allow_it(rule):
    assert may_be_on(rule), standing(rule)


def test_explain_says_what_was_measured(capsys: pytest.CaptureFixture[str]):
    main(["explain", "FRE-T107"])
    shown = capsys.readouterr().out
    hits = rates().hits["FRE-T107"]
    assert f"{hits['post-edit']:>6}  human post-edits of Moses" in shown
    assert f"Confidence {by_name('FRE-T107').confidence:.2f}: the authors' judgement, 0.90, as ten findings" in shown
    assert f"post-editors changed {rates().changed['FRE-T107']} of the {hits['SMT 2012']}" in shown


def test_explain_says_why_a_rule_is_off(capsys: pytest.CaptureFixture[str]):
    main(["explain", "FRE-C211"])
    assert "\nOff by default: " in capsys.readouterr().out
