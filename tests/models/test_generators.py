import json
import shutil

import pytest

from nlp.errors import MissingPart, OptionError
from nlp.models import generators
from nlp.models._tidy import tidy
from nlp.models.generation import Decoding, by_length

pytest.importorskip("transformers")

FAMILIES = ("bart", "pegasus", "t5", "mt5", "mbart", "led", "marian", "chat")
SOURCES = [
    "Russian President Vladimir Putin complained on Friday.",
    "No.",
    "The Kremlin said that Russia would determine its reaction after studying the responses of its rivals.",
]
SHORT = Decoding(max_new_tokens=8, beams=1)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_writes_for_each_source_in_order_whatever_the_batch(tiny_model, family):
    generator = generators.load(str(tiny_model(family)))
    alone = [generator.generate([source], SHORT)[0] for source in SOURCES]
    assert generator.generate(SOURCES, SHORT, batch_size=1) == alone
    assert generator.generate(SOURCES, SHORT, batch_size=3) == alone
    for written in alone:
        assert len(written) == 1
        assert (written[0].finish_reason == "length") == (written[0].tokens == 8)
    assert generator.generate([], SHORT) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_source_of_just_the_room_fits_and_a_longer_one_is_refused_not_cut(tiny_model, family):
    generator = generators.load(str(tiny_model(family)))
    room = generator.room(SHORT)
    assert 16 < room < generator.profile.source_limit
    text = "no " * room
    fitting = next(text[:end] for end in range(len(text), 0, -3) if generator.count([text[:end]])[0] <= room)
    assert generator.generate([fitting], SHORT)
    with pytest.raises(OptionError, match="tokens at once"):
        generator.generate(["no " * 2 * generator.profile.source_limit], SHORT)


@pytest.mark.parametrize("family", ["bart", "t5", "chat"])
def test_candidates_come_best_first_and_none_twice(tiny_model, family):
    generator = generators.load(str(tiny_model(family)))
    written = generator.generate(SOURCES[:1], Decoding(max_new_tokens=8, candidates=3))[0]
    assert 1 <= len({candidate.text for candidate in written}) == len(written) <= 3


@pytest.mark.parametrize("family", ["bart", "pegasus", "t5", "mbart", "marian", "chat"])
def test_ctranslate2_runs_what_torch_runs(tiny_model, family, tmp_path, monkeypatch):
    pytest.importorskip("ctranslate2")
    monkeypatch.setenv("NEWSPROOF_CACHE", str(tmp_path))
    generator = generators.load(str(tiny_model(family)), engine="ctranslate2")
    written = generator.generate(SOURCES, SHORT, batch_size=2)
    assert [len(candidates) for candidates in written] == [1, 1, 1]
    assert "int8" in generator.signature
    assert generator.room(SHORT) == generators.load(str(tiny_model(family))).room(SHORT)


def test_ctranslate2_says_what_it_cannot_convert(tiny_model, tmp_path, monkeypatch):
    pytest.importorskip("ctranslate2")
    monkeypatch.setenv("NEWSPROOF_CACHE", str(tmp_path))
    with pytest.raises(OptionError, match="use --engine torch"):
        generators.load(str(tiny_model("led")), engine="ctranslate2")
    assert not list(tmp_path.rglob("model.bin"))


def test_mbart_is_told_the_language_and_refuses_one_it_does_not_know(tiny_model):
    generator = generators.load(str(tiny_model("mbart")))
    assert generator.generate(SOURCES[:1], SHORT, lang="fr")
    with pytest.raises(OptionError, match="does not know the language 'xx'"):
        generator.generate(SOURCES[:1], SHORT, lang="xx")


def copy(folder, place, *names):
    place.mkdir()
    for name in names:
        shutil.copy(folder / name, place / name)
    return place


def test_missing_parts_are_named_with_the_way_without_a_model(tiny_model, tmp_path):
    bart = tiny_model("bart")
    no_weights = copy(bart, tmp_path / "a", "config.json", "vocab.json", "merges.txt", "tokenizer_config.json")
    no_tokenizer = copy(bart, tmp_path / "b", "config.json", "model.safetensors")
    (tmp_path / "c").mkdir()
    for folder, reason in (
        (no_weights, "no safetensors"),
        (no_tokenizer, "no tokenizer"),
        (tmp_path / "c", "no model"),
    ):
        with pytest.raises(MissingPart, match=f"{reason}.*own sentences"):
            generators.load(str(folder))
    with pytest.raises(MissingPart, match="no such folder"):
        generators.load("/nowhere/at/all")
    with pytest.raises(MissingPart, match=r"neither here nor on the hub.*gated.*own sentences"):
        generators.load("nobody/nothing")


def test_what_cannot_write_is_refused(tiny_model, tmp_path):
    folder = tmp_path / "encoder"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps({"model_type": "bert", "architectures": ["BertModel"]}))
    with pytest.raises(OptionError, match="cannot write a summary: it is BertModel"):
        generators.load(str(folder))
    own_code = {"model_type": "own", "auto_map": {"AutoModel": "code.Model"}}
    (folder / "config.json").write_text(json.dumps(own_code))
    generators.load.cache_clear()
    with pytest.raises(OptionError, match="its own code, which is never run"):
        generators.load(str(folder))
    with pytest.raises(OptionError, match="no engine 'jax'"):
        generators.load(str(tiny_model("bart")), engine="jax")
    with pytest.raises(OptionError, match="no revision"):
        generators.load(str(tiny_model("bart")), revision="main")


def test_a_chat_model_needs_a_template(tiny_model, tmp_path):
    folder = tmp_path / "base"
    shutil.copytree(tiny_model("chat"), folder)
    settings = json.loads((folder / "tokenizer_config.json").read_text())
    del settings["chat_template"]
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    with pytest.raises(OptionError, match="no chat template"):
        generators.load(str(folder))


def test_deterministic_restores_what_it_changes():
    import torch

    before = torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()
    with generators.deterministic():
        assert torch.get_num_threads() == 1
        assert torch.are_deterministic_algorithms_enabled()
    assert (torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()) == before


def test_batches_hold_like_lengths_and_lose_nothing():
    batches = list(by_length([5, 1, 9, 5, 2], 2))
    assert batches == [[2, 0], [3, 4], [1]]
    with pytest.raises(OptionError, match="batch_size"):
        list(by_length([1], 0))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Talks failed.<n>Nobody spoke.", "Talks failed.\nNobody spoke."),
        ("<think>Hm.</think>\nTalks failed.", "Talks failed."),
        ("Summary: Talks failed.", "Talks failed."),
        ("1. Talks failed.\n2) Nobody spoke.", "Talks failed.\nNobody spoke."),
        ("At 7:06 talks failed.", "At 7:06 talks failed."),
        ("He said: talks failed.", "He said: talks failed."),
        ("In 2024. Talks failed.", "In 2024. Talks failed."),
    ],
)
def test_only_what_is_around_a_summary_is_taken_off(written, plain):
    assert tidy(written, line_mark="<n>") == plain
