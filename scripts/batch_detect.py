"""Detect artifacts in a folder of articles and write one JSON line an article.

    python scripts/batch_detect.py FOLDER OUT.jsonl [any option of `nlp detect`]

The same as `nlp detect FOLDER --format jsonl --out OUT.jsonl --fail-on never`: findings are no failure of a
batch run. The exit code is 2 when an input could not be read; its row then says why.
"""

from __future__ import annotations

import sys

from nlp.cli import main

if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    folder, out, *options = sys.argv[1:]
    sys.exit(main(["detect", folder, "--format", "jsonl", "--out", out, "--fail-on", "never", *options]))
