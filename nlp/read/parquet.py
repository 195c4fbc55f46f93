"""Parquet tables: one article a row, read in small batches. A row's number, from 1, stands for its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from nlp.errors import InputError
from nlp.read._records import Record

BATCH = 64
"""Rows held at a time: enough to make the reader's overhead vanish, few enough for any article length."""


def records(stream: BinaryIO, *, name: str) -> Iterator[Record | InputError]:
    """The rows in order. Raises InputError when the file is not Parquet or is damaged."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    row = 0
    try:
        for batch in ParquetFile(stream).iter_batches(batch_size=BATCH):
            for values in batch.to_pylist():
                row += 1
                yield Record(row, values)
    except (pyarrow.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(f"this is not a readable Parquet file: {reason}", where=name) from error
