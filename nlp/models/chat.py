"""Language models that follow instructions, asked for a summary in words.

The model is loaded by `nlp.models.causal_lm`; without a name that is SmolLM2-135M-Instruct, an experiment: it was
measured to reverse who said what, so its summaries need the method `guarded`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from nlp.errors import OptionError
from nlp.models import causal_lm
from nlp.models._loading import weights_digest
from nlp.models.generation import Decoding, Engine, Generation, count, in_batches, signature
from nlp.models.profiles import Profile, chat_profile

# The article stands before the request: a small model forgets what it read first.
_REQUEST = "{article}\n\nSummarize this news article in {length}. Use only what it says. Write nothing else."


@dataclass(frozen=True)
class Chat:
    """A loaded chat model. `load` makes one."""

    loaded: causal_lm.CausalLM
    profile: Profile
    engine: Engine

    @property
    def name(self) -> str:
        return self.loaded.name

    @property
    def tokenizer(self) -> Any:  # noqa: ANN401 - transformers is untyped
        return self.loaded.tokenizer

    @cached_property
    def signature(self) -> str:
        """Model, where its weights are from (for a local folder, the SHA-256 of them), number format, versions."""
        origin = self.loaded.origin or f"sha256:{weights_digest(self.loaded.folder)[:16]}"
        return signature(self.name, origin, self.engine)

    def room(self, decoding: Decoding) -> int:
        """Source tokens that fit beside the request and the answer, which share the model's positions."""
        return self.profile.source_limit - len(self._prompt("", decoding)) - decoding.max_new_tokens - 1

    def count(self, texts: Sequence[str]) -> list[int]:
        return count(self.tokenizer, texts)

    def generate(
        self, sources: Sequence[str], decoding: Decoding, *, batch_size: int = 8, lang: str = "en"
    ) -> list[tuple[Generation, ...]]:
        """See `nlp.models.generation.Generator.generate`. The answer is in whatever language the model chooses."""
        prompts = [self._prompt(source, decoding) for source in sources]
        longest = max(map(len, prompts), default=0) + decoding.max_new_tokens
        if longest > self.profile.source_limit:
            raise OptionError(f"{self.name} reads {self.profile.source_limit} tokens at once; {longest} are needed")
        return in_batches(self, prompts, decoding, None, batch_size)

    def _prompt(self, source: str, decoding: Decoding) -> list[int]:
        prompt = self.tokenizer.apply_chat_template(
            [{"role": "user", "content": _REQUEST.format(article=source, length=decoding.length)}],
            tokenize=False,
            add_generation_prompt=True,
            enable_thinking=False,  # for templates that know the word; the others ignore it
        )
        ids: list[int] = self.tokenizer(prompt, add_special_tokens=False)["input_ids"]
        return ids


def load(model: str | None = None, *, revision: str | None = None, engine: str = "torch") -> Chat:
    """A chat model by hub id or local folder, or the default one. Raises as `causal_lm.load`, and OptionError for a
    model without a chat template, which continues a text but does not follow a request.
    """
    loaded = causal_lm.load(model, revision=revision)
    if not getattr(loaded.tokenizer, "chat_template", None):
        raise OptionError(f"{loaded.name} has no chat template, so it cannot be asked for a summary; name a chat model")
    profile = chat_profile(loaded.model.config.to_dict(), tokenizer_limit=loaded.tokenizer.model_max_length)
    eos = _end_tokens(loaded)
    opened: Engine
    if engine == "ctranslate2":
        from nlp.models import _ctranslate

        opened = _ctranslate.open_engine(
            loaded.folder, name=loaded.name, profile=profile, tokenizer=loaded.tokenizer, eos=eos, seq2seq=False
        )
    else:
        from nlp.models import _torch

        padding = loaded.tokenizer.pad_token_id
        padding = min(eos) if padding is None else padding
        opened = _torch.as_causal(loaded.model, profile=profile, eos=eos, padding=padding)
    return Chat(loaded, profile, opened)


def _end_tokens(loaded: causal_lm.CausalLM) -> frozenset[int]:
    """What ends an answer: the tokenizer's end of text, the model's, and the end of a turn in ChatML."""
    own = loaded.model.generation_config.eos_token_id
    named = [loaded.tokenizer.eos_token_id, loaded.tokenizer.get_vocab().get("<|im_end|>")]
    named += own if isinstance(own, list) else [own]
    return frozenset(token for token in named if token is not None)
