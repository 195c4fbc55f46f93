"""Train the network that marks errors from what the language model makes of a text, and the teacher of both taggers.

    python scripts/train_lm_spans.py --data DIR --work FOLDER [--output nlp/models/lm_spans]

DIR holds `mt-spans/*.jsonl.gz` (public MQM annotations of WMT; licences are in the model card of nlp/models/spans).
Three steps, each of which is kept in FOLDER and not done again:

1. SmolLM2-135M reads every segment once, behind those before it in its document.
2. Teachers learn what raters marked from the model's states and from something that only training segments have: up to
   fourteen other translations of the same sentence, and so whether a word is one that others chose too. Each of three
   teachers says what it thinks of the documents that the other two learned from, so that none speaks of what it has
   seen (`teacher.jsonl.gz`, for `scripts/train_spans.py` too).
3. The network that ships learns from the raters and from the teachers, without the other translations.

Seeds are fixed. Parts are those of `nlp.evaluation._segments.part`. On two cores about 40 minutes, most of them the
first step. Operating points are chosen, and figures measured, by `scripts/train_spans.py --measure`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from _lm_spans_data import Row, agreement, rows  # beside this script
from _spans_data import carried, key, load, read_teacher  # beside this script
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional

from nlp.evaluation._segments import part
from nlp.models import causal_lm, lm_spans
from nlp.models._lm_tagger import SIGNALS, LMTagger
from nlp.models._loading import sha256

SEED = 20261125
RATE = 2e-3
ROWS = 64  # of a batch
WARM_UP = 100  # steps
AVERAGING = 0.995  # of the exponential moving average of the weights, which is what is kept
FOLDS = 3
EPOCHS = {"teacher": 5, "final": 3}
OTHER_WEIGHT = 0.6  # of talks and abstracts, beside news
HEADS = {"major": 0.5, "category": 0.3}
TAUGHT = 0.6  # weight of what the teacher says of an error, beside what raters say


def fit(
    examples: Sequence[Row],
    *,
    epochs: int,
    seed: int,
    more: Sequence[Tensor] | None = None,
    taught: Sequence[Tensor] | None = None,
) -> LMTagger:
    """A trained network. `more` are further signals of each example's tokens, `taught` a teacher's probabilities."""
    torch.manual_seed(seed)
    draw = random.Random(seed)  # noqa: S311
    extra = more[0].shape[1] if more else 0
    tagger = LMTagger(layers=len(lm_spans.LAYERS), hidden=lm_spans.HIDDEN, signals=SIGNALS + extra).train()
    torch.nn.init.constant_(tagger.error.bias, -2.0)  # about an eighth of the characters are in spans
    raters: dict[str, int] = {}
    who = [
        [raters.setdefault(f"{e.segment.dataset}|{r.rater}", len(raters)) for r in e.segment.ratings] for e in examples
    ]
    leniency = torch.zeros(len(raters), requires_grad=True)
    parameters = [*tagger.parameters(), leniency]
    optimizer = torch.optim.AdamW(parameters, RATE, weight_decay=0.02)
    average = {name: value.detach().clone() for name, value in tagger.state_dict().items()}
    order = list(range(len(examples)))
    total, step = epochs * math.ceil(len(examples) / ROWS), 0
    for epoch in range(epochs):
        began, losses = time.monotonic(), []
        for chosen in _batches(order, examples, draw):
            for group in optimizer.param_groups:
                cosine = 0.03 + 0.97 * (1 + math.cos(math.pi * min(1.0, step / total))) / 2
                group["lr"] = RATE * cosine * min(1.0, (step + 1) / WARM_UP)
            value = _loss(tagger, chosen, examples, [leniency[who[i]] for i in chosen], more, taught)
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            step += 1
            losses.append(value.item())
            with torch.no_grad():
                for name, parameter in tagger.state_dict().items():
                    average[name].lerp_(parameter, 1 - min(AVERAGING, (1 + step) / (10 + step)))
        print(
            f"  epoch {epoch + 1}/{epochs}  loss {sum(losses) / len(losses):.4f}  {time.monotonic() - began:.0f} s",
            flush=True,
        )
    tagger.load_state_dict(average)
    return tagger.eval()


def _batches(order: list[int], examples: Sequence[Row], draw: random.Random) -> list[list[int]]:
    """Examples of like length together, in random order."""
    draw.shuffle(order)
    made = []
    for start in range(0, len(order), 20 * ROWS):
        near = sorted(order[start : start + 20 * ROWS], key=lambda i: len(examples[i].offsets))
        made += [near[first : first + ROWS] for first in range(0, len(near), ROWS)]
    draw.shuffle(made)
    return made


def _padded(
    examples: Sequence[Row], more: Sequence[Tensor] | None, chosen: Sequence[int]
) -> tuple[Tensor, Tensor, list[int]]:
    lengths = [len(examples[i].offsets) for i in chosen]
    states = torch.zeros(len(chosen), max(lengths), examples[0].states.shape[1])
    extra = more[0].shape[1] if more else 0
    signals = torch.zeros(len(chosen), max(lengths), SIGNALS + extra)
    for row, (i, length) in enumerate(zip(chosen, lengths, strict=True)):
        states[row, :length] = examples[i].states
        signals[row, :length, :SIGNALS] = examples[i].signals
        if more:
            signals[row, :length, SIGNALS:] = more[i]
    return states, signals, lengths


def _loss(
    tagger: LMTagger,
    chosen: Sequence[int],
    examples: Sequence[Row],
    leniency: Sequence[Tensor],
    more: Sequence[Tensor] | None,
    taught: Sequence[Tensor] | None,
) -> Tensor:
    """Cross-entropy of every rater's labels, each rater with a bias of their own, and of the teacher's."""
    states, signals, lengths = _padded(examples, more, chosen)
    marks = tagger(tagger.features(states), signals, lengths)
    z, y, w, zm, ym, zc, yc, wm = ([] for _ in range(8))  # type: ignore[var-annotated]
    for row, (i, length) in enumerate(zip(chosen, lengths, strict=True)):
        example = examples[i]
        weight = 1.0 if example.segment.dataset.startswith("newstest") else OTHER_WEIGHT
        of_rater = weight / len(example.segment.ratings)
        for rater in range(len(example.error)):
            z.append(marks.error[row, :length] + leniency[row][rater])
            y.append(example.error[rater])
            w.append(torch.full((length,), of_rater * (1 - TAUGHT if taught else 1)))
            hit = example.error[rater] > 0
            zm.append(marks.major[row, :length][hit])
            ym.append(example.major[rater][hit])
            zc.append(marks.category[row, :length][hit])
            yc.append(example.category[rater][hit])
            wm.append(torch.full((int(hit.sum()),), of_rater))
        if taught:
            z.append(marks.error[row, :length])
            y.append(taught[i])
            w.append(torch.full((length,), weight * TAUGHT))
    binary = functional.binary_cross_entropy_with_logits
    weights, of_marked = torch.cat(w), torch.cat(wm)
    total = weights.sum()
    return (
        (binary(torch.cat(z), torch.cat(y), reduction="none") * weights).sum()
        + HEADS["major"] * (binary(torch.cat(zm), torch.cat(ym), reduction="none") * of_marked).sum()
        + HEADS["category"]
        * (functional.cross_entropy(torch.cat(zc), torch.cat(yc), reduction="none") * of_marked).sum()
    ) / total


def predict(tagger: LMTagger, examples: Sequence[Row], more: Sequence[Tensor] | None = None) -> list[Tensor]:
    """Probabilities of an error, for each token of each example."""
    made: list[Tensor] = [torch.zeros(0)] * len(examples)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].offsets))
    with torch.inference_mode():
        for start in range(0, len(order), ROWS):
            chosen = order[start : start + ROWS]
            states, signals, lengths = _padded(examples, more, chosen)
            error = torch.sigmoid(tagger(tagger.features(states), signals, lengths).error)
            for row, (i, length) in enumerate(zip(chosen, lengths, strict=True)):
                made[i] = error[row, :length].clone()
    return made


def teach(examples: Sequence[Row], path: Path) -> None:
    """What the teachers say of each example, by one that has not seen its document, written to `path`."""
    more = agreement(examples)
    names = [f"{e.segment.dataset}|{e.segment.document}" for e in examples]
    folds = [int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS for name in names]
    said: list[Tensor] = [torch.zeros(0)] * len(examples)
    for fold in range(FOLDS):
        print(f"teacher {fold + 1} of {FOLDS}", flush=True)
        seen = [i for i, other in enumerate(folds) if other != fold]
        unseen = [i for i, other in enumerate(folds) if other == fold]
        teacher = fit(
            [examples[i] for i in seen], epochs=EPOCHS["teacher"], seed=SEED + fold, more=[more[i] for i in seen]
        )
        answers = predict(teacher, [examples[i] for i in unseen], [more[i] for i in unseen])
        for i, answer in zip(unseen, answers, strict=True):
            said[i] = answer
    partial = path.with_suffix(".part")
    with gzip.open(partial, "wt", encoding="utf-8") as lines:
        for example, probability in zip(examples, said, strict=True):
            record = {
                "key": key(example.segment),
                "offsets": example.offsets.tolist(),
                "probability": [round(p, 4) for p in probability.tolist()],
            }
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    partial.replace(path)


def lessons(examples: Sequence[Row], path: Path) -> list[Tensor]:
    """What the file of `teach` says of each example's tokens. Of a sentence that stands in a document twice, and may be
    cut into tokens otherwise where another stands before it, the later one's answers count for both.
    """
    known = read_teacher(path)
    return [torch.from_numpy(carried(*known[key(e.segment)], e.offsets)) for e in examples]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds mt-spans/")
    parser.add_argument("--work", type=Path, required=True, help="a folder for what is made on the way: 4 GB")
    parser.add_argument("--output", type=Path, default=lm_spans.FOLDER)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N segments, to try it out")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    lm = causal_lm.load()
    segments = [s for s in load(options.data) if part(s) == "train" and s.target.strip()][: options.limit]
    examples = [row for row in rows(segments, options.work / "states", lm) if len(row.offsets)]
    print(f"{len(examples):,} segments, {sum(len(e.offsets) for e in examples):,} tokens", flush=True)
    teacher = options.work / "teacher.jsonl.gz"
    if not teacher.is_file():
        teach(examples, teacher)
    taught = lessons(examples, teacher)
    print("the network that ships", flush=True)
    tagger = fit(examples, epochs=EPOCHS["final"], seed=SEED, taught=taught)
    options.output.mkdir(parents=True, exist_ok=True)
    weights = options.output / lm_spans.WEIGHTS
    save_file({name: value.half().contiguous() for name, value in tagger.state_dict().items()}, weights)
    config = {
        "language_model": causal_lm.HUB_ID,
        "layers": list(lm_spans.LAYERS),
        "sha256": sha256(weights),
    }
    (options.output / lm_spans.CONFIG).write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
