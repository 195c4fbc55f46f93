"""Plain text: the file is the article, every character of it but a signature (BOM)."""

from __future__ import annotations

from typing import BinaryIO

from nlp.read._bytes import decode, whole


def text(stream: BinaryIO, *, name: str) -> str:
    """The text of a UTF-8 stream, line ends untouched.

    Raises InputError when it is blank, longer than 50 MB, or not UTF-8.
    """
    return decode(whole(stream, name=name), name=name)
