"""The command as a user meets it, in its own process where that matters."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import nlp
from nlp.cli import COMMANDS, main
from nlp.registry import names


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]):
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert set(COMMANDS) == set(names("commands"))
    assert all(f"  {name}" in shown for name in COMMANDS)


def test_no_command_shows_help_and_fails(capsys: pytest.CaptureFixture[str]):
    assert main([]) == 2
    assert "usage: nlp COMMAND" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"newsproof {nlp.__version__}\n"


def test_unknown_command_names_the_nearest(capsys: pytest.CaptureFixture[str]):
    assert main(["detekt", "x.txt"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "nlp: there is no command 'detekt'; did you mean detect?\n"


def test_unknown_option_exits_with_2(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as caught:
        main(["detect", "--colour", "x.txt"])
    assert caught.value.code == 2


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]):
    for name in COMMANDS:
        with pytest.raises(SystemExit) as caught:
            main([name, "--help"])
        assert caught.value.code == 0
        assert f"usage: nlp {name}" in capsys.readouterr().out


def test_runs_as_a_module_and_survives_a_closed_pipe(seed_path: Path):
    command = [sys.executable, "-m", "nlp", "detect", str(seed_path)]
    whole = subprocess.run(command, capture_output=True, text=True)
    assert whole.returncode == 1
    assert "FRE-C201 count-for-intend" in whole.stdout
    piped = subprocess.Popen([sys.executable, "-m", "nlp", "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert piped.stdout is not None
    assert piped.stderr is not None
    piped.stdout.close()
    piped.wait()
    assert b"Traceback" not in piped.stderr.read()
    piped.stderr.close()
