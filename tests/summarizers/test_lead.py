from nlp.summarizers import lead


def test_the_first_that_may_be_used(make):
    article = make(
        ("headline", "The headline"), "Too short.", "One two three four.", "Five six seven eight.", "Nine ten."
    )
    summary = lead.summarize(article, sentences=2)
    assert [s.source_index for s in summary.sentences] == [2, 3]
    assert summary.method == "lead"


def test_nothing_of_what_must_not_appear(seed):
    article, findings, forbidden = seed
    summary = lead.summarize(article, findings=findings, sentences=50)
    assert summary.summary.startswith("Russian President Vladimir Putin complained")
    assert not [words for words in forbidden if words in summary.summary]
