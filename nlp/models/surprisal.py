"""How surprising is each token of a text to a language model, beside how surprised it expected to be?

    surprisal   -log2 p(token | what came before)
    entropy     the mean of that over all tokens the model could have seen there
    difference  surprisal - entropy: high where the text leaves what the model held for likely, not merely where much
                is possible (cf. Meister et al. 2023, "Locally Typical Sampling", on their closeness in human text)

Texts are read whole where they fit a window, each window beginning with the token that stands between documents; a
longer one is read in windows that overlap, and a token counts in the first that gives it `OVERLAP` tokens of context.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from nlp.errors import OptionError
from nlp.models._next_token import likeliest, uncertainty

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from nlp.models.causal_lm import CausalLM

WINDOW = 1024  # tokens read at once, the starting one included; most news articles are shorter
OVERLAP = 256
BATCH = 512  # tokens of a batch, with padding: sets speed and memory only; a longer window is a batch of its own

# What a config says where the scores of a model are not those of its last layer, which is all that is looked at here.
_RESCALED = ("final_logit_softcapping", "logit_scale", "logits_scaling")

# Above this difference, in bits, it is noted what was expected instead.
WATCHED = 5.0
EXPECTED = 5


@dataclass(frozen=True)
class Reading:
    """A text of n tokens. `offsets` (n, 2): start and end of each in the text, without the space it may begin with
    unless it is nothing else; `surprisal` and `entropy` (n,) in bits. `expected`: by index, the likeliest tokens where
    the difference is at least `WATCHED`, as they would be written. `observed` (n, width): what an observer made of the
    model's states, a tensor; None where there was none.
    """

    offsets: npt.NDArray[np.int64]
    surprisal: npt.NDArray[np.float32]
    entropy: npt.NDArray[np.float32]
    expected: dict[int, tuple[str, ...]] = field(default_factory=dict)
    observed: Any = None


@dataclass(frozen=True)
class Observer:
    """Sees the states of some layers while the model reads: `see` makes (n, any width) of one (n, hidden) a layer, the
    states after n tokens. Layer 0 are the embeddings; the last one is normalized.
    """

    layers: tuple[int, ...]
    see: Callable[[list[Any]], Any]


@dataclass(frozen=True)
class _Window:
    """Tokens [start, end) of a text; those before `first` are only context."""

    text: int
    start: int
    first: int
    end: int


def read(
    texts: Sequence[str],
    lm: CausalLM,
    *,
    window: int = WINDOW,
    batch: int = BATCH,
    observer: Observer | None = None,
) -> list[Reading]:
    """A reading of each text, in the order given; an empty text has no tokens.

    What a text gets does not depend on the others, and on `batch` only by rounding (less than 0.0001 bits).
    Raises OptionError for a window of less than 8 tokens or a batch of none, and for a model that rescales its scores.
    """
    import numpy as np
    import torch

    if batch < 1 or window < 8:
        raise OptionError(f"a batch has at least 1 token and a window 8, not {batch} and {window}")
    config = lm.model.config.get_text_config()
    for setting in _RESCALED:
        if getattr(config, setting, None) not in (None, 1):
            raise OptionError(f"{lm.name} rescales its scores ({setting}), which is not followed; choose another model")
    window = min(window, lm.limit)
    encoded = [tokens(text, lm.tokenizer) for text in texts]
    readings = [
        Reading(offsets, np.zeros(len(ids), np.float32), np.zeros(len(ids), np.float32)) for ids, offsets in encoded
    ]
    pending = [w for index, (ids, _) in enumerate(encoded) for w in _windows(index, len(ids), window)]
    pending.sort(key=lambda w: w.start - w.end)
    observed: dict[int, list[tuple[int, Any]]] = {}
    with torch.inference_mode():
        for chosen in _batches(pending, batch):
            rows = [[lm.start, *encoded[w.text][0][w.start : w.end]] for w in chosen]
            # What is padded stands behind what is read, where a causal model does not look.
            longest = max(map(len, rows))
            padded = torch.tensor([row + [lm.start] * (longest - len(row)) for row in rows])
            made = lm.model.base_model(input_ids=padded, use_cache=False, output_hidden_states=observer is not None)
            _score(chosen, rows, made.last_hidden_state, lm, readings)
            if observer is not None:
                for row, w in enumerate(chosen):
                    new = slice(1 + w.first - w.start, 1 + w.end - w.start)
                    seen = observer.see([made.hidden_states[layer][row, new] for layer in observer.layers])
                    observed.setdefault(w.text, []).append((w.first, seen))
    if observer is None:
        return readings
    return [
        replace(reading, observed=torch.cat([seen for _, seen in sorted(observed[index], key=itemgetter(0))]))
        if index in observed
        else reading
        for index, reading in enumerate(readings)
    ]


def tokens(text: str, tokenizer: Any) -> tuple[list[int], npt.NDArray[np.int64]]:  # noqa: ANN401 - of transformers
    """Token ids, and the places of the tokens as a reading gives them."""
    import numpy as np

    # A lone surrogate, which no tokenizer takes, is read as the sign for what cannot be read: as long as it.
    readable = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if len(readable) != len(text):
        readable = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    encoding = tokenizer(readable, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    places = []
    for start, end in encoding["offset_mapping"]:
        piece = readable[start:end]
        inside = len(piece) - len(piece.lstrip())
        places.append((start + inside if inside < len(piece) else start, end))
    return encoding["input_ids"], np.array(places, dtype=np.int64).reshape(-1, 2)


def _windows(text: int, length: int, size: int) -> Iterator[_Window]:
    """Windows of at most `size` tokens with the starting one."""
    room = size - 1
    overlap = min(OVERLAP, room // 2)
    start = first = 0
    while first < length:
        end = min(start + room, length)
        yield _Window(text, start, first, end)
        start, first = end - overlap, end


def _batches(windows: Sequence[_Window], size: int) -> Iterator[list[_Window]]:
    """Windows in the order given, longest first, as many as fit `size` with padding, one at least."""
    chosen: list[_Window] = []
    for window in windows:
        longest = 1 + (chosen[0].end - chosen[0].start if chosen else 0)
        if chosen and longest * (len(chosen) + 1) > size:
            yield chosen
            chosen = []
        chosen.append(window)
    if chosen:
        yield chosen


def _score(
    windows: Sequence[_Window],
    rows: Sequence[Sequence[int]],
    hidden: Any,  # noqa: ANN401 - a tensor
    lm: CausalLM,
    readings: Sequence[Reading],
) -> None:
    """Fills in what the windows read anew. `hidden` (windows, longest row, width): what the model made of the rows.

    Neither padding nor what a window only has as context goes through the last layer.
    """
    import torch

    head = lm.model.get_output_embeddings()
    new = [(w.first - w.start, w.end - w.start) for w in windows]
    states = torch.cat([made[begin:end] for made, (begin, end) in zip(hidden, new, strict=True)])
    wanted = [token for row, (begin, end) in zip(rows, new, strict=True) for token in row[begin + 1 : end + 1]]
    surprisal, entropy = uncertainty(states, head, torch.tensor(wanted))
    places = [(w.text, place) for w in windows for place in range(w.first, w.end)]
    watched = (surprisal - entropy >= WATCHED).nonzero().squeeze(1)
    for index, ids in zip(watched.tolist(), likeliest(states[watched], head, EXPECTED), strict=True):
        text, place = places[index]
        readings[text].expected[place] = tuple(lm.tokenizer.decode([i]) for i in ids)
    begin = 0
    for w in windows:
        end = begin + w.end - w.first
        readings[w.text].surprisal[w.first : w.end] = surprisal[begin:end].numpy()
        readings[w.text].entropy[w.first : w.end] = entropy[begin:end].numpy()
        begin = end


@dataclass(frozen=True, slots=True)
class Place:
    """What a reading says of a stretch of text, its tokens together; `peak` is the index of the token in it whose
    difference is greatest, None for a stretch without tokens.
    """

    surprisal: float
    difference: float
    peak: int | None


def places(reading: Reading, text: str, spans: Sequence[tuple[int, int]]) -> list[Place]:
    """What the reading says of each span; the spans are in order and do not overlap.

    A token that lies in several spans counts in each by its share of characters. A space that is a token of its own,
    as before a digit, counts in the span that begins behind it; a line end in none.
    """
    import numpy as np

    sums = np.zeros((len(spans), 2))
    peaks: list[tuple[float, int] | None] = [None] * len(spans)
    starts = np.array([start for start, _ in spans], dtype=np.int64)
    for token, (start, end) in enumerate(reading.offsets.tolist()):
        surprisal = float(reading.surprisal[token])
        difference = surprisal - float(reading.entropy[token])
        for index, share in _shares(start, end, text, spans, starts):
            sums[index] += share * surprisal, share * difference
            so_far = peaks[index]
            if so_far is None or difference > so_far[0]:
                peaks[index] = difference, token
    return [
        Place(float(total[0]), float(total[1]), peak[1] if peak else None)
        for total, peak in zip(sums, peaks, strict=True)
    ]


def _shares(
    start: int, end: int, text: str, spans: Sequence[tuple[int, int]], starts: npt.NDArray[np.int64]
) -> Iterator[tuple[int, float]]:
    """The spans that a token counts in, by index, and how much of it."""
    import numpy as np

    if not text[start:end].strip():
        behind = int(np.searchsorted(starts, end))
        if behind < len(spans) and spans[behind][0] == end and "\n" not in text[start:end]:
            yield behind, 1.0
        return
    index = max(int(np.searchsorted(starts, start, side="right")) - 1, 0)
    while index < len(spans) and spans[index][0] < end:
        shared = min(end, spans[index][1]) - max(start, spans[index][0])
        if shared > 0:
            yield index, shared / (end - start)
        index += 1
