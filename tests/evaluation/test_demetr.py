"""The protocol of `nlp eval demetr` on a set so small that its figures can be told by heart."""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

import pytest

from nlp.detectors._source.pair import Pair
from nlp.errors import InputError
from nlp.evaluation import _demetr, _swapped_speakers, demetr
from nlp.evaluation._table import Cell, Table
from nlp.types import Span

SOURCE = "Il est né en 1985 à Lyon."
TWIN = "He was born in 1985 in Lyon."
WRONG = {7: "He was born in 1995 in Lyon.", 8: "He was not born in 1985 in Lyon."}
KINDS = {7: "numbers_replaced", 8: "negation"}


def write(path: Path, records: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record) + "\n" for record in records)


def options(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    demetr.add_arguments(parser)
    return parser.parse_args(["--no-words", *arguments])


def stored(folder: Path, *, twin: str = TWIN) -> Path:
    """Twenty segments, each with a number and a negation put in."""
    base = [{"id": i, "lang": "french", "source": SOURCE, "reference": TWIN, "mt": twin} for i in range(20)]
    write(folder / "mt-perturbed/demetr.base.jsonl.gz", base)
    perturbed = [
        {"id": i, "pert": f"critical_id{k}_{KINDS[k]}", "severity": "critical", "target": text}
        for i in range(20)
        for k, text in WRONG.items()
    ]
    write(folder / "mt-perturbed/demetr.perturbed.jsonl.gz", perturbed)
    return folder


def value(table: Table, row: str, column: str) -> float | None:
    found = next(own for own in table.rows if own[0] == row)[table.columns.index(column)]
    assert isinstance(found, Cell)
    return found.value


def test_errors_are_read_with_their_kind_and_place(tmp_path: Path):
    originals, perturbed = _demetr.read(stored(tmp_path))
    assert {original.half for original in originals} == {"tuning", "reporting"}
    first = perturbed[0]
    assert (first.kind, first.original, first.severity) == ("numbers_replaced", originals[0], "critical")
    assert (first.place.of(first.target), first.twin_place.of(TWIN)) == ("in 1995 in", "in 1985 in")


def test_the_place_of_what_is_missing_is_the_words_beside_it():
    twin, place = _demetr.places("a big red dog ran", "a big dog ran")
    assert (twin, place) == (Span(2, 13), Span(2, 9))
    assert _demetr.places("same", "same") == (Span(0, 4), Span(0, 4))
    assert _demetr.places("one two", "one")[1] == Span(0, 3)


def test_what_is_found_counts_where_the_twin_is_left_alone(tmp_path: Path):
    by_kind, by_language, alarms = demetr.evaluate(stored(tmp_path), options())
    assert value(by_kind, "BAR number", "detected") == 1.0
    assert value(by_kind, "BAR negation", "detected") == 1.0
    assert value(by_kind, "BAR omission", "detected") is None
    assert value(by_language, "fr", "negation") == 1.0
    assert [row[0] for row in alarms.rows] == ["DEMETR MT", "DEMETR references"]
    assert value(alarms, "DEMETR MT", "all") == 0.0


def test_what_is_found_in_the_twin_too_does_not_count(tmp_path: Path):
    by_kind, _, alarms = demetr.evaluate(stored(tmp_path, twin="He was born in 1995 in Lyon."), options())
    assert value(by_kind, "numbers_replaced", "detected") == 0.0
    assert value(alarms, "DEMETR MT", "all") == 100.0


def test_post_edits_that_were_not_looked_at_are_counted(tmp_path: Path):
    rows = [
        {"seg_id": str(i), "source": SOURCE, "post_edit": WRONG[7] if i % 2 else TWIN, "google": TWIN} for i in range(6)
    ]
    write(stored(tmp_path) / "mt-fr-en/lig.fr-en.train.jsonl.gz", rows)
    *_, alarms, _ = demetr.evaluate(tmp_path, options("--limit", "2"))
    assert value(alarms, "French post-edits", "segments") == 2
    assert value(alarms, "French post-edits", "SRC-N101") == 100.0
    assert value(alarms, "French MT of 2012", "all") == 0.0


def test_either_half_can_be_measured(tmp_path: Path):
    halves = [next(demetr.evaluate(stored(tmp_path), options("--half", half))) for half in ("reporting", "tuning")]
    sizes = [value(table, "numbers_replaced", "n") for table in halves]
    assert all(sizes)
    assert sum(filter(None, sizes)) == 20
    fewer = next(demetr.evaluate(tmp_path, options("--every", "3")))
    assert value(fewer, "numbers_replaced", "n") == -(-(sizes[0] or 0) // 3)


def test_missing_data_is_said_in_one_line(tmp_path: Path):
    with pytest.raises(InputError, match="DEMETR is public"):
        list(demetr.evaluate(tmp_path, options()))


def test_swapped_speakers_are_found_and_the_post_edits_left_alone(tmp_path: Path):
    source, good = "Merkel attend Orban, a déclaré Poutine.", "Merkel awaits Orban, said Putin."
    rows = [{"seg_id": str(n), "source": source, "post_edit": good, "google": good} for n in range(4)]
    write(stored(tmp_path) / "mt-fr-en/lig.fr-en.train.jsonl.gz", rows)
    *_, quoted = demetr.evaluate(tmp_path, options())
    (pair,) = set(_swapped_speakers.swaps([Pair(source, good, "fr")]))
    assert pair.target == "Merkel awaits Putin, said Orban."
    assert [value(quoted, row, "n") for row in ("swapped", "post-edits as they are")] == [2, 2]
    assert [value(quoted, row, "flagged") for row in ("swapped", "post-edits as they are")] == [1.0, 0.0]


def test_a_segment_that_is_trained_on_elsewhere_is_not_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stored(tmp_path)
    before = value(next(demetr.evaluate(tmp_path, options())), "BAR number", "n")
    monkeypatch.setattr(demetr, "_trained_on", lambda data: {SOURCE})
    after = value(next(demetr.evaluate(tmp_path, options())), "BAR number", "n")
    assert (before, after) == (sum(o.half == "reporting" for o in _demetr.read(tmp_path)[0]), 0)
    assert value(next(demetr.evaluate(tmp_path, options("--half", "tuning"))), "BAR number", "n") == 20 - before
