import pytest

from nlp.text.dangling import dangling


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("He also said that talks go on.", "He"),
        ("But the minister said no.", "But"),
        ("As such, the plan failed.", "As such,"),
        ("However, rain is expected.", "However,"),
        ("His wife was at home.", "His"),
        ("This means that prices rise.", "This"),
        ("These measures take effect on Monday.", "These"),
        ("The move was welcomed in Berlin.", "The move"),
        ("The latter said nothing.", "The latter"),
        ("In a statement, he said that talks go on.", "he"),
        ("“We are ready,” he said.", "he"),
        ('"We are ready," she added on Monday.', "she"),
        ("It was founded in 1950.", "It"),
        ("For his part, he declined.", "For his part,"),
    ],
)
def test_it_points_back(sentence, words):
    found = dangling(sentence)
    assert found is not None
    assert found.of(sentence) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Rain fell.",
        "However hard they try, they fail.",
        "This week it rained.",
        "These days few people write letters.",
        "The decision to leave was hard.",
        "It is clear that prices will rise.",
        "It remains to be seen whether prices will rise.",
        "“This is a victory,” the minister said.",
        "“We are ready,” the minister said.",
        "For Peter Smith it is clear: “We are ready,” he said.",
        "After Macron spoke in Paris, he left.",
        "Those who stayed were fed.",
        "Andrew said so.",
        "Both of the men were fed.",
        "Her Majesty arrived.",
    ],
)
def test_it_stands_alone(sentence):
    assert dangling(sentence) is None
