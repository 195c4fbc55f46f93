"""How the layer of BERTScore was chosen, and what it is worth: DEMETR (Karpinska et al., EMNLP 2022).

    python scripts/tune_bertscore.py --data DIR [--model multilingual-e5-small] [--layers 2,3,4]

Each perturbed translation carries one injected error; a metric is right when it scores it below the unperturbed one,
against the reference. Layers are tried on the segments whose id has an even hash; the best is reported on the others,
beside sacreBLEU's BLEU and chrF on the same, with 95% bootstrap intervals over segments.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.metrics import bertscore, bleu, chrf, chrfpp
from nlp.models import token_vectors
from nlp.statistics.intervals import bootstrap_interval
from nlp.types import Sample

Scores = Callable[[list[Sample]], list[float]]


@dataclass(frozen=True)
class Perturbed:
    segment: int
    original: Sample
    perturbed: Sample


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("NLP_BENCH"), help="folder of the benchmark data")
    parser.add_argument("--model", help="default: all-MiniLM-L6-v2")
    parser.add_argument("--layers", type=lambda x: [int(n) for n in x.split(",")], help="default: all")
    options = parser.parse_args()
    folder = Path(options.data or "bench") / "mt-perturbed"
    if not (folder / "demetr.base.jsonl.gz").is_file():
        print(f"{folder}: no DEMETR here; it is public: github.com/marzenakrp/demetr", file=sys.stderr)
        return 2
    pairs = read(folder)
    chosen_on = [p for p in pairs if _even(p.segment)]
    reported = [p for p in pairs if not _even(p.segment)]
    best = choose(chosen_on, options.model, options.layers)
    print(f"reported on the other {len({p.segment for p in reported})} segments, {len(reported)} perturbations:")
    rivals: dict[str, Scores] = {
        f"bertscore, layer {best}": lambda samples: _bertscore(samples, options.model, best),
        "chrF": lambda samples: [_defined(chrf.value(row)) for row in chrf.measure(samples)],
        "chrF++": lambda samples: [_defined(chrfpp.value(row)) for row in chrfpp.measure(samples)],
        "BLEU": lambda samples: [_defined(bleu.sample_value(row)) for row in bleu.measure(samples)],
    }
    for name, scores in rivals.items():
        right = judged(reported, scores)
        rows = [(float(x), 1.0) for x in right]
        low, high = bootstrap_interval(rows, _mean, clusters=[p.segment for p in reported]) or (0.0, 0.0)
        print(f"  {name:<20} {sum(right) / len(right):.3f} [{low:.3f}, {high:.3f}]")
    return 0


def choose(pairs: list[Perturbed], model: str | None, layers: Sequence[int] | None) -> int:
    """The layer with the highest accuracy, the lowest of equals; prints each one's."""
    if layers is None:
        layers = range(token_vectors.layer_count(model) + 1)
    print(f"chosen on {len({p.segment for p in pairs})} segments, {len(pairs)} perturbations:")
    accuracy = {}
    for layer in layers:
        right = judged(pairs, lambda samples, layer=layer: _bertscore(samples, model, layer))
        accuracy[layer] = sum(right) / len(right)
        print(f"  layer {layer:<2} {accuracy[layer]:.3f}", flush=True)
    return max(accuracy, key=lambda layer: (accuracy[layer], -layer))


def judged(pairs: list[Perturbed], scores: Scores) -> list[bool]:
    """Whether each perturbed translation scores below its original; a tie is wrong."""
    together = scores([p.original for p in pairs] + [p.perturbed for p in pairs])
    originals, perturbed = together[: len(pairs)], together[len(pairs) :]
    return [worse < better for better, worse in zip(originals, perturbed, strict=True)]


def read(folder: Path) -> list[Perturbed]:
    with gzip.open(folder / "demetr.base.jsonl.gz", "rt", encoding="utf-8") as lines:
        base = {record["id"]: record for record in map(json.loads, lines)}
    found = []
    with gzip.open(folder / "demetr.perturbed.jsonl.gz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            segment = base[record["id"]]
            reference = (segment["reference"],)
            name = str(record["id"])
            original = Sample(name, segment["mt"], reference)
            found.append(Perturbed(record["id"], original, Sample(name, record["target"], reference)))
    return found


def _bertscore(samples: list[Sample], model: str | None, layer: int) -> list[float]:
    return [_defined(bertscore.value(row)) for row in bertscore.measure(samples, model=model, layer=layer)]


def _even(segment: int) -> bool:
    return int(hashlib.sha256(str(segment).encode()).hexdigest(), 16) % 2 == 0


def _defined(value: float | None) -> float:
    assert value is not None  # noqa: S101 - every segment has a reference with words
    return value


def _mean(total: Sequence[float]) -> float | None:
    return total[0] / total[1] if total[1] else None


if __name__ == "__main__":
    sys.exit(main())
