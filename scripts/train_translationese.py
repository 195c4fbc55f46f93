"""Train the regressions that weigh wording, and closeness to the source, as evidence of machine translation.

    python scripts/train_translationese.py --data DIR [--out nlp/models]

Writes translationese.json, closeness/usual.safetensors and closeness/config.json in the folder --out; about ten
minutes of one core, nearly all for the vectors.

Wording: DIR/mt-spans/newstest2020, newstest2021 and ted2021 zh-en (Apache-2.0), documents and systems that are not held
out (`nlp.evaluation._segments.part`), people against machines of the same documents. News counts three times as much
as talks, people as much as machines. Ridge penalty 100 on figures in standard deviations; penalty and figures were
chosen by hand while about thirty such fits were looked at on mt-docs. The slope makes the log odds smaller, as much as
a regression of news needs to be calibrated on talks: what it is sure of elsewhere is less than at home.

Wording and closeness: documents of the same sets and DEMETR's originals (MIT) from eight languages, with their sources
(`_translationese_data`). Half of the loss compares a machine's and a person's translation of one document, so that the
topic cannot help. In each language words are nearer or farther to English ones, so closeness is taken from the mean of
the language, estimated on DEMETR: for Japanese and Russian too, from which nothing else is learned. Figures and penalty
were chosen by leaving out each set in turn; so are slope and intercept, and what is printed. Nothing of mt-docs is
read. `worth` is what `nlp eval documents` measured there.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from _translationese_data import LEVELS_ONLY, PIECE, Translated, held_out, with_sources  # beside this script
from _translationese_fit import coefficients, fit, report
from safetensors.numpy import save_file

from nlp.evaluation import _segments
from nlp.models import closeness, e5
from nlp.models._loading import sha256
from nlp.models.translationese import FARTHEST, FILE, SHORTEST
from nlp.text.wording import FIGURES, figures, words

SETS = {"newstest2020": 3.0, "newstest2021": 3.0, "ted2021": 1.0}
RIDGE = 100.0
# With the source: how much each set counts, and what is subtracted from the coefficients of word vectors.
SHARES = {"newstest2020": 1.0, "newstest2021": 1.0, "ted2021": 0.4, "demetr.WMT": 0.3, "demetr.FLORES": 0.2}
GROUPS = ("demetr.WMT", "demetr.FLORES")
WORDS = len(FIGURES)  # the figures of wording come first
PAIRED = 0.5  # share of the loss that compares translations of one document
USUAL_RIDGE = 3000.0
# Lowest and highest AUROC of the three languages, by `nlp eval documents`.
WORTH = {"wording": [0.572, 0.689], "wording and source": [0.755, 0.793]}


def documents(data: Path) -> tuple[list[str], list[str], list[bool]]:
    """Texts, the set of each, and whether a machine made it."""
    texts, sets, machine = [], [], []
    for name in SETS:
        segments = [s for s in _segments.read(data / f"mt-spans/{name}.zh-en.jsonl.gz") if not held_out(s)]
        for document in _segments.documents(segments):
            size = PIECE if name.startswith("ted") else len(document)
            for start in range(0, len(document), size):
                text = "\n".join(s.target for s in document[start : start + size])
                if len(words(text)) >= SHORTEST:
                    texts.append(text)
                    sets.append(name)
                    machine.append(not document[0].is_human)
    return texts, sets, machine


def by_wording(data: Path) -> dict[str, Any]:
    texts, sets, machine = documents(data)
    table = np.array([list(figures(text).values()) for text in texts])
    of_set, is_machine = np.array(sets), np.array(machine)
    weights = np.zeros(len(texts))
    for name, share in SETS.items():
        for value in (True, False):
            members = (of_set == name) & (is_machine == value)
            weights[members] = share / members.sum()
    weights *= 1000 / weights.sum()
    mean, deviation = np.average(table, axis=0, weights=weights), table.std(axis=0)
    scaled = np.clip((table - mean) / deviation, -FARTHEST, FARTHEST)
    talks = of_set == "ted2021"
    home = fit(scaled[~talks], is_machine[~talks], weights[~talks], RIDGE)
    odds = (scaled[talks] @ home[:-1])[:, None]
    slope = float(fit(odds, is_machine[talks], weights[talks], 0.0)[0])
    b = fit(scaled, is_machine, weights, RIDGE)
    return {
        "from": f"{len(texts)} documents of newstest2020, newstest2021 and ted2021 zh-en (Apache-2.0), none held out",
        "documents": {f"{n} {k}": int(((of_set == n) & (is_machine == m)).sum())
                      for n in SETS for k, m in (("machine", True), ("human", False))},
        **coefficients(FIGURES, mean, deviation, b, slope, float(b[-1])),
    }  # fmt: skip


@dataclass(frozen=True)
class Read:
    """A translation with what was read of it."""

    of: Translated
    wording: dict[str, float]
    compared: list[closeness.Compared]


class Usual:
    """Sums for the regression of coverage on the vectors of source words, by set."""

    def __init__(self, read: Sequence[Read]) -> None:
        size = closeness.word_vectors.WIDTH + 1
        self.sums = {name: (np.zeros((size, size)), np.zeros(size)) for name in SHARES}
        for each in read:
            square, product = self.sums[each.of.dataset]
            for sentence in each.compared:
                rows = np.c_[sentence.source, np.ones(len(sentence.source))]
                square += rows.T @ rows
                product += rows.T @ sentence.coverage

    def without(self, left_out: str | None, center: np.ndarray) -> closeness.Usual:
        """The regression from all sets but one."""
        kept = [sums for name, sums in self.sums.items() if name != left_out]
        penalty = np.diag([USUAL_RIDGE] * (len(kept[0][1]) - 1) + [0.0])
        b = np.linalg.solve(sum(square for square, _ in kept) + penalty, sum(product for _, product in kept))
        return closeness.Usual(center, b[:-1].astype(np.float32), float(b[-1]))


@dataclass(frozen=True)
class Levels:
    """The mean figures of closeness by language: of groups of sentences of DEMETR, and as they would be in news."""

    of_groups: dict[str, np.ndarray]
    of_news: dict[str, np.ndarray]

    def of(self, read: Sequence[Read]) -> np.ndarray:
        """What is subtracted from the figures of each translation."""
        return np.array([(self.of_groups if e.of.dataset in GROUPS else self.of_news)[e.of.lang] for e in read])


def levels(read: Sequence[Read], table: np.ndarray, chosen: np.ndarray) -> Levels:
    """From the translations chosen. News and talks are from Chinese only; what they differ from groups of sentences
    from Chinese is taken for what they differ by from any language.
    """
    groups = defaultdict(list)
    news = []
    for each, row, wanted in zip(read, table, chosen, strict=True):
        if wanted:
            (groups[each.of.lang] if each.of.dataset in GROUPS else news).append(row)
    of_groups = {lang: np.mean(rows, axis=0) for lang, rows in groups.items()}
    shift = np.mean(news, axis=0) - of_groups["zh"]
    return Levels(of_groups, {lang: level + shift for lang, level in of_groups.items()})


def with_closeness(every: Sequence[Read], center: np.ndarray) -> tuple[dict[str, Any], closeness.Usual]:
    read = [each for each in every if each.of.lang not in LEVELS_ONLY]
    usual = Usual(read)
    of_set = np.array([each.of.dataset for each in read])
    machine = np.array([each.of.machine for each in read])
    odds = np.zeros(len(read))
    for name in SHARES:
        there = of_set == name
        table = table_of(read, usual.without(name, center))
        mean, deviation, b, rows = paired_fit(read, table, levels(read, table[:, WORDS:], ~there), ~there)
        odds[there] = rows[there] @ b[:-1] + b[-1]
    weights = shares(of_set, machine, np.ones(len(read), bool))
    slope, intercept = fit(odds[:, None], machine, weights, 0.0)
    report([each.of for each in read], of_set, machine, slope * odds + intercept, weights)
    final = usual.without(None, center)
    table = table_of(every, final)
    kept = np.array([each.of.lang not in LEVELS_ONLY for each in every])
    level = levels(every, table[:, WORDS:], np.ones(len(every), bool))
    mean, deviation, b, _ = paired_fit(read, table[kept], level, np.ones(len(read), bool))
    known = np.array(list(level.of_news.values()))
    mean[WORDS:] = known.mean(axis=0)
    made = coefficients((*FIGURES, *closeness.FIGURES), mean, deviation, b, slope, float(b[-1] + intercept / slope))
    by_language = {
        lang: dict(zip(closeness.FIGURES, (round(float(v), 5) for v in row), strict=True))
        for lang, row in level.of_news.items()
    }
    counted = Counter((each.of.dataset, each.of.machine) for each in read)
    by_kind = {f"{n} {k}": counted[n, m] for n in SHARES for k, m in (("machine", True), ("human", False))}
    made["levels"] = by_language
    return {"from": f"{len(read)} documents with their sources", "documents": by_kind, **made}, final


def table_of(read: Sequence[Read], usual: closeness.Usual) -> np.ndarray:
    return np.array([[*e.wording.values(), *closeness.summed(e.compared, usual).values()] for e in read])


def shares(of_set: np.ndarray, machine: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """Weights by which sets count as SHARES says, and people as much as machines."""
    weights = np.zeros(len(machine))
    for name, share in SHARES.items():
        for value in (True, False):
            members = chosen & (of_set == name) & (machine == value)
            if members.any():
                weights[members] = share / members.sum()
    return weights * 1000 / weights.sum()


def paired_fit(
    read: Sequence[Read], table: np.ndarray, level: Levels, chosen: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Mean and deviation of the figures, the coefficients, from the translations chosen; and the scaled figures of all.

    Figures of closeness are taken from the level of their language.
    """
    of_set = np.array([each.of.dataset for each in read])
    machine = np.array([each.of.machine for each in read])
    centred = table.copy()
    centred[:, WORDS:] -= level.of(read)
    mean, deviation = centred[chosen].mean(axis=0), centred[chosen].std(axis=0)
    mean[WORDS:] = 0.0
    rows = np.clip((centred - mean) / deviation, -FARTHEST, FARTHEST)
    people = defaultdict(list)
    for index in np.flatnonzero(chosen & ~machine):
        people[of_set[index], read[index].of.source_document].append(index)
    pairs = [(i, j) for i in np.flatnonzero(chosen & machine) for j in people[of_set[i], read[i].of.source_document]]
    counted = Counter(of_set[i] for i, _ in pairs)
    each = np.array([SHARES[of_set[i]] / counted[of_set[i]] for i, _ in pairs])
    differences = np.array([rows[i] - rows[j] for i, j in pairs])
    constant = np.zeros((len(pairs), 1))  # a difference has no intercept
    features = np.c_[np.r_[rows[chosen], differences], np.r_[np.ones((int(chosen.sum()), 1)), constant]]
    labels = np.r_[machine[chosen], np.ones(len(pairs), bool)]
    weights = np.r_[(1 - PAIRED) * shares(of_set, machine, chosen)[chosen], PAIRED * each * 1000 / each.sum()]
    return mean, deviation, fit(features, labels, weights, RIDGE, constant=True), rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FILE.parent)
    options = parser.parse_args()
    chosen = with_sources(options.data)
    vectors: list[list[tuple[np.ndarray, np.ndarray]]] = []
    known: dict[str, dict[str, np.ndarray]] = defaultdict(dict)
    for index, each in enumerate(chosen):
        vectors.append(closeness.vectors(each.pairs, known[each.source_document]))
        if index % 50 == 0:
            print(f"{index} of {len(chosen)} documents", flush=True)
    learned = [pairs for each, pairs in zip(chosen, vectors, strict=True) if each.lang not in LEVELS_ONLY]
    center = np.mean([side.mean(axis=0) for pairs in learned for pair in pairs for side in pair], axis=0)
    read = [
        Read(each, figures(each.text), list(closeness.compare(pairs, center)))
        for each, pairs in zip(chosen, vectors, strict=True)
    ]
    with_source, usual = with_closeness(read, center)
    folder = options.out / closeness.FOLDER.name
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {
        "center": center.astype(np.float32),
        "weights": usual.weights,
        "bias": np.array([usual.bias], np.float32),
    }
    save_file(tensors, folder / closeness.WEIGHTS)
    hashes = {"usual": sha256(folder / closeness.WEIGHTS), "encoder": sha256(e5.locate())}
    config = {"made by": "scripts/train_translationese.py", "sha256": hashes}
    (folder / closeness.CONFIG).write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    made = {"made by": "scripts/train_translationese.py", "wording": by_wording(options.data),
            "wording and source": with_source}  # fmt: skip
    for basis, worth in WORTH.items():
        made[basis]["worth"] = {"AUROC": worth, "on": "WMT21 is-en, ja-en and ru-en, lowest and highest language"}
    (options.out / FILE.name).write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(made, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
