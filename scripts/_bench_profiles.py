"""Speed and memory of the profiles, end to end: articles in a JSONL file read, looked at, findings written."""

from __future__ import annotations

import contextlib
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nlp import ensemble
from nlp.config import PROFILES
from nlp.text.tokens import count_words

# Words a run, about: enough that start-up costs little beside what is measured, which is given apart.
WORDS = {"fast": 2_000_000, "standard": 24_000, "full": 6_000}


def bench_profiles(documents: list[str]) -> None:
    """Prints a row a profile, each in a process of its own so that its peak memory is its own."""
    print("\nprofiles, end to end, on all the cores that torch may use")
    for profile, wanted in WORDS.items():
        missing = set(PROFILES[profile].detectors or ()) - set(ensemble.best_installed())
        if missing:
            print(f"  {profile:<28} not measured: {' and '.join(sorted(missing))} not installed")
            continue
        chosen, words = [], 0
        while words < wanted:
            chosen.append(documents[len(chosen) % len(documents)])
            words += count_words(chosen[-1])
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "in.jsonl"
            rows = (json.dumps({"id": str(i), "text": text}) for i, text in enumerate(chosen))
            source.write_text("\n".join(rows) + "\n", encoding="utf-8")
            command = [sys.executable, __file__, profile, str(source)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
        measured = json.loads(done.stdout)
        print(
            f"  {profile:<28} {words / measured['seconds']:>12,.0f} words/s   "
            f"{words / measured['cpu']:>10,.0f} words a second of processor   start {measured['start']:.1f} s   "
            f"peak {measured['peak'] / 2**30:.2f} GB   ({words:,} words)"
        )


def run(profile: str, source: Path) -> dict[str, float]:
    """Seconds, processor seconds and peak memory of one run, after one on a single line, whose seconds are `start`."""
    from nlp.cli import main as run_nlp

    first = source.with_name("first.jsonl")
    first.write_text(json.dumps({"id": "1", "text": "The minister resigned on Monday."}) + "\n", encoding="utf-8")
    times = []
    for path in (first, source):
        begin, cpu = time.perf_counter(), time.process_time()
        out = ["--format", "jsonl", "--out", str(source.with_name("out.jsonl")), "--fail-on", "never", "--no-config"]
        with contextlib.redirect_stderr(io.StringIO()):
            run_nlp(["detect", str(path), "--profile", profile, *out])
        times.append((time.perf_counter() - begin, time.process_time() - cpu))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {"start": times[0][0], "seconds": times[1][0], "cpu": times[1][1], "peak": float(peak)}


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], Path(sys.argv[2]))))
