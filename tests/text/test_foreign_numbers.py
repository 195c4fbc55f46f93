"""Numbers in words, and what they may stand for, in the languages that are read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.foreign_numbers import KNOWN, foreign_numbers

SAID = [
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "une quinzaine", 15),
    ("fr", "deux ans et demi", "2.5"),
    ("fr", "le XXIe siècle", 21),
    ("de", "siebenundzwanzig", 27),
    ("es", "treinta y cinco mil", 35_000),
    ("it", "duemila", 2_000),
    ("pt", "vinte e dois", 22),
    ("ru", "двадцать семь", 27),
    ("ru", "полтора миллиона", 1_500_000),
    ("pl", "trzydzieści dwa", 32),
    ("cs", "dvacet pět", 25),
    ("hi", "ढाई", "2.5"),
    ("zh", "三百二十", 320),
    ("zh", "2.6万", 26_000),
    ("ja", "二〇二一年", 2021),
    ("ja", "総額3億6500万ドル", 365_000_000),
    ("ja", "１万１０００店舗", 11_000),
    ("ja", "令和２年", 2020),
    ("ja", "打率３割", 30),
    ("ja", "９９・９％", "99.9"),
    ("ja", "半々", 50),
    ("ja", "１，０００人", 1000),
    ("ja", "2019/20シーズン", 2020),
    ("ru", "четырехлетний", 4),
    ("is", "sjö hundruð", 700),
    ("is", "1,8 milljarða króna", 1_800_000_000),
]


@pytest.mark.parametrize(("lang", "text", "value"), SAID)
def test_a_number_in_words_is_read(lang: str, text: str, value: int | str):
    assert any(Decimal(value) in number.readings for number in foreign_numbers(text, lang))


def test_kilowatts_are_no_thousands_and_squares_no_twos():
    assert [n.readings for n in foreign_numbers("1000万千瓦", "zh")] == [frozenset({Decimal(10_000_000)})]
    assert [n.readings for n in foreign_numbers("50 km2", "fr")] == [frozenset({Decimal(50)})]


def test_a_language_without_words_gives_figures():
    assert [float(*n.readings) for n in foreign_numbers("Kaksi ja 3", "fi")] == [3.0]


@given(st.text(max_size=60), st.sampled_from(sorted(KNOWN)))
def test_numbers_lie_in_the_text_in_order(text: str, lang: str):
    found = foreign_numbers(text, lang)
    assert [(n.start, n.end) for n in found] == sorted((n.start, n.end) for n in found)
    assert all(0 <= n.start < n.end <= len(text) and n.readings for n in found)
