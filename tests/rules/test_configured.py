from __future__ import annotations

from pathlib import Path

import pytest

from nlp.config import PROFILES, ConfigError, PathOptions, RuleOptions, Settings, load
from nlp.detection import detect, detect_signature
from nlp.errors import OptionError, UnknownName
from nlp.fixing import fix
from nlp.read.assemble import article
from nlp.rules.configured import rules_for
from nlp.rules.library import all_rules, by_name, selected
from nlp.selection import check

PREVIEW = next(rule for rule in all_rules() if rule.preview and not rule.configured)


def ids(**settings) -> set[str]:
    return {rule.id for rule in rules_for(Settings(**settings))}


def test_default_settings_run_the_default_rules():
    assert ids() == {rule.id for rule in selected() if not rule.configured}
    assert rules_for(Settings()) == tuple(sorted(rules_for(Settings()), key=lambda rule: rule.id))


def test_profiles_choose_rules_that_exist():
    for name, profile in PROFILES.items():
        assert ids(profile=name)
        assert all(selected((wanted,)) for wanted in profile.select)
    assert ids(profile="strict") == ids(preview=True) > ids()
    assert all(rule.category not in ("calque", "tense") for rule in rules_for(Settings(profile="layout-only")))


def test_severity_and_confidence_are_changed():
    options = RuleOptions("elision-mark", severity="critical", confidence=0.25)
    (rule,) = rules_for(Settings(select=("GEN-S955",), rules=(options,)))
    assert (rule.severity, rule.confidence) == ("critical", 0.25)
    (kept,) = rules_for(Settings(select=("GEN-S955",), rules=(RuleOptions("GEN-S955"),)))
    assert kept == by_name("GEN-S955")


def test_enabled_turns_rules_on_and_off():
    assert "GEN-S955" not in ids(rules=(RuleOptions("GEN-S955", enabled=False),))
    assert PREVIEW.id in ids(rules=(RuleOptions(PREVIEW.slug, enabled=True),))
    assert PREVIEW.id not in ids(rules=(RuleOptions(PREVIEW.id, enabled=True),), select=("GEN-S955",))
    assert PREVIEW.id not in ids(rules=(RuleOptions(PREVIEW.id, enabled=True),), ignore=(PREVIEW.id,))
    assert ids(rules=(RuleOptions("GEN-S955", enabled=False),), select=("GEN-S955",)) == set()


def test_rules_of_the_settings_run_when_the_settings_name_something():
    assert ids(select=("terminology",), ignore=("FRE",)) & {"GEN-G901", "GEN-G902"} == set()
    assert "GEN-G901" in ids(glossary=(("a", "b"),))
    assert "GEN-G902" in ids(do_not_translate=("Le Monde",))


def test_unknown_rules_are_told():
    for settings in (
        Settings(select=("FRE-C2O1",)),
        Settings(ignore=("FRE-C2O1",)),
        Settings(rules=(RuleOptions("FRE-C2O1"),)),
        Settings(per_path=(PathOptions("x", ignore=("FRE-C2O1",)),)),
        Settings(per_path=(PathOptions("x", select=("FRE-C2O1",)),)),
    ):
        with pytest.raises(UnknownName, match="no rule 'FRE-C2O1'; did you mean FRE-C201"):
            check(settings)


def test_options_given_twice_are_told():
    with pytest.raises(OptionError, match="'elision-mark' and 'GEN-S955' are the same rule"):
        check(Settings(rules=(RuleOptions("GEN-S955"), RuleOptions("elision-mark"))))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("select = ['FRE-C2O1']", "select"),
        ("[rules.FRE-C2O1]", "rules"),
        ("[per-path.'a*']\nignore = ['FRE-C2O1']", "per-path.a*.ignore"),
    ],
)
def test_unknown_rule_of_a_file_is_told_with_file_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, key: str
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nlp.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        check(load())
    assert str(caught.value).startswith(f"nlp.toml: {key}: there is no rule 'FRE-C2O1'; did you mean FRE-C201")


def found(text: str, *options: RuleOptions) -> list[tuple[str, str, bool]]:
    return [(f.rule, f.text, f.safe) for f in detect(text, settings=Settings(rules=options))]


def test_allowed_words_are_left_alone_and_others_found():
    text = "The the minister said: “It is a a shame.”"
    assert [words for _, words, _ in found(text)] == ["The the", "a a"]
    assert [words for _, words, _ in found(text, RuleOptions("doubled-word", allow=("The  the",)))] == ["a a"]


def test_a_rule_can_be_told_to_keep_out_of_quotations_and_what_is_safe():
    text = "The the minister said: “It is a a shame.”"
    assert found(text, RuleOptions("GEN-P506", in_quotes=False, safe=False)) == [("GEN-P506", "The the", False)]
    quoted = "“The government counts to raise the tax,” he said."
    assert fix(quoted, settings=Settings(rules=(RuleOptions("FRE-C201", safe=True),))).text == quoted.replace(
        "counts", "intends"
    )


def test_options_that_change_what_is_found_change_the_signature():
    made = {
        detect_signature(article("He left."), settings=Settings(rules=(options,)))
        for options in (
            RuleOptions("GEN-P506"),
            RuleOptions("GEN-P506", allow=("a a",)),
            RuleOptions("GEN-P506", safe=False),
        )
    }
    assert len(made) == 3
