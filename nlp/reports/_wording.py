"""How a report writes numbers and quotes text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def number(value: float) -> str:
    """A number for people: two decimals, four when it is small, none when it is large or a count.

    >>> number(9.3478), number(0.0312), number(0.0), number(14203), number(115.07)
    ('9.35', '0.0312', '0.00', '14,203', '115.07')
    """
    if isinstance(value, int) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.4f}" if 0 < abs(value) < 0.1 else f"{value:.2f}"


def counted(count: int, noun: str) -> str:
    """A count and its noun.

    >>> counted(1, "article"), counted(0, "finding"), counted(1200, "word")
    ('1 article', 'no findings', '1,200 words')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}" if count else f"no {noun}s"


def listed(items: Sequence[str]) -> str:
    """Items as in a sentence.

    >>> listed(["6 major", "7 minor"]), listed(["a", "b", "c"]), listed([])
    ('6 major and 7 minor', 'a, b and c', '')
    """
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def shortened(text: str, length: int) -> str:
    r"""Text on one line, cut at a word after about `length` characters.

    >>> shortened("The  key question\nhas been ignored", 12)
    'The key question…'
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    end = line.find(" ", length)
    return line if end < 0 and len(line) < 2 * length else line[: end if 0 < end < 2 * length else length] + "…"


def context(text: str, start: int, end: int, *, words: int = 7) -> tuple[str, str, str]:
    r"""A span with some words of its own line before and after it: (before, span, after), to be joined as they are.

    >>> context("He denied. The interview with him\nwas short.", 15, 24, words=2)
    ('denied. The ', 'interview', ' with him')
    """
    line_before = text[max(0, start - 20 * words) : start].rsplit("\n", 1)[-1]
    line_after = text[end : end + 20 * words].split("\n", 1)[0]
    before = re.split(r"(?<=\s)(?=\S)", line_before)[-words:]
    after = re.split(r"(?<=\S)(?=\s)", line_after)[:words]
    return "".join(before), shortened(text[start:end], 90), "".join(after)


def changed(old: str, new: str) -> list[tuple[str, bool]]:
    """`new` in stretches of words, each with whether it is new against `old`.

    >>> changed("interview with Mr. Macron", "talks with Mr. Macron")
    [('talks', True), (' with Mr. Macron', False)]
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    stretches: list[tuple[str, bool]] = []
    for operation, _, _, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if start < end:
            stretches.append(("".join(after[start:end]), operation != "equal"))
    return stretches


def distinct(items: Iterable[str]) -> dict[str, int]:
    """Items in order of first appearance, each with how often it came."""
    found: dict[str, int] = {}
    for item in items:
        found[item] = found.get(item, 0) + 1
    return found


def writable(page: str) -> str:
    """Text that any UTF-8 HTML page can hold: control characters as their pictures (␀), others as �."""
    return _UNWRITABLE.sub(lambda c: chr(0x2400 + ord(c.group())) if c.group() < " " else "\ufffd", page)


_DETECTORS = {
    "rules": "the rules",
    "source": "the check against the source",
    "spans": "the model of annotators",
    "fluency": "the language model",
}


def detector(name: str) -> str:
    """A detector as a page calls it; those of other packages by their name.

    >>> detector("fluency"), detector("mine")
    ('the language model', 'mine')
    """
    return _DETECTORS.get(name, name)
