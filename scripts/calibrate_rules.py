"""How often each rule fires in machine translation and in text that people wrote, post-edited or translated.

    python scripts/calibrate_rules.py --data DIR [--write] [--contexts RULE]

Reads DIR/mt-fr-en/lig.fr-en.train.jsonl.gz (French-English news, statistical MT of 2012 with its human
post-edit, Google and Bing of that time) and DIR/mt-docs/wmt21.*.jsonl.gz (whole news articles of 2020: natively
English, human translations, MT of 2021). Prints hits per 10,000 words with 95 % Poisson intervals (Garwood 1936),
and the confidence that follows from them. `--write` puts the counts into nlp/rules/rates.json, which
`nlp explain` and the README's table are made from. `--contexts` prints what one rule flagged instead.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scipy.stats import chi2

import nlp
from nlp.rules.engine import Engine, engine_for
from nlp.rules.library import all_rules, selected
from nlp.text.tokens import count_words
from nlp.types import Finding

ROOT = Path(__file__).resolve().parent.parent
RATES = ROOT / "nlp" / "rules" / "rates.json"

# corpus -> is it machine translation
CORPORA = {
    "native": False,
    "human translation": False,
    "post-edit": False,
    "MT 2021": True,
    "Google 2012": True,
    "Bing 2012": True,
    "SMT 2012": True,
}
# Corpora by whose difference a French rule is judged: the same French segments, translated and corrected.
FRENCH_MT, FRENCH_HUMAN = ("Google 2012", "Bing 2012"), ("post-edit",)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        sys.exit(f"{path} is missing; the README says where the benchmark data is public")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def texts(data: Path) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Corpus, text, source language, source text."""
    for row in rows(data / "mt-docs" / "wmt21.en-original.jsonl.gz"):
        yield "native", "\n".join(row["segments"]), None, None
    for language in ("is", "ja", "ru"):
        for row in rows(data / "mt-docs" / f"wmt21.{language}-en.jsonl.gz"):
            corpus = {"human": "human translation", "mt": "MT 2021"}.get(row["kind"])
            if corpus:
                yield corpus, "\n".join(row["segments"]), None, None
    columns = {"post_edit": "post-edit", "google": "Google 2012", "bing": "Bing 2012", "smt": "SMT 2012"}
    for row in rows(data / "mt-fr-en" / "lig.fr-en.train.jsonl.gz"):
        for column, corpus in columns.items():
            if row.get(column):
                yield corpus, row[column], "fr", row["source"]


def interval(hits: int, words: int) -> tuple[float, float]:
    """95 % interval of hits per 10,000 words, hits taken as Poisson (Garwood 1936)."""
    low = chi2.ppf(0.025, 2 * hits) / 2 if hits else 0.0
    return 1e4 * low / words, 1e4 * chi2.ppf(0.975, 2 * hits + 2) / 2 / words


def count(data: Path, engine: Engine) -> tuple[dict[str, Counter[str]], Counter[str], list[tuple[str, str, Finding]]]:
    hits: dict[str, Counter[str]] = {corpus: Counter() for corpus in CORPORA}
    words: Counter[str] = Counter()
    found: list[tuple[str, str, Finding]] = []
    for corpus, text, source_lang, source in texts(data):
        if not text.strip():
            continue
        words[corpus] += count_words(text)
        article = nlp.article(text, source_lang=source_lang, source=source, check_language=False)
        for finding in engine.find(article):
            hits[corpus][finding.rule] += 1
            found.append((corpus, text, finding))
    return hits, words, found


def total(hits: dict[str, Counter[str]], words: Counter[str], corpora: tuple[str, ...], rules: set[str]) -> str:
    number = sum(hits[c][r] for c in corpora for r in rules)
    size = sum(words[c] for c in corpora)
    low, high = interval(number, size)
    return f"{1e4 * number / size / 10:.2f} [{low / 10:.2f}, {high / 10:.2f}] ({number})"


def print_table(hits: dict[str, Counter[str]], words: Counter[str]) -> None:
    print("hits (per 10,000 words, 95 % interval)")
    print(f"{'rule':9} {'':36}" + "".join(f"{corpus:>24}" for corpus in CORPORA))
    for rule in all_rules():
        cells = ""
        for corpus in CORPORA:
            number = hits[corpus][rule.id]
            low, high = interval(number, words[corpus])
            cell = f"{number} ({1e4 * number / words[corpus]:.2f} [{low:.2f}, {high:.2f}])" if number else "0"
            cells += f"{cell:>24}"
        print(f"{rule.id:9} {rule.slug[:36]:36}{cells}")
    default = {rule.id for rule in selected()}
    print("\ndefault-on rules together, findings per 1,000 words [95 % interval] (findings)")
    for corpus in CORPORA:
        print(f"  {corpus:<20} {total(hits, words, (corpus,), default)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("NLP_BENCH")
    parser.add_argument("--data", type=Path, default=Path(default) if default else None, help="the benchmark folder")
    parser.add_argument("--write", action="store_true", help="write nlp/rules/rates.json")
    parser.add_argument("--contexts", metavar="RULE", help="print what this rule flagged")
    options = parser.parse_args()
    if options.data is None:
        parser.error("--data DIR, or the variable NLP_BENCH, must say where the benchmark data is")
    engine = engine_for(selected((options.contexts,), preview=True) if options.contexts else all_rules())
    hits, words, found = count(options.data, engine)
    if options.contexts:
        for corpus, text, finding in found:
            before, after = text[max(0, finding.start - 70) : finding.start], text[finding.end : finding.end + 50]
            print(f"{corpus:<18} {before}⟦{finding.text}⟧{after}".replace("\n", " ⏎ "))
        return 0
    print_table(hits, words)
    if options.write:
        counts = {r.id: {c: hits[c][r.id] for c in CORPORA} for r in all_rules()}
        record = {"words": {corpus: words[corpus] for corpus in CORPORA}, "hits": counts}
        RATES.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
