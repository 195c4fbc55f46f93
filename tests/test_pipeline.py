from __future__ import annotations

from pathlib import Path

import pytest

import nlp
from nlp.errors import OptionError, UnknownName
from nlp.types import SEVERITIES, Failure, Finding


def test_detect_takes_a_string():
    (finding,) = nlp.detect("The government counts to raise the tax next year.")
    assert finding.rule == "FRE-C201"
    assert finding.replacements[0] == "intends to raise"


def test_findings_are_sorted_and_point_at_their_text(seed_text: str):
    findings = nlp.detect(seed_text)
    assert list(findings) == sorted(findings, key=Finding.sort_key)
    assert all(seed_text[f.start : f.end] == f.text for f in findings)


def test_same_text_gives_same_findings(seed_text: str):
    assert nlp.detect(seed_text) == nlp.detect(seed_text)


def test_severity_and_confidence_filter(seed_text: str):
    every = nlp.detect(seed_text)
    major = nlp.detect(seed_text, min_severity="major")
    assert set(major) == {f for f in every if SEVERITIES.index(f.severity) >= SEVERITIES.index("major")}
    assert 0 < len(major) < len(every)
    sure = nlp.detect(seed_text, min_confidence=0.97)
    assert set(sure) == {f for f in every if f.confidence >= 0.97}


def test_options_out_of_range_and_unknown_names_are_errors():
    with pytest.raises(OptionError, match="between 0 and 1, not at 7"):
        nlp.detect("text", min_confidence=7)
    with pytest.raises(UnknownName, match="no rule 'FRE-T999'"):
        nlp.detect("text", select=["FRE-T999"])
    with pytest.raises(UnknownName, match="no summarizer 'leed'; did you mean lead"):
        nlp.summarize("Some text that is long enough.", method="leed")


def test_shorter_finding_inside_a_graver_one_is_absorbed():
    text = "The question is how the allies count […] implement the principle."
    assert [f.rule for f in nlp.detect(text)] == ["FRE-C201"]


def test_article_in_another_language_is_not_looked_at():
    text = "The government counts to raise the tax next year."
    assert nlp.detect(nlp.article(text, lang="de", check_language=False)) == ()


def test_nothing_is_found_in_good_english():
    assert (
        nlp.detect("The president resigned on Tuesday. He intends to leave the country by the end of the year.") == ()
    )


def test_report_holds_everything_in_order(seed_path: Path):
    articles = [
        *nlp.read_articles([seed_path], source_lang="fr"),
        Failure("b.txt", "there is no text"),
        nlp.article("The minister resigned on Monday.", id="c"),
    ]
    report = nlp.report(articles, method="lead")
    assert [entry.article.id for entry in report.articles] == ["000_959a71210dff82b1", "c"]
    assert report.failures == (Failure("b.txt", "there is no text"),)
    seed, clean = report.articles
    assert seed.findings == nlp.detect(seed.article)
    assert clean.findings == ()
    assert any("source text was not given" in line for line in seed.not_checked)
    assert report.totals["mqm_penalty"].n == 2
    assert report.signature.startswith(f"newsproof:{nlp.__version__}|rules:")


def test_empty_report_is_empty():
    report = nlp.report([])
    assert report.articles == ()
    assert report.totals == {}


def test_evidence_that_tells_a_reader_nothing_is_no_figure_but_says_so(seed_text: str):
    machine = "The minister is not the president of the country. The situation is not good. The plan is the same plan. "
    articles = [nlp.Article("seed", seed_text), nlp.Article("plain", machine * 8)]
    nothing, something = (each.scores["mt_evidence"] for each in nlp.report(articles, method="lead").articles)
    assert nothing.value is None
    assert "Not told apart" in str(nothing.note)
    assert something.value is not None
    assert something.value > 0.75
