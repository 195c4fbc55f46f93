import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.errors import OptionError
from nlp.summarizers import _choice, _selection, lead, textrank
from nlp.types import SummarySentence

GOOD = "The minister spoke on Monday."
OTHER = "Schools in the north stay closed."


def reasons(article, findings=()):
    return {left.source_index: left.reason for left in _selection.candidates(article, findings).left_out}


def texts(article, findings=()):
    return [candidate.text for candidate in _selection.candidates(article, findings).candidates]


def test_headline_and_furniture_stay_out(make):
    article = make(("headline", "A headline with many words."), GOOD, ("furniture", "Posted at 7:06 on Monday."))
    assert reasons(article) == {0: "headline", 2: "layout residue"}


def test_a_sentence_that_is_mostly_residue_stays_out_even_when_it_could_be_cut(make, find):
    article = make("Share this on Facebook now.", GOOD)
    residue = find(article, "Share this on Facebook", "", category="residue", safe=True)
    assert reasons(article, [residue]) == {0: "layout residue"}


def test_residue_is_cut_out_when_that_is_safe_and_keeps_the_sentence_out_when_not(make, find):
    article = make(GOOD + " source site-63")
    cut = find(article, "source site-63", "", category="residue", safe=True, severity="major")
    assert texts(article, [cut]) == [GOOD]
    assert _selection.candidates(article, [cut]).candidates[0].repaired
    assert reasons(article, [dataclasses.replace(cut, safe=False)]) == {0: "layout residue"}


@pytest.mark.parametrize("severity", ["major", "critical"])
def test_a_grave_artifact_keeps_a_sentence_out_unless_its_repair_is_safe(make, find, severity):
    article = make("The allies count implement the treaty soon.")
    grave = find(article, "count implement", "intend to implement", severity=severity, rule="FRE-C201")
    assert reasons(article, [grave]) == {0: f"{severity} artifact FRE-C201"}
    assert texts(article, [dataclasses.replace(grave, safe=True)]) == [
        "The allies intend to implement the treaty soon."
    ]


def test_a_minor_artifact_is_repaired_when_safe_and_else_left_as_it_is(make, find):
    article = make("He has resigned on Tuesday evening.")
    minor = find(article, "has resigned", "resigned")
    assert lead.summarize(article, findings=[minor]).sentences == (
        SummarySentence("He has resigned on Tuesday evening.", 0, supported_by=(0,), findings=(minor,)),
    )
    assert lead.summarize(article, findings=[dataclasses.replace(minor, safe=True)]).sentences == (
        SummarySentence("He resigned on Tuesday evening.", 0, repaired=True, supported_by=(0,)),
    )


def test_of_overlapping_repairs_the_graver_wins_whatever_the_order(make, find):
    article = make("He has well resigned on Tuesday evening.")
    minor = find(article, "has well", "has", safe=True)
    major = find(article, "well resigned", "indeed resigned", safe=True, severity="major")
    for findings in ([minor, major], [major, minor]):
        assert texts(article, findings) == ["He has indeed resigned on Tuesday evening."]


def test_a_grave_artifact_inside_an_applied_repair_is_gone_with_it(make, find):
    article = make("He has well resigned on Tuesday evening.")
    repair = find(article, "has well resigned", "has resigned", safe=True)
    inside = find(article, "well", severity="major")
    assert texts(article, [inside, repair]) == ["He has resigned on Tuesday evening."]
    reaching_out = find(article, "resigned on", severity="major")
    assert reasons(article, [repair, reaching_out]) == {0: "major artifact FRE-T1"}


def test_several_repairs_and_a_deletion_keep_the_spacing(make, find):
    article = make("So, he, indeed, has resigned on the Tuesday evening .")
    findings = [
        find(article, "So, he", "He", safe=True),
        find(article, " indeed,", "", safe=True),
        find(article, "the", "", safe=True),
        find(article, " .", ".", safe=True),
    ]
    assert texts(article, findings) == ["He, has resigned on Tuesday evening."]


def test_a_repair_across_two_sentences_repairs_neither(make, find):
    article = make("They agreed on limits on exercises.", "soldiers on the outskirts of the camp.", GOOD)
    across = find(article, "exercises.\n\nsoldiers on the outskirts of", "military exercises near", safe=True)
    across = dataclasses.replace(across, severity="major")
    assert reasons(article, [across]) == {0: "major artifact FRE-T1", 1: "major artifact FRE-T1"}


