from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.cli import main

BAD = "The government counts to raise the tax next year."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(f"Headline here\n\n{BAD}\n", encoding="utf-8")
    (tmp_path / "news" / "b.txt").write_text("The ministers count to leave the city today.", encoding="utf-8")
    return tmp_path


def test_known_findings_are_left_out_and_counted(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["baseline", "news"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "nlp: 2 findings in 2 articles written to nlp-baseline.json\n"
    assert main(["detect", "news", "--baseline", "nlp-baseline.json"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "nothing found in 2 articles.\n"
    assert captured.err == "nlp: 2 known from nlp-baseline.json\n"


def test_moved_text_is_known_and_more_of_it_is_new(folder: Path, capsys: pytest.CaptureFixture[str]):
    main(["baseline", "news", "--out", "known.json"])
    (folder / "news" / "a.txt").write_text(f"Other headline\n\nNew text.\n\n{BAD}\n", encoding="utf-8")
    assert main(["detect", "news", "--baseline", "known.json"]) == 0
    (folder / "news" / "c.txt").write_text(BAD, encoding="utf-8")
    capsys.readouterr()
    assert main(["detect", "news", "--baseline", "known.json", "--format", "jsonl"]) == 1
    captured = capsys.readouterr()
    rows = [json.loads(line) for line in captured.out.splitlines()]
    assert [len(row["findings"]) for row in rows] == [0, 0, 1]
    assert all("|baseline:" in row["signature"] for row in rows)


def test_what_the_baseline_has_and_the_text_has_not_is_told(folder: Path, capsys: pytest.CaptureFixture[str]):
    main(["baseline", "news"])
    capsys.readouterr()
    main(["detect", "news/a.txt", "--baseline", "nlp-baseline.json"])
    assert capsys.readouterr().err.splitlines() == [
        "nlp: 1 known from nlp-baseline.json",
        "nlp: 1 more in nlp-baseline.json, not found in what was read",
    ]


def test_settings_and_comments_count(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "news" / "b.txt").write_text(f"{BAD} <!-- nlp: disable-line -->", encoding="utf-8")
    main(["baseline", "news", "--out", "-"])
    captured = capsys.readouterr()
    assert [entry["count"] for entry in json.loads(captured.out)["findings"]] == [1]
    assert "nlp: 1 suppressed by comments\n" in captured.err
    main(["baseline", "news", "--out", "-", "--ignore", "calque"])
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_same_bytes_whatever_the_order(folder: Path, capsys: pytest.CaptureFixture[str]):
    main(["baseline", "news/a.txt", "news/b.txt", "--out", "1.json"])
    main(["baseline", "news/b.txt", "news/a.txt", "--out", "2.json"])
    assert (folder / "1.json").read_bytes() == (folder / "2.json").read_bytes()


def test_faulty_input_is_told_and_the_rest_written(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "news" / "c.txt").write_text("", encoding="utf-8")
    assert main(["baseline", "news"]) == 2
    assert "c.txt" in capsys.readouterr().err
    assert len(json.loads((folder / "nlp-baseline.json").read_text(encoding="utf-8"))["findings"]) == 2
    assert main(["baseline", "none.txt", "--out", "none.json"]) == 2
    assert not (folder / "none.json").exists()


def test_file_that_is_no_baseline(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["detect", "news", "--baseline", "news/a.txt"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("nlp: news/a.txt: is not a baseline, since it is not JSON")


def test_report_leaves_known_findings_out_but_not_into_the_summary(folder: Path, capsys: pytest.CaptureFixture[str]):
    main(["baseline", "news"])
    capsys.readouterr()
    arguments = ["news/a.txt", "--method", "lead", "--baseline", "nlp-baseline.json", "--out", "report"]
    assert main(["report", *arguments]) == 0
    assert "nlp: 1 known from nlp-baseline.json" in capsys.readouterr().err
    (entry,) = json.loads((folder / "report" / "report.json").read_text(encoding="utf-8"))["articles"]
    assert entry["findings"] == []
    assert entry["summary"]["summary"] == ""
