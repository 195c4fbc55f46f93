import json

import pytest

from nlp.evaluation._table import Cell, Table, as_json, as_markdown, as_text

TABLE = Table(
    "Agreement", ("what", "F1"), (("floor | all", Cell(0.2)), ("ours", Cell(0.31234, (0.3, 0.33)))), ("On news.",)
)


def test_text_has_aligned_columns_and_notes():
    assert "".join(as_text([TABLE])) == (
        "Agreement\n\n"
        "  what                           F1\n"
        "  floor | all                 0.200\n"
        "  ours         0.312 [0.300, 0.330]\n"
        "\n  On news.\n\n"
    )


def test_markdown_escapes_pipes():
    assert "| floor \\| all | 0.200 |\n" in "".join(as_markdown([TABLE]))


def test_json_keeps_all_digits():
    (table,) = json.loads("".join(as_json([TABLE])))
    assert table["rows"][1] == ["ours", {"value": 0.31234, "interval": [0.3, 0.33]}]


def test_a_row_of_another_length_is_an_error():
    with pytest.raises(ValueError, match="has 2 columns, but a row of 1"):
        Table("T", ("a", "b"), (("x",),))
