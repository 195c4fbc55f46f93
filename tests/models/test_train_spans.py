import random
import sys

import pytest
import torch

from nlp.evaluation._segments import ErrorSpan, Rating, Segment, documents
from nlp.models import e5
from nlp.models._tagger import CATEGORIES


@pytest.fixture(scope="module")
def script(load_script):
    return load_script("train_spans")


@pytest.fixture
def encoder(tmp_path, tiny_file, monkeypatch):
    tiny_file(tmp_path / "e5.bin")
    monkeypatch.setattr(e5, "locate", lambda: tmp_path / "e5.bin")
    return e5.read(tmp_path / "e5.bin")


def segment(text, *ratings, document="d", system="MiSS"):
    return Segment("ted2021", "zh-en", document, system, False, "c c", text, ratings)


def corpus():
    draw = random.Random(0)
    made = []
    for document in range(6):
        for _ in range(4):
            text = " ".join(draw.choice("ab") for _ in range(8))
            errors = (ErrorSpan(2, 5, "major", "Fluency/Grammar"), ErrorSpan(8, 9, "minor", "Style/Awkward"))
            made.append(segment(text, Rating("r", 6.0, errors), Rating("s", 0.0, ()), document=f"d{document}"))
    return made


def test_a_piece_is_marked_when_half_of_it_is(script, encoder):
    errors = (ErrorSpan(0, 1, "minor", "Fluency/Grammar"), ErrorSpan(2, 3, "major", "Accuracy/Omission"))
    raters = {}
    example = script.example(
        segment("a b a", Rating("r", 6.0, errors), Rating("s", 30, ())), e5.tokenizer(encoder), raters
    )
    assert example.error.tolist() == [[1, 1, 0], [0, 0, 0]]
    assert example.major.tolist() == [[0, 1, 0], [0, 0, 0]]
    assert [CATEGORIES[i] for i in example.category[0, :2]] == ["linguistic-conventions/grammar", "accuracy/omission"]
    assert raters == {"ted2021|r": 0, "ted2021|s": 1}
    assert example.penalties[1] == pytest.approx(3.2581, abs=1e-4)  # log(1 + 25)


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Accuracy/Mistranslation", "accuracy/mistranslation"),
        ("Terminology/Inconsistent use of terminology", "terminology"),
        ("Fluency/Inconsistency", "terminology"),
        ("Linguistic_conventions/Punctuation", "linguistic-conventions/punctuation"),
        ("Locale convention/Name format", "locale-conventions"),
        ("Fluency/Register", "other"),
        ("Non-translation!", "other"),
    ],
)
def test_categories_are_gathered(script, name, category):
    assert CATEGORIES[sys.modules["_spans_data"].category(name)] == category


def test_batches_hold_every_segment_once_and_are_the_same_again(script, encoder, monkeypatch):
    monkeypatch.setattr(script, "BATCH", 60)
    tokenizer = e5.tokenizer(encoder)
    examples = [[script.example(s, tokenizer, {}) for s in document] for document in documents(corpus())]
    made = script.batches(examples, 0)
    assert len(made) > 1
    held = [id(example) for batch in made for window, _ in batch for example in window]
    assert sorted(held) == sorted(id(example) for document in examples for example in document)
    again = script.batches(examples, 0)
    assert [id(e) for batch in again for window, _ in batch for e in window] == held


def test_a_run_that_was_stopped_ends_where_one_that_was_not_does(script, encoder, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(script, "BATCH", 100)
    monkeypatch.setattr(script, "CHECKPOINT_EVERY", 2)
    for name in ("whole", "stopped"):
        (tmp_path / name).mkdir()
    whole = script.train(corpus(), [], tmp_path / "whole", epochs=1, steps=5)
    save = script._save

    def save_and_stop(*arguments):
        save(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(script, "_save", save_and_stop)
    with pytest.raises(KeyboardInterrupt):
        script.train(corpus(), [], tmp_path / "stopped", epochs=1, steps=5)
    monkeypatch.setattr(script, "_save", save)
    resumed = script.train(corpus(), [], tmp_path / "stopped", epochs=1, steps=5)
    assert "from step 2" in capsys.readouterr().out
    assert whole.keys() == resumed.keys()
    for name, tensor in whole.items():
        torch.testing.assert_close(resumed[name], tensor)
