from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from nlp.cli import main
from nlp.errors import InputError, OptionError
from nlp.evaluation import metrics
from nlp.evaluation._metric_summaries import _called
from nlp.evaluation._metric_translations import demetr_half
from nlp.evaluation._metric_values import columns
from nlp.evaluation._table import Cell, Table
from nlp.types import Sample


def options(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    metrics.add_arguments(parser)
    return parser.parse_args(["--no-models", "--resamples", "20", *arguments])


@pytest.fixture
def tables(data: Path) -> dict[str, Table]:
    return {table.title: table for table in metrics.evaluate(data, options())}


def value(table: Table, row: str, column: str) -> float | None:
    found = next(own for own in table.rows if own[0] == row)[table.columns.index(column)]
    assert isinstance(found, Cell)
    return found.value


def test_every_set_has_its_table_and_every_table_its_floors(tables: dict[str, Table]):
    for word in ("QAGS", "AggreFact", "FRANK", "SummEval", "Newsroom", "DEMETR", "MQM of newstest2020"):
        assert any(title.startswith(word) for title in tables)
    for title, table in tables.items():
        names = [row[0] for row in table.rows]
        if "What people said" not in title and "by kind" not in title:
            assert "floor: random" in names, title


def test_good_summaries_have_more_of_what_people_like(tables: dict[str, Table]):
    table = tables["SummEval, summary by summary: Pearson"]
    assert value(table, "consistency", "consistency") == pytest.approx(1.0, abs=0.01)
    assert value(table, "word_support", "consistency") == pytest.approx(1.0, abs=0.01)
    bands = tables["What people said of summaries by their consistency score"]
    assert value(bands, "0.8 to 1.0", "summeval") == 1.0


def test_a_perturbation_counts_when_it_scores_below_the_original(tables: dict[str, Table]):
    table = tables["DEMETR: share of perturbed translations that score below the original"]
    assert value(table, "chrf", "all") == 0.5  # nonsense is found; the text that equals the reference scores higher
    assert value(tables["DEMETR by kind of error"], "nonsense text", "chrf") == 1.0


def test_systems_are_ordered_as_raters_order_them(tables: dict[str, Table]):
    table = tables["MQM of newstest2021.zh-en: agreement with professional raters"]
    assert value(table, "chrf", "systems: pairs") == 1.0
    assert value(table, "chrf", "segments: pairs") == 1.0


def test_halves_of_demetr_are_drawn_by_segment():
    assert {demetr_half(str(number)) for number in range(20)} == {0, 1}


def test_signs_are_turned_and_gaps_filled():
    samples = [Sample("1", "Talks will resume on Monday.", source="Talks will resume on 3 May.")]
    samples.append(Sample("2", "Dogs bark 3 times.", source="Talks will resume on 3 May."))
    found = columns(samples, ("seams", "redundancy", "number_support"), against_source=True)
    assert found["seams"][0] > found["seams"][1]
    assert found["number_support"] == [1.0, 1.0]  # the first has no number to check
    assert found["floor: length"] == [5.0, 4.0]
    assert list(found)[-3:] == ["floor: ROUGE-2 against the article", "floor: length", "floor: random"]


def test_thresholds_come_from_the_other_half(data: Path):
    from nlp.evaluation._judged import read

    judged = read(data, "summeval")
    human = [one.system == "good" for one in judged]
    found = [float(good) for good in human]
    assert _called(found, human, judged) == human


@pytest.mark.parametrize("arguments", [("--segments", "0"), ("--resamples", "-1")])
def test_numbers_out_of_range(data: Path, arguments: tuple[str, ...]):
    with pytest.raises(OptionError, match="at least"):
        list(metrics.evaluate(data, options(*arguments)))


def test_a_missing_set_is_named(data: Path):
    (data / "mt-perturbed/demetr.base.jsonl.gz").unlink()
    with pytest.raises(InputError, match="DEMETR is public"):
        list(metrics.evaluate(data, options("--only", "translations")))


def test_the_command(data: Path, capsys: pytest.CaptureFixture[str]):
    arguments = ["eval", "metrics", "--data", str(data), "--no-models", "--only", "translations", "--resamples", "0"]
    assert main([*arguments, "--format", "markdown"]) == 0
    assert "| chrf |" in capsys.readouterr().out
