import base64
import hashlib
import json
import random
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.reports import json as json_report
from nlp.reports._wording import writable
from nlp.reports.html import render
from nlp.types import Article, Failure, Finding, Layout, Report, Score, Span, SummarySentence, Support, Suppressed

VOID = {"meta", "input", "rect", "br", "hr", "img", "link"}


class Page(HTMLParser):
    """Reads a page, checks that tags balance, and keeps what tests ask for."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.ids = []
        self.elements = []
        self.data = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.elements.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in VOID:
            self.open.append((tag, (attributes.get("class") or "").split()))

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        self.data.append((data, list(self.open)))

    def texts(self, of, without=()):
        """Text inside elements of a class, but not inside those of the classes `without`."""
        return "".join(
            data
            for data, path in self.data
            if any(of in classes for _, classes in path)
            and not any(name in classes for _, classes in path for name in without)
        )

    def attributes(self, name):
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def words(text):
    return "".join(text.split())


def article_text(page):
    return page.texts("text", without=("notes", "ref"))


def plain_report(text, findings=(), item=None, **parts):
    summary = replace(item.summary, sentences=(), summary="")
    return Report((replace(item, article=Article("id", text, **parts), findings=findings, summary=summary),), {}, "s")


@pytest.fixture(scope="session")
def corpus(seed_item):
    """Articles of all sorts: clean, without headline, right to left, hostile, crowded; and failures."""
    rng = random.Random(1)
    text = seed_item.article.text
    crowded = []
    for n in range(60):
        start = rng.randrange(len(text))
        end = min(len(text), start + rng.choice([0, 1, 5, 40, 300]))
        severity = rng.choice(["neutral", "minor", "major", "critical"])
        crowded.append(
            Finding(f"FRE-X{n % 7}", "slug", "calque", "a/b", severity, 0.5, start, end, text[start:end], "why", ("x",))
        )
    hostile = "<script>alert(1)</script> \"quotes\" & 'more' </article><!-- <b onclick='x'>\u202e"
    hostile_finding = Finding(hostile, hostile, hostile, hostile, "major", 0.5, 0, 8, hostile[:8], hostile, (hostile,))
    arabic = "الرئيس الروسي\n\nقال الرئيس إن المفاوضات مستمرة."
    items = (
        replace(seed_item, findings=tuple(sorted(crowded, key=Finding.sort_key))),
        replace(seed_item, article=Article("bare", "No headline here. Nothing wrong."), findings=(), scores={}),
        replace(seed_item, article=Article("ar", arabic, lang="ar", layout=Layout(headline=Span(0, 13))), findings=()),
        replace(
            seed_item,
            article=Article(hostile, hostile, path=hostile, lang=hostile, warnings=(hostile,)),
            findings=(hostile_finding,),
            summary=replace(seed_item.summary, sentences=(SummarySentence(hostile, 99, True),), note=hostile),
            scores={hostile: Score(hostile, None, hostile, note=hostile)},
            not_checked=(hostile,),
        ),
        replace(seed_item, article=Article("empty", ""), findings=()),
        seed_item,
    )
    totals = {"mqm_per_100_words": Score("mqm_per_100_words", 6.31, "s", n=6, interval=(4.8, 8.1))}
    return Report(items, totals, hostile, (Failure(hostile, hostile),))


@pytest.fixture(scope="session", params=["seed", "corpus", "nothing"])
def report(request, seed_report, corpus):
    return {"seed": seed_report, "corpus": corpus, "nothing": Report((), {}, "s", corpus.failures)}[request.param]


def test_same_report_same_bytes(report):
    assert render(report) == render(report)


def test_tags_balance_and_ids_are_unique(report):
    page = Page(render(report))
    assert len(page.ids) == len(set(page.ids))


def test_every_link_leads_somewhere_on_the_page(report):
    page = Page(render(report))
    links = page.attributes("href")
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(page.ids)


def test_the_page_loads_nothing_and_holds_no_inline_code_but_its_own(report):
    page = Page(render(report))
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"link", "img", "iframe", "object", "embed", "base", "form", "audio", "video"}
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "srcset", "style", "action"})
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert [tag for tag, _ in page.elements].count("style") == 1
    assert not re.search(r"url\(|@import|https?://", render(report))


def test_the_security_policy_allows_exactly_the_inline_style_and_script(report):
    text = render(report)
    (policy,) = [a["content"] for _, a in Page(text).elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert "default-src 'none'" in policy
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_text_of_every_article_stands_on_the_page_whole(report):
    page = Page(render(report))
    expected = sorted(words(writable(item.article.text)) for item in report.articles)
    shown = [[] for _ in report.articles]
    current = -1
    depth = 0
    for data, path in page.data:
        inside = any("text" in classes for _, classes in path)
        current += inside and not depth
        depth = inside
        if inside and not any(name in classes for _, classes in path for name in ("notes", "ref")):
            shown[current].append(data)
    assert sorted(words("".join(parts)) for parts in shown) == expected


def test_every_finding_has_a_number_in_the_text_and_a_note(report):
    ids = set(Page(render(report)).ids)
    for index, item in enumerate(report.articles, start=1):
        for number in range(1, len(item.findings) + 1):
            assert f"a{index}-n{number}" in ids
            assert f"a{index}-f{number}" in ids


def test_every_note_says_severity_slug_message_and_rule(seed_report, seed_item):
    notes = Page(render(seed_report)).texts("notes")
    for finding in seed_item.findings:
        for part in (finding.severity, finding.slug, finding.message, finding.rule):
            assert part in notes
        assert all(words(text) in words(notes) for text in finding.replacements)


def test_residue_is_struck_through_and_nothing_else_is(seed_report):
    page = Page(render(seed_report))
    struck = [data for data, path in page.data if any(tag == "s" for tag, _ in path)]
    assert struck == ["Posted at 7:06", "Updated at 8:46 a.m.", "source site-63"]


def test_marks_carry_the_worst_severity_where_findings_overlap(seed_report):
    page = Page(render(seed_report))
    classes = {a["data-notes"]: a["class"] for tag, a in page.elements if tag == "mark" and "data-notes" in a}
    assert classes["7"] == "minor"
    assert classes["7 8"] == classes["8"] == "major"


def test_kicker_headline_dateline_and_published_lines_are_shown_as_what_they_are(seed_report):
    page = Page(render(seed_report))
    assert page.texts("kicker").strip() == "Ukrainian crisis"
    assert page.texts("headline").strip() == "West ‘didn’t heed’ Russian concerns, Putin says"
    assert page.texts("dateline") == "(Moscow)"
    assert page.texts("published", without=("ref",)).strip() == "Posted at 7:06"


def test_one_article_fills_the_page_and_many_get_a_table(seed_report, corpus):
    assert 'class="ranking"' not in render(seed_report)
    assert 'class="ranking"' in render(corpus)
    assert "Article 6" in render(corpus)


def test_the_worst_article_comes_first(corpus):
    order = [a["id"] for tag, a in Page(render(corpus)).elements if tag == "article"]
    assert sorted(order) == [f"a{n}" for n in range(1, 7)]
    assert order[0] == "a1"


def test_summary_links_to_its_sentences_and_marks_repairs(seed_report):
    text = render(seed_report)
    page = Page(text)
    summary = page.texts("summary")
    assert summary.count("repaired") == 1
    assert "<ins>Western officials</ins>" in text
    assert {"a1-s3", "a1-s9", "a1-s10"} <= set(page.ids)
    assert "Left out" in summary


def test_undefined_scores_say_why(seed_report):
    text = words(Page(render(seed_report)).texts("scores"))
    assert words("Undefined: BLEU, TER no references were given") in text


def test_numbers_are_those_of_the_json(seed_report):
    data = json.loads(json_report.render(seed_report))
    text = Page(render(seed_report)).texts("tally")
    assert f"{data['counts']['findings']['total']} findings" in text
    assert f"{data['counts']['words']} words" in text
    assert f"{data['totals']['mqm_per_100_words']['value']:.2f}" in text


def test_failures_warnings_and_what_was_not_checked_are_listed(seed_item):
    warned = replace(seed_item, article=replace(seed_item.article, warnings=("looks like Spanish",)))
    text = render(Report((warned, seed_item), {}, "s", (Failure("x.txt", "is empty"),)))
    assert "1 input</b> could not be read" in text
    assert all(part in text for part in ("x.txt", "is empty", "looks like Spanish", seed_item.not_checked[0]))


def test_a_rule_is_explained_by_its_docstring_or_else_by_its_finding(seed_report):
    text = Page(render(seed_report)).texts("rules")
    assert "Counting where intending is meant." in text
    assert "The parenthesis &#39;for" not in text
    assert "The parenthesis 'for his part' stands between commas." in text


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=80), spans=st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
def test_any_text_is_shown_as_it_is(seed_item, text, spans):
    pairs = sorted((min(a, b, len(text)), min(max(a, b), len(text))) for a, b in spans)
    findings = tuple(
        Finding("FRE-X1", "slug", "calque", "a/b", "minor", 0.5, start, end, text[start:end], text, (text,))
        for start, end in pairs
    )
    rendered = render(plain_report(text, findings, seed_item))
    rendered.encode("utf-8")
    assert words(article_text(Page(rendered))) == words(writable(text))


def test_what_was_left_out_is_said_and_nothing_otherwise(seed_item, seed_report):
    assert "Not shown" not in render(seed_report)
    left = (Suppressed(seed_item.findings[0], "comment"), Suppressed(seed_item.findings[1], "baseline"))
    item = replace(seed_item, suppressed=left)
    shown = "Not shown: 1 suppressed by comments in the text and 1 known from a baseline"
    assert render(replace(seed_report, articles=(item,))).count(shown) == 1
    page = render(replace(seed_report, articles=(item, item)))
    assert page.count(shown) == 2
    assert "Not shown: 2 suppressed by comments in the text and 2 known from a baseline" in page


def test_comments_that_talk_to_newsproof_are_not_shown(seed_item):
    comment = "<!-- nlp: disable -->"
    article = replace(seed_item.article, text=f"{seed_item.article.text}\n{comment}\n")
    page = render(Report((replace(seed_item, article=article),), {}, "s"))
    assert "nlp: disable" not in page


def test_a_note_says_which_detectors_saw_it_and_why(seed_item):
    support = (Support("fluency", "FLUENCY", 0.52, "Expected was “<to>”."),)
    finding = replace(seed_item.findings[0], support=support, detector="spans")
    page = render(Report((replace(seed_item, findings=(finding,)),), {}, "s"))
    assert "Seen by the language model too:</span> Expected was “&lt;to&gt;”." in page
    assert "found by the model of annotators" in page
