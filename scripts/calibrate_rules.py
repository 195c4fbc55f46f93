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
import hashlib
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nlp
from nlp.rules.engine import Engine, engine_for
from nlp.rules.library import all_rules, selected
from nlp.rules.rates import BING, CORPORA, FRENCH_MT, GOOGLE, HUMAN, MT_2021, NATIVE, PATH, POST_EDIT, SMT
from nlp.statistics.rates import poisson_interval, rate_ratio, rate_ratio_interval
from nlp.text.tokens import count_words
from nlp.types import Finding

ALL_MT = "Google, Bing, SMT together"
# What MT does to text that was cut into tokens before it; today's systems are given running text.
TOKENIZED = {"FRE-C229", "FRE-C230", "FRE-E707", "GEN-P501", "GEN-P510", "GEN-P511", "GEN-S966"}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        sys.exit(f"{path} is missing; the README says where the benchmark data is public")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


Versions = list[tuple[str, str]]


def texts(data: Path) -> Iterator[tuple[str, Versions, str | None, str | None]]:
    """A key that versions of one text share, its versions as corpus and text, source language, source text."""
    for row in rows(data / "mt-docs" / "wmt21.en-original.jsonl.gz"):
        yield row["segments"][0], [(NATIVE, "\n".join(row["segments"]))], None, None
    for language in ("is", "ja", "ru"):
        for row in rows(data / "mt-docs" / f"wmt21.{language}-en.jsonl.gz"):
            corpus = {"human": HUMAN, "mt": MT_2021}.get(row["kind"])
            if corpus and "".join(row["segments"]).strip():
                yield row["doc_id"], [(corpus, "\n".join(row["segments"]))], None, None
    columns = {"post_edit": POST_EDIT, "google": GOOGLE, "bing": BING, "smt": SMT}
    for row in rows(data / "mt-fr-en" / "lig.fr-en.train.jsonl.gz"):
        versions = [(corpus, row[column]) for column, corpus in columns.items() if (row.get(column) or "").strip()]
        yield row["source"], versions, "fr", row["source"]


Found = tuple[str, str, Finding]


@dataclass
class Counts:
    """Words of each corpus, hits of each rule in each, and hits in the SMT that its post-editors changed."""

    words: Counter[str] = field(default_factory=Counter)
    hits: dict[str, Counter[str]] = field(default_factory=lambda: {corpus: Counter() for corpus in CORPORA})
    changed: Counter[str] = field(default_factory=Counter)

    def add(self, corpus: str, words: int, rules: Counter[str]) -> None:
        self.words[corpus] += words
        self.hits[corpus].update(rules)


def half(key: str) -> int:
    """0 for the half of the texts that rules are tuned on, 1 for the other. Translations of one source go together."""
    return hashlib.sha256(key.encode()).digest()[0] % 2


def count(data: Path, engine: Engine) -> tuple[tuple[Counts, Counts], list[Found]]:
    """The counts of both halves, and what was found."""
    halves = (Counts(), Counts())
    found: list[Found] = []
    for key, versions, source_lang, source in texts(data):
        counts = halves[half(key)]
        hits: dict[str, Counter[str]] = {}
        for corpus, text in versions:
            article = nlp.article(text, source_lang=source_lang, source=source, check_language=False)
            findings = list(engine.find(article))
            hits[corpus] = Counter(finding.rule for finding in findings)
            counts.add(corpus, count_words(text), hits[corpus])
            found += [(corpus, text, finding) for finding in findings]
        if SMT in hits and POST_EDIT in hits:
            counts.changed.update(hits[SMT] - hits[POST_EDIT])
    return halves, found


def together(one: Counts, other: Counts) -> Counts:
    hits = {corpus: one.hits[corpus] + other.hits[corpus] for corpus in CORPORA}
    return Counts(one.words + other.words, hits, one.changed + other.changed)


def print_rules(counts: Counts) -> None:
    print("hits (per 10,000 words, 95 % interval)")
    print(f"{'rule':9} {'':36}" + "".join(f"{corpus:>24}" for corpus in CORPORA))
    for rule in all_rules():
        cells = ""
        for corpus in CORPORA:
            number, words = counts.hits[corpus][rule.id], counts.words[corpus]
            low, high = poisson_interval(number, words / 1e4)
            cell = f"{number} ({1e4 * number / words:.2f} [{low:.2f}, {high:.2f}])" if number else "0"
            cells += f"{cell:>24}"
        print(f"{rule.id:9} {rule.slug[:36]:36}{cells}")


def print_together(title: str, counts: Counts, rules: set[str]) -> None:
    """All rules together in each corpus, and how many times the rate of the post-edits each MT has."""
    print(f"\n{title}: findings per 1,000 words [95 % interval] (findings); times the rate of the post-edits")
    number = {corpus: sum(counts.hits[corpus][rule] for rule in rules) for corpus in CORPORA}
    size = {corpus: counts.words[corpus] / 1e3 for corpus in CORPORA}
    number[ALL_MT] = sum(number[corpus] for corpus in FRENCH_MT)
    size[ALL_MT] = sum(size[corpus] for corpus in FRENCH_MT)
    for corpus in (*CORPORA, ALL_MT):
        low, high = poisson_interval(number[corpus], size[corpus])
        line = f"  {corpus:<26} {number[corpus] / size[corpus]:5.2f} [{low:.2f}, {high:.2f}] ({number[corpus]})"
        base = (number[POST_EDIT], size[POST_EDIT])
        if corpus in (*FRENCH_MT, ALL_MT) and (ratio := rate_ratio(number[corpus], size[corpus], *base)):
            ends = rate_ratio_interval(number[corpus], size[corpus], *base)
            line = f"{line:<60} {ratio:.1f} times [{ends[0]:.1f}, {ends[1] or math.inf:.1f}]"
        print(line)


def write(counts: Counts) -> None:
    """nlp/rules/rates.json, a rule a line."""
    hits = {r.id: {c: counts.hits[c][r.id] for c in CORPORA if counts.hits[c][r.id]} for r in all_rules()}
    changed = {r.id: counts.changed[r.id] for r in all_rules() if counts.hits[SMT][r.id]}
    lines = ",\n".join(f'  "{rule}": {json.dumps(found)}' for rule, found in hits.items())
    words = json.dumps({corpus: counts.words[corpus] for corpus in CORPORA})
    text = f'{{\n "words": {words},\n "changed": {json.dumps(changed)},\n "hits": {{\n{lines}\n }}\n}}\n'
    PATH.write_text(text, encoding="utf-8")


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
    halves, found = count(options.data, engine)
    if options.contexts:
        for corpus, text, finding in found:
            before, after = text[max(0, finding.start - 70) : finding.start], text[finding.end : finding.end + 50]
            print(f"{corpus:<18} {before}⟦{finding.text}⟧{after}".replace("\n", " ⏎ "))
        return 0
    counts = together(*halves)
    print_rules(counts)
    on = {rule.id for rule in selected()}
    print_together("default-on rules", counts, on)
    print_together("the half that rules were tuned on", halves[0], on)
    print_together("the other half", halves[1], on)
    print_together("without what tokenized input does (hyphens, apostrophes, spaces)", counts, on - TOKENIZED)
    if options.write:
        write(counts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
