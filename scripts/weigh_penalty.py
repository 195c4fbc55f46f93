"""Choose how much the expected penalty of a sentence weighs in the summarizer `news`, for the span tagger in place.

    python scripts/weigh_penalty.py [--data DIR] [--limit N] [--with-lm] [--write]

Run it again with --write when the tagger was trained anew: `news` reads what it writes, `nlp/summarizers/quality.json`.
Data: DIR/mt-spans/newstest2020 and 2021 (public as wmt-mqm-human-evaluation); DIR is $NLP_BENCH or ../shared/bench.

The translations are of documents and by systems that are not held out; the tagger was not trained on them, though on
other systems' translations of most of the documents, so penalties come out a little too good, for every weight. They
are many documents because what a weight costs in content differs from one to the next. For each weight: the MQM penalty
per 100 words of summaries of three sentences, as a share of lead-3's and of the same method's with weight 0 ("blind"),
and the ROUGE-1 lost against that one, where the references are lead-3 and LexRank summaries of the human translations;
the mean over documents. Chosen is the largest weight that loses at most 3 points.

Beside it, for the estimate alone, on the development part: its rank correlation with what annotators marked, per word,
over the sentences of a translation (Spearman, the mean over translations).
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from nlp.detection import detect
from nlp.evaluation import _summarizing, _translated, summaries
from nlp.evaluation._summarizing import BLIND, LEAD
from nlp.metrics import rouge1
from nlp.summarizers import _quality, _selection

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0)
MOST_LOST = 3.0
TAKEN = 3  # sentences of a summary
MOST = 2  # translations of a document
FEWEST = 5  # sentences of a translation that a rank correlation is computed of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("NLP_BENCH", str(ROOT.parent / "shared" / "bench"))
    parser.add_argument("--data", type=Path, default=Path(default), metavar="DIR")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N translations")
    parser.add_argument("--write", action="store_true", help=f"write {_quality.SETTINGS.name}")
    parser.add_argument("--with-lm", action="store_true", help="the weight for where the language model judges too")
    options = parser.parse_args()
    with_lm = options.with_lm
    folder = options.data / "mt-spans"
    print(f"rank correlation within a translation: {rank(folder, options.limit, with_lm=with_lm):.3f}", flush=True)
    chosen = weigh(list(_translated.for_choosing(folder, most=MOST))[: options.limit], with_lm=with_lm)
    if not chosen:
        raise SystemExit("no weight loses few enough points")
    models = _quality.signature(judge=True, with_lm=with_lm)
    record: dict[str, object] = {"models": models} | {name: round(value, 3) for name, value in chosen.items()}
    print(json.dumps(record))
    if options.write:
        before = json.loads(_quality.SETTINGS.read_text(encoding="utf-8"))
        record = before | {"with_lm": record} if with_lm else record | {"with_lm": before["with_lm"]}
        _quality.SETTINGS.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def rank(folder: Path, limit: int | None, *, with_lm: bool) -> float:
    """The rank correlation of estimate and marked penalty over the candidates, the mean over the translations."""
    found = []
    for document in list(_translated.documents(folder, "dev"))[:limit]:
        pool = _selection.candidates(document.article, detect(document.article)).candidates
        estimates = _quality.expected_penalty(pool, read=range(len(pool)), with_lm=with_lm)
        indices = [candidate.source_index for candidate in pool]
        marked = [document.penalties[i] / max(document.words[i], 1) for i in indices]
        if len(indices) >= FEWEST and len(set(marked)) > 1 and len(set(estimates)) > 1:
            found.append(spearmanr(estimates, marked).statistic)
    return float(np.mean(found))


def weigh(documents: Sequence[_translated.Document], *, with_lm: bool) -> dict[str, float]:
    """Prints what each weight gains and costs; the chosen one with its figures, {} for none."""
    names = [document.name for document in documents]
    costs: dict[str, list[tuple[float, float]]] = defaultdict(list)
    likeness: dict[str, list[float]] = defaultdict(list)
    for document in documents:
        findings = detect(document.article)
        references = [text for human in document.humans for text in summaries.human(human)]
        costs[LEAD].append(document.cost(range(min(TAKEN, len(document.words)))))
        for weight in (0.0, *WEIGHTS):
            name = f"{weight:g}" if weight else BLIND
            options = {"penalty": weight, "with_lm": with_lm and bool(weight)}
            made = _summarizing.ours("news", document.article, findings if weight else (), TAKEN, **options)
            costs[name].append(document.cost(made.indices))
            scores = [100 * summaries.one(rouge1, made.text, reference) for reference in references]
            likeness[name].append(float(np.mean(scores)))
    print(f"{len(documents)} translations of {len(set(names))} documents")
    print(f"{'weight':>11}{'penalty':>9}{'of lead-3':>11}{'of blind':>10}{'ROUGE-1 lost':>14}{'words':>7}")
    chosen: dict[str, float] = {}
    for name, own in costs.items():
        figures = {"of_lead": rate(own) / rate(costs[LEAD]), "of_blind": rate(own) / rate(costs[BLIND])}
        if name in likeness:
            figures["lost"] = mean(likeness[BLIND], names) - mean(likeness[name], names)
        words = np.mean([words for _, words in own])
        lost = figures.get("lost", float("nan"))
        print(
            f"{name:>11}{rate(own):9.2f}{figures['of_lead']:11.3f}{figures['of_blind']:10.3f}{lost:14.2f}{words:7.0f}"
        )
        if name not in (LEAD, BLIND) and lost <= MOST_LOST:
            chosen = {"weight": float(name), **figures}
    return chosen


def mean(values: Sequence[float], names: Sequence[str]) -> float:
    """The mean over documents of the mean over a document's translations."""
    by_name: dict[str, list[float]] = defaultdict(list)
    for value, name in zip(values, names, strict=True):
        by_name[name].append(value)
    return float(np.mean([np.mean(own) for own in by_name.values()]))


def rate(costs: Sequence[tuple[float, float]]) -> float:
    """The penalty per 100 words."""
    return 100 * sum(penalty for penalty, _ in costs) / sum(words for _, words in costs)


if __name__ == "__main__":
    main()
