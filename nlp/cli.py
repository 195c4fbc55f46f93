"""The command `nlp`: the table of its subcommands, and what becomes of errors.

Exit codes: 0 nothing to report, 1 findings at or above --fail-on, 2 trouble with the input or the options,
130 interrupted. Data goes to standard output, everything for the eye to standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

import nlp
from nlp import registry
from nlp.errors import NewsproofError, UnknownName

# command -> what it does; each is nlp/commands/<command>.py and imported only when it is called
COMMANDS = {
    "detect": "find machine-translation artifacts, span by span",
    "fix": "repair what was found: the safe repairs, or all of them",
    "summarize": "summarize articles without carrying artifacts along",
    "score": "score summaries or translations, with and without references",
    "compare": "compare systems with a baseline: paired tests, and where they differ",
    "annotations": "score systems from human annotation (MQM, ESA), with the agreement of raters",
    "report": "all of it, in a page to read: findings, summaries, scores",
    "eval": "measure detectors, summarizers and metrics against human judgement",
    "baseline": "write down the known findings, so that only new ones are reported",
    "rules": "list the rules",
    "explain": "explain one rule: why, examples, limits, source",
}

EPILOG = """\
examples:
  nlp detect article.txt                 what is wrong with it, line by line
  nlp fix article.txt --unsafe --diff    what a repair would change
  nlp summarize news.jsonl --sentences 2 one summary an article
  nlp compare old.txt new.txt --references ref.txt   is the new system better?
  nlp report folder/ --out report/       a page that shows everything
  nlp explain FRE-T107                   why a rule fires

`nlp COMMAND --help` tells a command's options."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(words)
    except NewsproofError as error:
        print(f"nlp: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("nlp: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone, as with "| head"; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        print(_help())
        return 0 if words else 2
    if words[0] in ("-V", "--version"):
        print(f"newsproof {nlp.__version__}")
        return 0
    name = words[0]
    if name not in COMMANDS and name not in registry.names("commands"):
        raise UnknownName("command", name, COMMANDS)
    command = registry.load("commands", name)
    parser = argparse.ArgumentParser(
        prog=f"nlp {name}",
        description=command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_arguments(parser)
    code: int = command.run(parser.parse_args(words[1:]))
    return code


def _help() -> str:
    width = max(map(len, COMMANDS))
    table = "\n".join(f"  {name:<{width}}  {text}" for name, text in COMMANDS.items())
    return (
        f"newsproof {nlp.__version__}: finds machine-translation artifacts in translated news, "
        f"summarizes without them, scores the result.\n\nusage: nlp COMMAND ...\n\ncommands:\n{table}\n\n{EPILOG}"
    )
