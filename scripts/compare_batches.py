"""What the batch size changes in summaries that a model writes, and what the engines cost, in one run.

    python scripts/compare_batches.py --model NAME_OR_FOLDER [--data DIR] [--limit N] [--engines torch,ctranslate2]

Data: DIR/summ-quality/summeval.docs.jsonl.gz (CNN/DailyMail articles; MIT, public as SummEval); DIR is $NLP_BENCH or
../shared/bench. A row compares the summaries of one batch size with those of batch size 1 on the same engine. Seconds
are of the processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import time
from pathlib import Path

import nlp
from nlp.models import generators

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("NLP_BENCH") or ROOT.parent / "shared" / "bench"
    parser.add_argument("--model", required=True, metavar="NAME_OR_FOLDER")
    parser.add_argument("--data", type=Path, default=Path(default), metavar="DIR")
    parser.add_argument("--limit", type=int, default=12, metavar="N", help="articles (default: 12)")
    parser.add_argument("--engines", default="torch", metavar="A,B", help=f"of {', '.join(generators.ENGINES)}")
    options = parser.parse_args()
    path = options.data / "summ-quality" / "summeval.docs.jsonl.gz"
    if not path.is_file():
        print(f"{path} is missing: the 100 articles of SummEval (github.com/Yale-LILY/SummEval, MIT)", file=sys.stderr)
        return 2
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines][: options.limit]
    articles = [nlp.article(record["article"], id=record["doc_id"]) for record in records]
    findings = [nlp.detect(article) for article in articles]
    print("engine       deterministic  batch  same as batch 1  seconds")
    for engine in options.engines.split(","):
        generators.load(options.model, engine=engine)
        for deterministic in (True, False):
            alone: list[str] = []
            for size in (1, 4, 16):
                began = time.process_time()
                summaries = nlp.summarize_many(
                    articles,
                    method="abstractive",
                    findings=findings,
                    model=options.model,
                    engine=engine,
                    deterministic=deterministic,
                    batch_size=size,
                    max_words=60,
                )
                seconds = time.process_time() - began
                texts = [f"{summary.summary}|{summary.note}|{summary.finish_reason}" for summary in summaries]
                alone = alone or texts
                same = sum(one == other for one, other in zip(alone, texts, strict=True))
                said = "yes" if deterministic else "no"
                print(f"{engine:12} {said:>13} {size:6} {same:8} of {len(texts):3} {seconds:10.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
