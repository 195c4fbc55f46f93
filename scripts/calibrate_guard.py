"""Choose the guard's threshold: how much of a sentence must stand in one sentence of the article.

    python scripts/calibrate_guard.py [--data DIR]

Data: DIR/summ-consistency/frank.valid.jsonl.gz (FRANK, Pagnoni et al. 2021; MIT, public as artidoro/frank); DIR is
$NLP_BENCH or ../shared/bench. FRANK judges whole summaries; used are those whose sentences are all factual or all not,
and each of their sentences counts as one. The threshold is the lowest multiple of 0.05 from which at least 95 % of the
accepted sentences are factual. "held out" chooses it on nine tenths of the articles and applies it to the others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import nlp
from nlp.statistics.classification import auroc
from nlp.summarizers._reading import reading
from nlp.summarizers._support import THRESHOLD, Evidence
from nlp.text.sentences import split
from nlp.text.tokens import count_words

ROOT = Path(__file__).resolve().parent.parent
WANTED = 0.95
GRID = [n / 20 for n in range(6, 20)]


@dataclass(frozen=True)
class Judged:
    """A summary's sentence: the corpus and article it is from, its support, whether it is factual, any objections."""

    origin: str
    article: str
    support: float
    factual: bool
    objections: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("NLP_BENCH") or ROOT.parent / "shared" / "bench"
    parser.add_argument("--data", type=Path, default=Path(default), metavar="DIR")
    path = parser.parse_args().data / "summ-consistency" / "frank.valid.jsonl.gz"
    if not path.is_file():
        print(f"{path} is missing: FRANK's validation set (github.com/artidoro/frank, MIT)", file=sys.stderr)
        return 2
    judged = read(path)
    for origin in ("cnndm", "xsum"):
        its = [one for one in judged if one.origin == origin]
        area = auroc([one.support for one in its], [one.factual for one in its])
        print(f"{origin}: {len(its)} sentences, {sum(one.factual for one in its)} factual, AUROC of support {area:.3f}")
    print("\nthreshold   accepted   factual among them   factual ones accepted")
    for threshold in GRID:
        accepted = [one for one in judged if one.support >= threshold]
        right = sum(one.factual for one in accepted)
        share = f"{right / len(accepted):.1%}" if accepted else "-"
        print(
            f"{threshold:9.2f} {len(accepted):10d} {share:>20} {right / sum(one.factual for one in judged):23.1%}"
            + ("   (shipped)" if threshold == THRESHOLD else "")
        )
    held_out(judged)
    whole = [one for one in judged if one.objections == 0]
    print(
        f"\nthe whole guard: {len(whole)} accepted, {sum(one.factual for one in whole) / len(whole):.1%} factual,",
        end="",
    )
    print(f" {sum(one.factual for one in whole) / sum(one.factual for one in judged):.1%} of the factual ones")
    return 0


def read(path: Path) -> list[Judged]:
    judged: list[Judged] = []
    evidence: dict[str, Evidence] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["factuality"] not in (0.0, 1.0):
                continue
            text, summary = (record[key].replace("\\'", "'") for key in ("article", "summary"))
            if text not in evidence:
                evidence[text] = Evidence(reading(nlp.article(text, check_language=False)))
            for span in split(summary, 0, len(summary)):
                sentence = span.of(summary)
                if count_words(sentence) >= 4:
                    its = evidence[text]
                    found = len(its.objections(sentence))
                    factual = record["factuality"] == 1.0
                    judged.append(Judged(record["origin"], text, its.support(sentence), factual, found))
    return judged


def chosen(judged: list[Judged]) -> float:
    for threshold in GRID:
        accepted = [one.factual for one in judged if one.support >= threshold]
        if accepted and sum(accepted) >= WANTED * len(accepted):
            return threshold
    return 1.0


def held_out(judged: list[Judged]) -> None:
    articles = sorted({one.article for one in judged})
    fold = {article: number % 10 for number, article in enumerate(articles)}
    thresholds, accepted = [], []
    for number in range(10):
        threshold = chosen([one for one in judged if fold[one.article] != number])
        thresholds.append(threshold)
        accepted += [one for one in judged if fold[one.article] == number and one.support >= threshold]
    right = sum(one.factual for one in accepted)
    print(f"\nheld out: {right} of {len(accepted)} accepted are factual ({right / len(accepted):.1%}); ", end="")
    print(f"thresholds of the ten folds {sorted(set(thresholds))}")


if __name__ == "__main__":
    sys.exit(main())
