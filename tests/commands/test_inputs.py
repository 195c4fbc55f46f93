import argparse
import json

from nlp.commands._inputs import add_reading_arguments, articles
from nlp.types import Failure


def options(*arguments):
    parser = argparse.ArgumentParser()
    add_reading_arguments(parser)
    return parser.parse_args(arguments)


def test_every_option_reaches_the_reading(tmp_path):
    path = tmp_path / "news.jsonl"
    record = {"body": "Il pleut.", "from": "It rains.", "key": "k", "gold": ["g"]}
    path.write_text(json.dumps(record), encoding="utf-8")
    (article,) = articles(
        options(
            str(path), "--text-field", "body", "--source-field", "from", "--id-field", "key",
            "--reference-field", "gold", "--lang", "fr", "--source-lang", "en",
        )
    )  # fmt: skip
    assert (article.text, article.source, article.id) == ("Il pleut.", "It rains.", "k")
    assert (article.references, article.lang, article.source_lang) == (("g",), "fr", "en")


def test_an_input_at_fault_is_a_failure_in_its_place(tmp_path):
    good = tmp_path / "good.txt"
    good.write_text("It rained.", encoding="utf-8")
    missing, article = articles(options(str(tmp_path / "none.txt"), str(good)))
    assert missing == Failure(where=str(tmp_path / "none.txt"), message="there is no such file or folder")
    assert (article.text, article.lang) == ("It rained.", "en")
