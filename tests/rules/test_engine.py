from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.read.assemble import article
from nlp.rules.engine import Engine, RuleError, engine_for
from nlp.rules.library import all_rules
from nlp.rules.rule import Match, Rule, like, sentence_of, spans_at
from nlp.types import Span


def rule(**changes) -> Rule:
    values = {
        "id": "GEN-X001",
        "slug": "test-rule",
        "category": "test",
        "mqm": "other",
        "severity": "minor",
        "confidence": 0.5,
        "message": "'{text}' is wrong.",
        "languages": (),
        "pattern": r"\bwrong (?P<what>\w+)",
        "repair": "right {what}",
    }
    return Rule(**{**values, **changes})


def find(made: Rule, text: str, **options):
    return list(Engine([made]).find(article(text, check_language=False, **options)))


def test_finding_carries_span_message_and_repair():
    (finding,) = find(rule(), "This is a wrong word here.")
    assert (finding.start, finding.end, finding.text) == (10, 20, "wrong word")
    assert finding.message == "'wrong word' is wrong."
    assert finding.replacements == ("right word",)


def test_group_span_narrows_the_span():
    (finding,) = find(rule(pattern=r"a (?P<span>wrong) word", repair=""), "This is a wrong word here.")
    assert finding.text == "wrong"
    assert finding.replacements == ("",)


def test_offsets_are_code_points():
    (finding,) = find(rule(), "« Ça » 😀 déjà is a wrong word.")
    assert finding.text == "wrong word"
    assert "« Ça » 😀 déjà is a wrong word."[finding.start : finding.end] == "wrong word"


def test_sentence_scope_does_not_match_across_sentences():
    text = "It was wrong. Words came later."
    assert find(rule(pattern=r"wrong\W+(?P<what>\w+)"), text) == []
    assert len(find(rule(pattern=r"wrong\W+(?P<what>\w+)", scope="paragraph"), text)) == 1


def test_rule_of_another_source_language_does_not_run():
    made = rule(languages=("fr",))
    assert find(made, "a wrong word", source_lang="de") == []
    assert len(find(made, "a wrong word", source_lang="fr")) == 1
    assert len(find(made, "a wrong word")) == 1, "unknown source language: French rules run"


def test_rule_that_needs_the_source_runs_only_with_it():
    made = rule(needs_source=True)
    assert find(made, "a wrong word") == []
    assert len(find(made, "a wrong word", source="un mot faux")) == 1


def test_style_rules_leave_quotations_alone():
    text = "He said “a wrong word” and a wrong one."
    assert [f.text for f in find(rule(in_quotes=False), text)] == ["wrong one"]
    assert [f.quoted for f in find(rule(), text)] == [True, False]


def test_guard_and_find_function():
    assert find(rule(guard=lambda match: match["what"] != "word"), "a wrong word") == []
    made = rule(pattern="", find=lambda a: spans_at(a, [Span(0, 4)]), repair=lambda match: (match.text.upper(),))
    (finding,) = find(made, "some text")
    assert (finding.text, finding.replacements) == ("some", ("SOME",))


def test_bug_in_a_rule_names_the_rule_and_the_article():
    def broken(match: Match) -> bool:
        return bool(match["no such group"])

    with pytest.raises(RuleError, match="rule GEN-X001 failed on article 'text'") as caught:
        find(rule(guard=broken), "a wrong word")
    assert isinstance(caught.value.__cause__, KeyError)


def test_pattern_that_is_not_re2_is_refused_by_name():
    with pytest.raises(RuleError, match="pattern of rule GEN-X001 is not RE2 syntax"):
        find(rule(pattern=r"(?=lookahead)"), "text")


def test_match_knows_its_sentence_and_its_surroundings():
    seen: list[tuple[str, str, str]] = []

    def guard(match: Match) -> bool:
        sentence = sentence_of(match)
        assert sentence is not None
        seen.append((match.before, match.after, sentence.of(match.article.text)))
        return True

    find(rule(guard=guard), "First one. A wrong word here.")
    assert seen == [("A ", " here.", "A wrong word here.")]


def test_like_copies_a_capital():
    assert like("The", "a") == "A"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "count",
                "[…]",
                "to",
                "implement",
                ".",
                " soldiers",
                "“",
                "”",
                "\n",
                "12 000",
                "Posted at 7:06",
                "a",
                "é",
                " ",
                ",",
            ]
        ),
        min_size=1,
        max_size=40,
    )
)
def test_every_finding_points_at_its_text(parts: list[str]):
    text = "x" + " ".join(parts)
    for finding in engine_for(all_rules()).find(article(text, check_language=False)):
        assert text[finding.start : finding.end] == finding.text
        assert finding.start < finding.end
        assert finding.text not in finding.replacements, "a repair changes something"


@pytest.mark.parametrize(
    "text",
    ["[" * 1_000_000, "the minister said that " * 43_000, "a" * 1_000_000, "“‘" * 500_000, "12 000 000,5 " * 77_000],
    ids=["brackets", "one long line", "one letter", "quotes", "numbers"],
)
def test_one_megabyte_of_hostile_text_takes_no_longer_than_a_few_seconds(text: str):
    made = article(text, check_language=False)
    start = time.perf_counter()
    for _ in engine_for(all_rules()).find(made):
        pass
    assert time.perf_counter() - start < 30, "a few seconds on a quiet machine; quadratic behaviour takes minutes"


TOGETHER = [
    "The government counts to raise the tax. Inflation rose to 3,5 percent.",
    "Élysée : “Le président” a été vu… The government counts to raise 3,5 % […] in the Élysée.",
    "Nothing to see here.",
    "東京。 The the minister\ud800 counts to resign; it is 3,5 percent.",
    "The government counts to raise the tax.\nThe government counts to raise the tax.",
]


def test_articles_read_together_have_the_findings_of_each_alone():
    engine = engine_for(all_rules())
    articles = [article(text, check_language=False) for text in TOGETHER]
    together = engine.find_all(articles)
    assert together == [list(engine.find(each)) for each in articles]
    assert [bool(findings) for findings in together] == [True, True, False, True, True]
    for each, findings in zip(articles, together, strict=True):
        assert all(each.text[f.start : f.end] == f.text for f in findings)


def test_no_articles_have_no_findings():
    assert engine_for(all_rules()).find_all([]) == []