@pytest.mark.parametrize("mark", ["[…]", "[...]", "(…)", "(. . .)", "[ … ]"])
def test_no_elision_mark_enters_not_even_by_a_safe_repair(make, find, mark):
    article = make(f"The allies count {mark} implement the treaty soon.", GOOD)
    repair = find(article, "count", "intend", safe=True, severity="major")
    assert reasons(article) == {0: "an elision mark"}
    assert reasons(article, [repair]) == {0: "an elision mark"}


def test_an_honest_ellipsis_is_no_elision_mark(make):
    assert reasons(make("“We wait… and we hope,” the mayor said.")) == {}


@pytest.mark.parametrize("dateline", ["(Moscow)", "PARIS (AFP) —", "PARIS (AFP)", "MOSCOW, Jan. 28 –"])
def test_the_dateline_is_cut_and_does_not_count_as_repair(make, dateline):
    sentence = f"{dateline} — {GOOD}" if dateline == "PARIS (AFP)" else f"{dateline} {GOOD}"
    article = make(sentence, OTHER, dateline=dateline)
    assert lead.summarize(article, sentences=1).sentences == (SummarySentence(GOOD, 0, supported_by=(0,)),)


def test_a_finding_in_the_dateline_is_cut_with_it(make, find):
    article = make(f"(Moscow) {GOOD}", dateline="(Moscow)")
    assert texts(article, [find(article, "(Moscow)", severity="major")]) == [GOOD]


def test_short_sentences_questions_and_halves_of_quotations_stay_out(make):
    article = make(
        "Police said no.", "Who will pay for it now?", "“We are ready.", "“Will we win?” he asked on Monday.", GOOD
    )
    assert reasons(article) == {0: "too short", 1: "a question", 2: "part of a quotation"}
    article = make("“We are ready for the talks.", "We will go,” the mayor said.", "„Wir sind heute bereit“, sagte er.")
    assert reasons(article) == {0: "part of a quotation", 1: "part of a quotation"}


def test_who_reported_it_is_no_news(make):
    credit = "This was reported by the press service on Sunday, July 26."
    assert reasons(make(GOOD, credit, "It was reported by police that nobody was hurt.")) == {
        1: "only says who reported it"
    }
    german = dataclasses.replace(make(GOOD, credit), lang="de")
    assert reasons(german) == {}


CLAUSE = "She said no."
QUESTION = "Who will pay for it now?"


def needs(article):
    return {c.source_index: c.needs for c in _selection.candidates(article).candidates}


def test_questions_and_short_sentences_need_a_neighbour_in_the_paragraph(make):
    article = make(QUESTION, CLAUSE, GOOD, OTHER, paragraphs=[0, 1, 1, 2])
    assert reasons(article) == {0: "a question"}
    article = make(GOOD, QUESTION, OTHER, CLAUSE, paragraphs=[0, 0, 0, 0])
    assert needs(article) == {0: (), 1: (2, 0), 2: (), 3: (2,)}
    assert needs(make(CLAUSE, GOOD, paragraphs=[0, 0])) == {0: (1,), 1: ()}
    assert needs(make(QUESTION, "Why not now?", GOOD, paragraphs=[0, 0, 0])) == {0: (1,), 1: (2, 0), 2: ()}


def test_without_company_they_stay_out(make):
    assert reasons(make(GOOD, CLAUSE, QUESTION, OTHER, paragraphs=[0, 1, 1, 2])) == {1: "too short", 2: "a question"}
    assert reasons(make(CLAUSE, "They said yes.", OTHER, paragraphs=[0, 0, 1])) == {0: "too short", 1: "too short"}
    assert reasons(make(GOOD, "“But why,” he asked.", "Read.", ("furniture", "See."), paragraphs=[0] * 4)) == {
        2: "too short",
        3: "layout residue",
    }
    caption = "The mayor opens the new bridge"
    assert reasons(make(QUESTION, caption, GOOD, OTHER, paragraphs=[0] * 4))[0] == "a question"


@pytest.mark.parametrize(
    ("parts", "best", "expected"),
    [
        ((QUESTION, GOOD, OTHER), 0, [[1], [0, 1], [0, 1, 2]]),
        ((GOOD, QUESTION, OTHER), 0, [[0], [0, 1], [0, 1, 2]]),  # what raised the question is there
        ((GOOD, QUESTION, OTHER), 1, [[0], [1, 2], [0, 1, 2]]),  # else the answer comes along
        ((GOOD, OTHER, CLAUSE), 2, [[0], [1, 2], [0, 1, 2]]),
        ((QUESTION, "Why not now?", GOOD, OTHER), 0, [[2], [1, 2], [0, 1, 2]]),  # not the two questions
        ((QUESTION, CLAUSE, GOOD, OTHER), 0, [[2], [2, 3], [0, 1, 2]]),
    ],
)
def test_company_is_kept_in_the_summary(make, parts, best, expected):
    pool = _selection.candidates(make(*parts, paragraphs=[0] * len(parts)))
    gains = [9.0 if i == best else -float(i) for i in range(len(parts))]
    for count, indices in enumerate(expected, 1):
        summary = _choice.build(pool, lambda chosen: gains, method="m", sentences=count, max_words=None)
        assert [s.source_index for s in summary.sentences] == indices


