from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.stem.porter import PorterStemmer

from nlp.text.stemmer import stem

SUFFIXES = (
    "ational tional enci anci izer bli abli alli entli eli ousli ization ation ator alism iveness fulness "
    "ousness aliti iviti biliti fulli logi icate ative alize iciti ical ful ness al ance ence er ic able "
    "ible ant ement ment ent ion ou ism ate iti ous ive ize e ll ed ing eed ied ies s sses y yy"
).split()
WORDS = (
    "skies dying lying tying news innings outings canning howe proceed exceed succeed flies dies died "
    "spied agreed feed plastered bled motoring sing conflated troubled sized hopping tanned falling "
    "hissing fizzed failing filing happy sky enjoy spy relational conditional rational valency digitizer "
    "radically differently vilely analogously operator feudalism decisiveness hopefulness callousness "
    "formality sensitivity sensibility geology theology archaeology triplicate formative formalize "
    "electricity electrical goodness revival allowance inference airliner adjustable adoption homologous "
    "communism activate angularity effective bowdlerize probate rate cease controlling roll 1990s 2nd "
    "yyyy y by owed used oed ing ed aed iing"
).split()


@pytest.fixture(scope="module")
def porter() -> PorterStemmer:
    return PorterStemmer()


@pytest.mark.parametrize("word", WORDS)
def test_stems_are_those_of_nltk(word, porter):
    assert stem(word) == porter.stem(word)


def test_stems_of_built_words_are_those_of_nltk(porter):
    rng = random.Random(7)
    for _ in range(5000):
        root = "".join(rng.choice("aeiouybcdlstz1x") for _ in range(rng.randint(0, 5)))
        word = root + "".join(rng.choice(SUFFIXES) for _ in range(rng.randint(0, 3)))
        assert stem(word) == porter.stem(word), word


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=15))
def test_any_token_has_the_stem_that_nltk_gives(word):
    assert stem(word) == PorterStemmer().stem(word)


def test_a_long_run_of_y_is_no_trouble():
    assert stem("y" * 5000)
