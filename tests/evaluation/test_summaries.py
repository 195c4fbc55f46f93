import argparse
import gzip
import json

import pytest

from nlp.errors import InputError
from nlp.evaluation import _baselines, _planted, _translated, summaries
from nlp.models import encoder
from nlp.read.assemble import article
from nlp.summarizers import _quality


@pytest.fixture(autouse=True)
def _without_models(monkeypatch):
    monkeypatch.setattr(_quality.span_model, "available", lambda: False)
    monkeypatch.setattr(encoder, "available", lambda: False)


def write(path, *records):
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record) + "\n" for record in records)


def options(only, part="held-out"):
    return argparse.Namespace(only=only, part=part, limit=None)


def test_references_have_a_row_a_method_with_the_oracle_at_the_end(tmp_path):
    text = "Rain fell on Ely. The mayor of Ely spoke. The river rose in the town. Schools in Ely closed on Monday."
    for name in summaries.REFERENCED:
        write(
            tmp_path / "summ-quality" / f"{name}.docs.jsonl.gz", {"article": text, "references": [text[-36:], "Rain."]}
        )
    first, _ = summaries.evaluate(tmp_path, options("references"))
    rows = {row[0]: row for row in first.rows}
    assert [row[0] for row in first.rows][-1] == "oracle"
    assert {"lead-3", "sumy LexRank", "lexrank", "news", "news, blind"} <= set(rows)
    assert rows["lead-3"][4].value == 0.0
    assert rows["oracle"][1].value >= max(row[1].value for row in first.rows)
    with pytest.raises(InputError, match="no such file"):
        list(summaries.evaluate(tmp_path / "elsewhere", options("references")))


def segment(document, system, target, errors, *, human=False):
    spans = [
        {"side": "target", "start": target.index(text), "end": target.index(text) + len(text), "severity": severity}
        | {"category": "Accuracy/Mistranslation", "text": text}
        for text, severity in errors
    ]
    mqm = sum({"major": 5.0, "minor": 1.0}[severity] for _, severity in errors)
    record = {"test_set": "newstest2020", "doc_id": document, "system": system, "is_human": human, "lp": "zh-en"}
    return record | {"source": "源", "target": target, "ratings": [{"rater": "r", "mqm": mqm, "errors": spans}]}


def test_an_error_costs_the_sentence_it_is_in(tmp_path, monkeypatch):
    monkeypatch.setattr(_translated._segments, "part", lambda segment: "held-out")
    monkeypatch.setattr(_translated, "SETS", ("newstest2020",))
    text = "Rain fell on the town of Ely. The mayor of Ely spoke of floods."
    machine = segment("d", "m", text, [("Rain", "major"), ("spoke", "minor")])
    human = segment("d", "h", "It rained in the town of Ely.", [], human=True)
    write(tmp_path / "newstest2020.zh-en.jsonl.gz", machine, human)
    (document,) = _translated.documents(tmp_path, "held-out")
    assert document.penalties == (5.0, 1.0)
    assert document.cost([1]) == (1.0, 7.0)
    assert document.humans == (("It rained in the town of Ely.",),)


def test_planted_lines_are_the_rules_own_and_are_found_in_a_summary():
    lines = _planted.residue_lines()
    assert "source site-63" in lines
    document = _planted.Planted(article("Rain fell."), ("source site-63", "[…]"))
    assert document.carried("Rain fell source\nsite-63.") == 1
    assert document.carried("Rain fell.") == 0


def test_baselines_choose_in_the_order_of_the_text():
    sentences = ["a b c", "a b d", "x y z", "a b e"]
    assert _baselines.first(sentences, 2) == [0, 1]
    assert _baselines.sumy("TextRank", sentences, 2) in ([0, 1], [0, 3], [1, 3])
    assert _baselines.oracle(sentences, 2, lambda choice: float(2 in choice and 3 in choice)) == [2, 3]
