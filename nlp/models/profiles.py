"""How each family of models wants to be asked for a summary: nobody else says so any more.

Transformers 5 has no summarization pipeline and reads no `task_specific_params`, so a T5 gets no "summarize: " and no
beams unless the caller gives them; and a tokenizer saved without a limit lets any length through, which a BART
answers with an IndexError and a T5 with nonsense. Here a model's own files come first, the family's habits fill in
what they leave open, and the limit of the source comes from the config.

In order, later ones win: the family's defaults (below), `config.json`, its `task_specific_params.summarization`,
`generation_config.json`. A family that is not listed gets four beams, no trigram twice, and 512 tokens of source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Profile:
    """How to ask one model.

    `prefix` goes before every source. `source_limit` counts source tokens, special ones included. `line_mark` is what
    the model writes for a line break. `language_tokens` says that source and target need a language's token,
    `global_first_token` that the first source token attends to all (LED). `no_repeat_ngram` of 0 allows repetition.
    """

    family: str
    prefix: str = ""
    beams: int = 4
    length_penalty: float = 1.0
    no_repeat_ngram: int = 3
    min_new_tokens: int = 0
    max_new_tokens: int = 142
    source_limit: int = 512
    line_mark: str | None = None
    language_tokens: bool = False
    global_first_token: bool = False
    suppress_padding: bool = False
    multilingual: bool = False


SAFE = Profile("unknown")

# Where the figures are from: BART, T5, LED: the configs of bart-large-cnn, t5-base, led-large-16384 (beams, penalties).
# PEGASUS: Zhang et al. 2020 (arXiv 1912.08777), beam 8 and length penalty 0.8; it writes <n> for a line break.
# mT5: Hasan et al. 2021 (XL-Sum, arXiv 2106.13822), beam 4, length penalty 0.6, no bigram twice, 84 tokens, source 512.
# Marian: its vocabulary holds a padding token that must never be written (transformers, MarianConfig.bad_words_ids).
_FAMILIES = {
    "bart": Profile("bart"),
    "pegasus": Profile("pegasus", beams=8, length_penalty=0.8, max_new_tokens=128, line_mark="<n>"),
    "pegasus_x": Profile("pegasus", beams=8, length_penalty=0.8, max_new_tokens=256, line_mark="<n>"),
    "bigbird_pegasus": Profile("pegasus", beams=5, length_penalty=0.8, max_new_tokens=256, line_mark="<n>"),
    "t5": Profile("t5", prefix="summarize: ", length_penalty=2.0, max_new_tokens=200),
    "longt5": Profile("t5", source_limit=4096),
    "mt5": Profile("mt5", length_penalty=0.6, no_repeat_ngram=2, max_new_tokens=84, multilingual=True),
    "umt5": Profile("mt5", length_penalty=0.6, no_repeat_ngram=2, max_new_tokens=84, multilingual=True),
    "mbart": Profile("mbart", language_tokens=True, multilingual=True),
    "m2m_100": Profile("mbart", language_tokens=True, multilingual=True),
    "led": Profile("led", length_penalty=2.0, source_limit=16384, global_first_token=True),
    "marian": Profile("marian", suppress_padding=True),
}

# A chat model is asked in words. No n-gram is forbidden: for a model that reads source and summary in one sequence
# that would forbid the source's own words. 2,048 tokens are what a small model follows; a longer source is divided.
CHAT = Profile("chat", beams=1, no_repeat_ngram=0, max_new_tokens=160, source_limit=2048)

# Names of the number of positions in the configs; LED's encoder and decoder differ.
_SOURCE_POSITIONS = (
    "max_encoder_position_embeddings",
    "max_source_positions",
    "max_position_embeddings",
    "n_positions",
)
_TARGET_POSITIONS = ("max_decoder_position_embeddings", "max_target_positions", "max_position_embeddings")
_UNLIMITED = 1_000_000  # tokenizers without a limit say 1e30


def profile(
    config: Mapping[str, Any], generation: Mapping[str, Any] | None = None, *, tokenizer_limit: float = 1e30
) -> Profile:
    """The profile of an encoder-decoder, from its `config.json`, `generation_config.json` and tokenizer's limit.

    >>> own = {"model_type": "t5", "n_positions": 512, "task_specific_params": {"summarization": {"num_beams": 2}}}
    >>> asked = profile(own)
    >>> asked.prefix, asked.beams, asked.source_limit
    ('summarize: ', 2, 512)
    """
    family = _FAMILIES.get(str(config.get("model_type")), SAFE)
    task = dict((config.get("task_specific_params") or {}).get("summarization") or {})
    said = {**_given(config), **_given(task), **_given(generation or {})}
    most = min(
        int(said["max_new_tokens"] if "max_new_tokens" in said else said.get("max_length", family.max_new_tokens)),
        _first(config, _TARGET_POSITIONS, 1025) - 1,  # one position is the token that the decoder starts from
    )
    least = int(said["min_new_tokens"] if "min_new_tokens" in said else said.get("min_length", family.min_new_tokens))
    return replace(
        family,
        prefix=str(task.get("prefix", family.prefix)),
        beams=int(said.get("num_beams", family.beams)),
        length_penalty=float(said.get("length_penalty", family.length_penalty)),
        no_repeat_ngram=int(said.get("no_repeat_ngram_size", family.no_repeat_ngram)),
        max_new_tokens=most,
        min_new_tokens=min(least, most),
        source_limit=_source_limit(config, tokenizer_limit, family.source_limit),
    )


def chat_profile(config: Mapping[str, Any], *, tokenizer_limit: float = 1e30) -> Profile:
    """The profile of a causal language model that follows instructions."""
    return replace(CHAT, source_limit=min(CHAT.source_limit, _source_limit(config, tokenizer_limit, 1024)))


def _given(settings: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says about generation; not a length of 20 and one beam, which the library writes out unasked."""
    known = ("num_beams", "length_penalty", "no_repeat_ngram_size", "max_length", "min_length")
    said = {key: settings[key] for key in (*known, "max_new_tokens", "min_new_tokens") if settings.get(key) is not None}
    if said.get("max_length") == 20:
        del said["max_length"]
    if said.get("num_beams") == 1:
        del said["num_beams"]
    if said.get("no_repeat_ngram_size") == 0:
        del said["no_repeat_ngram_size"]
    return said


def _source_limit(config: Mapping[str, Any], tokenizer_limit: float, default: int) -> int:
    positions = _first(config, _SOURCE_POSITIONS, None)
    if positions is None:
        positions = default if tokenizer_limit > _UNLIMITED else int(tokenizer_limit)
    return int(min(positions, tokenizer_limit))


def _first(config: Mapping[str, Any], names: tuple[str, ...], default: Any) -> Any:  # noqa: ANN401 - a config's number
    return next((int(config[name]) for name in names if config.get(name)), default)
