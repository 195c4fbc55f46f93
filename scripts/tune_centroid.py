"""Choose the constants of the summarizer `centroid`, and measure it beside lead and TextRank.

    python scripts/tune_centroid.py [--data DIR] [--folds N] [--sentences N]

Data: DIR/summ-quality/summeval.docs.jsonl.gz (100 CNN/DailyMail articles with 11 reference summaries each; MIT, public
as SummEval) to choose on, newsroom.docs.jsonl.gz (60 articles, research only) only to look at; DIR is $NLP_BENCH or
../shared/bench. ROUGE is the classic one (rouge155, stemmed), against the first
reference, which is CNN/DailyMail's own, and as the mean over all. What is maximized is the mean of ROUGE-1, ROUGE-2
and ROUGE-Lsum over all references. "cross-validated" takes, for each fold of articles, the constants that are best
on the other folds. Differences are to lead, with the paired bootstrap's 95 % interval over articles.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

import numpy as np

from nlp.metrics import rouge1, rouge2, rougeLsum
from nlp.models import encoder
from nlp.read.assemble import article
from nlp.statistics.intervals import bootstrap_interval
from nlp.summarizers import _selection, centroid, textrank
from nlp.text.sentences import split
from nlp.text.tokens import count_words
from nlp.types import Sample

ROOT = Path(__file__).resolve().parent.parent
GRID = list(itertools.product((0.5, 0.6, 0.7, 0.8), (0.3, 0.5, 0.8, 1.2), (3.0, 5.0, 8.0, 12.0)))
SHIPPED = (centroid.RELEVANCE, centroid.EARLY, centroid.DECAY)

Choice = tuple[int, ...]


class Documents:
    """Articles with their candidates, embeddings and references; ROUGE of a choice of candidates, computed once."""

    def __init__(self, path: Path, sentences: int) -> None:
        self.sentences = sentences
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        self.articles = [article(record["article"], check_language=False) for record in records]
        self.pools = [_selection.candidates(one).candidates for one in self.articles]
        self.references = [[sentence_lines(text) for text in record["references"]] for record in records]
        self.vectors = [encoder.load().encode([c.text for c in pool]) for pool in self.pools]
        self.rouge = cache(self._rouge)

    def __len__(self) -> int:
        return len(self.articles)

    def _rouge(self, number: int, hypothesis: str) -> np.ndarray:
        """ROUGE-1, -2, -Lsum times 100 against the first reference, then their means over all, then words."""
        samples = [Sample("", hypothesis, (reference,)) for reference in self.references[number]]
        columns = [m.measure(samples, tokenizer="rouge155", stem=True) for m in (rouge1, rouge2, rougeLsum)]
        scores = 100 * np.array([[row[0] for row in column] for column in columns])
        return np.concatenate([scores[:, 0], scores.mean(axis=1), [count_words(hypothesis)]])

    def evaluate(self, choose: Callable[[int], Sequence[int]]) -> np.ndarray:
        """Scores of shape (articles, 7) of the candidates chosen for each article."""
        return np.array([self._evaluate_one(number, choose(number)) for number in range(len(self))])

    def _evaluate_one(self, number: int, choice: Sequence[int]) -> np.ndarray:
        return self.rouge(number, "\n".join(self.pools[number][i].text for i in sorted(choice)))

    def plain_lead(self) -> np.ndarray:
        """The first sentences of the article, whatever they are."""
        texts = ("\n".join(s.of(a.text) for s in a.sentences[: self.sentences]) for a in self.articles)
        return np.array([self.rouge(number, text) for number, text in enumerate(texts)])

    def by_lead(self, number: int) -> Choice:
        return tuple(range(min(self.sentences, len(self.pools[number]))))

    def by_textrank(self, number: int) -> Choice:
        ranks = textrank.rank([_selection.keys(c.text) for c in self.pools[number]])
        return tuple(sorted(range(len(ranks)), key=lambda i: (-ranks[i], i))[: self.sentences])

    def by_centroid(self, number: int, constants: tuple[float, float, float]) -> Choice:
        relevance, early, decay = constants
        gain = centroid.marginal_relevance(self.vectors[number], relevance=relevance, early=early, decay=decay)
        chosen: list[int] = []
        left = set(range(len(self.pools[number])))
        while left and len(chosen) < self.sentences:
            gains = gain(chosen)
            chosen.append(max(left, key=lambda i: (gains[i], -i)))
            left.remove(chosen[-1])
        return tuple(chosen)


def sentence_lines(text: str) -> str:
    return "\n".join(span.of(text) for span in split(text, 0, len(text)))


def cross_validated(documents: Documents, folds: int) -> np.ndarray:
    """Scores in which each article has the constants that are best on the other folds."""
    grid = {key: documents.evaluate(partial(documents.by_centroid, constants=key)) for key in GRID}
    fold = np.random.default_rng(0).permutation(len(documents)) % folds
    scores = np.zeros((len(documents), 7))
    for number in range(folds):
        best = max(grid, key=lambda key: float(grid[key][fold != number, 3:6].mean()))
        scores[fold == number] = grid[best][fold == number]
        print(f"  without fold {number}: relevance {best[0]}, early {best[1]}, decay {best[2]}")
    return scores


def print_table(rows: dict[str, np.ndarray]) -> None:
    print(f"{'':20}first reference      mean of all          words  ROUGE-1 − lead's, first reference")
    print(f"{'':20}  R-1   R-2 R-Lsum    R-1   R-2 R-Lsum")
    for name, scores in rows.items():
        figures = "  ".join(f"{value:5.2f}" for value in scores[:, :6].mean(axis=0))
        difference = scores[:, 0] - rows["lead"][:, 0]
        interval = bootstrap_interval([(d, 1.0) for d in difference], lambda total: total[0] / total[1])
        low, high = interval or (0.0, 0.0)
        print(f"  {name:18}{figures}  {scores[:, 6].mean():5.1f}  {difference.mean():+.2f} [{low:+.2f}, {high:+.2f}]")


def measured(documents: Documents) -> dict[str, np.ndarray]:
    """Scores of the methods as they are shipped."""
    return {
        "first sentences": documents.plain_lead(),
        "lead": documents.evaluate(documents.by_lead),
        "textrank": documents.evaluate(documents.by_textrank),
        "centroid": documents.evaluate(lambda number: documents.by_centroid(number, SHIPPED)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("NLP_BENCH", str(ROOT.parent / "shared" / "bench"))
    parser.add_argument("--data", type=Path, default=Path(default), metavar="DIR")
    parser.add_argument("--folds", type=int, default=10, metavar="N", help="of the cross-validation; 0 for none")
    parser.add_argument("--sentences", type=int, default=3, metavar="N", help="of a summary (default: 3)")
    options = parser.parse_args()
    for name in ("summeval", "newsroom"):
        path = options.data / "summ-quality" / f"{name}.docs.jsonl.gz"
        if not path.is_file():
            print(f"{path} is missing; the set is public as {name}")
            continue
        documents = Documents(path, options.sentences)
        print(f"{name}: {len(documents)} articles, {options.sentences} sentences")
        rows = measured(documents)
        if name == "summeval" and options.folds:
            rows["cross-validated"] = cross_validated(documents, options.folds)
        print_table(rows)


if __name__ == "__main__":
    main()
