from __future__ import annotations

import pytest

from nlp.errors import UnknownName
from nlp.rules.library import all_rules, by_name, selected


def ids(rules) -> set[str]:
    return {rule.id for rule in rules}


def test_rules_are_sorted_and_documented():
    rules = all_rules()
    assert [rule.id for rule in rules] == sorted(rule.id for rule in rules)
    assert all(rule.doc for rule in rules)


def test_rule_is_known_by_id_and_by_slug():
    assert by_name("fre-c201") is by_name("count-for-intend")


def test_unknown_rule_names_the_nearest():
    with pytest.raises(UnknownName, match=r"no rule 'FRE-C2O1'; did you mean .*FRE-C201"):
        by_name("FRE-C2O1")
    assert selected(("nothing-like-it",)) == ()


def test_selection_by_id_prefix_category_and_slug():
    assert ids(selected(("FRE-C201",))) == {"FRE-C201"}
    assert ids(selected(("count-for-intend",))) == {"FRE-C201"}
    assert ids(selected(("GEN-S9",))) == {r.id for r in all_rules() if r.id.startswith("GEN-S9") and not r.preview}
    assert {r.category for r in selected(("residue",))} == {"residue"}


def test_ignoring_takes_away():
    assert "FRE-C201" not in ids(selected((), ("FRE-C201",)))
    assert ids(selected(("calque",), ("FRE-C201",))) == ids(selected(("calque",))) - {"FRE-C201"}


def test_previews_run_when_named_or_asked_for():
    preview = next(rule for rule in all_rules() if rule.preview)
    assert preview.id not in ids(selected())
    assert preview.id in ids(selected((preview.id,)))
    assert preview.id in ids(selected(preview=True))
