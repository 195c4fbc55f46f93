"""Fit the weights of the metric `consistency` and write them to nlp/metrics/consistency.json.

    python scripts/train_consistency.py --data DIR [--out FILE]

DIR is the folder of benchmark data; FRANK and SummEval are fitted to (both MIT). Articles that are also in a set the
metric is reported on are left out. The same data gives the same file. Half a minute.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from nlp.evaluation import _consistency as consistency
from nlp.statistics.correlation import partial_pearson, pearson

DEFAULT = Path(__file__).resolve().parent.parent / "nlp" / "metrics" / "consistency.json"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--out", type=Path, default=DEFAULT, metavar="FILE")
    options = parser.parse_args()
    rows = consistency.training(options.data)
    keep = consistency.clean(rows, options.data)
    chosen = rows.choose(keep)
    model = consistency.fit(chosen)
    held_out = consistency.cross_validated(rows, keep)
    report = {}
    for name in sorted(set(rows.group)):
        inside = [index for index, group in enumerate(rows.group) if group == name]
        values, target = [held_out[i] for i in inside], [float(rows.target[i]) for i in inside]
        systems = [rows.judged[i].system for i in inside]
        report[name] = {
            "pearson": _rounded(pearson(values, target)),
            "partial_by_system": _rounded(partial_pearson(values, target, systems)),
        }
    record = {
        "fitted": "frank+summeval-2026-11",
        **model,
        "provenance": {
            "made_by": "python scripts/train_consistency.py --data DIR",
            "summaries": dict(sorted(Counter(chosen.group).items())),
            "left_out": dict(sorted((Counter(rows.group) - Counter(chosen.group)).items())),
            "left_out_because": "their articles are also in QAGS, AggreFact or newsroom",
            "licences": {"frank": "MIT", "summeval": "MIT"},
            "settings": {
                "ridge": consistency.RIDGE,
                "common_weight": consistency.COMMON_WEIGHT,
                "summeval_weight": consistency.SUMMEVAL_WEIGHT,
                "level": consistency.LEVEL,
            },
            "parts_and_settings_chosen_by_hand_on": ["frank", "summeval", "aggrefact", "qags"],
            "cross_validated_by_article": report,
        },
    }
    options.out.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(record, indent=1))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


if __name__ == "__main__":
    main()
