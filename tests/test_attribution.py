import nlp
from nlp.attribution import attributed
from nlp.types import Summary, SummaryInput, SummarySentence

TEXT = "The minister has resigned on Tuesday, officials said. Talks go on in Paris until Friday evening."


def summary(*sentences):
    return Summary("a", " ".join(s.text for s in sentences), sentences, "m", SummaryInput(2, 16, 2), "s")


def test_an_error_of_the_supporting_sentence_was_carried_along_and_any_other_was_made():
    article = nlp.article(TEXT, source_lang="fr")
    (known,) = nlp.detect(article)
    assert known.text == "has resigned on Tuesday"
    carried = SummarySentence("Officials said the minister has resigned on Tuesday.", None, supported_by=(0,))
    made = SummarySentence("The envoy has arrived on Monday.", None, supported_by=(1,))
    unsupported = SummarySentence("The minister has resigned on Tuesday.", None)
    first, second, third = attributed(summary(carried, made, unsupported), article, [known]).sentences
    assert (first.findings, first.introduced) == ((known,), ())
    assert second.findings == ()
    (introduced,) = second.introduced
    assert introduced.text == "has arrived on Monday"
    assert second.text[introduced.start : introduced.end] == introduced.text
    assert [finding.text for finding in third.introduced] == ["has resigned on Tuesday"]


def test_the_articles_own_sentence_keeps_what_it_says():
    article = nlp.article(TEXT, source_lang="fr")
    own = SummarySentence(TEXT.partition(". ")[0] + ".", 0, supported_by=(0,), findings=tuple(nlp.detect(article)))
    assert own.findings
    assert attributed(summary(own), article, ()).sentences == (own,)
