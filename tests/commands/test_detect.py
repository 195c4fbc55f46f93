from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import jsonschema
import pytest

from nlp.cli import main
from nlp.plain import from_dict
from nlp.types import Finding

BAD = "The government counts to raise the tax next year."
GOOD = "The government intends to raise the tax next year."


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_text_shows_place_rule_line_carets_and_repair(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "a.txt"
    file.write_text(f"Headline here\n\n{BAD}\n", encoding="utf-8")
    assert main(["detect", str(file)]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith(f"{file}:3:16  FRE-C201 count-for-intend  major  ")
    assert shown[1] == f"    {BAD}"
    assert shown[2] == "    " + " " * 15 + "^" * len("counts to raise")
    assert shown[3] == "    instead: intends to raise | plans to raise"
    assert shown[-1] == "1 finding in 1 article."


def test_long_line_is_cut_around_the_span(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "a.txt"
    filler = " ".join(f"item {number} was read out and discussed," for number in range(20))
    file.write_text(f"On Monday {filler} and the {BAD[4:]}", encoding="utf-8")
    main(["detect", str(file)])
    _, line, marks, *_ = capsys.readouterr().out.splitlines()
    assert len(line) < 120
    assert line[marks.index("^") : marks.rindex("^") + 1] == "counts to raise"


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_text(BAD, encoding="utf-8")
    good.write_text(GOOD, encoding="utf-8")
    assert main(["detect", str(good)]) == 0
    assert main(["detect", str(bad)]) == 1
    assert main(["detect", str(bad), "--fail-on", "critical"]) == 0
    assert main(["detect", str(bad), "--fail-on", "never"]) == 0
    assert main(["detect", str(bad), "--select", "GEN-S951"]) == 0
    assert main(["detect", str(bad), "--ignore", "calque"]) == 0
    assert main(["detect", str(tmp_path / "none.txt")]) == 2
    assert main(["detect", str(bad), "--min-confidence", "3"]) == 2
    assert main(["detect", str(bad), "--select", "FRE-C2O1"]) == 2
    assert "did you mean FRE-C201" in capsys.readouterr().err


def test_jsonl_is_one_line_an_article_in_order_and_fits_the_schema(tmp_path: Path, root: Path):
    source, out = tmp_path / "in.jsonl.gz", tmp_path / "out.jsonl"
    with gzip.open(source, "wt", encoding="utf-8") as stream:
        for number, text in enumerate([GOOD, BAD, GOOD + " " + BAD]):
            stream.write(json.dumps({"id": f"n{number}", "text": text}) + "\n")
    assert main(["detect", str(source), "--format", "jsonl", "--out", str(out)]) == 1
    written = rows(out)
    assert [row["id"] for row in written] == ["n0", "n1", "n2"]
    assert [row["counts"]["total"] for row in written] == [0, 1, 1]
    assert written[0]["score"] == {"mqm_penalty": 0, "per_100_words": 0}
    assert written[1]["score"]["mqm_penalty"] == 5
    schema = json.loads((root / "nlp/reports/detect-line.schema.json").read_text(encoding="utf-8"))
    for row in written:
        jsonschema.validate(row, schema)
    finding = from_dict(Finding, written[2]["findings"][0])
    assert (GOOD + " " + BAD)[finding.start : finding.end] == finding.text


def test_bad_row_is_reported_the_rest_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str], root: Path):
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [json.dumps({"id": "a", "text": BAD}), "{oops", json.dumps({"id": "c", "text": GOOD})]
    source.write_text("\n".join(lines), encoding="utf-8")
    assert main(["detect", str(source), "--format", "jsonl", "--out", str(out)]) == 2
    written = rows(out)
    assert [row["id"] for row in written] == ["a", None, "c"]
    assert written[1]["error"]["where"].endswith("in.jsonl:2")
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "in.jsonl:2" in error
    schema = json.loads((root / "nlp/reports/detect-line.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(written[1], schema)


def test_json_is_one_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "a.txt"
    file.write_text(BAD, encoding="utf-8")
    main(["detect", str(file), "--format", "json"])
    (record,) = json.loads(capsys.readouterr().out)
    assert record["findings"][0]["rule"] == "FRE-C201"


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    stdin = io.TextIOWrapper(io.BytesIO(BAD.encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert main(["detect", "-"]) == 1
    assert "FRE-C201" in capsys.readouterr().out


def test_failing_run_leaves_an_older_output_as_it_was(tmp_path: Path):
    file, out = tmp_path / "a.txt", tmp_path / "out.jsonl"
    file.write_text(BAD, encoding="utf-8")
    out.write_text("before", encoding="utf-8")
    assert main(["detect", str(file), "--select", "nonsense", "--format", "jsonl", "--out", str(out)]) == 2
    assert out.read_text(encoding="utf-8") == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "out.jsonl"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"Headline here\n\n{BAD}\n", encoding="utf-8")
    return tmp_path


def test_settings_file_is_read_and_the_command_line_comes_after_it(folder: Path):
    (folder / "nlp.toml").write_text('ignore = ["calque"]\nmin-severity = "major"', encoding="utf-8")
    assert main(["detect", "a.txt"]) == 0
    assert main(["detect", "a.txt", "--no-config"]) == 1
    (folder / "other.toml").write_text("", encoding="utf-8")
    assert main(["detect", "a.txt", "--config", "other.toml"]) == 1


def test_settings_for_a_path(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "old").mkdir()
    (folder / "old" / "b.txt").write_text(BAD, encoding="utf-8")
    (folder / "nlp.toml").write_text('[per-path."old/*"]\nignore = ["FRE"]', encoding="utf-8")
    assert main(["detect", ".", "--format", "jsonl"]) == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(record["id"], record["counts"]["total"]) for record in records] == [("a", 1), ("b", 0)]
    assert records[0]["signature"] != records[1]["signature"]


def test_options_of_a_rule(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "nlp.toml").write_text('[rules.count-for-intend]\nseverity = "neutral"\nconfidence = 0.3')
    assert main(["detect", "a.txt", "--format", "json", "--fail-on", "minor"]) == 0
    (finding,) = json.loads(capsys.readouterr().out)[0]["findings"]
    assert (finding["severity"], finding["confidence"]) == ("neutral", 0.3)
    assert main(["detect", "a.txt", "--min-confidence", "0.5"]) == 0


def test_faulty_settings_are_told_before_anything_is_read(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "nlp.toml").write_text('ignore = ["FRE-C2O1"]', encoding="utf-8")
    assert main(["detect", "none.txt"]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("nlp: nlp.toml: ignore: there is no rule 'FRE-C2O1'; did you mean FRE-C201")
    assert captured.err.count("\n") == 1


def test_no_rule_left_is_told(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["detect", "a.txt", "--select", "FRE-C201", "--ignore", "calque"]) == 2
    assert "no rule is left to run" in capsys.readouterr().err


def test_show_config_needs_no_path(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "nlp.toml").write_text('ignore = ["FRE-C201"]', encoding="utf-8")
    assert main(["detect", "--show-config", "--ignore", "FRE-T", "--profile", "strict"]) == 0
    shown = capsys.readouterr().out
    assert 'ignore = ["FRE-C201", "FRE-T"]  # nlp.toml, command line\n' in shown
    assert 'profile = "strict"  # command line\n' in shown
    (folder / "nlp.toml").write_text(shown, encoding="utf-8")
    assert main(["detect", "--show-config"]) == 0
    assert capsys.readouterr().out == shown.replace("nlp.toml, command line", "nlp.toml").replace(
        "# command line", "# nlp.toml"
    ).replace("# default", "# nlp.toml")
    with pytest.raises(SystemExit):
        main(["detect"])


def test_comments_suppress_and_one_line_counts_them(folder: Path, capsys: pytest.CaptureFixture[str]):
    marked = f"<!-- nlp: disable=FRE-C201 -- quoted -->\n{BAD}\n<!-- nlp: enable=FRE-C2O1 -->\nHe counts to go.\n"
    (folder / "a.txt").write_text(marked, encoding="utf-8")
    assert main(["detect", "a.txt"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "nothing found in 1 article.\n"
    warning, count = captured.err.splitlines()
    assert warning.startswith("nlp: a.txt: Line 3, <!-- nlp: enable=FRE-C2O1 -->: there is no rule 'FRE-C2O1'; did you")
    assert count == "nlp: 2 suppressed by comments"


def test_warning_in_a_record_names_its_row(folder: Path, capsys: pytest.CaptureFixture[str]):
    rows = [{"text": GOOD}, {"text": f"{GOOD} <!-- nlp: disabled -->"}]
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main(["detect", "in.jsonl"]) == 0
    assert capsys.readouterr().err.startswith("nlp: in.jsonl:2: Line 1, <!-- nlp: disabled -->: not understood")
