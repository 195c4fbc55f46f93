from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from nlp.errors import InputError
from nlp.evaluation import _consistency as consistency
from nlp.evaluation._judged import read, recurring

ARTICLES = [
    "The Kremlin said on Friday that Russia will determine its future reaction after it has studied the responses.",
    "Mr Tucker will take over as chairman of the bank on 1 October, the insurer said in a statement to the press.",
    "Nurses in Wales have voted to strike for three days in March after talks on pay with the government failed.",
    "Exeter has been dubbed too posh for the game after its makers found that nowhere in town has rents so low.",
]


def write(path: Path, records: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record) + "\n" for record in records)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    def judged(article: str, label: str, value: object) -> dict[str, object]:
        return {"article": article, "summary": article[:40] + ".", "system": "s", "origin": "xsum", label: value}

    documents = [{"doc_id": f"d{i}", "article": a, "references": ["R."]} for i, a in enumerate(ARTICLES)]
    for family in ("summeval", "newsroom"):
        write(tmp_path / f"summ-quality/{family}.docs.jsonl.gz", documents if family == "summeval" else [])
        summaries = [
            {"doc_id": d["doc_id"], "system": s, "summary": text, "scores": {"relevance": 3.0, "consistency": score}}
            for d in documents
            for s, text, score in (("good", str(d["article"]), 5.0), ("bad", "Nobody has 17 dogs.", 1.0))
        ]
        write(tmp_path / f"summ-quality/{family}.summaries.jsonl.gz", summaries if family == "summeval" else [])
    folder = tmp_path / "summ-consistency"
    write(folder / "frank.valid.jsonl.gz", [judged(ARTICLES[0], "factuality", v) for v in (0.5, None)])
    for part in ("cnndm", "xsum"):
        write(folder / f"qags.{part}.jsonl.gz", [judged(ARTICLES[1].upper() + " More.", "score", 0.75)])
        write(folder / f"aggrefact.{part}.val.jsonl.gz", [judged(ARTICLES[1], "label", 0)])
    return tmp_path


def test_sets_come_in_one_form(data: Path):
    first = read(data, "summeval")[0]
    assert (first.document, first.system, first.origin, first.article) == ("d0", "good", "cnndm", ARTICLES[0])
    assert first.sample.references == ("R.",)
    assert [one.human for one in read(data, "frank")] == [{"consistency": 0.5}]  # without a judgement, left out
    assert read(data, "qags.xsum")[0].human == {"consistency": 0.75}
    assert read(data, "aggrefact.cnndm")[0].human == {"consistency": 0.0}


def test_a_missing_set_is_named_and_where_it_is_public(data: Path):
    (data / "summ-consistency/qags.xsum.jsonl.gz").unlink()
    with pytest.raises(InputError, match=r"public: .*qags"):
        read(data, "qags.xsum")


def test_an_article_recurs_cut_and_tokenized_otherwise():
    other = ARTICLES[0].replace(",", " ,").upper()[:80]
    assert recurring(ARTICLES, [other, ""]) == {ARTICLES[0]}


def test_articles_that_are_reported_on_are_not_fitted_to(data: Path):
    rows = consistency.training(data)
    keep = consistency.clean(rows, data)
    assert {one.article for one in rows.choose(keep).judged} == {ARTICLES[0], ARTICLES[2], ARTICLES[3]}


def test_the_fit_is_monotone_and_deterministic_and_tells_good_from_bad(data: Path):
    rows = consistency.training(data)
    model = consistency.fit(rows)
    assert model == consistency.fit(rows)
    assert all(weight >= 0 for weight in model["weights"].values())
    values = consistency.cross_validated(rows, [True] * len(rows))
    good = [v for v, one in zip(values, rows.judged, strict=True) if one.system == "good"]
    bad = [v for v, one in zip(values, rows.judged, strict=True) if one.system == "bad"]
    assert min(good) > max(bad)


def test_all_summaries_of_an_article_are_in_one_fold(data: Path):
    folds = {}
    for one in read(data, "summeval"):
        assert folds.setdefault(one.article, consistency.fold(one)) == consistency.fold(one)
