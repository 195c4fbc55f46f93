r"""A rule's docstring, read: its sections, and the examples that are its tests.

    Flags
        He ⟦counts to leave⟧.                     ⇒ intends to leave
        ⟦Posted at 7:06⟧                          ⇒ (delete)
        It concerns ⟦three towns⟧.                ⇒ only three towns      ⇐ Il ne concerne que trois villes.
    Leaves alone
        He counts the votes.

The marks ⟦ ⟧ enclose each span that must be found, exactly; after ⇒ stand its repairs, best first, parted by
" | " (with several spans: those of each span in turn, parted by " ; "); after ⇐ stands the source text for
rules that read it. `\n` in an example is a line break. An example goes on over lines indented further.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.types import Span

SECTIONS = ("Why it matters", "Flags", "Leaves alone", "Limits", "Source")


@dataclass(frozen=True, slots=True)
class Example:
    """One example: the text without marks, the spans that must be found, and each span's repairs (None: not said)."""

    text: str
    spans: tuple[Span, ...] = ()
    repairs: tuple[tuple[str, ...], ...] | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule's documentation. `sections` holds the prose of each section by its title."""

    title: str
    sections: dict[str, str]
    flags: tuple[Example, ...]
    leaves_alone: tuple[Example, ...]


def parse(doc: str) -> RuleDoc:
    """Reads a rule's docstring. Raises ValueError naming a missing section or an unreadable example."""
    title, _, rest = doc.strip().partition("\n")
    sections: dict[str, list[str]] = {}
    current = ""
    for line in rest.splitlines():
        if line.strip() in SECTIONS and not line.startswith(" "):
            current = line.strip()
            sections[current] = []
        elif current:
            sections[current].append(line)
    missing = [name for name in SECTIONS if name not in sections]
    if missing:
        raise ValueError(f"the docstring '{title}' has no section {', '.join(missing)}")
    return RuleDoc(
        title=title.strip(),
        sections={name: _unindented(lines) for name, lines in sections.items()},
        flags=tuple(_example(line) for line in _entries(sections["Flags"])),
        leaves_alone=tuple(_example(line) for line in _entries(sections["Leaves alone"])),
    )


def _unindented(lines: list[str]) -> str:
    return "\n".join(line.strip() for line in lines).strip()


def _entries(lines: list[str]) -> list[str]:
    """The lines of a section, a line that is indented further joined to the one before it."""
    entries: list[str] = []
    for line in lines:
        if not line.strip():
            continue
        if line.startswith(" " * 8) and entries:
            entries[-1] += " " + line.strip()
        else:
            entries.append(line.strip())
    return entries


def _example(entry: str) -> Example:
    body, _, source = (part.strip() for part in entry.partition("⇐"))
    marked, arrow, repair = (part.strip() for part in body.partition("⇒"))
    text, spans = unmarked(marked.replace("\\n", "\n"))
    repairs = tuple(_alternatives(part) for part in repair.split(" ; ")) if arrow else None
    if repairs is not None and len(repairs) != len(spans):
        raise ValueError(f"{len(spans)} spans but {len(repairs)} repairs in the example: {entry}")
    return Example(text, spans, repairs, source or None)


def _alternatives(repair: str) -> tuple[str, ...]:
    return tuple("" if part.strip() == "(delete)" else part.strip() for part in repair.split(" | "))


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its marks ⟦ ⟧, and the spans that they enclosed, in order. Raises ValueError for one left open."""
    text, spans, starts = "", [], []
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦":
            starts.append(len(text))
        elif part == "⟧":
            spans.append(Span(starts.pop(), len(text)))
        else:
            text += part
    if starts:
        raise ValueError(f"a mark is not closed in the example: {marked}")
    return text, tuple(sorted(spans, key=lambda span: (span.start, span.end)))
