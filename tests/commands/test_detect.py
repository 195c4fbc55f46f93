from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import jsonschema
import pytest

from nlp.cli import main
from nlp.types import Finding, from_dict

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
