from __future__ import annotations

import sys
import types
from collections.abc import Sequence

import pytest

import nlp
from nlp import detection, ensemble, registry, selection
from nlp.cli import main
from nlp.config import PathOptions, RuleOptions, Settings, load
from nlp.errors import OptionError, UnknownName
from nlp.models import causal_lm, span_model
from nlp.read.assemble import article
from nlp.types import Finding

TEXT = "The government counts to raise the tax in 2012. It did not say more."
SOURCE = "Le gouvernement compte augmenter la taxe en 2011. Il n'en a pas dit plus."


def found(**options: object) -> set[str]:
    made = article(TEXT, source=SOURCE, source_lang="fr")
    return {f.rule for f in nlp.detect(made, **options)}


def stub(monkeypatch: pytest.MonkeyPatch, detector: str, names: Sequence[tuple[str, str]]) -> list[int]:
    """In place of a detector with a model, one that finds under each of the names; gives its calls."""
    calls: list[int] = []
    module = types.ModuleType(f"stub_{detector}")

    def detect_all(articles, **_):
        calls.append(len(articles))
        return [
            [Finding(rule, slug, "learned", "m", "minor", 0.4, i, i + 1, a.text[i : i + 1], "!", detector=detector)
             for i, (rule, slug) in enumerate(names)]
            for a in articles
        ]  # fmt: skip

    module.detect_all = detect_all
    module.available = lambda: True
    module.signature = lambda **_: "stub"
    if detector in ensemble.MODELS:
        module.FINDS = registry.load("detectors", detector).FINDS
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(registry._modules("detectors"), detector, module.__name__)
    return calls


@pytest.fixture(autouse=True)
def _forget_stubs():
    yield
    selection.check_names.cache_clear()
    ensemble.chosen.cache_clear()


def test_everything_a_detector_finds_has_a_name():
    assert {d for d in registry.names("detectors") if not selection.finds(d)} == set()
    names = {each.id for each in selection.everything()}
    assert {"FRE-C201", "SRC-N101", "SPAN", "FLUENCY"} <= names


@pytest.mark.parametrize("name", ["SRC-N101", "src", "SRC-N", "number-changed", "numbers"])
def test_checks_against_the_source_are_selected_and_ignored_by_every_kind_of_name(name):
    assert found() == {"FRE-C201", "SRC-N101"}
    assert found(select=[name]) == {"SRC-N101"}
    assert found(ignore=[name]) == {"FRE-C201"}
    assert found(select=["FRE"], ignore=[name]) == {"FRE-C201"}
    assert found(select=["FRE", name], ignore=["calque"]) == {"SRC-N101"}


def test_selecting_rules_alone_leaves_the_source_alone():
    assert found(select=["calque"]) == {"FRE-C201"}


def test_a_check_in_preview_runs_when_it_is_named():
    made = article("It was said in the year.", source="Cela fut dit en 2011.", source_lang="fr")
    assert [f.rule for f in nlp.detect(made)] == []
    assert [f.rule for f in nlp.detect(made, select=["SRC-N103"])] == ["SRC-N103"]
    assert [f.rule for f in nlp.detect(made, select=["SRC"])] == []
    assert [f.rule for f in nlp.detect(made, select=["SRC"], preview=True)] == ["SRC-N103"]


@pytest.mark.parametrize("name", ["SPAN", "span", "learned-grammar", "learned"])
def test_learned_spans_are_selected_and_ignored(monkeypatch, name):
    stub(monkeypatch, "spans", [("SPAN", "learned-grammar")])
    with_spans = {"detectors": ["rules", "spans"]}
    assert found(**with_spans) == {"FRE-C201", "SPAN"}
    assert found(**with_spans, select=[name]) == {"SPAN"}
    assert found(**with_spans, ignore=[name]) == {"FRE-C201"}


def test_a_kind_of_learned_span_is_ignored_alone(monkeypatch):
    stub(monkeypatch, "spans", [("SPAN", "learned-grammar"), ("SPAN", "learned-mistranslation")])
    made = nlp.detect(TEXT, detectors=["spans"], ignore=["learned-grammar"])
    assert [f.slug for f in made] == ["learned-mistranslation"]


def test_a_model_with_nothing_to_find_is_not_run(monkeypatch):
    calls = stub(monkeypatch, "spans", [("SPAN", "learned-grammar")])
    assert found(detectors=["rules", "spans"], select=["calque"]) == {"FRE-C201"}
    assert found(detectors=["rules", "spans"], ignore=["SPAN"]) == {"FRE-C201"}
    assert calls == []
    assert ensemble.chosen(Settings(detectors=("rules", "spans"), ignore=("SPAN",))) == ("rules",)


