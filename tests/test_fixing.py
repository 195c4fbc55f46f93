"""Fixing to a fixed point: what is repaired, what is left, and that twice is once."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp import baseline, fixing
from nlp.errors import InputError
from nlp.fixing import fix
from nlp.pipeline import detect
from nlp.read.assemble import article
from nlp.rules.docs import parse
from nlp.rules.library import all_rules
from nlp.types import Finding

GOLDEN = Path(__file__).parent / "golden"
SEED = Path(__file__).parent.parent / "seeds" / "000_959a71210dff82b1.txt"


def test_safe_repairs_of_the_seed():
    assert fix(SEED.read_text(encoding="utf-8")).text == (GOLDEN / "seed_fixed.txt").read_text(encoding="utf-8")


def test_all_repairs_of_the_seed():
    text = SEED.read_text(encoding="utf-8")
    fixed = fix(text, unsafe=True)
    assert fixed.text == (GOLDEN / "seed_fixed_unsafe.txt").read_text(encoding="utf-8")
    assert fixed.left == ()
    gold = json.loads(SEED.with_name("gold.json").read_text(encoding="utf-8"))
    for span in gold["spans"]:
        if span["tier"] == "certain":
            assert span["text"] not in fixed.text
    assert [finding.text for finding in fixed.applied] == [finding.text for finding in detect(text)]


def test_a_repair_that_makes_room_for_another_is_followed():
    fixed = fix("He left the the\u200b the house.")
    assert fixed.text == "He left the house."
    assert len({finding.rule for finding in fixed.applied}) == 2


def test_text_that_is_residue_alone_becomes_empty():
    fixed = fix("Posted at 7:06\nUpdated at 8:46 a.m.\n")
    assert fixed.text.strip() == ""
    assert fixed.left == ()


def test_suppressed_and_known_findings_are_not_repaired():
    text = "The the minister resigned. <!-- nlp: disable-line -->"
    assert fix(text).text == text
    text = "The the minister resigned. The the minister resigned."
    known = baseline.Known(baseline.collect(detect("The the minister resigned.")))
    fixed = fix("The the minister resigned.\nHe spoke to the the press.", known=known)
    assert fixed.text == "The the minister resigned.\nHe spoke to the press."
    assert known.unused == 0


def test_ranking_decides_between_unsafe_repairs_only():
    def last_first(_, findings: tuple[Finding, ...]) -> list[Finding]:
        return [dataclasses.replace(f, replacements=f.replacements[::-1]) for f in findings]

    text = "The government counts to raise the tax next year."
    assert fix(text, unsafe=True).text == "The government intends to raise the tax next year."
    assert fix(text, unsafe=True, rank=last_first).text == "The government plans to raise the tax next year."
    assert fix(text, rank=last_first).text == text


def test_a_text_in_another_language_is_left_alone():
    text = "Le président russe s’est plaint vendredi du rejet de ses exigences : il a parlé de 1 000 000 de soldats."
    assert fix(text, unsafe=True).text == text
    assert fix("Who will pay ? Nobody knows.").text == "Who will pay? Nobody knows."


def finding(start: int, end: int, text: str, new: str) -> Finding:
    return Finding("GEN-X001", "x", "x", "x", "minor", 0.9, start, end, text, "", (new,), safe=True)


def test_repairs_that_undo_one_another_end_at_the_shortest(monkeypatch: pytest.MonkeyPatch):
    swaps = {"yes": "aye then", "aye then": "yes"}

    def inspect(given, **_):
        found = tuple(finding(0, len(a), a, b) for a, b in swaps.items() if given.text.startswith(a))
        return fixing.Detection(given, found, "")

    monkeypatch.setattr(fixing, "inspect", inspect)
    assert fix("yes, sir").text == fix("aye then, sir").text == "yes, sir"


def test_repairs_without_end_leave_the_article_and_say_so(monkeypatch: pytest.MonkeyPatch):
    def inspect(given, **_):
        return fixing.Detection(given, (finding(0, 1, given.text[0], given.text[0] * 2),), "")

    monkeypatch.setattr(fixing, "inspect", inspect)
    with pytest.raises(InputError, match=r"news.txt: its repairs make new work for one another \(GEN-X001\)"):
        fix(article("a", path="news.txt"))


EXAMPLES = sorted(
    {
        example.text
        for rule in all_rules()
        for kind in ("flags", "leaves_alone")
        for example in getattr(parse(rule.doc), kind)
    }
)
texts = st.lists(
    st.tuples(st.sampled_from(EXAMPLES), st.sampled_from([" ", "\n", "\n\n", "\r\n", ". ", ""])), min_size=1, max_size=5
).map(lambda parts: "".join(example + end for example, end in parts))


@settings(max_examples=60, deadline=None)
@given(texts, st.booleans())
def test_fixing_twice_changes_nothing_more(text: str, unsafe: bool):
    once = fix(text, unsafe=unsafe).text
    if once.strip():
        again = fix(once, unsafe=unsafe)
        assert again.text == once
        assert again.applied == ()
