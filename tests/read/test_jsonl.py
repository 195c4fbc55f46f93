import io
import tracemalloc

import pytest

from nlp.errors import InputError
from nlp.read import _bytes
from nlp.read.jsonl import records


def read(data):
    return list(records(io.BytesIO(data), name="news.jsonl"))


def test_blank_lines_count_but_give_nothing():
    assert [(r.line, r.values) for r in read(b'\n{"text": "a"}\n \r\n{"text": "b"}')] == [
        (2, {"text": "a"}),
        (4, {"text": "b"}),
    ]


def test_a_signature_is_left_out():
    assert read(b'\xef\xbb\xbf{"text": "a"}')[0].values == {"text": "a"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{oops}", "this is not JSON: Expecting property name enclosed in double quotes (column 2)"),
        (b'["a"]', 'this line is JSON but not an object; write {"text": …}'),
        (b'{"n": ' + b"9" * 5000 + b"}", "this JSON has a number too long or brackets nested too deep"),
        (b"[" * 100_000, "this JSON has a number too long or brackets nested too deep"),
        (b'{"text": "\xff"}', ("byte 11 of this line (0xff) is not UTF-8; "
         "if the file is in windows-1252 or another encoding, save it as UTF-8")),
    ],
)  # fmt: skip
def test_a_line_at_fault_is_named_and_the_next_ones_come(line, message):
    good, bad, after = read(b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')
    assert isinstance(bad, InputError)
    assert str(bad) == f"news.jsonl:2: {message}"
    assert (good.line, after.line, after.values) == (1, 3, {"text": "b"})


def test_a_line_that_is_too_long_is_not_read(monkeypatch):
    monkeypatch.setattr(_bytes, "LONGEST", 1_000_000)
    stream = io.BytesIO(b'{"text": "' + b"x" * 30_000_000 + b'"}\n{"text": "b"}\n')
    tracemalloc.start()
    bad, after = records(stream, name="news.jsonl")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(bad) == "news.jsonl:1: the line is longer than 1 MB, which is no single article"
    assert after.values == {"text": "b"}
    assert peak < 10_000_000


def test_the_limit_is_exact(monkeypatch):
    monkeypatch.setattr(_bytes, "LONGEST", 15)
    fits, long = read(b'{"text": "ab"}\n{"text": "abc"}\n')
    assert fits.values == {"text": "ab"}
    assert isinstance(long, InputError)
