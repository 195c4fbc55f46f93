"""What the README shows of the command line is what the command line prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from nlp.cli import main

ROOT = Path(__file__).resolve().parent.parent
BLOCKS = re.findall(r"```console\n\$ nlp ([^\n]*)\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize(("arguments", "shown"), BLOCKS, ids=[arguments for arguments, _ in BLOCKS])
def test_a_console_block_is_current(arguments, shown, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    main(shlex.split(arguments))
    assert capsys.readouterr().out.strip() == shown.strip()


def test_there_are_blocks():
    assert len(BLOCKS) >= 2


def test_every_command_is_in_the_readme():
    from nlp.cli import COMMANDS

    text = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`nlp {name}" not in text] == []
