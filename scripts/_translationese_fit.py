"""Logistic regressions for `train_translationese.py`, and what they say of sets that were left out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
from _translationese_data import Translated  # beside this script
from scipy.optimize import minimize

from nlp.models.translationese import TELLING
from nlp.statistics.classification import auroc


def fit(
    features: np.ndarray, machine: np.ndarray, weights: np.ndarray, ridge: float, *, constant: bool = False
) -> np.ndarray:
    """Coefficients of a logistic regression, the intercept last; with `constant`, the last feature stands for it."""
    rows = features if constant else np.c_[features, np.ones(len(features))]

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        odds = rows @ b
        wrong = 1 / (1 + np.exp(-odds)) - machine
        value = (weights * np.logaddexp(0, np.where(machine, -odds, odds))).sum() + ridge * (b[:-1] ** 2).sum()
        return value, rows.T @ (weights * wrong) + 2 * ridge * np.append(b[:-1], 0.0)

    return minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x


def coefficients(
    names: Sequence[str], mean: np.ndarray, deviation: np.ndarray, b: np.ndarray, slope: float, intercept: float
) -> dict[str, Any]:
    return {
        "slope": round(slope, 3),
        "intercept": round(intercept, 4),
        "figures": {
            name: {"mean": round(float(m), 5), "deviation": round(float(d), 5), "weight": round(float(w), 4)}
            for name, m, d, w in zip(names, mean, deviation, b[:-1], strict=True)
        },
    }


def report(
    of: Sequence[Translated], of_set: np.ndarray, machine: np.ndarray, odds: np.ndarray, weights: np.ndarray
) -> None:
    """What the sets say that were left out in turn."""
    for name in dict.fromkeys(of_set):
        here = np.flatnonzero(of_set == name)
        people = [i for i in here if not machine[i]]
        wins = [
            (odds[i] > odds[j]) + 0.5 * (odds[i] == odds[j])
            for i in here if machine[i] for j in people if of[i].source_document == of[j].source_document
        ]  # fmt: skip
        pooled = auroc(list(odds[here]), list(machine[here]))
        print(f"{name} left out, {len(here)} documents: AUROC {pooled:.3f}, same source {np.mean(wins):.3f}")
    probability = 1 / (1 + np.exp(-odds))
    edges = [0.0, 1 / (1 + TELLING), 0.4, 0.6, TELLING / (1 + TELLING), 1.0]
    for low, high in itertools.pairwise(edges):
        inside = (probability >= low) & (probability < high)
        share, said = (np.average(v[inside], weights=weights[inside]) for v in (machine, probability))
        print(
            f"probability {low:.2f} to {high:.2f}: {inside.mean():.2f} of documents, said {said:.2f}, true {share:.2f}"
        )
