from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.statistics.agreement import krippendorff_alpha

# Krippendorff 2011, section C: four observers, twelve units, missing ratings; the alphas are the paper's.
A = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None]
B = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3]
C = [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None]
D = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]
UNITS = list(zip(A, B, C, D, strict=True))


@pytest.mark.parametrize(
    ("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_example_of_the_paper(level, alpha):
    assert krippendorff_alpha(UNITS, level=level) == pytest.approx(alpha, abs=0.0005)


def test_names_will_do_for_the_nominal_level_only():
    units = [["minor", "minor"], ["major", "minor"], ["major", "major"], [None, "major"]]
    # values 6, coincidences of unlike ones 2, expected 2 * 3 * 3 / 5
    assert krippendorff_alpha(units, level="nominal") == pytest.approx(1 - 2 / 3.6)
    with pytest.raises(ValueError, match="must be numbers"):
        krippendorff_alpha(units, level="ordinal")


def test_undefined_is_none_and_an_unknown_level_an_error():
    assert krippendorff_alpha([]) is None
    assert krippendorff_alpha([[1], [2, None]]) is None
    assert krippendorff_alpha([[1, 1], [1, 1]]) is None
    with pytest.raises(ValueError, match="no level 'likert'"):
        krippendorff_alpha(UNITS, level="likert")


@given(st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=4), min_size=2, max_size=10))
def test_interval_alpha_from_all_pairs(units):
    values = [x for unit in units for x in unit]
    if len(set(values)) == 1:
        assert krippendorff_alpha(units) is None
        return
    observed = sum((a - b) ** 2 / (len(unit) - 1) for unit in units for a, b in itertools.permutations(unit, 2)) / len(
        values
    )
    expected = sum((a - b) ** 2 for a, b in itertools.permutations(values, 2)) / (len(values) * (len(values) - 1))
    assert krippendorff_alpha(units) == pytest.approx(1 - observed / expected)
    assert krippendorff_alpha([[x if x else 0.0 for x in unit] for unit in units]) <= 1


def test_agreement_throughout_is_one():
    for level in ("nominal", "ordinal", "interval", "ratio"):
        assert krippendorff_alpha([[1, 1], [2, 2, 2], [5, 5]], level=level) == 1
