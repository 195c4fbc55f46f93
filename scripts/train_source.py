"""Train the support tagger of the detector `source`.

    python scripts/train_source.py --data DIR --output FOLDER
    python scripts/train_source.py --data DIR --output nlp/models/support --start FOLDER
    python scripts/train_source.py --data DIR --thresholds nlp/models/support

DIR holds `mt-spans`, `mt-words` and `mt-perturbed` (licences: the model card). Good translations are spoiled anew in
each epoch by `_source_errors`; four fifths of DEMETR's tuning half are added as they are. The second command goes on
from the weights of the first, two epochs more at half the rate. The third chooses thresholds by rule
(`_source_thresholds`), on the other fifth and on translations by people.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from _source_errors import Spoiled
from _source_pairs import Group, from_demetr, good_pairs, spoiled
from _source_thresholds import choose
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

from nlp.models import support_model, word_vectors
from nlp.models._support import Supporter
from nlp.models.word_vectors import Pieces, pieces

SEED, EPOCHS, MORE, BATCH = 1, 3, 2, 8  # a batch: groups of one source with up to four translations
RATE, ADAPTER_RATE = 1.5e-3, 6e-4
POSITIVE = 3.0  # weight of errors in the loss
ATTENTION = 0.2  # weight of the loss of what a gap attends to
SAMPLE = 300  # texts that the center of the word vectors is taken from


def train(data: Path, output: Path, start: Path | None = None) -> None:
    """Trains from the beginning, or from the weights in the folder `start` on."""
    epochs, rate, adapter_rate = (EPOCHS, RATE, ADAPTER_RATE) if start is None else (MORE, RATE / 2, ADAPTER_RATE / 2)
    seed = SEED if start is None else SEED + 1
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - no secret
    pairs = list(good_pairs(data, rng))
    fixed = list(from_demetr(data, training=True))
    net = Supporter(word_vectors.opened())
    texts = [text for source, targets in rng.sample(pairs, SAMPLE) for text in (source, targets[0])]
    net.head.center.data = torch.from_numpy(
        np.concatenate([each.vectors for each in word_vectors.encode(texts)]).mean(axis=0)
    )
    if start is not None:
        net.restore({name: value.float() for name, value in load_file(start / support_model.WEIGHTS).items()})
    head = [p for p in net.head.parameters() if p.requires_grad]
    adapters = [p for p in net.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": head, "lr": rate}, {"params": adapters, "lr": adapter_rate}], weight_decay=0.02
    )
    a_round = (len(pairs) + len(fixed)) // BATCH + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, adapter_rate], total_steps=epochs * a_round + 1, pct_start=0.08
    )
    began = time.perf_counter()
    for epoch in range(epochs):
        total, steps = 0.0, 0
        for batch in batches([*spoiled(pairs, rng), *fixed], rng):
            loss = _step(net, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*head, *adapters], 1.0)
            optimizer.step()
            schedule.step()
            total, steps = total + loss.item(), steps + 1
            if steps % 100 == 0:
                print(f"{epoch} {steps}/{a_round}: {total / 100:.4f}  {time.perf_counter() - began:.0f} s", flush=True)
                total = 0.0
        save(net, output)


def batches(groups: list[Group], rng: random.Random) -> Iterator[list[Group]]:
    """Groups of like length together, in no order."""
    rng.shuffle(groups)
    groups.sort(key=lambda group: len(group.targets[0].text) // 12)  # stable: within a length as they were shuffled
    made = [groups[first : first + BATCH] for first in range(0, len(groups), BATCH)]
    rng.shuffle(made)
    return iter(made)


def _step(net: Supporter, batch: list[Group]) -> Tensor:
    sources, targets, wanted, of = [], [], [], []
    lost: list[tuple[int, int, int, list[int]]] = []
    for group in batch:
        source = pieces(group.source)
        read = [(spoilt, pieces(spoilt.text)) for spoilt in group.targets]
        read = [(spoilt, target) for spoilt, target in read if len(target.words) > 1]
        if len(source.words) > 1 and read:
            good = len(targets)  # where any word was lost, the first translation is the good one
            for row, (spoilt, _) in enumerate(read, good):
                words = [i for i, w in enumerate(read[0][1].words) if spoilt.lost and w.overlaps(spoilt.lost)]
                if words:
                    gap = sum(place.start < spoilt.missing[0] for place in read[row - good][1].words)
                    lost.append((row, gap, good, words))
            of += [len(sources)] * len(read)
            sources.append(source)
            targets += [target for _, target in read]
            wanted += [labels(spoilt, target) for spoilt, target in read]
    said = net(targets, sources, of)
    found = _loss(said["word"], [w for w, _ in wanted]) + _loss(said["gap"], [g for _, g in wanted])
    return found + ATTENTION * _attention(said["attended"], said["links"], lost)


def _attention(attended: Tensor, links: Tensor, lost: list[tuple[int, int, int, list[int]]]) -> Tensor:
    """Cross-entropy of what a gap attends to, against what the lost words attended to in the good translation.

    `lost` has for each: row and gap, row of the good translation, the words.
    """
    if not lost:
        return torch.zeros(())
    losses = []
    for row, gap, good, words in lost:
        attends_to = links[good, words].mean(dim=0).detach()
        losses.append(-(attends_to * (attended[row, gap] + 1e-6).log()).sum())
    return torch.stack(losses).mean()


def labels(spoilt: Spoiled, read: Pieces) -> tuple[np.ndarray, np.ndarray]:
    """1 for each word that is wrong, and for each gap (one more than words) where something is missing."""
    word, gap = np.zeros(len(read.words), np.float32), np.zeros(len(read.words) + 1, np.float32)
    for index, place in enumerate(read.words):
        word[index] = any(place.overlaps(span) for span in spoilt.wrong)
    for at in spoilt.missing:
        gap[sum(place.start < at for place in read.words)] = 1
    return word, gap


def _loss(said: Tensor, wanted: list[np.ndarray]) -> Tensor:
    full, mask = torch.zeros_like(said), torch.zeros_like(said)
    for row, values in enumerate(wanted):
        full[row, : len(values)] = torch.from_numpy(values)
        mask[row, : len(values)] = 1
    each = functional.binary_cross_entropy_with_logits(said, full, reduction="none", pos_weight=torch.tensor(POSITIVE))
    return (each * mask).sum() / mask.sum()


def save(net: Supporter, output: Path) -> None:
    output.mkdir(parents=True, exist_ok=True)
    path = output / support_model.WEIGHTS
    kept = {name: value.detach().contiguous() for name, value in net.trained().items()}
    halved = {name: value.half() if name.startswith("encoder.") else value for name, value in kept.items()}
    save_file(halved, path)
    settings = {**support_model.config(), "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    (output / support_model.CONFIG).write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--output", type=Path, help="train, and write weights here")
    parser.add_argument("--start", type=Path, help="go on from the weights here")
    what.add_argument("--thresholds", type=Path, help="choose thresholds for the weights here")
    options = parser.parse_args()
    if options.output:
        train(options.data, options.output, options.start)
    else:
        choose(options.data, options.thresholds)


if __name__ == "__main__":
    main()
