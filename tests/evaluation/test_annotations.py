from __future__ import annotations

import gzip
import json

import pytest

from nlp.cli import main
from nlp.errors import InputError
from nlp.evaluation._annotation_scores import tables
from nlp.evaluation._annotations import read_annotations
from nlp.evaluation._segments import ErrorSpan

MQM_TSV = """\
system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity
A\td\td1\t1\tr1\tIl compte partir.\tHe <v>counts</v> to leave.\tAccuracy/Mistranslation\tMajor
A\td\td1\t1\tr1\tIl compte partir.\tHe counts to leave<v>.</v>\tFluency/Punctuation\tMinor
A\td\td1\t1\tr2\tIl compte partir.\tHe counts to leave.\tNo-error\tNo-error
A\td\td1\t2\tr1\tIl <v>pleut</v>.\tIt.\tAccuracy/Omission\tMajor
B\td\td1\t1\tr1\tIl compte partir.\t<v>Potato.</v>\tNon-translation!\tMajor
B\td\td1\t1\tr2\tIl compte partir.\tPotato.\tStyle/Awkward\tNeutral
Human-A\td\td1\t1\tr1\tIl compte partir.\tHe plans to leave.\tNo-error\tNo-error
"""


def written(tmp_path, name: str, text: str):
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


@pytest.mark.parametrize("name", ["mqm.tsv", "mqm.tsv.gz"])
def test_wmt_mqm_tables(tmp_path, name):
    segments = read_annotations(written(tmp_path, name, MQM_TSV))
    assert [(s.system, s.document, s.is_human) for s in segments] == [
        ("A", "d1", False),
        ("A", "d1", False),
        ("B", "d1", False),
        ("Human-A", "d1", True),
    ]
    first = segments[0]
    assert first.target == "He counts to leave."
    one, other = first.ratings
    assert (one.rater, one.penalty, other.rater, other.penalty) == ("r1", 5.1, "r2", 0.0)
    assert [first.target[e.start : e.end] for e in one.errors] == ["counts", "."]
    assert first.penalty == 2.55
    assert segments[1].ratings[0].penalty == 5.0  # an omission, marked in the source
    assert segments[1].ratings[0].errors == ()
    assert [rating.penalty for rating in segments[2].ratings] == [25.0, 0.0]


def test_wmt_span_tables_with_esa(tmp_path):
    text = (
        "system\tdoc_id\tsegment_id\thypothesis_segment\tstart_indices\tend_indices\terror_types\toverall\n"
        "A\td\t1\tHe counts to leave.\t3 0\t9 2\tmajor minor\t61.5\n"
        "A\td\t2\tFine.\t-1\t-1\tno-error\t100\n"
    )
    one, other = read_annotations(written(tmp_path, "esa.tsv", text))
    assert one.ratings[0].errors == (ErrorSpan(3, 9, "major", ""), ErrorSpan(0, 2, "minor", ""))
    assert (one.ratings[0].penalty, one.ratings[0].esa) == (6.0, 61.5)
    assert (other.ratings[0].penalty, other.ratings[0].errors, other.ratings[0].esa) == (0.0, (), 100.0)


def test_ratings_of_mt_metrics_eval(tmp_path):
    error = {"start": 3, "end": 9, "category": "accuracy", "severity": "major", "score": 5, "is_source_error": False}
    on_source = error | {"is_source_error": True, "severity": "minor"}
    lines = [
        "A\t" + json.dumps({"errors": [error, on_source]}) + "\tr1",
        "A\tNone\tr1",
        "A\t" + json.dumps({"errors": []}) + "\tr2",
    ]
    [segment] = read_annotations(written(tmp_path, "zh-en.mqm.seg.rating", "\n".join(lines) + "\n"))
    assert [rating.penalty for rating in segment.ratings] == [6.0, 0.0]
    assert segment.ratings[0].errors == (ErrorSpan(3, 9, "major", "accuracy"),)


