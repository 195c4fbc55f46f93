import io
import json

import pytest

from nlp.errors import InputError
from nlp.read.paths import read_articles

LONG = "The president said on Monday that the talks would go on for several more weeks. " * 10


def read(*records, **options):
    stream = io.BytesIO("\n".join(map(json.dumps, records)).encode())
    return list(read_articles(["-"], stdin=stream, check_language=False, **options))


def one(record, **options):
    (article,) = read(record, **options)
    return article


def problem(record, **options):
    with pytest.raises(InputError) as caught:
        read(record, **options)
    assert caught.value.where == "<stdin>:1"
    return caught.value.what


class TestText:
    @pytest.mark.parametrize("field", ["text", "target", "article", "translation"])
    def test_usual_names(self, field):
        assert one({field: "It rained.", "other": "x"}).text == "It rained."

    def test_text_comes_before_the_others(self):
        assert one({"target": "b", "text": "a", "article": "c"}).text == "a"

    def test_a_name_that_was_said(self):
        assert one({"text": "a", "body": "b"}, text_field="body").text == "b"

    def test_a_list_of_strings_is_joined_as_lines(self):
        assert one({"segments": ["Head", "One. Two."]}, text_field="segments").text == "Head\nOne. Two."

    @pytest.mark.parametrize(
        ("record", "message"),
        [
            ({"a": 1, "b": 2}, "there is no field 'text'; say with --text-field where the text is (it has: a, b)"),
            ({}, "there is no field 'text'; say with --text-field where the text is (it has no fields)"),
            ({"target": "a", "article": "b"}, "the text may be in target or article; say which with --text-field"),
            ({"text": 3}, "the field 'text' is a number, not a string"),
            ({"text": None}, "the field 'text' is null, not a string"),
            ({"text": ["a", 1]}, "the field 'text' is a list, not a string"),
            ({"text": {}}, "the field 'text' is an object, not a string"),
            ({"text": True}, "the field 'text' is true or false, not a string"),
            ({"text": " \n"}, "the field 'text' is empty"),
        ],
    )
    def test_what_can_be_wrong(self, record, message):
        assert problem(record) == message

    def test_a_said_name_that_is_not_there(self):
        assert problem({"text": "a"}, text_field="body") == "there is no field 'body' (it has: text)"

    def test_many_fields_are_not_all_listed(self):
        assert "and 8 more" in problem({f"f{i}": i for i in range(20)})

    def test_half_a_character(self):
        assert problem({"text": "ab\ud83d"}).startswith("the field 'text' holds half a character (U+D83D, at 2)")


class TestIds:
    def test_usual_names(self):
        assert one({"text": "a", "id": "x", "doc_id": "y"}).id == "x"
        assert one({"text": "a", "doc_id": 7}).id == "7"
        assert one({"text": "a"}).id == "<stdin>:1"
        assert one({"text": "a", "id": None, "doc_id": ["no"]}).id == "<stdin>:1"

    def test_a_name_that_was_said(self):
        assert one({"text": "a", "id": "x", "key": "k"}, id_field="key").id == "k"
        assert problem({"text": "a"}, id_field="key") == "there is no field 'key' (it has: text)"
        assert "neither a string nor a whole number" in problem({"text": "a", "key": 1.5}, id_field="key")

    def test_an_id_may_occur_again(self):
        articles = read({"text": "a", "id": "x"}, {"text": "b", "id": "x"})
        assert [(a.id, a.line) for a in articles] == [("x", 1), ("x", 2)]


class TestSource:
    def test_usual_names(self):
        assert one({"text": "a", "source": "s", "src_text": "t"}).source == "s"
        assert one({"text": "a", "src_text": "t"}).source == "t"
        assert one({"text": "a", "source": {"name": "AFP"}}).source is None
        assert one({"text": "a"}).source is None

    def test_a_name_that_was_said_must_be_there(self):
        assert one({"text": "a", "fr": ["s", "t"]}, source_field="fr").source == "s\nt"
        assert problem({"text": "a"}, source_field="fr") == "there is no field 'fr' (it has: text)"
        assert problem({"text": "a", "fr": 1}, source_field="fr") == "the field 'fr' is a number, not a string"

    def test_a_publisher_s_name_is_not_the_source_text(self):
        article = one({"text": LONG, "source": "Reuters"})
        assert article.source is None
        assert article.warnings == (
            (
                "The field 'source' is too short to be the source text and was not used; "
                "if it is, say --source-field source."
            ),
        )
        assert one({"text": LONG, "source": "Reuters"}, source_field="source").source == "Reuters"

    def test_its_language_comes_from_the_record_unless_it_was_said(self):
        assert one({"text": "a", "source_lang": "fr"}).source_lang == "fr"
        assert one({"text": "a", "source_lang": "fr"}, source_lang="de").source_lang == "de"
        assert one({"text": "a", "source_lang": 3}).source_lang is None


class TestReferences:
    def test_usual_names(self):
        assert one({"text": "a", "references": ["r", "s"]}).references == ("r", "s")
        assert one({"text": "a", "reference": "r"}).references == ("r",)
        assert one({"text": "a", "references": [{"url": "x"}]}).references == ()
        assert one({"text": "a"}).references == ()

    def test_a_name_that_was_said_must_be_there(self):
        assert one({"text": "a", "gold": "r"}, reference_field="gold").references == ("r",)
        assert one({"text": "a", "gold": []}, reference_field="gold").references == ()
        assert problem({"text": "a"}, reference_field="gold") == "there is no field 'gold' (it has: text)"
        assert problem({"text": "a", "gold": [1]}, reference_field="gold") == "the field 'gold' is a list, not a string"