def test_fragments_and_captions_stay_out_unless_the_article_is_written_that_way(make):
    broken = ["soldiers on the outskirts of the camp.", "The mayor opens the new bridge"]
    assert reasons(make(GOOD, OTHER, *broken)) == {2: "not a whole sentence", 3: "not a whole sentence"}
    assert reasons(make(GOOD, *broken)) == {}
    lower = [text.lower() for text in (GOOD, OTHER, "A third one says nothing new.")]
    assert needs(make(*lower, paragraphs=[0, 0, 0])) == {0: (), 1: (), 2: ()}


def test_the_rest_of_a_sentence_goes_with_its_beginning(make):
    rest, again = "minute but Ayew failed to score.", "and then left the field."
    parts = ["They had a penalty in the 64th.", rest, again, GOOD, "so they lost it.", OTHER]
    article = make(*parts, paragraphs=[0, 0, 0, 1, 2, 3])
    assert needs(article) == {0: (), 1: (0,), 2: (1,), 3: (), 5: ()}
    assert reasons(article) == {4: "not a whole sentence"}
    pool = _selection.candidates(article)
    gains = [3.0, 0.0, 9.0, 2.0, 0.0]
    for count, expected in ((1, [0]), (2, [0, 3]), (3, [0, 1, 2])):
        summary = _choice.build(pool, lambda chosen: gains, method="m", sentences=count, max_words=None)
        assert [s.source_index for s in summary.sentences] == expected


@pytest.mark.parametrize("start", ["“The", "iPhone", "2,000", "30-year-old", "‘We", "(Some"])
def test_a_sentence_may_begin_with_a_mark_a_digit_or_a_name_in_camel_case(make, start):
    article = make(f"{start} sales rose in May, he said.".replace("“The", "“The”"), GOOD, OTHER)
    assert reasons(article) == {}


def test_a_repeated_sentence_stays_out_and_names_the_first(make):
    article = make(OTHER, GOOD, "THE MINISTER SPOKE, ON MONDAY.", "On Tuesday the other minister spoke.")
    assert reasons(article) == {2: "a duplicate of sentence 1"}


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=4, max_size=12), max_size=25))
def test_duplicates_are_those_that_comparing_all_pairs_finds(make, sentences):
    article = make(*("X " + " ".join(words) + "." for words in sentences))
    kept: list[tuple[int, set[str]]] = []
    expected = {}
    for index, words in enumerate(sentences):
        members = {"x", *words}
        same = [i for i, other in kept if len(members & other) >= _selection.DUPLICATE * len(members | other)]
        if same:
            expected[index] = f"a duplicate of sentence {same[0]}"
        else:
            kept.append((index, members))
    assert reasons(article) == expected


def test_line_breaks_inside_a_sentence_become_spaces(make):
    assert texts(make("The minister spoke \n  on Monday\r\nin Paris.")) == ["The minister spoke on Monday in Paris."]


def test_the_best_are_taken_in_the_order_of_the_article_and_earlier_ones_on_a_tie(make):
    article = make("One is a number.", "Two is another one.", "Three is a third.", "Four is the last.")
    pool = _selection.candidates(article)
    for gains, expected in (([1.0, 3.0, 2.0, 3.0], (1, 3)), ([0.0] * 4, (0, 1)), ([0.0, 0.0, 1.0, 0.0], (0, 2))):
        summary = _choice.build(pool, lambda chosen, g=gains: g, method="m", sentences=2, max_words=None)
        assert tuple(s.source_index for s in summary.sentences) == expected


def test_gains_are_asked_again_for_what_was_chosen(make):
    article = make("One is a number.", "Two is another one.", "Three is a third.")
    asked = []

    def gain(chosen):
        asked.append(list(chosen))
        return [3.0, 2.0 if not chosen else 0.0, 1.0]

    summary = _choice.build(_selection.candidates(article), gain, method="m", sentences=2, max_words=None)
    assert asked == [[], [0]]
    assert [s.source_index for s in summary.sentences] == [0, 2]


