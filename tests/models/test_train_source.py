import gzip
import json
import random
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from nlp.evaluation import _demetr, _segments
from nlp.evaluation._segments import Rating, Segment
from nlp.models import support_model
from nlp.models.word_vectors import pieces
from nlp.types import Span

needs_encoder = pytest.mark.skipif(not support_model.available(), reason="the encoder is not installed")
TEXT = "The minister of finance will not meet Anna Kowalska in Warsaw before 12 May, she said."


@pytest.fixture(scope="module")
def scripts(load_script):
    """The script, and the files beside it that it is made of."""
    names = ("train_source", "_source_pairs", "_source_errors", "_source_thresholds")
    return SimpleNamespace(**{name.removeprefix("_source_"): load_script(name) for name in names})


def test_what_is_put_in_or_taken_out_is_known_exactly(scripts):
    spoiler = scripts.errors.Spoiler([TEXT, "Peter Novak gladly moved to the quiet old town."], random.Random(1))
    for _ in range(200):
        less = spoiler.omit(TEXT)
        (at,) = less.missing
        assert len(less.text) < len(TEXT)
        assert less.text[:at].rstrip() == TEXT[: len(less.text[:at].rstrip())] or at == 0
        assert TEXT.endswith(less.text[at:]) or at == 0
        assert len(less.lost.of(TEXT)) <= len(TEXT) - len(less.text) + 2
        other = spoiler.change(TEXT)
        (wrong,) = other.wrong
        assert wrong.of(other.text)
        assert TEXT.startswith(other.text[: wrong.start].rstrip())
        assert TEXT.endswith(other.text[wrong.end :].lstrip())


def test_differences_from_the_twin_are_errors_where_they_stand(scripts):
    gone = scripts.pairs.differences("a big red dog ran", "a big dog ran")
    assert (gone.missing, gone.wrong) == ((6,), ())
    before_a_mark = scripts.pairs.differences("It rained on Monday, they say.", "It rained, they say.")
    assert (before_a_mark.missing, before_a_mark.wrong) == ((9,), ())
    put_in = scripts.pairs.differences("a big dog ran", "a big red dog ran")
    assert [span.of(put_in.text) for span in put_in.wrong] == ["red"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('On 17 June , he said : " It ( never ) works " .', 'On 17 June, he said: "It (never) works".'),
        ("It 's 75 % , I do n't know !", "It's 75%, I don't know!"),
        ("plain", "plain"),
    ],
)
def test_post_edits_lose_the_spaces_of_the_tokenizer(scripts, written, read):
    assert scripts.pairs.detokenized(written) == read


def test_a_source_has_its_translation_as_it_is_and_spoiled_ones(scripts):
    every = list(scripts.pairs.spoiled([("Une source assez longue.", [TEXT]), ("kurz", [TEXT])], random.Random(2)))
    (group,) = every  # a source that is too short is left out
    assert group.targets[0].text == TEXT
    assert {bool(each.missing) for each in group.targets[1:]} == {True, False}


def test_no_source_that_is_reported_on_is_trained_on(scripts, tmp_path, monkeypatch):
    originals = [_demetr.Original(i, "zh", f"source {i}", "r", "mt") for i in range(20)]
    segments = [Segment("newstest2020", "zh-en", "d", "s", False, o.source, "A good one.", ()) for o in originals]
    segments = [replace(segment, ratings=(Rating("r", 0.0, ()),)) for segment in segments]
    monkeypatch.setattr(_demetr, "read", lambda data: (originals, []))
    monkeypatch.setattr(_segments, "read", lambda path: iter(segments))
    monkeypatch.setattr(_segments, "part", lambda segment: "train")
    monkeypatch.setattr(scripts.pairs, "POST_EDITED", {})
    taken = {source for source, _ in scripts.pairs.good_pairs(tmp_path, random.Random(1))}
    assert taken == {original.source for original in originals if original.half == "tuning"}
    assert 0 < len(taken) < len(originals)


@needs_encoder
def test_labels_stand_at_the_word_and_at_the_gap(scripts):
    read = pieces("one two three")
    spoilt = scripts.errors.Spoiled("one two three", wrong=(Span(4, 7),), missing=(8,))
    word, gap = scripts.train_source.labels(spoilt, read)
    assert word.tolist() == [0, 1, 0]
    assert gap.tolist() == [0, 0, 1, 0]


@needs_encoder
def test_training_writes_weights_that_load_and_lowers_the_loss(scripts, tmp_path, monkeypatch):
    group = scripts.pairs.Group
    spoiled = scripts.errors.Spoiled
    good = spoiled("He came to Paris yesterday.")
    bad = spoiled("He came to yesterday.", missing=(11,))
    groups = [group("Il est venu à Paris hier.", (good, bad))] * 8
    pairs = [("Il est venu à Paris hier.", [good.text])]
    monkeypatch.setattr(scripts.train_source, "good_pairs", lambda data, rng: iter(pairs))
    monkeypatch.setattr(scripts.train_source, "from_demetr", lambda data, training: iter(groups))
    monkeypatch.setattr(scripts.train_source, "SAMPLE", 1)
    monkeypatch.setattr(scripts.train_source, "EPOCHS", 6)
    losses = []
    step = scripts.train_source._step

    def watched(net, batch):
        loss = step(net, batch)
        losses.append(loss.item())
        return loss

    monkeypatch.setattr(scripts.train_source, "_step", watched)
    scripts.train_source.train(tmp_path, tmp_path / "out")
    assert np.mean(losses[-3:]) < np.mean(losses[:3])
    read = support_model.read([("Il est venu à Paris hier.", good.text)], tmp_path / "out")
    assert len(read[0].stranger) == 5
    assert torch.isfinite(torch.from_numpy(read[0].missing)).all()


def test_a_threshold_lets_through_what_its_budget_says(scripts):
    scores = [(score / 100, 1.0) for score in range(100)]
    least = scripts.thresholds._threshold(scores, 0.1)
    assert sum(score >= least for score, _ in scores) <= 10
    assert sum(score >= least - 0.02 for score, _ in scores) >= 10


def test_confidences_never_fall_with_the_score(scripts):
    draw = np.random.default_rng(0)
    rows = [(float(s), bool(draw.random() < s), 1.0) for s in draw.random(5000)]
    table = scripts.thresholds._table(rows)
    assert [low for low, _ in table] == sorted(low for low, _ in table)
    assert [share for _, share in table] == sorted(share for _, share in table)
    assert table[0][1] < 0.1 < 0.8 < table[-1][1]


def test_sets_of_people_for_tuning_are_not_those_for_reporting(tmp_path):
    from nlp.evaluation.demetr import human_translations

    folder = tmp_path / "mt-fr-en"
    folder.mkdir()
    rows = [{"seg_id": str(n), "source": f"s{n}", "post_edit": f"p{n}", "google": "g"} for n in range(6)]
    with gzip.open(folder / "lig.fr-en.train.jsonl.gz", "wt") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    tuning, reporting = (
        {name: [a.text for a in articles] for name, articles in human_translations(tmp_path, half=half)}
        for half in ("tuning", "reporting")
    )
    assert tuning == {"French post-edits": ["p0", "p2", "p4"]}
    assert reporting["French post-edits"] == ["p1", "p3", "p5"]
