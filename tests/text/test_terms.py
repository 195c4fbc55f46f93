from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.terms import Terms, same_apostrophes, unaccented


def found(terms: list[str], text: str, **options) -> list[tuple[str, str]]:
    return [(span.of(text), term) for span, term in Terms(terms, **options).find(text)]


def test_terms_are_whole_words():
    assert found(["Monde"], "Le Monde, Mondes, LeMonde, Monde’s") == [("Monde", "Monde"), ("Monde", "Monde")]


def test_longer_term_wins_and_terms_do_not_overlap():
    terms = ["Le Monde", "Le Monde diplomatique", "diplomatique Paris", "Paris"]
    assert [term for _, term in found(terms, "Le Monde diplomatique Paris, Le Monde")] == [
        "Le Monde diplomatique",
        "Paris",
        "Le Monde",
    ]


def test_lower_case_term_may_begin_with_a_capital():
    assert [text for text, _ in found(["yellow vest"], "Yellow vest, yellow vest, Yellow Vest")] == [
        "Yellow vest",
        "yellow vest",
    ]
    assert found(["Orange"], "an orange") == []


def test_spaces_and_apostrophes_of_any_kind_but_no_line_end():
    assert len(found(["Quai d'Orsay"], "Quai d’Orsay, Quai \u00a0 d'Orsay, Quai\nd'Orsay")) == 2


def test_accents_matter_unless_folded():
    assert found(["resume"], "a résumé") == []
    assert found(["Conseil d'Etat"], "le Conseil d’État", fold=unaccented) == [("Conseil d’État", "Conseil d'Etat")]


def test_terms_that_begin_or_end_with_a_sign():
    assert found(["€ zone", "C++"], "the € zone uses C++ now") == [("€ zone", "€ zone"), ("C++", "C++")]


def test_no_terms_find_nothing_and_a_term_without_letters_is_an_error():
    assert found([], "anything") == []
    with pytest.raises(ValueError, match="the term '…' has no letter"):
        Terms(["…"])


@given(st.text())
def test_folding_changes_no_offset(text: str):
    assert len(same_apostrophes(text)) == len(unaccented(text)) == len(text)


@given(st.sets(st.sampled_from(["a", "b", "ab", "a b", "b a", "A"])), st.text(alphabet="abA ,"))
def test_same_occurrences_as_one_alternation(terms: set[str], text: str):
    every = [form for term in terms for form in {term, term[0].upper() + term[1:]}] or ["(?!)"]
    pattern = "|".join(r"\s+".join(form.split()) for form in sorted(every, key=len, reverse=True))
    expected = [match.span() for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text)]
    assert [(span.start, span.end) for span, _ in Terms(terms).find(text)] == expected
