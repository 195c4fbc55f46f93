from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp.text.unsupported import unsupported

ARTICLE = (
    "French police have interviewed the presidential candidate Francois Fillon and his wife Penelope. "
    "“The information will help find the truth,” Mr. Fillon said. She earned 500,000 euros. Aides were not paid."
)


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("French police have interviewed Francois Fillon.", []),
        ("Spanish police have interviewed Francois Fillon.", [("Spanish", "word")]),
        ("Police have interviewed Marine Le Pen.", [("Marine Le Pen", "name")]),
        ("Penelope earned 600,000 euros.", [("600,000", "number")]),
        ("It may “find the lie”.", [("find the lie", "quotation")]),
        ("Police have not interviewed Fillon.", [("not", "negation")]),
        ("Aides were not paid.", []),
        ("Police arrested Fillon.", [("arrested", "word")]),
        ("His wife paid aides.", [("wife paid", "pair")]),
        ("", []),
    ],
)
def test_what_is_not_borne_out(summary: str, expected: list[tuple[str, str]]):
    assert [(one.text, one.kind) for one in unsupported(summary, ARTICLE)] == expected


def test_an_empty_article_bears_out_nothing():
    assert [one.kind for one in unsupported("Police met 3 people.", "")] == ["word", "word", "number", "word"]


@given(st.text(max_size=100), st.text(max_size=100))
def test_stretches_are_exact_ordered_and_apart(summary: str, article: str):
    found = unsupported(summary, article)
    assert all(summary[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=200))
def test_a_text_bears_out_itself(text: str):
    assert [one for one in unsupported(text, text) if one.kind in ("number", "word")] == []


def test_it_is_public():
    assert nlp.unsupported is unsupported