def test_limits_hold_and_whole_sentences_fill_the_words(make):
    article = make("One two three four five six.", "Seven eight nine ten.", "Eleven twelve thirteen fourteen.")
    assert [s.source_index for s in lead.summarize(article, sentences=None, max_words=9).sentences] == [0]
    assert [s.source_index for s in lead.summarize(article, sentences=None, max_words=10).sentences] == [0, 1]
    assert [s.source_index for s in lead.summarize(article, sentences=None, max_words=8).sentences] == [0]
    assert [s.source_index for s in lead.summarize(article, sentences=None, max_words=5).sentences] == [1]
    assert [s.source_index for s in lead.summarize(article, sentences=1, max_words=99).sentences] == [0]


def test_a_shorter_or_empty_summary_says_why(make):
    article = make("One two three four five six.", ("headline", "A headline"))
    assert lead.summarize(article, sentences=1).note is None
    assert lead.summarize(article, sentences=3).note == "Only 1 of the article's sentences was fit to use."
    empty = lead.summarize(article, sentences=None, max_words=5)
    assert (empty.summary, empty.sentences) == ("", ())
    assert empty.note == "No sentence fits into 5 words; the shortest that was fit to use has 6."
    assert lead.summarize(make(("headline", "A headline"))).note == "No sentence of the article was fit to use."


@pytest.mark.parametrize("limits", [{"sentences": None}, {"sentences": 0}, {"max_words": 0}, {"max_words": -1}])
def test_limits_that_make_no_sense_are_refused(make, limits):
    with pytest.raises(OptionError):
        lead.summarize(make(GOOD), **limits)


def test_the_account_counts_every_sentence_and_the_signature_the_limits(make, find):
    article = make(("headline", "A headline"), GOOD, OTHER, "Too short.")
    summary = textrank.summarize(article, sentences=2, max_words=50)
    assert summary.input.sentences == 4
    assert summary.input.eligible == 2
    assert summary.input.words == 2 + 5 + 6 + 2
    assert "|summarizer:textrank|damping:0.85|sentences:2|max_words:50" in summary.signature


WORDS = ["Alpha", "beta", "gamma", "delta", "5", "[…]", "“quoted”", "site-63", "didn’t"]
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(lambda w: " ".join(w) + ".")
KIND = st.sampled_from(["body", "body", "body", "headline", "furniture"])


@settings(deadline=None)
@given(st.lists(st.tuples(KIND, SENTENCE), max_size=12), st.data())
def test_laws_of_every_summary(make, find, parts, data):
    article = make(*parts)
    findings = []
    for sentence in article.sentences:
        if data.draw(st.booleans()):
            start = data.draw(st.integers(sentence.start, sentence.end - 1))
            stop = data.draw(st.integers(start + 1, min(len(article.text), start + 30)))
            finding = find(
                article,
                article.text[start:stop],
                *data.draw(st.sampled_from([(), ("",), ("other words",)])),
                severity=data.draw(st.sampled_from(["minor", "major"])),
                category=data.draw(st.sampled_from(["calque", "residue"])),
                safe=data.draw(st.booleans()),
            )
            findings.append(dataclasses.replace(finding, start=start, end=stop))
    sentences = data.draw(st.none() | st.integers(1, 5))
    max_words = data.draw(st.integers(1, 30) if sentences is None else st.none() | st.integers(1, 30))
    for method in (lead, textrank):
        summary = method.summarize(article, findings=findings, sentences=sentences, max_words=max_words)
        assert summary == method.summarize(article, findings=findings[::-1], sentences=sentences, max_words=max_words)
        indices = [s.source_index for s in summary.sentences]
        assert indices == sorted(set(indices))
        assert summary.summary == " ".join(s.text for s in summary.sentences)
        assert "[…]" not in summary.summary
        assert sentences is None or len(indices) <= sentences
        assert max_words is None or _selection.count_words(summary.summary) <= max_words
        assert bool(summary.note) or summary.sentences
        left_out = [left.source_index for left in summary.input.left_out]
        assert len(left_out) + summary.input.eligible == len(article.sentences)
        assert not set(indices) & set(left_out)
        for sentence in summary.sentences:
            original = article.sentences[sentence.source_index]
            assert original.kind == "body"
            assert sentence.repaired or sentence.text == original.of(article.text)
            if not sentence.repaired:
                touching = [f for f in findings if original.start < f.end and f.start < original.end]
                assert all(f.severity == "minor" and f.category != "residue" for f in touching)
