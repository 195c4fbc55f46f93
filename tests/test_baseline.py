from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.baseline import Baseline, Known, collect, load
from nlp.errors import InputError
from nlp.types import Finding


def finding(text: str, rule: str = "FRE-C201", start: int = 0) -> Finding:
    return Finding(rule, "slug", "calque", "x", "major", 0.9, start, start + len(text), text, "…")


findings = st.lists(st.builds(finding, st.sampled_from(["a b", "a  b", "a\nb", "c", "é“"]), st.sampled_from("XY")))


def test_known_findings_are_left_out_up_to_their_count():
    known = Known(collect([finding("counts to raise"), finding("counts to raise"), finding("x")]))
    every = [finding("counts  to\nraise", start=start) for start in (10, 20, 30)] + [finding("counts to raise", "Y")]
    new, left_out = known.split(every)
    assert new == (every[2], every[3])
    assert [left.finding for left in left_out] == every[:2]
    assert {left.by for left in left_out} == {"baseline"}
    assert known.unused == 1


def test_count_runs_on_over_several_articles():
    known = Known(collect([finding("x"), finding("x")]))
    assert [len(known.split([finding("x")])[0]) for _ in range(3)] == [0, 0, 1]


@given(findings, findings)
def test_what_is_new_and_what_is_known_make_up_all(before: list[Finding], after: list[Finding]):
    known = Known(collect(before))
    new, left_out = known.split(after)
    assert sorted([*new, *(left.finding for left in left_out)], key=id) == sorted(after, key=id)
    assert len(left_out) + known.unused == len(before)
    assert Known(collect(after)).split(after)[0] == ()


@given(findings)
def test_file_gives_the_baseline_back(tmp_path_factory: pytest.TempPathFactory, some: list[Finding]):
    path = tmp_path_factory.getbasetemp() / "baseline.json"
    path.write_text(collect(some).to_json(), encoding="utf-8")
    assert load(path).counts == collect(some).counts
    assert load(path).name == str(path)


@given(findings)
def test_order_makes_no_difference_to_the_file(some: list[Finding]):
    assert collect(some).to_json() == collect(some[::-1]).to_json()


def test_file_is_one_finding_a_line():
    assert collect([finding("b"), finding("a“"), finding("b")]).to_json().splitlines() == [
        "{",
        '"newsproof_baseline": 1,',
        '"findings": [',
        '{"rule": "FRE-C201", "text": "a“", "count": 1},',
        '{"rule": "FRE-C201", "text": "b", "count": 2}',
        "]",
        "}",
    ]
    assert json.loads(collect([]).to_json()) == {"newsproof_baseline": 1, "findings": []}


def test_digest_tells_baselines_apart():
    assert Known(collect([finding("a")])).digest == Known(collect([finding("a")])).digest
    assert Known(collect([finding("a")])).digest != Known(Baseline({})).digest


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("once upon a time", "is not a baseline, since it is not JSON"),
        ("[]", "is not a baseline: 'newsproof_baseline' is not in it"),
        ('{"findings": []}', "is not a baseline: 'newsproof_baseline' is not in it"),
        ('{"newsproof_baseline": 2}', "is a baseline of version 2, and this newsproof reads version 1"),
        ('{"newsproof_baseline": 1}', "'findings' is not a list"),
        ('{"newsproof_baseline": 1, "findings": [1]}', "finding 1: a finding has a 'rule'"),
        (
            '{"newsproof_baseline": 1, "findings": [{"rule": "X", "text": "a", "count": 0}]}',
            "finding 1: a finding has a 'rule' and a 'text', both strings, and a 'count' from 1",
        ),
        ('{"newsproof_baseline": 1, "findings": [{"rule": "X", "text": "a", "count": true}]}', "a 'count' from 1"),
    ],
)
def test_file_that_is_none_is_told(tmp_path: Path, content: str, message: str):
    path = tmp_path / "b.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(path)
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)


def test_file_that_is_missing_or_not_text(tmp_path: Path):
    with pytest.raises(InputError, match=r"none: cannot be read: No such file.*`nlp baseline PATH… --out FILE`"):
        load(tmp_path / "none")
    (tmp_path / "x").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not JSON"):
        load(tmp_path / "x")
