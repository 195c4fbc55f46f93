"""Train the regression that weighs wording as evidence of machine translation, and write its coefficients.

    python scripts/train_translationese.py --data DIR [--out nlp/models/translationese.json]

Data: DIR/mt-spans/newstest2020, newstest2021 and ted2021 zh-en (Apache-2.0), documents and systems that are not held
out (`nlp.evaluation._segments.part`), people against machines of the same documents. News counts three times as much
as talks, people as much as machines. Ridge penalty 100 on figures in standard deviations; penalty and figures were
chosen by hand while about thirty such fits were looked at on mt-docs. The slope makes the log odds smaller, as much as
a regression of news needs to be calibrated on talks: what it is sure of elsewhere is less than at home. `worth` in the
file is what `nlp eval documents` measured on mt-docs, which must not be trained on; nothing here reads it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from nlp.evaluation import _segments
from nlp.models.translationese import FARTHEST, FILE, SHORTEST
from nlp.text.wording import FIGURES, figures, words

SETS = {"newstest2020": 3.0, "newstest2021": 3.0, "ted2021": 1.0}
PIECE = 15  # segments of a talk make a document; talks are long and few
RIDGE = 100.0
WORTH = [0.57, 0.69]  # lowest and highest AUROC of the three languages, by `nlp eval documents`


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


def held_out(segment: _segments.Segment) -> bool:
    """Whether the segment is of a held-out document or system, also where only one of them is held out."""
    part = _segments.part(segment)
    return (
        part == "held-out"
        or (part == "unused" and segment.system in _segments.HELD_OUT_SYSTEMS)
        or (part == "unused" and _segments.part(as_human(segment)) == "held-out")
    )


def as_human(segment: _segments.Segment) -> _segments.Segment:
    """The segment as though a person had translated it: its part is then that of its document."""
    import dataclasses

    return dataclasses.replace(segment, is_human=True)


def fit(features: np.ndarray, machine: np.ndarray, weights: np.ndarray, ridge: float) -> np.ndarray:
    """Coefficients of a logistic regression, the intercept last."""

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        odds = features @ b[:-1] + b[-1]
        wrong = 1 / (1 + np.exp(-odds)) - machine
        value = (weights * np.logaddexp(0, np.where(machine, -odds, odds))).sum() + ridge * (b[:-1] ** 2).sum()
        gradient = np.append(features.T @ (weights * wrong) + 2 * ridge * b[:-1], (weights * wrong).sum())
        return value, gradient

    return minimize(loss, np.zeros(features.shape[1] + 1), jac=True, method="L-BFGS-B").x


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args()
    texts, sets, machine = documents(options.data)
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
    made = {
        "made by": "scripts/train_translationese.py",
        "from": f"{len(texts)} documents of newstest2020, newstest2021 and ted2021 zh-en (Apache-2.0), none held out",
        "documents": {f"{n} {k}": int(((of_set == n) & (is_machine == m)).sum())
                      for n in SETS for k, m in (("machine", True), ("human", False))},
        "slope": round(slope, 3),
        "intercept": round(float(b[-1]), 4),
        "figures": {
            name: {"mean": round(float(m), 5), "deviation": round(float(d), 5), "weight": round(float(w), 4)}
            for name, m, d, w in zip(FIGURES, mean, deviation, b[:-1], strict=True)
        },
        "worth": {"AUROC": WORTH, "on": "WMT21 is-en, ja-en and ru-en, whole documents, lowest and highest language"},
    }  # fmt: skip
    options.out.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(made, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
