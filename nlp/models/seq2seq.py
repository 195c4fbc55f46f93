"""Encoder-decoders: BART, PEGASUS, T5, Flan-T5, mT5, mBART, LED, Marian and whatever else transformers loads.

Only safetensors weights are loaded, and code that comes with a model is never run. How a family is asked is in
`nlp.models.profiles`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from nlp.errors import OptionError
from nlp.models._loading import quiet, weights_digest
from nlp.models._opening import cannot_open, has_tokenizer, read_json
from nlp.models.generation import Decoding, Engine, Generation, count, in_batches, signature
from nlp.models.profiles import Profile, profile


@dataclass(frozen=True)
class Seq2Seq:
    """A loaded encoder-decoder. `load` makes one. `first` is the token that it was trained to begin a summary with."""

    name: str
    origin: str
    folder: Path
    profile: Profile
    tokenizer: Any
    engine: Engine
    first: int | None

    @cached_property
    def signature(self) -> str:
        """Model, where its weights are from (for a local folder, the SHA-256 of them), number format, versions."""
        origin = self.origin or f"sha256:{weights_digest(self.folder)[:16]}"
        return signature(self.name, origin, self.engine)

    def room(self, decoding: Decoding) -> int:
        """Source tokens that fit beside the prefix and the special tokens. The summary has positions of its own."""
        return self.profile.source_limit - len(self.tokenizer(self.profile.prefix)["input_ids"]) - 1

    def count(self, texts: Sequence[str]) -> list[int]:
        return count(self.tokenizer, texts)

    def generate(
        self, sources: Sequence[str], decoding: Decoding, *, batch_size: int = 8, lang: str = "en"
    ) -> list[tuple[Generation, ...]]:
        """See `nlp.models.generation.Generator.generate`. `lang` matters to models with language tokens only."""
        first = self._language(lang) if self.profile.language_tokens else self.first
        rows: list[list[int]] = []
        if sources:
            with quiet():
                rows = self.tokenizer([self.profile.prefix + source for source in sources])["input_ids"]
        longest = max(map(len, rows), default=0)
        if longest > self.profile.source_limit:
            raise OptionError(f"{self.name} reads {self.profile.source_limit} tokens at once; a source has {longest}")
        return in_batches(self, rows, decoding, first, batch_size)

    def _language(self, lang: str) -> int:
        """Tells the tokenizer the language of the source; the token that the summary begins with.

        mBART says "en_XX", M2M100 "en". For a model that says it otherwise ("eng_Latn"), `lang` is its own code.
        """
        codes: dict[str, int] = getattr(self.tokenizer, "lang_code_to_id", None) or {}
        short = lang.lower().replace("_", "-").split("-")[0]
        fitting = [code for code in codes if lang == code or code.split("_")[0] == short]
        if not fitting:
            known = ", ".join(sorted({code.split("_")[0] for code in codes}))
            raise OptionError(f"{self.name} does not know the language '{lang}'; it knows {known}")
        self.tokenizer.src_lang = fitting[0]
        return int(codes[fitting[0]])


def load(folder: Path, *, name: str, origin: str, engine: str = "torch") -> Seq2Seq:
    """The encoder-decoder in a local folder. Raises MissingPart when weights or tokenizer are not there."""
    tokenizer = _tokenizer(folder, name)
    written, generation = read_json(folder / "config.json"), read_json(folder / "generation_config.json")
    asked = profile(written, generation, tokenizer_limit=tokenizer.model_max_length)
    opened: Engine
    if engine == "ctranslate2":
        from nlp.models import _ctranslate

        eos = frozenset([tokenizer.eos_token_id])
        opened = _ctranslate.open_engine(folder, name=name, profile=asked, tokenizer=tokenizer, eos=eos, seq2seq=True)
    else:
        from nlp.models import _torch

        opened = _torch.open_seq2seq(folder, name=name, profile=asked, tokenizer=tokenizer)
    # BART was trained to write <s> first; without it the large ones begin in the middle of a word.
    first = generation.get("forced_bos_token_id", written.get("forced_bos_token_id"))
    return Seq2Seq(name, origin, folder, asked, tokenizer, opened, first)


def _tokenizer(folder: Path, name: str) -> Any:  # noqa: ANN401 - transformers is untyped
    from transformers import AutoTokenizer

    if not has_tokenizer(folder):
        raise cannot_open(folder, name, FileNotFoundError("no tokenizer"))
    try:
        with quiet():
            return AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError) as error:
        raise cannot_open(folder, name, error) from error