def test_what_is_ignored_supports_nothing(monkeypatch):
    stub(monkeypatch, "spans", [("SPAN", f"learned-{i}") for i in range(30)])
    (one,) = [f for f in nlp.detect(TEXT, detectors=["rules", "spans"]) if f.rule == "FRE-C201"]
    assert one.support
    (one,) = nlp.detect(TEXT, detectors=["rules", "spans"], ignore=["SPAN"])
    assert not one.support


def test_findings_of_another_package_are_chosen_by_the_names_they_carry(monkeypatch):
    stub(monkeypatch, "another", [("OTHER", "foreign")])
    both = {"detectors": ["rules", "another"]}
    assert found(**both) == {"FRE-C201", "OTHER"}
    assert found(**both, select=["calque"]) == {"FRE-C201"}
    assert found(**both, select=["calque", "learned"]) == {"FRE-C201", "OTHER"}


def test_a_name_that_only_another_detector_answers_to_is_told():
    with pytest.raises(OptionError, match="SPAN: only the detector spans finds that; add it with --detectors"):
        nlp.detect(TEXT, select=["SPAN"])
    with pytest.raises(OptionError, match="no rule is left"):
        nlp.detect(TEXT, select=["calque"], ignore=["FRE"])


def test_a_name_of_nothing_is_told():
    with pytest.raises(UnknownName, match="no rule 'SRC-N10l'; did you mean SRC-N101"):
        nlp.detect(TEXT, ignore=["SRC-N10l"])


def test_the_signature_says_what_is_left_out():
    made = article(TEXT, source=SOURCE, source_lang="fr")
    plain = detection.detect_signature(made)
    assert "without" not in plain
    assert "|without:SRC-N101|" in detection.detect_signature(made, settings=Settings(ignore=("SRC-N101",)))


def test_the_settings_file_names_findings_of_every_detector(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nlp.toml").write_text("ignore = ['SRC-N101']\n[per-path.'a*']\nignore = ['SPAN', 'FLUENCY']\n")
    settings = load()
    selection.check(settings)
    assert found(settings=settings) == {"FRE-C201"}
    (tmp_path / "nlp.toml").write_text("[rules.SPAN]\nenabled = false\n")
    with pytest.raises(OptionError, match=r"nlp.toml: rules: 'SPAN' is no rule .*; .* ignore = \[\"SPAN\"\]"):
        selection.check(load())


def test_another_path_has_its_own():
    settings = Settings(per_path=(PathOptions("a.txt", ignore=("SRC",)),))
    for path, rules in (("a.txt", {"FRE-C201"}), ("b.txt", {"FRE-C201", "SRC-N101"})):
        made = article(TEXT, source=SOURCE, source_lang="fr", path=path)
        assert {f.rule for f in nlp.detect(made, settings=settings)} == rules


def test_options_of_a_rule_are_still_checked():
    with pytest.raises(UnknownName, match="no rule 'FRE-C2O1'"):
        selection.check(Settings(rules=(RuleOptions("FRE-C2O1"),)))


@pytest.mark.parametrize("name", ["SRC-N101", "SRC", "numbers"])
def test_a_comment_in_the_text_names_them_too(name):
    text = f"<!-- nlp: disable-line={name} -->\n{TEXT}".replace("-->\n", "-->")
    made = detection.inspect(article(text, source=SOURCE, source_lang="fr"))
    assert [f.rule for f in made.findings] == ["FRE-C201"]
    assert [left.finding.rule for left in made.suppressed] == ["SRC-N101"]
    assert not made.article.warnings


def test_a_comment_that_names_a_detector_not_run_is_no_mistake():
    made = detection.inspect(article(f"<!-- nlp: disable=SPAN, FLUENCY -->\n{TEXT}"))
    assert not made.article.warnings


def test_the_command_line_takes_them(tmp_path, capsys):
    file = tmp_path / "a.jsonl"
    file.write_text(nlp_record(TEXT, SOURCE))
    assert main(["detect", str(file), "--no-config", "--select", "SRC", "--format", "csv"]) == 1
    assert "SRC-N101" in (out := capsys.readouterr().out)
    assert "FRE-C201" not in out
    assert main(["detect", str(file), "--no-config", "--ignore", "SRC,FRE-C"]) == 0
    assert main(["detect", str(file), "--no-config", "--select", "FLUENCY"]) == 2
    assert "only the detector fluency finds that" in capsys.readouterr().err


def nlp_record(text: str, source: str) -> str:
    import json

    return json.dumps({"id": "a", "text": text, "source": source}) + "\n"


@pytest.mark.skipif(not (causal_lm.available() and span_model.available()), reason="the models are not installed")
def test_the_models_find_what_they_say_they_find():
    text = "The soldiers on the of exercises. implement purple the quickly minister bananas said that it."
    made = detection.inspect(
        article(text), settings=Settings(detectors=("spans", "fluency"), operating_point="balanced")
    )
    assert made.findings
    for each in made.findings:
        assert (each.rule, each.slug) in {(name.id, name.slug) for name in selection.finds(each.detector)}
