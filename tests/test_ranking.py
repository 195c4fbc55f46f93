"""Ranking repairs: what it reads, what it leaves alone. The model is a stand-in; what it says is laid down here."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from nlp import ranking
from nlp.fixing import fix
from nlp.models import surprisal
from nlp.models.surprisal import Reading
from nlp.read.assemble import article
from nlp.types import Finding

TEXT = "He counts to go home.\nThe next line."
FINDING = Finding("X", "x", "x", "x", "major", 0.9, 3, 12, "counts to", "", ("intends to", "plans to", "means to"))


@pytest.fixture
def bits(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Bits of each word, 1 where nothing is said; what was read is kept under "texts"."""
    said: dict = {"texts": []}

    def read(texts, lm):
        said["texts"] += texts
        for text in texts:
            places = [(text.index(word), text.index(word) + len(word), word) for word in dict.fromkeys(text.split())]
            offsets = np.array([place[:2] for place in places], dtype=np.int64).reshape(-1, 2)
            values = np.array([said.get(place[2], 1.0) for place in places], dtype=np.float32)
            yield Reading(offsets, values, values)

    monkeypatch.setattr(surprisal, "read", lambda texts, lm: list(read(texts, lm)))
    return said


def test_the_likeliest_comes_first_where_it_is_clearly_likelier(bits):
    bits |= {"intends": 20.0, "plans": 20.0 - ranking.MARGIN, "means": 17.0}
    (ranked,) = ranking.ranker(None)(article(TEXT), [FINDING])
    assert ranked == dataclasses.replace(FINDING, replacements=("plans to", "intends to", "means to"))
    bits["plans"] += 0.1
    assert ranking.ranker(None)(article(TEXT), [FINDING]) == [FINDING]


def test_only_the_line_is_read_and_only_what_comes_from_the_repair_on_counts(bits):
    bits |= {"He": 100.0, "next": 100.0}
    assert ranking.surprisals(TEXT, FINDING, None) == [4.0, 4.0, 4.0]
    assert bits["texts"][0] == "He intends to go home."


def test_safe_and_single_repairs_are_not_read(bits):
    single = dataclasses.replace(FINDING, replacements=("plans to",))
    safe = dataclasses.replace(FINDING, safe=True)
    assert ranking.ranker(None)(article(TEXT), [single, safe]) == [single, safe]
    assert bits["texts"] == []


def test_fix_takes_it(bits):
    bits["intends"] = 20.0
    fixed = fix("The government counts to raise the tax.", unsafe=True, rank=ranking.ranker(None))
    assert fixed.text == "The government plans to raise the tax."
