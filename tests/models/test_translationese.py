from __future__ import annotations

import pytest

from nlp.models import closeness
from nlp.models.translationese import SHORTEST, Evidence, Trait, evidence, load, statement, telling, weighed
from nlp.text.wording import FIGURES

HUMAN = (
    "Though he would have preferred to stay, which his friends could see, he walked out into the rain, thinking over "
    "what their mother had told him while they were living by the sea, where even the gulls seemed to be going home. "
)
MACHINE = "The minister is not the president of the country. The situation is not good. The plan is the same plan. "


PAIRS = [("Il pleut encore à Paris ce matin.", "It still rains in Paris this morning.")] * 3


def test_the_coefficients_are_those_of_the_figures():
    table = load()
    assert table["made by"] == "scripts/train_translationese.py"
    assert tuple(table["wording"]["figures"]) == FIGURES
    assert tuple(table["wording and source"]["figures"]) == (*FIGURES, *closeness.FIGURES)


def test_without_a_source_or_the_encoder_wording_alone_is_judged_and_said(monkeypatch):
    alone = evidence(MACHINE * 8)
    assert alone is not None
    assert alone.basis == "wording"
    monkeypatch.setattr(closeness, "available", lambda: False)
    assert evidence(MACHINE * 8, PAIRS) == alone
    assert "By its wording alone" in statement(alone)


def test_with_a_source_closeness_counts_too_and_is_said(monkeypatch):
    table = load()["wording and source"]["figures"]
    values = {name: table[name]["mean"] for name in closeness.FIGURES}
    monkeypatch.setattr(closeness, "available", lambda: True)
    monkeypatch.setattr(closeness, "figures", lambda pairs, known: values)
    usual = evidence(MACHINE * 8, PAIRS)
    monkeypatch.setattr(closeness, "figures", lambda pairs, known: values | {closeness.COVERED: 1.0})
    covering = evidence(MACHINE * 8, PAIRS)
    assert usual is not None
    assert covering is not None
    assert usual.basis == "wording and source"
    assert covering.probability > usual.probability
    assert "its closeness to the source" in statement(covering)
    monkeypatch.setattr(closeness, "figures", lambda pairs, known: None)
    found = evidence(MACHINE * 8, PAIRS)
    assert found is not None
    assert found.basis == "wording"


def test_closeness_is_taken_from_the_level_of_the_source_language():
    table = load()["wording and source"]
    wording = {name: entry["mean"] for name, entry in table["figures"].items() if name in FIGURES}
    french, japanese = (wording | table["levels"][lang] for lang in ("fr", "ja"))
    usual = weighed(french, table, 100, "wording and source", "fr").probability
    assert weighed(japanese, table, 100, "wording and source", "ja").probability == pytest.approx(usual)
    assert 0.4 < usual < 0.6
    assert weighed(japanese, table, 100, "wording and source", "fr").probability < 0.3


def test_from_a_language_of_unknown_level_texts_are_ranked_but_no_reader_is_told():
    table = load()["wording and source"]
    ranked = []
    for distance in (-9.0, -1.0, 0.0, 1.0, 9.0):
        values = {n: e["mean"] + distance * e["deviation"] * e["weight"] for n, e in table["figures"].items()}
        ranked.append(weighed(values, table, 100, "wording and source", "is").probability)
    assert ranked == sorted(set(ranked))
    assert not any(map(telling, ranked))


@pytest.mark.parametrize(("probability", "said"), [(0.5, False), (0.74, False), (0.76, True), (0.24, True)])
def test_a_reader_is_told_what_has_odds_of_three_to_one(probability: float, said: bool):
    assert telling(probability) is said
    found = Evidence(probability, 100, (Trait("“the”", 0.1, 0.08, 0.2),), "wording")
    assert ("Not told apart" in statement(found)) is not said
    assert "AUROC" in statement(found)


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
    assert odds == pytest.approx(sum(pushes) + load()["wording"]["slope"] * load()["wording"]["intercept"])


def test_a_short_text_is_not_judged():
    assert evidence("word " * (SHORTEST - 1)) is None
    assert "fewer than 80 words" in statement(None)
