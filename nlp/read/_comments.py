"""Comments of a web page that talk to newsproof, carried through the extraction of its text, which drops comments.

Each becomes a short word before the extraction, which travels with the text around it, and is written out after it.
A comment between two blocks stands on a line of its own before the second; one right behind a block, or in the middle
of its text, stays in that line. Where the extraction threw away what the word travelled with, the comment stands before
the next text that was kept.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from nlp.text.comments import comments

_MARK = re.compile(r"(?P<space>[ \t]*)⧼(?P<number>\d+)⧽[ \t]*")
_INLINE = frozenset("a abbr b cite code em font i mark q s small span strong sub sup time u".split())
# A text this long is not found by accident in another place.
_ENOUGH = 10
# How many texts behind a comment are remembered, to find its place by.
_TEXTS = 50

Node: TypeAlias = Any  # lxml has no types


@dataclass(frozen=True, slots=True)
class Marked:
    """A comment as it was written; `alone`: between blocks; `before`: the texts that follow it in the page."""

    comment: str
    alone: bool
    before: tuple[str, ...]


def has_comments(page: str) -> bool:
    """Whether a page has any comment that talks to newsproof."""
    return "nlp:" in page and next(comments(page), None) is not None


def mark(page: str) -> tuple[str, list[Marked]]:
    """The page with a word for each comment, and the comments in order."""
    from lxml import html

    root = html.document_fromstring(page.replace("⧼", "(").replace("⧽", ")"))
    found: list[Marked] = []
    for node in list(root.iter(html.etree.Comment)):
        written = f"<!--{node.text}-->"
        if node.getparent() is not None and next(comments(written), None) is not None:
            found.append(_moved(node, written, f" ⧼{len(found)}⧽ "))
    return html.tostring(root, encoding="unicode"), found


def written_out(text: str, found: list[Marked]) -> str:
    """The extracted text with the comments in place of their words."""

    def in_line(match: re.Match[str]) -> str:
        marked = found[int(match["number"])]
        return match["space"] if marked.alone else f" {marked.comment} "

    lost = set(range(len(found))) - {int(match["number"]) for match in _MARK.finditer(text)}
    lines = []
    for line in text.split("\n"):
        inside = [int(match["number"]) for match in _MARK.finditer(line)]
        lines += [found[number].comment for number in inside if found[number].alone]
        rest = _MARK.sub(in_line, line)
        if rest.strip() or not inside:
            lines.append(rest.strip() if inside else line)
    for number in sorted(lost):
        lines.insert(_line_after(lines, found[number]), found[number].comment)
    return "\n".join(lines)


def without(text: str) -> str:
    """The text without the words."""
    return _MARK.sub(" ", text).strip()


def _moved(node: Node, written: str, word: str) -> Marked:
    """Takes a comment out of the page and puts its word in."""
    parent, previous, following = node.getparent(), node.getprevious(), node.getnext()
    tail = node.tail or ""
    before = (previous.tail if previous is not None else parent.text) or ""
    texts = tuple(itertools.islice(_following(node), _TEXTS))
    in_text = before.strip() or tail.strip() or (following is not None and following.tag in _INLINE)
    alone = not in_text and not (previous is not None and "\n" not in before and not before.strip())
    if in_text or (following is None and previous is None):
        _extend(parent, previous, before + word + tail)
    elif not alone:
        _append(previous, word)
        _extend(parent, previous, before + tail)
    elif following is not None:
        following.text = word + (following.text or "")
        _extend(parent, previous, before + tail)
    else:
        _extend(parent, previous, before + tail)
    node.tail = None
    parent.remove(node)
    return Marked(written, alone, texts)


def _extend(parent: Node, previous: Node, text: str) -> None:
    if previous is None:
        parent.text = text
    else:
        previous.tail = text


def _append(element: Node, word: str) -> None:
    """Adds a word at the end of an element's text."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + word
    else:
        element.text = (element.text or "") + word


def _following(node: Node) -> Iterator[str]:
    """The texts of the page behind a node, in order."""
    for place in node.xpath("following::text()"):
        text = " ".join(str(place).split())
        if len(text) >= _ENOUGH:
            yield text


def _line_after(lines: list[str], marked: Marked) -> int:
    """The first line that holds one of the texts that follow the comment in the page; the end when none does."""
    for text in marked.before:
        for number, line in enumerate(lines):
            if text in " ".join(line.split()):
                return number
    return len(lines)
