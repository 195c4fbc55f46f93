"""Learn the weights of the summarizer `news`: position, centrality, redundancy.

    python scripts/learn_news.py [--data DIR] [--folds N]

Data: DIR/summ-quality/summeval.docs.jsonl.gz (100 CNN/DailyMail articles with 11 references each; MIT, public as
SummEval); DIR is $NLP_BENCH or ../shared/bench.

A choice is three of the first twelve sentences that may be used. Its score is weights times features: the sum of
exp(-position / 3), the sum of the cosines with the article, and the sum of the cosines of its pairs. The probability
of a choice is the softmax of the scores; what is maximized is the expected ROUGE-1 plus ROUGE-2 (the mean of that
against the first reference, which is CNN/DailyMail's own, and the mean against all), less a small ridge on standardized
features. Only ratios matter afterwards, so they are printed with that of position as 1. "Cross-validated" takes, for
each fold of articles, the weights learned on the others; differences are to the first three that may be used, with the
bootstrap's 95 % interval.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from nlp.metrics import rouge1, rouge2
from nlp.read.assemble import article
from nlp.statistics.intervals import bootstrap_interval
from nlp.summarizers import _selection, news
from nlp.summarizers._terms import closeness, unit_vectors
from nlp.types import Sample

ROOT = Path(__file__).resolve().parent.parent
FIRST, TAKEN = 12, 3
RIDGE = 0.03

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Choices:
    """All choices of an article: `features` (choices, 3); `rouge` (choices, 4): ROUGE-1 and -2 against the first
    reference, then as means over all. The first choice is lead.
    """

    features: Array
    rouge: Array

    @property
    def worth(self) -> Array:
        mean: Array = self.rouge.sum(axis=1) / 2
        return mean


def choices(record: dict[str, Any]) -> Choices:
    pool = _selection.candidates(article(record["article"], check_language=False)).candidates
    vectors = unit_vectors([_selection.keys(candidate.text) for candidate in pool])
    near = closeness(vectors, vectors.sum(axis=0))
    like = (vectors @ vectors.T).toarray()
    early = np.exp(-np.arange(len(pool)) / news.DECAY)
    features, rouge = [], []
    for choice in combinations(range(min(FIRST, len(pool))), min(TAKEN, len(pool))):
        chosen = list(choice)
        repeated = sum(like[i, j] for i, j in combinations(chosen, 2))
        features.append([early[chosen].sum(), near[chosen].sum(), -repeated])
        rouge.append(_rouge("\n".join(pool[i].text for i in chosen), record["references"]))
    return Choices(np.array(features), np.array(rouge))


def _rouge(text: str, references: Sequence[str]) -> list[float]:
    samples = [Sample("", text, (reference,)) for reference in references]
    one, two = ([100 * r[0] for r in m.measure(samples, tokenizer="rouge155", stem=True)] for m in (rouge1, rouge2))
    return [one[0], two[0], float(np.mean(one)), float(np.mean(two))]


def learn(articles: Sequence[Choices]) -> Array:
    """The weights that maximize the expected worth, with that of position as 1."""
    centred = np.concatenate([a.features - a.features.mean(axis=0) for a in articles])
    scale = centred.std(axis=0)

    def loss(weights: Array) -> tuple[float, Array]:
        total, slope = 0.0, np.zeros_like(weights)
        for one in articles:
            scores = one.features / scale @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            expected = chance @ one.worth
            total -= expected
            slope -= (chance * (one.worth - expected)) @ (one.features / scale)
        n = len(articles)
        return total / n + RIDGE * float(weights @ weights), slope / n + 2 * RIDGE * weights

    weights: Array = minimize(loss, np.zeros(3), jac=True, method="L-BFGS-B").x / scale
    return weights / weights[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("NLP_BENCH", str(ROOT.parent / "shared" / "bench"))
    parser.add_argument("--data", type=Path, default=Path(default), metavar="DIR")
    parser.add_argument("--folds", type=int, default=10, metavar="N")
    options = parser.parse_args()
    path = options.data / "summ-quality" / "summeval.docs.jsonl.gz"
    if not path.is_file():
        raise SystemExit(f"{path} is missing; the set is public as SummEval")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        every = [choices(json.loads(line)) for line in lines]
    show("all articles", learn(every))
    fold = np.random.default_rng(0).permutation(len(every)) % options.folds
    differences = np.zeros((len(every), 4))
    for number in range(options.folds):
        weights = learn([one for one, f in zip(every, fold, strict=True) if f != number])
        show(f"without fold {number}", weights)
        for index in np.flatnonzero(fold == number):
            one = every[index]
            differences[index] = one.rouge[int(np.argmax(one.features @ weights))] - one.rouge[0]
    for name, column in (("ROUGE-1", 0), ("ROUGE-2", 1), ("ROUGE-1, all references", 2)):
        values = differences[:, column]
        low, high = bootstrap_interval([(v, 1.0) for v in values], lambda total: total[0] / total[1]) or (0.0, 0.0)
        print(f"cross-validated − lead, {name}: {values.mean():+.2f} [{low:+.2f}, {high:+.2f}]")


def show(name: str, weights: Array) -> None:
    print(f"{name}: position 1, centrality {weights[1]:.2f}, redundancy {weights[2]:.2f}")


if __name__ == "__main__":
    main()
