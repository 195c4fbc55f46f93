from __future__ import annotations

import csv
import io
import json

import pytest

from nlp.cli import main

REFERENCES = [f"The talks number {i} resume on Monday in Paris." for i in range(30)]
BASE = [text.replace("resume", "will go on") for text in REFERENCES]
NEW = [text.replace("on Monday", "Monday") for text in REFERENCES]
FILES = ["base.txt", "new.txt", "--references", "ref.txt"]
QUICK = ["--trials", "99", "--resamples", "50"]


@pytest.fixture(autouse=True)
def _files(tmp_path, monkeypatch):
    for name, texts in (("base", BASE), ("new", NEW), ("ref", REFERENCES), ("short", BASE[:3])):
        (tmp_path / f"{name}.txt").write_text("".join(text + "\n" for text in texts), encoding="utf-8")
    for name, texts in (("base", BASE), ("new", NEW)):
        records = [
            {"id": i, "summary": s, "article": r, "references": [r]}
            for i, (s, r) in enumerate(zip(texts, REFERENCES, strict=True))
        ]
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_the_table_has_tests_and_examples_side_by_side(capsys):
    assert main(["compare", *FILES, "--examples", "1", *QUICK]) == 0
    out = capsys.readouterr().out
    assert out.startswith("30 translations; baseline: base\n\nmetric  system  value  difference      95% interval")
    assert "  better\n" in out
    assert "better, worse: p below 0.05 after Holm's correction for 2 tests" in out
    assert "|test:randomization|trials:99|ci:95|bs:50|seed:12345|holm" in out
    assert "\n  base       The talks number " in out
    assert "\n  new        The talks number " in out
    assert "\n  reference  The talks number " in out


def test_records_with_a_summary_are_summaries(capsys):
    assert main(["compare", "base.jsonl", "new.jsonl", "--format", "json", *QUICK]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["task"] == "summary"
    assert [test["metric"] for test in result["tests"]] == ["rouge1", "rouge2", "rougeLsum"]
    assert main(["compare", "base.jsonl", "new.jsonl", "--metrics", "coverage", "--format", "jsonl", *QUICK]) == 0
    [record] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (record["baseline_system"], record["system"], record["metric"]) == ("base", "new", "coverage")


def test_csv_markdown_and_latex_have_a_row_a_test(capsys):
    assert main(["compare", *FILES, "--format", "csv", *QUICK]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["metric"] for row in rows] == ["bleu", "chrf"]
    assert float(rows[0]["difference"]) == float(rows[0]["value"]) - float(rows[0]["baseline"])
    assert main(["compare", *FILES, "--format", "markdown", *QUICK]) == 0
    assert "| metric | system | value | difference | 95% interval | p | p (Holm) |  |" in capsys.readouterr().out
    assert main(["compare", *FILES, "--format", "latex", *QUICK]) == 0
    assert "\\begin{tabular}{lrrrrrrr}" in capsys.readouterr().out


def test_artifacts_are_looked_for_when_asked(capsys):
    arguments = ["--metrics", "artifact_density", "--format", "json", *QUICK]
    assert main(["compare", "base.txt", "new.txt", *arguments]) == 0
    assert json.loads(capsys.readouterr().out)["tests"][0]["note"] is None


def test_systems_can_be_named(capsys):
    assert main(["compare", *FILES, "--names", "old,young", "--format", "json", *QUICK]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["baseline"], result["tests"][0]["system"]) == ("old", "young")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["base.txt"], "1 system was given; two are needed"),
        (["base.txt", "base.txt"], "the same file is given twice"),
        (["base.txt", "short.txt", "--references", "ref.txt"], "short.txt has 3 lines, but ref.txt has 30"),
        (["base.txt", "new.txt"], "neither references nor sources"),
        (["base.jsonl", "new.jsonl", "--references", "ref.txt"], "go with text files"),
        (["base.txt", "new.txt", "--names", "a"], "--names needs 2 different names"),
        ([*FILES, "--metrics", "blue"], "there is no metric 'blue'; did you mean bleu"),
        ([*FILES, "--metrics", "rouge1"], "rouge1 is a metric for summary, not for translation"),
        ([*FILES, "--trials", "0"], "at least 1"),
        (["gone.txt", "new.txt"], "gone.txt: cannot be read"),
    ],
)
def test_what_cannot_be_compared_is_one_line_and_exit_two(arguments, message, capsys):
    assert main(["compare", *arguments]) == 2
    stdout, stderr = capsys.readouterr()
    assert stdout == ""
    assert message in stderr
    assert stderr.count("\n") == 1
