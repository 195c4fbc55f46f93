from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.cli import main


def report(tmp_path: Path, *arguments: str) -> tuple[int, Path]:
    out = tmp_path / "report"
    return main(["report", *arguments, "--out", str(out), "--method", "lead"]), out


def test_writes_page_numbers_and_findings(seed_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    code, out = report(tmp_path, str(seed_path), "--source-lang", "fr")
    assert code == 0
    assert sorted(p.name for p in out.iterdir()) == ["findings.jsonl", "index.html", "report.json"]
    assert str(out / "index.html") in capsys.readouterr().out
    data = json.loads((out / "report.json").read_text(encoding="utf-8"))
    (line,) = (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    assert data["articles"][0]["findings"] == json.loads(line)["findings"]
    assert "count […] implement" in (out / "index.html").read_text(encoding="utf-8")


def test_same_input_same_bytes(seed_path: Path, tmp_path: Path):
    _, first = report(tmp_path / "1", str(seed_path))
    _, second = report(tmp_path / "2", str(seed_path))
    for name in ("findings.jsonl", "index.html", "report.json"):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_progress_on_standard_error_with_more_than_one_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text("The minister resigned on Monday evening.", encoding="utf-8")
    code, _ = report(tmp_path, str(folder))
    captured = capsys.readouterr()
    assert code == 0
    assert "articles" in captured.err
    assert captured.out.count("\n") == 1


def test_bad_input_stands_in_the_report(seed_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    code, out = report(tmp_path, str(seed_path), str(tmp_path / "empty.txt"))
    assert code == 2
    assert "empty.txt" in capsys.readouterr().err
    data = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert len(data["failures"]) == 1
    assert len(data["articles"]) == 1


def test_nothing_readable_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    code, out = report(tmp_path, str(tmp_path / "none.txt"))
    assert code == 2
    assert not out.exists()
    assert "no article could be read" in capsys.readouterr().err


def test_out_must_be_a_folder(seed_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    assert main(["report", str(seed_path), "--out", str(file)]) == 2
    assert "--out names a folder" in capsys.readouterr().err
