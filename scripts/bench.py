"""Speed of the rules, and what they find, beside other linters on the same text in the same run.

    python scripts/bench.py [--data DIR] [--repeat N] [--skip-harper]

Text: the natively English news of DIR/mt-docs/wmt21.en-original.jsonl.gz (see the README for where it is public),
by default under $NLP_BENCH; without it, the seed article over and over. One process, one core; each figure is the
median of N runs, with the fastest and the slowest. "end to end" reads a JSONL file, splits, detects and writes a
JSONL file; "matching" starts from articles that have been read. Harper gets the whole articles, one call each.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from _bench_linters import bench_linters  # beside this script

import nlp
from nlp import ensemble
from nlp.cli import main as run_nlp
from nlp.rules.engine import engine_for
from nlp.rules.library import all_rules
from nlp.text.tokens import count_words

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_959a71210dff82b1.txt"

# What has made linters slow: each is 1 MB of one line or one shape.
HOSTILE = {
    "unclosed brackets": "[" * 1_000_000,
    "one long line": "the minister said that the talks had failed and " * 21_000,
    "repeated letter": "a" * 1_000_000,
    "nested quotes": "“‘" * 500_000,
    "straight quotes": '" ' * 500_000,
    "elision marks": "[…] (...) … " * 83_000,
    "no spaces": "count[…]implement.soldiers" * 38_000,
    "digits": "12 000 000,5 " * 77_000,
    "newlines": "\n" * 1_000_000 + "x",
}


def texts(data: Path | None) -> tuple[str, list[str]]:
    """A name for the text, and the articles."""
    path = data / "mt-docs" / "wmt21.en-original.jsonl.gz" if data else None
    if path and path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return path.name, ["\n".join(json.loads(line)["segments"]) for line in lines]
    print("natively English news is missing (wmt21.en-original, from the WMT21 news test sets); using the seed article")
    return SEED.name, [SEED.read_text(encoding="utf-8")] * 100


def timed(task: Callable[[], object], repeat: int) -> list[float]:
    seconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        task()
        seconds.append(time.perf_counter() - start)
    return sorted(seconds)


def print_row(name: str, seconds: list[float], words: int, size: int) -> float:
    """Prints a row and gives the words a second at the median."""
    middle = statistics.median(seconds)
    print(
        f"  {name:<28} {words / middle:>12,.0f} words/s   {size / middle / 1e6:>8.2f} MB/s   "
        f"{1e3 * middle:>8.1f} ms ({1e3 * seconds[0]:.1f} to {1e3 * seconds[-1]:.1f})"
    )
    return words / middle


def bench_end_to_end(documents: list[str], repeat: int) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        rows = (json.dumps({"id": str(i), "text": text}) for i, text in enumerate(documents))
        source.write_text("\n".join(rows) + "\n", encoding="utf-8")
        command = ["detect", str(source), "--format", "jsonl", "--out", str(out), "--fail-on", "never"]
        run_nlp(command)
        return timed(lambda: run_nlp(command), repeat)


def bench_harper(documents: list[str], repeat: int) -> list[float]:
    from harper import Linter

    linter = Linter()
    return timed(lambda: [linter.lint(text) for text in documents], repeat)


def bench_hostile() -> None:
    print("\nhostile input, 1 MB each, read and detect")
    for name, text in HOSTILE.items():
        start = time.perf_counter()
        found = len(nlp.detect(nlp.article(text)))
        print(f"  {name:<28} {time.perf_counter() - start:>8.2f} s   {found} findings")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("NLP_BENCH")
    parser.add_argument("--data", type=Path, default=Path(default) if default else None, help="the benchmark folder")
    parser.add_argument("--repeat", type=int, default=7, metavar="N", help="runs a figure (default: 7)")
    parser.add_argument("--skip-harper", action="store_true", help="do not run Harper")
    options = parser.parse_args()

    name, documents = texts(options.data)
    # Enough text that a run takes longer than the clock's noise.
    many = documents * max(1, 2_000_000 // sum(map(len, documents)))
    words, size = sum(map(count_words, many)), sum(len(text.encode()) for text in many)
    articles = [nlp.article(text, id=str(i)) for i, text in enumerate(many)]
    engine = engine_for(all_rules())
    print(f"{name}: {len(many):,} articles, {words:,} words; newsproof {nlp.__version__}, {len(all_rules())} rules")

    list(engine.find(articles[0]))
    groups = [articles[i : i + ensemble.AT_ONCE] for i in range(0, len(articles), ensemble.AT_ONCE)]
    matching = timed(lambda: [engine.find_all(group) for group in groups], options.repeat)
    print_row("newsproof, matching", matching, words, size)
    ours = print_row("newsproof, end to end", bench_end_to_end(many, options.repeat), words, size)
    if not options.skip_harper:
        try:
            title = f"harper-py {version('harper-py')}"
        except PackageNotFoundError:
            print("  harper-py is not installed: pip install 'newsproof[dev]'")
        else:
            few_words, few_size = sum(map(count_words, documents)), sum(len(t.encode()) for t in documents)
            theirs = print_row(title, bench_harper(documents, min(3, options.repeat)), few_words, few_size)
            print(f"  newsproof end to end is {ours / theirs:.0f} times as fast as Harper")
        bench_linters(documents)
    from _bench_profiles import bench_profiles  # beside this script

    bench_profiles(documents)
    bench_hostile()
    return 0


if __name__ == "__main__":
    sys.exit(main())
