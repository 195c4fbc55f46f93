"""The command fix: what it writes, where, and what it leaves."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from nlp.cli import main

BAD, FIXED = "The the minister resigned.\n", "The minister resigned.\n"
RISKY, PROPOSED = "The government counts to raise the tax.\n", "The government intends to raise the tax.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(BAD.encode() + RISKY.encode())
    return tmp_path


def test_safe_repairs_go_to_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["fix", "a.txt"]) == 1
    captured = capsys.readouterr()
    assert captured.out == FIXED + RISKY
    assert captured.err == "nlp: 1 repaired, 1 left, of which --unsafe repairs 1, in 1 article\n"
    assert (folder / "a.txt").read_bytes() == BAD.encode() + RISKY.encode()


def test_unsafe_repairs_on_request(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["fix", "a.txt", "--unsafe"]) == 0
    assert capsys.readouterr().out == FIXED + PROPOSED


def test_in_place_writes_only_what_changes(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "good.txt").write_text("The minister resigned.", encoding="utf-8")
    before = (folder / "good.txt").stat()
    assert main(["fix", ".", "--in-place", "--unsafe"]) == 0
    assert (folder / "a.txt").read_text(encoding="utf-8") == FIXED + PROPOSED
    assert (folder / "good.txt").stat().st_mtime_ns == before.st_mtime_ns
    assert (folder / "good.txt").stat().st_ino == before.st_ino
    assert sorted(p.name for p in folder.iterdir()) == ["a.txt", "good.txt"]
    assert capsys.readouterr().out == ""


def test_out_keeps_names_and_folders(folder: Path):
    (folder / "in" / "deep").mkdir(parents=True)
    (folder / "in" / "deep" / "b.txt").write_text(BAD, encoding="utf-8")
    (folder / "in" / "c.jsonl").write_text(json.dumps({"text": BAD}) + "\n", encoding="utf-8")
    (folder / "in" / "d.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": BAD}).encode()))
    assert main(["fix", "in", "a.txt", "--out", "done", "--fail-on", "never"]) == 0
    assert (folder / "done" / "deep" / "b.txt").read_text(encoding="utf-8") == FIXED
    assert json.loads((folder / "done" / "c.jsonl").read_text(encoding="utf-8")) == {"text": FIXED}
    assert json.loads(gzip.decompress((folder / "done" / "d.jsonl.gz").read_bytes())) == {"text": FIXED}
    assert (folder / "done" / "a.txt").read_text(encoding="utf-8") == FIXED + RISKY


def test_two_files_for_one_place_and_a_file_for_itself_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(BAD, encoding="utf-8")
    assert main(["fix", "a.txt", "in/a.txt", "--out", "done"]) == 2
    assert main(["fix", "a.txt", "--out", "."]) == 2
    assert main(["fix", "-", "--in-place"]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert [len(errors), "both be written" in errors[0], "over itself" in errors[1], "no place" in errors[2]] == [
        3,
        1,
        1,
        1,
    ]
    assert not (folder / "done").exists()


def test_diff_is_a_patch(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]):
    rows = [{"text": "Fine."}, {"text": BAD}, {"text": RISKY}]
    (folder / "b.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "c.txt").write_bytes(b"One.\r\n\r\nTwo  two.\r\nThe the end")
    names = ["a.txt", "b.jsonl", "c.txt"]
    assert main(["fix", *names, "--unsafe", "--diff"]) == 1
    patch = capfdbinary.readouterr().out
    assert b"@@ -2,2 +2,2 @@" not in patch
    assert main(["fix", *names, "--unsafe", "--out", "done"]) == 0
    subprocess.run(["git", "apply", "--unidiff-zero", "-p0", "-"], input=patch, check=True)
    for name in names:
        assert (folder / name).read_bytes() == (folder / "done" / name).read_bytes()
    assert main(["fix", *names, "--unsafe", "--diff"]) == 0


def test_a_faulty_line_stays_and_the_others_are_repaired(folder: Path, capsys: pytest.CaptureFixture[str]):
    file = folder / "b.jsonl"
    file.write_bytes(b'{"text": "The the end."}\n{"text": \n{"text": "\xff"}\n{"text": "The the end."}')
    assert main(["fix", "b.jsonl", "--in-place"]) == 2
    assert file.read_bytes() == b'{"text": "The end."}\n{"text": \n{"text": "\xff"}\n{"text": "The end."}'
    assert [line.split(":")[2] for line in capsys.readouterr().err.splitlines()[:2]] == ["2", "3"]


def test_other_kinds_of_files_are_named_and_left(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "b.csv").write_text("text\nThe the end.\n", encoding="utf-8")
    assert main(["fix", ".", "--in-place"]) == 2
    assert capsys.readouterr().err.startswith("nlp: b.csv: only .txt, .jsonl, .jsonl.gz files are repaired")
    assert (folder / "a.txt").read_text(encoding="utf-8") == FIXED + RISKY
    assert (folder / "b.csv").read_text(encoding="utf-8") == "text\nThe the end.\n"


def test_protected_files_stay_and_links_are_followed(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "a.txt").chmod(0o444)
    assert main(["fix", "a.txt", "--in-place"]) == 2
    assert "protected against writing" in capsys.readouterr().err
    assert (folder / "a.txt").read_text(encoding="utf-8") == BAD + RISKY
    (folder / "a.txt").chmod(0o640)
    (folder / "link.txt").symlink_to("a.txt")
    assert main(["fix", "link.txt", "--in-place", "--fail-on", "never"]) == 0
    assert (folder / "link.txt").is_symlink()
    assert (folder / "a.txt").read_text(encoding="utf-8") == FIXED + RISKY
    assert (folder / "a.txt").stat().st_mode & 0o777 == 0o640


def test_comments_and_baseline_keep_what_they_suppress(folder: Path, capsys: pytest.CaptureFixture[str]):
    marked = f"<!-- nlp: disable-next-line -->\n{BAD}\n"
    (folder / "a.txt").write_text(f"{marked}He told the the press.", encoding="utf-8")
    assert main(["fix", "a.txt", "--in-place"]) == 0
    assert (folder / "a.txt").read_text(encoding="utf-8") == f"{marked}He told the press."
    (folder / "b.txt").write_text(BAD, encoding="utf-8")
    assert main(["baseline", "b.txt", "--out", "known.json"]) == 0
    assert main(["fix", "b.txt", "--in-place", "--baseline", "known.json"]) == 0
    assert (folder / "b.txt").read_text(encoding="utf-8") == BAD
    assert "1 known from known.json" in capsys.readouterr().err


def test_settings_of_the_file_hold(folder: Path):
    (folder / "nlp.toml").write_text('ignore = ["doubled-word"]', encoding="utf-8")
    assert main(["fix", "a.txt", "--in-place", "--fail-on", "never"]) == 0
    assert (folder / "a.txt").read_text(encoding="utf-8") == BAD + RISKY
