from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.stem.porter import PorterStemmer
from rouge_score.tokenize import tokenize

from nlp.errors import OptionError
from nlp.metrics._tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’état, c’est moi", ["l", "état", "c", "est", "moi"]),
        ("Привет, МИР!", ["привет", "мир"]),
        ("中国2024年", ["中", "国", "2024", "年"]),
        ("東京タワーへ", ["東", "京", "タ", "ワ", "ー", "へ"]),
        ("กรุงเทพ", list("กรุงเทพ")),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("العربية ١٢٣", ["العربية", "١٢٣"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("co\u00adoperate", ["cooperate"]),
        ("ＦＵＬＬ ｗｉｄｔｈ", ["full", "width"]),
        ("cafe\u0301", ["café"]),
        ("snake_case", ["snake", "case"]),
        ("“…” — !", []),
        ("", []),
    ],
)
def test_unicode_tokens(text, expected):
    assert tokens(text) == expected


@given(st.text())
def test_rouge155_tokens_are_those_of_rouge_score(text):
    assert tokens(text, tokenizer="rouge155") == tokenize(text, None)


@given(st.text(st.characters(max_codepoint=127)))
def test_unicode_tokens_of_ascii_text_are_those_of_rouge_score(text):
    assert tokens(text, stem_words=True) == tokenize(text, PorterStemmer())


def test_only_words_of_ascii_letters_are_stemmed():
    assert tokens("Nations nationalités", stem_words=True) == ["nation", "nationalités"]


def test_another_tokenizer_is_an_error():
    with pytest.raises(OptionError, match=r"'13a'.*known: unicode, rouge155"):
        tokens("a", tokenizer="13a")
