"""ROUGE against rouge-score 0.1.2, its oracle, on real pairs: the same numbers? and how much faster, in the same run?

    python scripts/bench_rouge.py --data DIR [--pairs 2000]

The pairs are summaries of SummEval (github.com/Yale-LILY/SummEval) with one of their references, sentence by sentence
on lines of their own, so that ROUGE-Lsum has lines to work on. Each system's summaries come with another reference.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import time
from pathlib import Path

from rouge_score.rouge_scorer import RougeScorer

from nlp.metrics import rouge1, rouge2, rougeL, rougeLsum
from nlp.types import Sample

METRICS = {"rouge1": rouge1, "rouge2": rouge2, "rougeL": rougeL, "rougeLsum": rougeLsum}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("NLP_BENCH"), help="folder of the benchmark data")
    parser.add_argument("--pairs", type=int, default=2000)
    options = parser.parse_args()
    folder = Path(options.data or "bench") / "summ-quality"
    if not (folder / "summeval.docs.jsonl.gz").is_file():
        print(f"{folder}: no SummEval here; it is public: github.com/Yale-LILY/SummEval", file=sys.stderr)
        return 2
    found = pairs(folder, options.pairs)
    print(f"{len(found)} pairs")
    for stem in (False, True):
        compare(found, stem=stem)
    return 0


def pairs(folder: Path, count: int) -> list[tuple[str, str]]:
    """Summary and reference; every summary with its first reference, then every one with its second, and so on."""
    with gzip.open(folder / "summeval.docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        references = {record["doc_id"]: record["references"] for record in map(json.loads, lines)}
    with gzip.open(folder / "summeval.summaries.jsonl.gz", "rt", encoding="utf-8") as lines:
        summaries = [(record["doc_id"], record["summary"]) for record in map(json.loads, lines)]
    found = [
        (_lines(summary), _lines(references[document][number]))
        for number in range(11)
        for document, summary in summaries
        if number < len(references[document])
    ]
    return found[:count]


def compare(found: list[tuple[str, str]], *, stem: bool) -> None:
    samples = [Sample(str(i), hypothesis, (reference,)) for i, (hypothesis, reference) in enumerate(found)]
    scorer = RougeScorer(list(METRICS), use_stemmer=stem)
    start = time.process_time()
    theirs = [scorer.score(reference, hypothesis) for hypothesis, reference in found]
    their_time = time.process_time() - start
    start = time.process_time()
    ours = {name: metric.measure(samples, tokenizer="rouge155", stem=stem) for name, metric in METRICS.items()}
    our_time = time.process_time() - start
    worst = max(
        abs(row[0] - score[name].fmeasure) for name in METRICS for row, score in zip(ours[name], theirs, strict=True)
    )
    for part in ("precision", "recall"):
        for name, metric in METRICS.items():
            rows = metric.measure(samples, tokenizer="rouge155", stem=stem, part=part)
            for row, score in zip(rows, theirs, strict=True):
                worst = max(worst, abs(row[0] - getattr(score[name], part)))
    print(
        f"{'with' if stem else 'without'} stemmer: largest difference {worst:.1e} over {', '.join(METRICS)}, F1, "
        f"precision and recall; rouge-score {len(found) / their_time:,.0f} pairs/s, "
        f"newsproof {len(found) / our_time:,.0f}: {their_time / our_time:.1f} times as fast"
    )


def _lines(text: str) -> str:
    """A sentence a line, as SummEval separates them: by " . "."""
    return text.replace(" . ", " .\n")


if __name__ == "__main__":
    sys.exit(main())