def test_our_own_json_lines(tmp_path):
    error = {"side": "target", "start": 3, "end": 9, "category": "x", "severity": "major"}
    ratings = [{"rater": "r1", "errors": [error], "esa": 40}, {"rater": "r2", "errors": [], "esa": 90}]
    records = [
        {"system": "A", "doc_id": "d", "seg_id": 1, "target": "He counts.", "source": "Il compte.", "ratings": ratings},
        {"system": "A", "doc_id": "d", "seg_id": 2, "target": "He left.", "rater": "r1", "errors": []},
    ]
    path = written(tmp_path, "x.jsonl", "".join(json.dumps(record) + "\n" for record in records))
    one, other = read_annotations(path)
    assert [(r.rater, r.penalty, r.esa) for r in one.ratings] == [("r1", 5.0, 40.0), ("r2", 0.0, 90.0)]
    assert one.source == "Il compte."
    assert other.penalty == 0.0


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("x.csv", "a", "no known kind of annotation; known are .tsv, .seg.rating, .jsonl"),
        ("x.tsv", "a\tb\n1\t2\n", "neither the columns system, category, severity nor start_indices"),
        ("x.tsv", "system\tcategory\tseverity\nA\tx\tMajor\tmore\n", "x.tsv:2: 4 cells under 3 columns"),
        ("x.tsv", "start_indices\tend_indices\terror_types\n1 2\t3\tminor\n", "x.tsv:2: start_indices, end_indices"),
        ("x.tsv", "start_indices\tend_indices\terror_types\na\t3\tminor\n", "x.tsv:2: 'a' is not a number"),
        ("x.seg.rating", "A\t{broken\n", "x.seg.rating:1: this is not JSON"),
        ("x.jsonl", "[1]\n", "x.jsonl:1: this is not an object"),
        ("x.jsonl", '{"target": "x"}\n', "x.jsonl:1: a record needs 'system', and 'ratings' or 'errors'"),
        ("x.jsonl", "\n", "there is no annotation in it"),
    ],
)
def test_what_is_no_annotation_is_told_with_its_place(tmp_path, name, text, message):
    with pytest.raises(InputError) as caught:
        read_annotations(written(tmp_path, name, text))
    assert message in str(caught.value)


def test_systems_and_agreement_by_hand(tmp_path):
    systems, agreement = tables(read_annotations(written(tmp_path, "mqm.tsv", MQM_TSV)), resamples=20)
    assert systems.columns == ("system", "segments", "MQM penalty", "share with an error")
    values = {row[0]: [cell.value for cell in row[1:]] for row in systems.rows}
    # A: segments of (5.1 + 0) / 2 and 5; an error for half of the raters of the one, for the one of the other
    assert values["A"] == pytest.approx([2, (2.55 + 5) / 2, 0.75])
    assert values["B"] == pytest.approx([1, 12.5, 0.5])
    assert list(values) == ["Human-A (human)", "A", "B"]
    found = {row[0]: row[1].value for row in agreement.rows}
    # two units, (5.1, 0) and (25, 0): half the mean squared difference inside units over that of all pairs
    inside = (5.1**2 + 25**2) / 2
    values = [5.1, 0, 25, 0]
    pairs = [(a - b) ** 2 for i, a in enumerate(values) for j, b in enumerate(values) if i != j]
    assert found["MQM penalty, Krippendorff's alpha (interval)"] == pytest.approx(1 - inside / (sum(pairs) / 12))
    assert found["spans, unlabelled F1, rater against rater"] == 0.0


def test_the_command(tmp_path, capsys):
    path = written(tmp_path, "mqm.tsv", MQM_TSV)
    assert main(["annotations", str(path), "--resamples", "20"]) == 0
    out = capsys.readouterr().out
    assert "Systems by human annotation" in out
    assert "Agreement of raters" in out
    assert main(["annotations", str(path), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert main(["annotations", str(tmp_path / "gone.tsv")]) == 2
    assert "gone.tsv: cannot be read" in capsys.readouterr().err
