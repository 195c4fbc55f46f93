"""How long extractive summaries take, beside sumy's LexRank on the same sentences in the same run.

    python scripts/bench_summaries.py [--sizes 20 200 900 5000] [--sumy-limit 900]

Sentences are drawn from a fixed vocabulary with the frequencies of English (Zipf's law), 20 words each, so that nothing
need be downloaded. Times are of the whole call, article to summary (sumy: sentences to summary, with a tokenizer that
needs no data); the best of several runs on a warm process. sumy is quadratic in Python: it is timed up to --sumy-limit
sentences.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from functools import partial

from nlp import registry
from nlp.evaluation import _baselines
from nlp.read.assemble import article
from nlp.types import Article

METHODS = ("lead", "textrank", "lexrank", "news")
WORDS = 20


def make(size: int) -> Article:
    draw = random.Random(size)  # noqa: S311 - no secret
    vocabulary = [f"w{chr(97 + n % 26)}{n}" for n in range(5000)]
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    sentences = [" ".join(draw.choices(vocabulary, weights, k=WORDS)).capitalize() + "." for _ in range(size)]
    return article("\n\n".join(" ".join(sentences[i : i + 5]) for i in range(0, size, 5)), check_language=False)


def best(call: Callable[[], object], *, budget: float = 2.0) -> float:
    """Seconds of the fastest of the runs that fit the budget; at least one."""
    spent, fastest = 0.0, float("inf")
    while spent < budget:
        begin = time.process_time()
        call()
        took = time.process_time() - begin
        spent, fastest = spent + max(took, 1e-6), min(fastest, took)
    return fastest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[20, 200, 900, 5000], metavar="N")
    parser.add_argument("--sumy-limit", type=int, default=900, metavar="N")
    options = parser.parse_args()
    made = {size: make(size) for size in options.sizes}
    for method in METHODS:
        registry.load("summarizers", method).summarize(made[options.sizes[0]], sentences=3)  # imports
    print(f"{'milliseconds':16}" + "".join(f"{size:>12,}" for size in options.sizes))
    for method in METHODS:
        summarize = registry.load("summarizers", method).summarize
        row = [best(partial(summarize, own, sentences=3)) for own in made.values()]
        print(f"{method:16}" + "".join(f"{1000 * seconds:>12,.1f}" for seconds in row), flush=True)
    if not _baselines.sumy_available():
        print("sumy is not installed, so it was not timed")
        return
    row = []
    for size, own in made.items():
        texts = [sentence.of(own.text) for sentence in own.sentences]
        timed = size <= options.sumy_limit
        row.append(f"{1000 * best(partial(_baselines.sumy, 'LexRank', texts, 3)):,.1f}" if timed else "-")
    print(f"{'sumy LexRank':16}" + "".join(f"{cell:>12}" for cell in row))


if __name__ == "__main__":
    main()
