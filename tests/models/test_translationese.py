from __future__ import annotations

import pytest

from nlp.models.translationese import SHORTEST, evidence, load, statement
from nlp.text.wording import FIGURES

HUMAN = (
    "Though he would have preferred to stay, which his friends could see, he walked out into the rain, thinking over "
    "what their mother had told him while they were living by the sea, where even the gulls seemed to be going home. "
)
MACHINE = "The minister is not the president of the country. The situation is not good. The plan is the same plan. "


def test_the_coefficients_are_those_of_the_figures():
    table = load()
    assert tuple(table["figures"]) == FIGURES
    assert table["made by"] == "scripts/train_translationese.py"


def test_wording_of_people_gets_less_than_wording_of_machines():
    human, machine = evidence(HUMAN * 4), evidence(MACHINE * 8)
    assert human is not None
    assert machine is not None
    assert 0 < human.probability < 0.5 < machine.probability < 1


def test_the_statement_names_traits_and_its_worth_and_is_no_verdict():
    said = statement(evidence(MACHINE * 8))
    assert "a machine translated it with probability 0.9" in said
    assert "leans most to machine translation: " in said
    assert "AUROC of 0.57 to 0.69" in said
    assert "hint and no verdict" in said


def test_traits_add_up_to_the_probability_and_come_the_heaviest_first():
    import math

    found = evidence(HUMAN * 4)
    assert found is not None
    pushes = [t.push for t in found.traits]
    assert [abs(p) for p in pushes] == sorted((abs(p) for p in pushes), reverse=True)
    odds = math.log(found.probability / (1 - found.probability))
    assert odds == pytest.approx(sum(pushes) + load()["slope"] * load()["intercept"])


def test_a_short_text_is_not_judged():
    assert evidence("word " * (SHORTEST - 1)) is None
    assert "fewer than 80 words" in statement(None)
