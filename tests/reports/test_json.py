import json
from dataclasses import replace
from pathlib import Path

import pytest

from nlp.plain import from_dict
from nlp.reports.json import chunks, render
from nlp.types import Article, Detection, Failure, Finding, Report, Summary, Suppressed

GOLDEN = Path(__file__).with_name("seed_report.json")


def test_the_seed_report_is_the_golden_one(seed_report):
    assert render(seed_report) == GOLDEN.read_text(encoding="utf-8")


def test_same_report_same_bytes(seed_report):
    assert render(seed_report) == render(seed_report)


def test_findings_and_summaries_come_back_as_they_were(seed_report):
    (data,) = json.loads(render(seed_report))["articles"]
    (item,) = seed_report.articles
    assert tuple(from_dict(Finding, finding) for finding in data["findings"]) == item.findings
    assert from_dict(Summary, data["summary"]) == item.summary


def test_articles_keep_the_order_of_the_input(seed_report, seed_item):
    clean = replace(seed_item, article=Article("clean", "Nothing wrong."), findings=(), scores={})
    data = json.loads(render(Report((clean, seed_item), {}, "s", (Failure("x.txt", "is empty"),))))
    assert [article["id"] for article in data["articles"]] == ["clean", seed_item.article.id]
    assert data["counts"]["findings"]["total"] == 13
    assert data["failures"] == [{"where": "x.txt", "message": "is empty"}]


def test_a_lone_surrogate_is_escaped_so_that_the_file_can_be_written(seed_item):
    odd = replace(seed_item, not_checked=("a lone \ud83d surrogate",))
    text = render(Report((odd,), {}, "s"))
    text.encode("utf-8")
    assert json.loads(text)["articles"][0]["not_checked"] == ["a lone \ud83d surrogate"]


def test_nan_is_refused(seed_item):
    bad = {"x": replace(seed_item.scores["mqm_per_100_words"], value=float("nan"))}
    with pytest.raises(ValueError, match="undefined is None"):
        render(Report((), bad, "s"))


def test_findings_alone_are_one_list_with_a_record_for_each_item(seed_item):
    items = [Detection(seed_item.article, seed_item.findings, "s"), Failure("x.txt", "is empty")]
    first, second = json.loads("".join(chunks(items)))
    assert (first["id"], first["counts"]["total"]) == (seed_item.article.id, 13)
    assert second == {"id": None, "error": {"where": "x.txt", "message": "is empty"}}
    assert json.loads("".join(chunks([]))) == []


def test_what_was_left_out_is_counted(seed_item):
    left = (Suppressed(seed_item.findings[0], "comment"), Suppressed(seed_item.findings[1], "baseline")) * 2
    item = replace(seed_item, suppressed=left)
    (article,) = json.loads(render(Report((item,), {}, "s")))["articles"]
    assert article["suppressed"] == {"comment": 2, "baseline": 2}
