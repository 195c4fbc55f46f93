from __future__ import annotations

import re
from pathlib import Path

import pytest

from nlp.cli import main

HOOKS = (Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("entry", re.findall(r"entry: nlp (.+)", HOOKS))
def test_each_hook_is_a_command_that_takes_files(entry: str, tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_text("The minister resigned.\n", encoding="utf-8")
    assert main([*entry.split(), "--no-config", str(file)]) == 0


def test_there_are_hooks_and_each_has_its_own_files():
    assert len(re.findall(r"^- id: ", HOOKS, re.MULTILINE)) == len(re.findall(r"^  files: ", HOOKS, re.MULTILINE)) == 2
