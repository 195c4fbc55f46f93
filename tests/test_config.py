from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.config import PROFILES, ConfigError, PathOptions, RuleOptions, Settings, load, to_toml
from nlp.errors import OptionError, UnknownName
from nlp.types import SEVERITIES

EVERYTHING = """\
profile = "strict"
select = ["calque", "FRE-T"]
ignore = ["GEN-S955"]
preview = false
min-severity = "minor"
min-confidence = 0.5
do-not-translate = ["Le Monde"]

[glossary]
"Westerners" = "Western officials"

[rules.GEN-S951]
severity = "neutral"
confidence = 1
enabled = false
safe = true
in-quotes = false
allow = ["a a"]

[per-path."archive/**"]
select = ["residue"]
ignore = ["GEN-S961"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, text: str, name: str = "nlp.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_is_read(folder: Path):
    written(folder, EVERYTHING)
    assert load() == Settings(
        profile="strict",
        select=("calque", "FRE-T"),
        ignore=("GEN-S955",),
        preview=False,
        min_severity="minor",
        min_confidence=0.5,
        do_not_translate=("Le Monde",),
        glossary=(("Westerners", "Western officials"),),
        rules=(
            RuleOptions(
                "GEN-S951",
                severity="neutral",
                confidence=1.0,
                enabled=False,
                safe=True,
                in_quotes=False,
                allow=("a a",),
            ),
        ),
        per_path=(PathOptions("archive/**", select=("residue",), ignore=("GEN-S961",)),),
    )
    assert load().file == folder / "nlp.toml"


def test_without_a_file_the_defaults_hold(folder: Path):
    assert load() == Settings()
    assert load().file is None


def test_nearest_file_wins_alone(folder: Path, monkeypatch: pytest.MonkeyPatch):
    written(folder, 'ignore = ["FRE-C201"]\npreview = true')
    inner = written(folder, 'ignore = ["FRE-T"]', "a/b/nlp.toml")
    (folder / "a/b/c").mkdir()
    monkeypatch.chdir(folder / "a/b/c")
    assert load().ignore == ("FRE-T",)
    assert load().preview is None
    assert load(folder / "a").ignore == ("FRE-C201",)
    inner.unlink()
    assert load().ignore == ("FRE-C201",)


def test_pyproject_counts_only_with_the_table(folder: Path, monkeypatch: pytest.MonkeyPatch):
    written(folder, '[tool.nlp]\nignore = ["calque"]\n[tool.other]\nx = 1', "pyproject.toml")
    written(folder, '[project]\nname = "x"', "a/pyproject.toml")
    monkeypatch.chdir(folder / "a")
    assert load().ignore == ("calque",)
    assert load().origins == {"ignore": str(folder / "pyproject.toml")}
    with pytest.raises(ConfigError, match=r"pyproject.toml: there is no table \[tool.nlp\]"):
        load(file=folder / "a/pyproject.toml")


def test_of_two_files_in_one_folder_nlp_toml_counts(folder: Path):
    written(folder, '[tool.nlp]\nignore = ["calque"]', "pyproject.toml")
    written(folder, 'ignore = ["tense"]')
    assert load().ignore == ("tense",)


def test_a_named_file_may_have_any_name_and_the_table(folder: Path):
    assert load(file=written(folder, "preview = true", "house.toml")).preview
    assert load(file=written(folder, "[tool.nlp]\npreview = true", "house.toml")).preview


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("igonre = []", "nlp.toml: there is no setting 'igonre'; did you mean ignore?"),
        ("min_severity = 'minor'", "there is no setting 'min_severity'; did you mean min-severity?"),
        ("select = 'calque'", 'nlp.toml: select must be a list of strings, such as ["one", "two"], not "calque"'),
        ("select = ['']", "nlp.toml: select must be a string with a letter or digit in it"),
        ("ignore = [3]", "nlp.toml: ignore must be a string"),
        ("preview = 'yes'", 'nlp.toml: preview must be true or false, not "yes"'),
        ("min-confidence = 3", "nlp.toml: min-confidence must be a number from 0 to 1, not 3"),
        ("min-confidence = true", "min-confidence must be a number from 0 to 1, not true"),
        ("min-confidence = nan", "min-confidence must be a number from 0 to 1, not NaN"),
        ("min-severity = 'miner'", "nlp.toml: min-severity: there is no severity 'miner'; did you mean minor?"),
        ("profile = 'newz'", "nlp.toml: profile: there is no profile 'newz'; did you mean news?"),
        (
            "profile = 2024-01-01",
            'profile must be one of news, strict, layout-only, fast, standard, full, not "2024-01-01"',
        ),
        ("rules = 1", "nlp.toml: rules must be a table, not 1"),
        ("[rules]\nGEN-S955 = 1", "nlp.toml: rules.GEN-S955 must be a table, not 1"),
        ("[rules.X]\nseverty = 'minor'", "nlp.toml: rules.X: there is no option 'severty'; did you mean severity?"),
        ("[rules.X]\nconfidence = 2", "nlp.toml: rules.X: confidence must be a number"),
        ("[per-path.'a/*']\nselct = []", "nlp.toml: per-path.a/*: there is no option 'selct'; did you mean select?"),
        ("[glossary]\na = ['b']", "nlp.toml: glossary.a must be a string"),
        ("[glossary]\na = 'b'\nb = 'c'", "nlp.toml: glossary.a: 'b' is wanted here, and unwanted by the same glossary"),
        ("do-not-translate = ['…']", "nlp.toml: do-not-translate must be a string with a letter or digit in it"),
        ("x = ", "nlp.toml: is not TOML: "),
        ("[tool]\nnlp = 1", "nlp.toml must be a table, not 1"),
    ],
)
def test_a_fault_names_file_and_key(folder: Path, text: str, message: str):
    written(folder, text)
    with pytest.raises(ConfigError) as caught:
        load()
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read(folder: Path):
    with pytest.raises(ConfigError, match=r"none.toml: cannot be read: No such file"):
        load(file=Path("none.toml"))
    (folder / "nlp.toml").write_bytes(b"profile = '\xff'")
    with pytest.raises(ConfigError, match=r"nlp.toml: is not UTF-8 \(byte 12\)"):
        load()


def test_values_are_checked_wherever_they_come_from():
    with pytest.raises(UnknownName, match="no profile 'newz'; did you mean news"):
        Settings(profile="newz")
    with pytest.raises(OptionError, match="between 0 and 1, not at 7"):
        Settings(rules=(RuleOptions("GEN-S955", confidence=7),))
    with pytest.raises(OptionError, match="the term '…' has no letter"):
        Settings(do_not_translate=("…",))


def test_profiles_are_a_starting_point():
    assert Settings().selected == ()
    assert not Settings().previews
    assert Settings(profile="strict").previews
    assert not Settings(profile="strict", preview=False).previews
    assert "residue" in Settings(profile="layout-only").selected
    assert Settings(profile="layout-only", select=("calque",)).selected == ("calque",)


def test_command_line_select_replaces_and_ignore_adds():
    file = Settings(select=("calque",), ignore=("a", "b"), per_path=(PathOptions("x", ("tense",), ("c",)),))
    made = file.overridden(by="command line", select=["FRE-T"], ignore=["b", "d"])
    assert made.select == ("FRE-T",)
    assert made.ignore == ("a", "b", "d")
    assert made.for_path("x").select == ("FRE-T",)
    assert made.for_path("x").ignore == ("a", "b", "d", "c")
    assert file.overridden(by="command line") == file


def test_command_line_profile_replaces_select_and_preview():
    file = Settings(select=("calque",), preview=True, ignore=("a",))
    made = file.overridden(by="command line", profile="news")
    assert (made.selected, made.previews, made.ignore) == ((), False, ("a",))
    assert file.overridden(by="command line", profile="news", select=["FRE"]).selected == ("FRE",)


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("archive/**", "archive/2020/a.txt", True),
        ("archive", "archive/2020/a.txt", True),
        ("archive/", "old/archive/a.txt", True),
        ("archive/*.txt", "archive/a.txt", True),
        ("archive/*.txt", "archive/2020/a.txt", False),
        ("archive/**/*.txt", "archive/a.txt", True),
        ("archive/**/*.txt", "archive/2020/01/a.txt", True),
        ("archive/**", "old/archive/a.txt", False),
        ("*.html", "a/b/c.html", True),
        ("*.html", "c.htmlx", False),
        ("?.txt", "a/b.txt", True),
        ("./a.txt", "a.txt", True),
        ("a+b (1).txt", "x/a+b (1).txt", True),
        ("archive", "archives/a.txt", False),
    ],
)
def test_path_patterns(folder: Path, pattern: str, path: str, fits: bool):
    settings = Settings(per_path=(PathOptions(pattern, ignore=("x",)),), file=folder / "nlp.toml")
    assert settings.for_path(path).ignore == (("x",) if fits else ())
    assert settings.for_path(str(folder / path)) == settings.for_path(path)


def test_path_patterns_are_relative_to_the_file_and_add_up(folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / "news").mkdir()
    monkeypatch.chdir(folder / "news")
    first, second = PathOptions("news/*", ("calque",), ("a",)), PathOptions("*.txt", None, ("b",))
    settings = Settings(ignore=("c",), per_path=(first, second), file=folder / "nlp.toml")
    assert settings.for_path("x.txt").ignore == ("c", "a", "b")
    assert settings.for_path("x.txt").select == ("calque",)
    assert settings.for_path(f"..{os.sep}x.txt").ignore == ("c", "b")
    assert settings.for_path(None).ignore == ("c",)


def test_settings_written_out_say_where_each_came_from(folder: Path):
    written(folder, EVERYTHING)
    lines = to_toml(load().overridden(by="command line", ignore=["FRE-C"], min_confidence=0.9)).splitlines()
    assert 'ignore = ["GEN-S955", "FRE-C"]  # nlp.toml, command line' in lines
    assert "min-confidence = 0.9  # command line" in lines
    assert 'profile = "strict"  # nlp.toml' in lines
    assert '[per-path."archive/**"]  # nlp.toml' in lines
    assert "preview = true  # profile strict" in to_toml(Settings(profile="strict", origins={"profile": "x"}))
    assert "select = []  # default" in to_toml(Settings()).splitlines()


names = st.text(min_size=1).filter(lambda text: any(c.isalnum() for c in text))
lists = st.lists(names, unique=True, max_size=3).map(tuple)


@given(
    st.builds(
        Settings,
        profile=st.sampled_from(list(PROFILES)),
        select=lists,
        ignore=lists,
        preview=st.booleans(),
        min_severity=st.sampled_from(SEVERITIES),
        min_confidence=st.floats(0, 1),
        do_not_translate=lists,
        glossary=st.dictionaries(names, st.just("wanted"), max_size=3).map(
            lambda pairs: tuple((key, value) for key, value in pairs.items() if key != value)
        ),
        rules=st.builds(RuleOptions, names, st.sampled_from((None, *SEVERITIES)), st.none() | st.floats(0, 1)).map(
            lambda options: (options,)
        ),
        per_path=st.builds(PathOptions, names, st.none() | lists, lists).map(lambda options: (options,)),
    )
)
def test_settings_written_out_read_the_same(tmp_path_factory: pytest.TempPathFactory, settings: Settings):
    path = tmp_path_factory.getbasetemp() / "written.toml"
    path.write_bytes(to_toml(settings).encode())
    assert load(file=path) == settings
