from __future__ import annotations

from pathlib import Path

import pytest

from nlp.errors import InputError
from nlp.evaluation import _consistency as consistency
from nlp.evaluation._judged import read, recurring


def test_sets_come_in_one_form(data: Path, articles: list[str]):
    first = read(data, "summeval")[0]
    assert (first.document, first.system, first.origin, first.article) == ("d0", "good", "cnndm", articles[0])
    assert first.sample.references == ("R.",)
    assert [one.human for one in read(data, "frank")] == [{"consistency": 0.5}]  # without a judgement, left out
    assert read(data, "qags.xsum")[0].human == {"consistency": 0.75}
    assert read(data, "aggrefact.cnndm")[0].human == {"consistency": 0.0}


def test_a_missing_set_is_named_and_where_it_is_public(data: Path):
    (data / "summ-consistency/qags.xsum.jsonl.gz").unlink()
    with pytest.raises(InputError, match=r"public: .*qags"):
        read(data, "qags.xsum")


def test_an_article_recurs_cut_and_tokenized_otherwise(articles: list[str]):
    other = articles[0].replace(",", " ,").upper()[:80]
    assert recurring(articles, [other, ""]) == {articles[0]}


def test_articles_that_are_reported_on_are_not_fitted_to(data: Path, articles: list[str]):
    rows = consistency.training(data)
    keep = consistency.clean(rows, data)
    assert {one.article for one in rows.choose(keep).judged} == {articles[0], articles[2], articles[3]}


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
