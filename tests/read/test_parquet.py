import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from nlp.errors import InputError
from nlp.read.parquet import BATCH, records
from nlp.read.paths import read_articles


def test_rows_in_order_over_more_than_one_batch(tmp_path):
    texts = [f"Number {n}." for n in range(BATCH * 2 + 1)]
    path = tmp_path / "news.parquet"
    pq.write_table(pa.table({"text": texts, "id": list(range(len(texts)))}), path)
    articles = list(read_articles([path], check_language=False))
    assert [a.text for a in articles] == texts
    assert (articles[-1].id, articles[-1].line) == (str(BATCH * 2), BATCH * 2 + 1)


def test_a_row_at_fault_is_named_and_the_next_ones_come(tmp_path):
    path = tmp_path / "news.parquet"
    pq.write_table(pa.table({"text": ["One.", None, "Three."]}), path)
    one, bad, three = read_articles([path], on_error="yield")
    assert (one.text, three.text) == ("One.", "Three.")
    assert (bad.where, bad.message) == (f"{path}:2", "the field 'text' is null, not a string")


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1 no table here PAR1"])
def test_a_file_that_is_not_parquet(data):
    with pytest.raises(InputError, match=r"^x.parquet: this is not a readable Parquet file: [^\n]+$"):
        list(records(io.BytesIO(data), name="x.parquet"))


def test_a_damaged_file():
    stream = io.BytesIO()
    pq.write_table(pa.table({"text": [f"Number {n} of a long column." for n in range(1000)]}), stream)
    data = bytearray(stream.getvalue())
    data[4:400] = b"\xff" * 396
    with pytest.raises(InputError, match=r"x\.parquet: this is not a readable Parquet file"):
        list(records(io.BytesIO(bytes(data)), name="x.parquet"))


def test_a_table_without_rows(tmp_path):
    path = tmp_path / "news.parquet"
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), path)
    (failure,) = read_articles([path], on_error="yield")
    assert failure.message == "there is no article in it"
