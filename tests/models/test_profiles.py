import pytest

from nlp.models.profiles import CHAT, chat_profile, profile


def test_the_models_own_files_come_before_the_familys_habits():
    config = {"model_type": "bart", "num_beams": 6, "max_position_embeddings": 1024}
    assert profile(config).beams == 6
    assert profile(config, {"num_beams": 3}).beams == 3
    assert profile({**config, "task_specific_params": {"summarization": {"num_beams": 5}}}).beams == 5


def test_defaults_that_the_library_writes_out_unasked_say_nothing():
    asked = profile({"model_type": "pegasus", "num_beams": 1, "max_length": 20, "no_repeat_ngram_size": 0})
    assert (asked.beams, asked.max_new_tokens, asked.no_repeat_ngram) == (8, 128, 3)


@pytest.mark.parametrize(
    ("config", "tokenizer_limit", "limit"),
    [
        ({"model_type": "bart", "max_position_embeddings": 1024}, 1e30, 1024),
        ({"model_type": "t5", "n_positions": 512}, 1e30, 512),
        ({"model_type": "mt5"}, 1e30, 512),
        ({"model_type": "mt5"}, 256, 256),
        (
            {"model_type": "led", "max_encoder_position_embeddings": 16384, "max_position_embeddings": 16384},
            1e30,
            16384,
        ),
        ({"model_type": "pegasus", "max_position_embeddings": 512}, 400, 400),
        ({"model_type": "never-heard-of"}, 1e30, 512),
    ],
)
def test_the_source_limit_comes_from_the_config_and_never_is_without_end(config, tokenizer_limit, limit):
    assert profile(config, tokenizer_limit=tokenizer_limit).source_limit == limit


def test_a_summary_never_has_more_tokens_than_the_decoder_has_positions():
    asked = profile({"model_type": "bart", "max_position_embeddings": 64, "max_length": 142, "min_length": 90})
    assert (asked.max_new_tokens, asked.min_new_tokens) == (63, 63)


def test_unknown_models_get_safe_defaults_and_only_t5_a_prefix():
    assert profile({"model_type": "never-heard-of"}).beams == 4
    assert profile({"model_type": "t5"}).prefix == "summarize: "
    assert profile({"model_type": "mt5"}).prefix == ""


def test_a_chat_model_reads_what_it_has_positions_for_and_no_more_than_it_can_follow():
    assert chat_profile({"max_position_embeddings": 512}).source_limit == 512
    assert chat_profile({"max_position_embeddings": 131072}).source_limit == CHAT.source_limit
