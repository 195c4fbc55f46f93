import pytest

import nlp

pytest.importorskip("transformers")
pytest.importorskip("torch")

TEXT = "Ministers met in Paris on Monday. The minister has resigned on Tuesday. No deal is near, officials said."


@pytest.fixture
def pipeline():
    """transformers.pipeline with our model standing in."""
    import transformers

    from nlp.integrations.transformers_pipelines import NEWSPROOF

    return lambda task, **options: transformers.pipeline(task, model=NEWSPROOF, **options)


# transformers warns of itself; that is not ours to mend.
@pytest.mark.filterwarnings("ignore")
def test_a_summary_is_that_of_nlp_summarize(pipeline):
    summarize = pipeline("news-summarization", method="lead")
    assert summarize(TEXT, sentences=1)["summary_text"] == "Ministers met in Paris on Monday."
    one, two = summarize([TEXT, "Rain fell on the town of Ely."])
    assert one["summary_text"] == nlp.summarize(TEXT, method="lead").summary
    assert two["sentences"][0]["source_index"] == 0


@pytest.mark.filterwarnings("ignore")
def test_findings_are_those_of_nlp_detect(pipeline):
    find = pipeline("mt-artifacts", source_lang="fr")
    (found,) = [finding for finding in find(TEXT) if finding["text"] == "has resigned on Tuesday"]
    assert TEXT[found["start"] : found["end"]] == found["text"]
    assert find("Rain fell on the town of Ely.") == []
