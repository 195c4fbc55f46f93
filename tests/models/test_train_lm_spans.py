import gzip
import json

import numpy as np
import pytest
import torch

from nlp.evaluation._segments import ErrorSpan, Rating, Segment
from nlp.models import causal_lm, lm_spans


@pytest.fixture(scope="module")
def script(load_script):
    return load_script("train_lm_spans")


@pytest.fixture
def data(load_script):
    return load_script("_lm_spans_data")


@pytest.fixture
def lm(tiny_lm, monkeypatch):
    monkeypatch.setattr(lm_spans, "LAYERS", (1, 2))
    monkeypatch.setattr(lm_spans, "HIDDEN", 16)
    return causal_lm.load(str(tiny_lm))


def segment(text, *errors, document="d", system="s", source="c"):
    spans = tuple(ErrorSpan(start, end, "minor", "Style/Awkward") for start, end in errors)
    return Segment("newstest2020", "zh-en", document, system, False, source, text, (Rating("r", 1.0, spans),))


def corpus(documents=12):
    """Every x is an error."""
    texts = ["aaxa bb", "b xab", "abab", "xa ba"]
    return [
        segment(text, *((i, i + 1) for i, c in enumerate(text) if c == "x"), document=f"d{n}", source=str(k))
        for n in range(documents)
        for k, text in enumerate(texts)
    ]


def test_rows_are_read_once_and_know_their_marks(data, lm, tmp_path, monkeypatch):
    segments = corpus(2)
    rows = list(data.rows(segments, tmp_path, lm))
    assert [row.segment.target for row in rows] == [s.target for s in segments]
    for row in rows:
        marked = [row.segment.target[a:b] for (a, b), y in zip(row.offsets, row.error[0], strict=True) if y]
        assert marked == ["x"] * row.segment.target.count("x")
        assert row.states.shape == (len(row.offsets), 32)
    monkeypatch.setattr(data, "_make", lambda *_: pytest.fail("it was read again"))
    again = list(data.rows(segments, tmp_path, lm))
    assert all(torch.equal(one.states, other.states) for one, other in zip(rows, again, strict=True))


def test_context_is_of_the_document_only(data, lm, tmp_path):
    def first(*segments):
        (folder := tmp_path / str(len(list(tmp_path.iterdir())))).mkdir()
        return list(data.rows(segments, folder, lm))[-1].states.float()

    alone = first(segment("bb ab"))
    torch.testing.assert_close(first(segment("xx", document="e"), segment("bb ab")), alone, atol=2e-3, rtol=0)
    assert not torch.allclose(first(segment("xx"), segment("bb ab")), alone, atol=2e-3)


def test_agreement_counts_the_other_translations(data, lm, tmp_path):
    segments = [segment("ab cd", system="1"), segment("ab ce", system="2"), segment("ab cd", system="3", source="d")]
    rows = list(data.rows(segments, tmp_path, lm))
    one, _, alone = data.agreement(rows)
    of_words = {rows[0].segment.target[a:b]: one[i].tolist() for i, (a, b) in enumerate(rows[0].offsets)}
    assert of_words["a"] == [1, 0, 0, 1]  # others have the word, not before "cd"
    assert of_words["c"] == [1, 1, 1, 0]
    assert alone.abs().sum() == 0  # nobody else translated it


def test_the_network_learns_and_a_teacher_has_not_seen_what_it_speaks_of(script, data, lm, tmp_path, monkeypatch):
    rows = list(data.rows(corpus(), tmp_path / "states", lm))
    monkeypatch.setattr(script, "EPOCHS", {"teacher": 2, "final": 2})
    monkeypatch.setattr(script, "WARM_UP", 5)
    seen = []
    fit = script.fit

    def watched(examples, **options):
        seen.append({e.segment.document for e in examples})
        return fit(examples, **options)

    predict = script.predict

    def asked(tagger, examples, more=None):
        assert not seen[-1] & {e.segment.document for e in examples}
        return predict(tagger, examples, more)

    monkeypatch.setattr(script, "fit", watched)
    monkeypatch.setattr(script, "predict", asked)
    script.teach(rows, tmp_path / "teacher.jsonl.gz")
    with gzip.open(tmp_path / "teacher.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    assert [record["key"][3] for record in records] == [row.segment.target for row in rows]
    assert all(len(record["probability"]) == len(record["offsets"]) for record in records)

    tagger = fit(rows, epochs=40, seed=1)
    said = np.concatenate([p.numpy() for p in predict(tagger, rows)])
    truth = np.concatenate([row.error[0].numpy() for row in rows])
    assert said[truth == 1].mean() > 2 * said[truth == 0].mean()


def test_a_sentence_that_stands_twice_may_be_cut_otherwise(script, data, lm, tmp_path, monkeypatch):
    rows = list(data.rows([*corpus(3), segment("aaxa bb", (2, 3), document="d0", source="9")], tmp_path, lm))
    monkeypatch.setattr(script, "EPOCHS", {"teacher": 1, "final": 1})
    rows[-1].offsets = np.array([[0, 2], *rows[-1].offsets[2:].tolist()])  # "aa" in one token
    for name in ("states", "signals"):
        setattr(rows[-1], name, getattr(rows[-1], name)[1:])
    for name in ("error", "major", "category"):
        setattr(rows[-1], name, getattr(rows[-1], name)[:, 1:])
    script.teach(rows, tmp_path / "teacher.jsonl.gz")
    taught = script.lessons(rows, tmp_path / "teacher.jsonl.gz")
    assert [len(lesson) for lesson in taught] == [len(row.offsets) for row in rows]
    script.fit(rows, epochs=1, seed=1, taught=taught)


def test_training_is_the_same_twice_and_listens_to_the_teacher(script, data, lm, tmp_path):
    rows = list(data.rows(corpus(3), tmp_path, lm))
    one, other = (script.predict(script.fit(rows, epochs=2, seed=1), rows) for _ in range(2))
    assert all(torch.equal(a, b) for a, b in zip(one, other, strict=True))
    low, high = (
        script.predict(
            script.fit(rows, epochs=6, seed=1, taught=[torch.full((len(r.offsets),), p) for r in rows]), rows
        )
        for p in (0.01, 0.9)
    )
    assert torch.cat(high).mean() > torch.cat(low).mean()
