from __future__ import annotations

import pytest

from nlp.metrics import name_support, number_support
from nlp.types import Sample


def row(metric, hypothesis: str, source: str | None, task: str = "summary") -> tuple[float, ...]:
    return metric.measure([Sample("1", hypothesis, source=source)], task=task)[0]


@pytest.mark.parametrize(
    ("hypothesis", "source", "expected"),
    [
        ("12,000 marched.", "Twelve thousand marched.", (1, 1)),
        ("12 000 marched.", "12,000 marched.", (1, 1)),
        ("13,000 marched.", "12,000 marched.", (0, 1)),
        ("$2.5 billion", "$2,500,000,000", (1, 1)),
        ("$2.5 million", "$2.5 billion", (0, 1)),
        ("Two died, 13 were hurt.", "13 were hurt and 2 killed.", (2, 2)),
        ("One of them came first, a second left.", "None did.", (0, 0)),
        ("The 5th day", "the fifth day", (1, 1)),
        ("5 percent", "5%", (1, 1)),
        ("No number at all", "1 2 3", (0, 0)),
        ("", "1 2 3", (0, 0)),
        ("5", "", (0, 1)),
        ("5", None, (0, 0)),
    ],
)
def test_numbers_of_a_summary(hypothesis, source, expected):
    assert row(number_support, hypothesis, source) == expected


@pytest.mark.parametrize(
    ("hypothesis", "source", "expected"),
    [
        ("It cost 1,234.5 euros.", "Es kostete 1.234,5 Euro.", (1, 1)),
        ("It cost 1,234.5 euros.", "Cela a coûté 1 234,5 euros.", (1, 1)),
        ("3 billion euros", "3 Mrd. Euro", (1, 1)),
        ("3 million euros", "3 milliards d’euros", (0, 1)),
        ("3 billion people", "30亿人", (1, 1)),
        ("at 7:06 p.m.", "à 19h06", (2, 2)),
        ("three people", "trois personnes", (0, 0)),
        ("13 people", "31 personnes", (0, 1)),
        ("3 trillion", "3 billions", (1, 1)),
    ],
)
def test_numbers_of_a_translation(hypothesis, source, expected):
    assert row(number_support, hypothesis, source, "translation") == expected


@pytest.mark.parametrize(
    ("hypothesis", "source", "expected"),
    [
        ("In Paris, Mr. Putin spoke.", "Vladimir Putin spoke in Paris.", (2, 2)),
        ("In Berlin, Mr. Putin spoke.", "Vladimir Putin spoke in Paris.", (1, 2)),
        ("We met Joe Biden.", "President Biden met us.", (0, 1)),
        ("They met in São Paulo.", "They met in Sao Paulo.", (1, 1)),
        ("It is the US view.", "It is the U.S. view.", (1, 1)),
        ("Putin spoke.", "Later Putin spoke.", (1, 1)),
        ("no names here.", "Paris", (0, 0)),
        ("", "Paris", (0, 0)),
        ("We met Biden.", None, (0, 0)),
        ("We met Mark.", "A marker, a Markham.", (0, 1)),
    ],
)
def test_names_of_a_summary(hypothesis, source, expected):
    assert row(name_support, hypothesis, source) == expected


@pytest.mark.parametrize(
    ("hypothesis", "source", "expected"),
    [
        ("We met Mr. Macron in Paris.", "Nous avons rencontré M. Macron à Paris.", (2, 2)),
        ("We met Mr. Macron in London.", "Nous avons rencontré M. Macron à Paris.", (1, 2)),
        ("We met Mr. Putin.", "Мы встретили Путина.", (0, 0)),
        ("Мы встретили Макрона.", "Nous avons rencontré M. Macron.", (0, 0)),
    ],
)
def test_names_of_a_translation_are_compared_in_latin_letters_only(hypothesis, source, expected):
    assert row(name_support, hypothesis, source, "translation") == expected


@pytest.mark.parametrize("metric", [number_support, name_support])
def test_the_aggregate_is_over_all_of_them_not_over_samples(metric):
    assert metric.value((3.0, 4.0)) == 0.75
    assert metric.value((0.0, 0.0)) is None


def test_signatures_tell_the_tasks_apart():
    for metric in (number_support, name_support):
        assert metric.signature(task="summary") != metric.signature(task="translation")
