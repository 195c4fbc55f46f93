"""With tiny real models: what they write makes no sense, and every path runs."""

from importlib.util import find_spec

import pytest

import nlp
from nlp.cli import main
from nlp.errors import OptionError

pytest.importorskip("transformers")


@pytest.mark.parametrize("family", ["bart", "pegasus", "t5", "mt5", "mbart", "led", "marian", "chat"])
def test_every_family_is_guarded_on_the_seed(tiny_model, family, seed):
    article, findings, forbidden = seed
    options = {"findings": findings, "sentences": 1, "model": str(tiny_model(family))}
    summary = nlp.summarize(article, method="guarded", **options)
    assert summary.sentences[0].text in article.text
    assert not [words for words in forbidden if words in summary.summary]
    assert summary.input.chunks > 1
    assert summary.input.kept + summary.input.dropped == summary.input.tokens


def test_deterministic_summaries_do_not_depend_on_the_batch(tiny_model, seed_text):
    articles = [nlp.article(seed_text[start : start + 160], id=str(start)) for start in (200, 800, 1100)]
    options = {"method": "abstractive", "model": str(tiny_model("bart")), "max_words": 5, "deterministic": True}
    one, four, sixteen = (nlp.summarize_many(articles, batch_size=size, **options) for size in (1, 4, 16))
    assert one == four == sixteen
    assert one == [nlp.summarize(article, **options) for article in articles]


def test_the_command_summarizes_with_a_model_and_says_how(tiny_model, seed_path, capsys):
    model = str(tiny_model("t5"))
    assert main(["summarize", str(seed_path), "--method", "guarded", "--model", model, "--sentences", "1"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "guarded: 1 of the article's own" in out
    assert "tokens in " in out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--model", "x"], "--model goes with --method abstractive or guarded"),
        (["--method", "guarded", "--revision", "x"], "--revision goes with --model"),
        (["--method", "abstractive"], "which model"),
        (["--method", "guarded", "--model", "/nowhere"], "no such folder"),
    ],
)
def test_what_is_wrong_with_the_options_is_said(seed_path, capsys, words, complaint):
    assert main(["summarize", str(seed_path), *words]) == 2
    assert complaint in capsys.readouterr().err


def test_an_option_that_a_method_does_not_have_is_refused():
    with pytest.raises(OptionError, match="the method lead has no option 'engine'"):
        nlp.summarize("Ministers met in Paris on Monday.", method="lead", engine="torch")


@pytest.mark.parametrize("missing", ["torch", "transformers"])
def test_without_the_libraries_it_says_what_to_install_and_what_works_without(seed_path, capsys, monkeypatch, missing):
    def without(name):
        return None if name == missing else find_spec(name)

    monkeypatch.setattr("nlp.models.generators.find_spec", without)
    assert main(["summarize", str(seed_path), "--method", "abstractive", "--model", f"without-{missing}"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "a model that writes summaries needs torch and transformers" in error
    assert "pip install" in error
    assert "leave --method and --model out" in error
