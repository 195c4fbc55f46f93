"""Web pages: the main text of the page, found by trafilatura; no network is used.

The headline, where the page names one, is the first line, followed by a blank line; then one paragraph
a line. Offsets of findings are into this extracted text, not into the HTML. trafilatura normalises spaces and
may leave out a paragraph that repeats another: to look for such repetitions, give plain text. Of the page's comments
those that talk to newsproof (`<!-- nlp: disable=… -->`) are in the text, at their place.
"""

from __future__ import annotations

import codecs
import logging
import re
from typing import BinaryIO

from nlp.errors import InputError
from nlp.read._bytes import decode, whole
from nlp.read._comments import has_comments, mark, without, written_out

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_DECLARATION_WITHIN = 1024
"""A page must declare its encoding in its first 1,024 bytes (HTML Living Standard, 4.2.5.4)."""


def text(stream: BinaryIO, *, name: str) -> str:
    """The main text of a page. Raises InputError when none is found, or the page is not in the encoding it declares."""
    import trafilatura
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say, the errors here say
    source = _decoded(whole(stream, name=name), name)
    source, marked = mark(source) if has_comments(source) else (source, [])
    page = trafilatura.bare_extraction(
        source,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False},
    )
    body = (page.text or "").strip() if isinstance(page, Document) else ""
    if not isinstance(page, Document) or not body:
        raise InputError("no article text was found in this page", where=name)
    title = without(" ".join((page.title or "").split()))
    first, _, rest = body.partition("\n")
    if _is_title(without(first), title):
        body = f"{first.strip()}\n\n{rest}" if rest else first
    elif title:
        body = f"{title}\n\n{body}"
    return written_out(body, marked) if marked else body


def _is_title(first: str, title: str) -> bool:
    """The page's text begins with its title; a <title> often adds the site's name to it."""
    first = " ".join(first.split()).casefold()
    return bool(first) and title.casefold().startswith(first)


def _decoded(data: bytes, name: str) -> str:
    """The page as text: in the encoding it declares, else in UTF-8. ISO-8859-1 means windows-1252, as in browsers."""
    declared = _DECLARED.search(data[:_DECLARATION_WITHIN])
    label = declared[1].decode("ascii") if declared else "utf-8"
    try:
        encoding = codecs.lookup(label).name
    except LookupError:
        raise InputError(
            f"the page declares the encoding {label}, which is not known; save it as UTF-8", where=name
        ) from None
    if encoding == "utf-8" or data.startswith(codecs.BOM_UTF8):
        return decode(data, name=name)
    if encoding in ("iso8859-1", "ascii"):
        encoding = "cp1252"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"the page says it is in {label}, but byte {error.start + 1} is not; save it as UTF-8"
        raise InputError(what, where=name) from error
