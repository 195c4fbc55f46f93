import io

import pytest

from nlp.errors import InputError
from nlp.read.paths import read_articles
from nlp.read.table import records


def read(text, delimiter=","):
    data = text if isinstance(text, bytes) else text.encode()
    return list(records(io.BytesIO(data), name="news.csv", delimiter=delimiter))


def test_rows_are_numbered_by_the_line_where_they_begin():
    rows = read('id,text\n1,"He said ""no"",\nthen left."\n\n2,Fine.\n')
    assert [(row.line, row.values) for row in rows] == [
        (2, {"id": "1", "text": 'He said "no",\nthen left.'}),
        (5, {"id": "2", "text": "Fine."}),
    ]


def test_tabs():
    assert read("id\ttext\n1\tOne, two.\n", delimiter="\t")[0].values == {"id": "1", "text": "One, two."}


def test_line_ends_within_a_cell_are_kept():
    assert read('text\r\n"a\r\nb"\r\n')[0].values == {"text": "a\r\nb"}


def test_a_signature_is_no_part_of_the_header():
    assert read(b"\xef\xbb\xbftext\na\n")[0].values == {"text": "a"}


def test_a_cell_longer_than_the_standard_library_s_limit():
    assert read(f"text\n{'x' * 200_000}\n")[0].values == {"text": "x" * 200_000}


def test_a_row_of_another_width_is_named_and_the_next_ones_come():
    short, good = read("id,text\n1\n2,Fine.\n")
    assert str(short) == "news.csv:2: the row has 1 cells, the header 2"
    assert good.values == {"id": "2", "text": "Fine."}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("text,text\na,b\n", "news.csv:1: the header has 'text' more than once"),
        ('text\na\n"He said" no\n', "news.csv:3: the table cannot be read on from here"),
        ('text\n"never closed\n', "news.csv:2: the table cannot be read on from here"),
        (b"\xff\xfet\x00", "news.csv: this is UTF-16, not UTF-8; save it as UTF-8"),
    ],
)
def test_what_ends_the_reading(text, message):
    with pytest.raises(InputError) as caught:
        read(text)
    assert str(caught.value).startswith(message)


def test_only_the_row_with_a_byte_that_is_not_utf8_is_at_fault(tmp_path):
    path = tmp_path / "news.csv"
    path.write_bytes(b"id,text\n1,caf\xe9\n2,Fine.\n")
    bad, good = read_articles([path], on_error="yield")
    assert bad.where == f"{path}:2"
    assert "a byte that is not UTF-8" in bad.message
    assert (good.id, good.text) == ("2", "Fine.")


def test_a_table_without_rows(tmp_path):
    path = tmp_path / "news.tsv"
    path.write_text("id\ttext\n", "utf-8")
    (failure,) = read_articles([path], on_error="yield")
    assert failure.message == "there is no article in it"
