import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from nlp.read.assemble import article
from nlp.types import Span

BODY = "The president said on Monday that the talks would go on for several more weeks, officials said."
FRENCH = "Le président russe s’est plaint vendredi auprès de son homologue du rejet de ses exigences."


def pieces(text):
    return [(s.kind, s.of(text)) for s in article(text).sentences]


def test_the_seed_article(root, seed_text):
    gold = json.loads((root / "seeds" / "gold.json").read_text(encoding="utf-8"))
    read = article(seed_text, id=gold["id"])
    kinds = {s.of(seed_text): s.kind for s in read.sentences}
    assert kinds["Posted at 7:06"] == kinds["Updated at 8:46 a.m."] == kinds["source site-63"] == "furniture"
    assert kinds["Ukrainian crisis | West ‘didn’t heed’ Russian concerns, Putin says"] == "headline"
    assert kinds["soldiers on the outskirts of the opposing camp."] == "body"
    assert read.sentences[1].of(seed_text).startswith("(Moscow) Russian President")
    assert len(read.sentences) == 16
    assert read.warnings == ()
    broken = next(span for span in gold["spans"] if span["category"] == "fragment")
    assert sum(s.start < broken["end"] and broken["start"] < s.end for s in read.sentences) == 2


def test_kinds_of_a_whole_page():
    dateline = "MOSCOW, January 28. /TASS/."
    text = f"War | Storm hits. Coast flees\r\nBy Jane Doe\r\n\r\n{dateline} {BODY} It rained.source site-63"
    assert pieces(text) == [
        ("headline", "War | Storm hits. Coast flees"),
        ("furniture", "By Jane Doe"),
        ("body", f"{dateline} {BODY}"),
        ("body", "It rained."),
        ("furniture", "source site-63"),
    ]


def test_a_text_without_anything_but_a_sentence():
    assert pieces("It rained") == [("body", "It rained")]


def test_what_is_known_is_kept():
    read = article(
        "It rained.", id="a", lang="en-GB", source_lang="fr", source="Il a plu.", references=["r"], path="p", line=3
    )
    assert (read.id, read.lang, read.source_lang, read.source) == ("a", "en-GB", "fr", "Il a plu.")
    assert (read.references, read.path, read.line) == (("r",), "p", 3)


def test_nothing_but_whitespace_is_an_error():
    with pytest.raises(InputError, match=r"^news.txt: there is no text"):
        article(" \n\u00a0", path="news.txt")
    with pytest.raises(InputError, match=r"^x: "):
        article("", id="x")


class TestLanguage:
    def test_another_language_than_was_said_is_a_warning(self):
        (warning,) = article(FRENCH).warnings
        assert warning.startswith("The text is in fr (probability 0.9")
        assert warning.endswith("), not in en.")
        assert article(FRENCH, lang="fr").warnings == ()
        assert article(FRENCH, lang="fr-CA").warnings == ()

    def test_a_short_text_is_not_judged(self):
        assert article("Le président est là.").warnings == ()

    def test_it_can_be_left_unchecked(self):
        assert article(FRENCH, check_language=False).warnings == ()


words = st.sampled_from(
    [
        "a",
        "B",
        ".",
        "Posted at 7:06",
        "By Jane Doe",
        "source site-63",
        "PARIS (AFP) —",
        BODY,
        "\n",
        "\r\n",
        " ",
        "“",
        "…",
    ]
)


@given(st.lists(words | st.characters()).map("".join).filter(str.strip))
def test_sentences_tile_everything_but_whitespace_in_order(text):
    read = article(text, check_language=False)
    assert [s.index for s in read.sentences] == list(range(len(read.sentences)))
    at = 0
    for sentence in read.sentences:
        assert sentence.start >= at
        assert not text[at : sentence.start].strip()
        assert sentence.of(text) == sentence.of(text).strip() != ""
        paragraph = read.layout.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        at = sentence.end
    assert not text[at:].strip()


@given(st.lists(words).map("".join).filter(str.strip))
def test_the_parts_of_the_layout_are_what_the_kinds_say(text):
    read = article(text, check_language=False)
    for sentence in read.sentences:
        span = Span(sentence.start, sentence.end)
        furniture = [read.layout.published, read.layout.updated, read.layout.byline, read.layout.source_marker]
        assert (sentence.kind == "furniture") == any(part and part.overlaps(span) for part in furniture)
        headline = read.layout.headline
        assert (sentence.kind == "headline") == bool(headline and headline.overlaps(span))


def test_comments_to_newsproof_are_no_sentences():
    text = "<!-- nlp: disable -->\nStorm hits coast\n\nIt rained. <!-- nlp: disable-line -->\nIt poured."
    made = article(text, check_language=False)
    assert made.text == text
    assert [s.of(text) for s in made.sentences] == ["Storm hits coast", "It rained.", "It poured."]
    assert article("<!-- nlp: disable -->").sentences == ()
