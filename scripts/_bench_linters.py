"""newsproof's rules beside Harper and proselint on the same sentences, in the same run."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import nlp
from nlp.rules.docs import unmarked
from nlp.rules.engine import engine_for
from nlp.rules.library import all_rules
from nlp.text.tokens import count_words
from nlp.types import Span

INVENTORY = Path(__file__).resolve().parent.parent / "tests" / "rules" / "inventory.jsonl"
BEYOND = 40  # characters that a finding may reach beyond the marked span and still be about it

Lint = Callable[[str, str | None], list[Span]]


def linters() -> dict[str, Lint]:
    """What is installed, by name: a text and its source to the spans it flags."""
    found: dict[str, Lint] = {
        "newsproof, default": lambda text, source: _ours(text, source, preview=False),
        "newsproof, preview too": lambda text, source: _ours(text, source, preview=True),
    }
    try:
        from harper import Linter

        linter = Linter()
        found["harper-py"] = lambda text, _: [Span(x.span.start, x.span.end) for x in linter.lint(text)]
    except ImportError:
        print("  harper-py is not installed: pip install 'newsproof[dev]'")
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile

        CheckRegistry().register_many(__register__)
        found["proselint"] = lambda text, _: [
            Span(x.check_result.span[0] - 1, x.check_result.span[1] - 1)  # it counts from a line feed put before
            for x in (LintFile(Path("text"), text).lint() if text else ())
        ]
    except ImportError:
        print("  proselint is not installed: pip install 'newsproof[dev]'")
    return found


def _ours(text: str, source: str | None, *, preview: bool) -> list[Span]:
    if not text:
        return []
    article = nlp.article(text, source=source, source_lang="fr" if source or preview else None, check_language=False)
    rules = [rule for rule in all_rules() if preview or not rule.preview]
    return [Span(f.start, f.end) for f in engine_for(tuple(rules)).find(article)]


def bench_linters(documents: Sequence[str]) -> None:
    """Prints how many of the inventory's artifacts each flags where they are, how many corrected sentences it leaves
    alone, and how often it fires on natively English news.
    """
    entries = [json.loads(line) for line in INVENTORY.read_text("utf-8").splitlines()]
    words = sum(map(count_words, documents))
    print(
        f"\nthe {len(entries)} artifacts of the inventory, and {words:,} words of news; all three, sentence by sentence"
    )
    for name, lint in linters().items():
        flagged = sum(_is_flagged(entry, lint) for entry in entries)
        silent = sum(not lint(entry["corrected"], entry.get("source")) for entry in entries)
        fired = sum(len(lint(document, None)) for document in documents)
        print(
            f"  {name:<24} {flagged:>3} flagged on the marked span   {silent:>3} corrected ones left alone   "
            f"{1e3 * fired / words:>7.2f} findings per 1,000 words of news"
        )


def _is_flagged(entry: dict[str, str], lint: Lint) -> bool:
    text, spans = unmarked(entry["faulty"])
    found = lint(text, entry.get("source"))
    return any(s.overlaps(f) and f.end - f.start - (s.end - s.start) <= BEYOND for s in spans for f in found)
