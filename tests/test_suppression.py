from __future__ import annotations

import time

import pytest

import nlp
from nlp import pipeline, suppression
from nlp.config import Settings
from nlp.types import Finding

BAD = "The government counts to raise the tax."


def finding(text: str, of: str, *, rule: str = "FRE-C201", number: int = 0) -> Finding:
    start = -1
    for _ in range(number + 1):
        start = text.index(of, start + 1)
    return Finding(rule, "count-for-intend", "calque", "x", "major", 0.9, start, start + len(of), of, "…")


def kept(text: str, of: str = "counts") -> list[bool]:
    """For each occurrence, whether its finding stays."""
    findings = [finding(text, of, number=number) for number in range(text.count(of))]
    stays, _ = suppression.split(text, findings)
    return [f in stays for f in findings]


def test_region_reaches_to_its_end_or_to_the_end_of_the_text():
    text = "counts <!-- nlp: disable=FRE-C201 -->\ncounts\ncounts <!-- nlp: enable=FRE-C201 --> counts"
    assert kept(text) == [True, False, False, True]
    assert kept("counts\n<!-- nlp: disable -->\ncounts\n\ncounts") == [True, False, False]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("FRE-C201", True),
        ("fre-c201", True),
        ("FRE-C", True),
        ("count-for-intend", True),
        ("calque", True),
        ("GEN-S951,calque", True),
        ("FRE-C202", False),
        ("count", False),
        ("tense", False),
    ],
)
def test_rules_are_named_as_in_select(name: str, meant: bool):
    assert kept(f"<!-- nlp: disable={name} --> counts") == [not meant]
    assert kept(f"<!-- nlp: disable-line={name} --> counts") == [not meant]


def test_last_comment_that_names_the_rule_decides():
    assert kept("<!-- nlp: disable --> counts <!-- nlp: enable=FRE-C201 --> counts") == [False, True]
    assert kept("<!-- nlp: disable=calque --> counts <!-- nlp: enable=tense --> counts") == [False, False]
    assert kept("<!-- nlp: disable=calque --> counts <!-- nlp: enable --> counts") == [False, True]


def test_line_comment_speaks_for_its_line_only():
    assert kept("counts\ncounts <!-- nlp: disable-line --> counts\r\ncounts") == [True, False, False, True]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_next_line_is_the_next_with_text_in_it(end: str):
    text = f"counts <!-- nlp: disable-next-line --> counts{end}{end} \t{end}counts{end}counts"
    assert kept(text) == [True, True, False, True]


def test_comments_stacked_before_a_line_all_speak_for_it():
    text = "<!-- nlp: disable-next-line=tense -->\n<!-- nlp: disable-next-line=calque -->\ncounts\ncounts"
    assert kept(text) == [False, True]


def test_next_line_without_a_line_after_it():
    assert kept("counts <!-- nlp: disable-next-line -->\n\n") == [True]


def test_suppressed_findings_keep_their_reason():
    text = "<!-- nlp: disable-line=calque -- quoted on purpose --> counts"
    _, (left_out,) = suppression.split(text, [finding(text, "counts")])
    assert (left_out.finding.text, left_out.by, left_out.reason) == ("counts", "comment", "quoted on purpose")


def test_comments_that_are_not_understood_do_nothing_and_are_told():
    text = "<!-- nlp: disabel --> counts\n<!-- nlp: disable= --> counts\n<!-- nlp: disable FRE-C201 --> counts"
    assert kept(text) == [True, True, True]
    told = list(suppression.warnings(text))
    assert [warning.partition(":")[0] for warning in told] == [
        "Line 1, <!-- nlp",
        "Line 2, <!-- nlp",
        "Line 3, <!-- nlp",
    ]
    assert told[0] == (
        "Line 1, <!-- nlp: disabel -->: not understood; "
        "write disable, enable, disable-line, disable-next-line, then =RULE or nothing."
    )


def test_unknown_rules_are_told_with_the_nearest():
    text = f"One.\n{BAD} <!-- nlp: disable-line=FRE-C2O1,calque -->"
    (warning,) = suppression.warnings(text)
    assert warning.startswith("Line 2, <!-- nlp: disable-line=FRE-C2O1,calque -->: there is no rule 'FRE-C2O1'; did")
    assert "FRE-C201" in warning


def test_names_of_what_other_detectors_find_are_known():
    assert list(suppression.warnings("<!-- nlp: disable=SPAN,SRC-N1,FLUENCY,learned-grammar --> counts")) == []
    text = "<!-- nlp: disable=OTHER --> counts"  # of another package: known when something was found under it
    assert len(list(suppression.warnings(text))) == 1
    assert list(suppression.warnings(text, [finding(text, "counts", rule="OTHER")])) == []


def test_detect_drops_them_and_inspect_keeps_both():
    text = f"{BAD} <!-- nlp: disable-line -- said so -->\n{BAD}"
    (stays,) = nlp.detect(text)
    assert stays.start > len(BAD)
    detection = pipeline.inspect(text)
    assert detection.findings == (stays,)
    assert [(left.finding.text, left.reason) for left in detection.suppressed] == [("counts to raise", "said so")]


def test_warnings_of_comments_are_warnings_of_the_article():
    article = pipeline.inspect("<!-- nlp: disable=FRE-C2O1 -->\n" + BAD).article
    assert any("FRE-C2O1" in warning for warning in article.warnings)
    assert pipeline.inspect(article).article.warnings == article.warnings


def test_suppressed_long_finding_still_explains_the_short_one_inside():
    text = "The question is how the allies count […] implement the principle. <!-- nlp: disable-line=FRE-C201 -->"
    assert nlp.detect(text) == ()


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- nlp: disable=GEN-X999 -- “unbalanced, 3,5 and 7:06 […] &amp; counts to leave. this -->",
        "<!-- nlp: enable -->",
    ],
)
def test_a_comment_is_never_flagged_and_hides_nothing_else(comment: str):
    text = f"Headline of the day\n\n{BAD} The mayor of the town resigned on Monday evening."
    alone = [f.text for f in nlp.detect(text)]
    for marked in (
        f"{comment}\n{text}",
        f"{text}\n\n{comment}",
        f"{text} {comment}",
        text.replace("\n\n", f"\n{comment}\n"),
    ):
        findings = nlp.detect(nlp.article(marked, check_language=False))
        assert [f.text for f in findings] == alone
        assert all(marked[f.start : f.end] == f.text for f in findings)


def test_finding_around_a_comment_quotes_it_and_is_not_repaired():
    text = "The yellow <!-- nlp: enable --> vests marched."
    (found,) = nlp.detect(text, settings=Settings(glossary=(("yellow vests", "gilets jaunes"),)))
    assert found.text == text[found.start : found.end] == "yellow <!-- nlp: enable --> vests"
    assert found.replacements == ()


def test_text_of_comments_only_has_no_findings():
    assert nlp.detect("<!-- nlp: disable -->") == ()


def test_many_comments_cost_linear_time():
    begin = time.process_time()
    suppression.split("<!-- nlp: disable-next-line -->\n" * 20_000, [])
    assert time.process_time() - begin < 2
