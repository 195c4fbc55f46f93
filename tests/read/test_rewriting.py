from __future__ import annotations

import codecs
import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.errors import InputError
from nlp.read._records import Reading
from nlp.read.rewriting import pieces, pieces_of_stdin
from nlp.types import Article


def rewritten(raw: bytes, change=lambda text: text.replace("old", "new")) -> bytes:
    """The bytes after changing each article's text, read as standard input."""
    found = list(pieces_of_stdin(Reading(check_language=False), io.BytesIO(raw)))
    assert b"".join(piece.raw for piece in found) == raw
    return b"".join(p.with_text(change(p.content.text)) if isinstance(p.content, Article) else p.raw for p in found)


@pytest.mark.parametrize(
    "before",
    [
        b"An old word.",
        b"An old word.\r\nTwo.\r\n",
        codecs.BOM_UTF8 + b"old",
        b'{"text": "old"}',
        b'{"a":1.50,"text" :\t"old", "b": [{"text": "OLD"}]}\r\n',
        b'{"text": "old \\u00e9"}',
        '{"text": "old é"}'.encode(),
        b'{"text": "OLD", "text": "old"}',
        b'{"text": ["old", "two"]}',
        b'\n{"text": "old"}\n\n{"text": "old"}',
        codecs.BOM_UTF8 + b'{"text": "old"}',
        b'{"text": "old"}\n{"text"\n{"x": 1}\n{"text": "old"}\n',
        b'{"text": "a } \\" old", "k\\"": "}"}',
        b'{"t\\u0065xt": "old"}',
    ],
)
def test_only_the_text_changes(before: bytes):
    assert rewritten(before) == before.replace(b"old", b"new")


records = st.dictionaries(
    st.text(max_size=5),
    st.recursive(st.none() | st.floats(allow_nan=False) | st.text(max_size=9), st.lists),
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(records, st.text(min_size=1).filter(str.strip), st.text(), st.booleans())
def test_a_record_keeps_its_other_fields(record: dict, text: str, new: str, only_ascii: bool):
    record = {**record, "text": text}
    raw = json.dumps(record, ensure_ascii=only_ascii).encode("utf-8", "surrogatepass")
    try:
        after = rewritten(raw, lambda _: new)
    except UnicodeEncodeError:
        return
    assert json.loads(after) == {**record, "text": new}


def test_a_list_with_line_ends_in_its_strings_cannot_be_put_together_again():
    with pytest.raises(InputError, match="list of strings with line ends"):
        rewritten(b'{"text": ["old\\nold", "two"]}')


def test_what_is_read_and_not_written_is_refused(tmp_path: Path):
    for name in ("a.html", "a.csv", "a.parquet"):
        with pytest.raises(InputError, match=r"only \.txt, \.jsonl, \.jsonl\.gz files are repaired"):
            list(pieces(tmp_path / name, Reading()))


def test_packed_lines_are_unpacked(tmp_path: Path):
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"text": "old"}\n'))
    (piece,) = pieces(file, Reading(check_language=False))
    assert piece.with_text("new") == b'{"text": "new"}\n'


def test_nothing_to_read_is_told(tmp_path: Path):
    for name, content, word in (("a.txt", b"", "empty"), ("b.jsonl", b"\n", "no article"), ("c.txt", b"\xff", "UTF-8")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError, match=word):
            list(pieces(tmp_path / name, Reading()))
