"""The guard against a model that says what the test wants, so that every path of it is seen."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.errors import OptionError
from nlp.models.generation import Generation
from nlp.models.profiles import Profile
from nlp.summarizers import abstractive, guarded
from nlp.summarizers._facts import negations, objections
from nlp.summarizers._reading import Line, Reading
from nlp.summarizers._support import Evidence

ARTICLE = (
    "Russian President Vladimir Putin complained to his French counterpart Emmanuel Macron on Friday.",
    "The Bank of England paid 3 million pounds, or 5 percent, for the talks in Paris.",
    "“We will not go,” the minister said on Monday in the capital.",
    "Nobody had expected that the talks would go on for so many hours.",
)


@dataclass
class Scripted:
    """A generator that answers from a list, whatever it is asked; a token is a word."""

    answers: list[str]
    finish_reason: str = "eos"
    limit: int = 400
    asked: list[str] = field(default_factory=list)
    name: str = "scripted"
    profile: Profile = field(default_factory=lambda: Profile("scripted", multilingual=True))
    signature: str = "scripted|1"

    def room(self, decoding):
        return self.limit

    def count(self, texts):
        return [len(text.split()) for text in texts]

    def generate(self, sources, decoding, *, batch_size=8, lang="en"):
        self.asked += sources
        assert all(len(source.split()) <= self.limit for source in sources)
        return [(Generation(self.answers.pop(0) if self.answers else "", self.finish_reason, 9),) for _ in sources]


def summarize(make, *answers, method=guarded, **options):
    return method.summarize(make(*ARTICLE), model=Scripted(list(answers)), **options)


GOOD = "Vladimir Putin complained to his French counterpart Emmanuel Macron."


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The Bank of England paid 4 million pounds.", "the number '4 million' is not in the article"),
        ("The Bank of England paid 3 million dollars.", "the article does not have '3 million' with $"),
        ("The talks in London cost 5 percent.", "the name 'London' is not in the article"),
        ("Trump complained.", "the word 'Trump' is not in the article"),
        ("The minister spoke on Tuesday.", "'Tuesday' is not in the article"),
        ("French President Vladimir Putin complained.", "the article does not put 'French President Vladimir Putin'"),
        ("Emmanuel Putin complained.", "the name 'Emmanuel Putin' is not in the article"),
        ("“We will go,” the minister said.", "the quotation “We will go,” is not in the article"),
        ("'We will go,' the minister said.", "the quotation “We will go,” is not in the article"),
        ("“We will not go, the minister said.", "a quotation begins or ends in it but not both"),
        ("The talks went on for twice as many hours.", "the quantity 'twice' is not in the article"),
    ],
)
def test_what_the_article_does_not_say_is_an_objection(sentence, reason):
    assert any(found.reason.startswith(reason) for found in objections(sentence, "\n".join(ARTICLE)))


@pytest.mark.parametrize(
    "sentence",
    [
        GOOD,
        "President Putin complained on Friday.",
        "The Bank of England paid three million pounds, or 5%.",
        '"We will not go," the minister said.',
        "Putin and Macron spoke.",
        *ARTICLE,
    ],
)
def test_what_the_article_says_is_none(sentence):
    assert list(objections(sentence, "\n".join(ARTICLE))) == []


def test_what_the_article_does_not_say_is_found_where_it_stands():
    lines = tuple(Line(i, text) for i, text in enumerate(ARTICLE))
    sentence = "On Tuesday, Vladimir Putin told Angela Merkel of 31 ships."
    invented = Evidence(Reading(lines, ())).invented(sentence)
    assert {finding.text for finding in invented} >= {"Tuesday", "Angela Merkel", "31"}
    assert not any("Putin" in finding.text for finding in invented)
    assert all(sentence[finding.start : finding.end] == finding.text for finding in invented)
    assert all(finding.rule == "SUM-X102" for finding in invented)


@settings(deadline=None)
@given(st.text(alphabet="aB1 2'’“”\"‘.,é-—ﬁ½", max_size=40))
def test_no_sentence_is_too_odd_to_look_for_what_is_invented(sentence):
    for finding in Evidence(Reading((Line(0, ARTICLE[0]),), ())).invented(sentence):
        assert sentence[finding.start : finding.end] == finding.text


def test_negation_added_or_lost():
    assert list(negations("He did not rule out a deal.", ["He ruled out a deal."]))
    assert list(negations("He ruled out a deal.", ["He did not rule out a deal."])) == [
        "it leaves out the 'not' of 'not rule'"
    ]
    assert not list(negations("He never ruled out a deal.", ["He did not rule out a deal."]))


def test_a_supported_sentence_stays_and_says_what_supports_it(make):
    summary = summarize(make, GOOD)
    assert summary.summary == GOOD
    assert summary.sentences[0].source_index is None
    assert summary.sentences[0].supported_by[0] == 0
    assert summary.sentences[0].refused == ()
    assert summary.finish_reason == "eos"


def test_a_refused_sentence_is_written_again_from_what_it_is_about(make):
    model = Scripted(["Vladimir Putin complained to Donald Trump on Friday.", GOOD])
    summary = guarded.summarize(make(*ARTICLE), model=model)
    assert summary.summary == GOOD
    assert ARTICLE[0] in model.asked[1]
    assert ARTICLE[3] not in model.asked[1]
    assert [refused.text for refused in summary.sentences[0].refused] == [
        "Vladimir Putin complained to Donald Trump on Friday."
    ]
    assert "the name 'Donald Trump' is not in the article" in summary.sentences[0].refused[0].reasons


def test_what_cannot_be_written_is_replaced_by_the_closest_sentence_of_the_article(make):
    wrong = "The Bank of England paid 4 million pounds for the talks."
    summary = summarize(make, wrong, wrong)
    assert summary.summary == ARTICLE[1]
    assert (summary.sentences[0].source_index, summary.sentences[0].supported_by) == (1, (1,))
    assert summary.sentences[0].refused[0].text == wrong


def test_a_sentence_written_again_does_not_repeat_another(make):
    summary = summarize(make, f"{GOOD} Vladimir Putin complained to Donald Trump.", GOOD)
    assert summary.summary.count("complained to his") == 1
    assert summary.sentences[1].source_index is not None


def test_words_that_are_the_articles_but_not_its_sentences_are_refused(make):
    summary = summarize(make, "The minister of the bank complained for hours in the talks that Paris paid.")
    assert "word pairs" in " ".join(summary.sentences[0].refused[0].reasons)


def test_limits_hold_for_what_is_replaced_too(make):
    for words in (8, 14, 30):
        summary = summarize(make, "Trump paid. Trump spoke. Trump left.", max_words=words, sentences=None)
        assert len(summary.summary.split()) <= words
    assert len(summarize(make, "Trump paid. Trump spoke. Trump left.", sentences=2).sentences) == 2


def test_a_model_that_writes_nothing_leaves_the_articles_first_sentences(make):
    summary = summarize(make, "", sentences=1)
    assert summary.summary == ARTICLE[0]
    assert "first sentences stand instead" in summary.note


def test_an_unfinished_sentence_is_cut_off(make):
    article = make(*ARTICLE)
    model = Scripted(["Talks failed. Nobody came to the", ""], finish_reason="length")
    summary = abstractive.summarize(article, model=model)
    assert (summary.summary, summary.finish_reason) == ("Talks failed.", "length")
    summary = abstractive.summarize(article, model=Scripted(["Nobody came to Mr."], finish_reason="length"))
    assert summary.summary == ""
    assert "finished no sentence" in summary.note


def test_a_loop_is_said_once(make):
    summary = summarize(make, "Talks failed on Monday. Talks failed on Monday. Nobody came.", method=abstractive)
    assert summary.summary == "Talks failed on Monday. Nobody came."


def test_a_long_article_is_read_in_parts_and_all_of_it(make):
    article = make(*(f"Sentence number {n} says something of its own today." for n in range(60)))
    model = Scripted([f"Part {n}." for n in range(99)], limit=120)
    summary = abstractive.summarize(article, model=model)
    read = " ".join(model.asked)
    assert all(f"number {n} says" in read for n in range(60))
    assert summary.input.chunks == len(model.asked) - 1 > 1
    assert summary.input.kept == summary.input.tokens == 60 * 9
    assert summary.input.dropped == 0


def test_a_model_that_does_not_shorten_comes_to_an_end(make):
    article = make(*(f"Sentence number {n} says something of its own today." for n in range(60)))
    model = Scripted(
        [" ".join(f"Word{n} is here now." for n in range(k, k + 60)) for k in range(0, 9999, 60)], limit=60
    )
    summary = abstractive.summarize(article, model=model, sentences=1)
    assert "no shorter" in summary.note


def test_residue_is_not_read_and_accounted_for(make, find):
    article = make(*ARTICLE, ("furniture", "Posted at 7:06"), "They count […] implement the principle at home.")
    model = Scripted([GOOD])
    summary = abstractive.summarize(article, findings=[find(article, ARTICLE[3], category="residue")], model=model)
    assert "Posted" not in model.asked[0]
    assert "implement" not in model.asked[0]
    assert [left.source_index for left in summary.input.left_out] == [3, 4, 5]
    assert summary.input.kept + summary.input.dropped == summary.input.tokens
    assert summary.input.dropped > 0


def test_safe_repairs_are_read(make, find):
    article = make(*ARTICLE)
    model = Scripted([GOOD])
    abstractive.summarize(article, findings=[find(article, "for so many", "for many", safe=True)], model=model)
    assert "go on for many hours" in model.asked[0]


def test_nothing_to_read_is_a_note(make):
    article = make(("furniture", "Posted at 7:06"))
    for method in (abstractive, guarded):
        summary = method.summarize(article, model=Scripted([]))
        assert summary.summary == ""
        assert "fit to use" in summary.note


def test_many_articles_keep_their_order(make):
    articles = [make(f"The talks in Paris lasted {n} hours on Friday.") for n in range(2, 9)]
    answers = [f"The talks in Paris lasted {n} hours." for n in range(2, 9)]
    summaries = guarded.summarize_many(articles, findings=[()] * 7, model=Scripted(list(answers)))
    assert [summary.summary for summary in summaries] == answers


def test_limits_are_checked_and_a_model_is_named(make):
    with pytest.raises(OptionError, match="which model"):
        abstractive.summarize(make(*ARTICLE))
    with pytest.raises(OptionError, match="at least 1"):
        summarize(make, GOOD, sentences=0)
    with pytest.raises(OptionError, match="how long"):
        summarize(make, GOOD, sentences=None)


def test_another_language_is_doubted_where_the_model_may_not_know_it(make):
    from dataclasses import replace

    model = Scripted(["Les talks."], profile=Profile("scripted"))
    summary = abstractive.summarize(replace(make(*ARTICLE), lang="fr"), model=model)
    assert "may not know" in summary.note
