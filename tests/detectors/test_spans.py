import dataclasses

import numpy as np
import pytest

from nlp.detectors import spans
from nlp.detectors.spans import detect, stretches
from nlp.errors import MissingPart, OptionError
from nlp.models import span_model
from nlp.models._tagger import CATEGORIES
from nlp.models.span_model import Reading
from nlp.read.assemble import article
from nlp.types import Article

GRAMMAR = CATEGORIES.index("linguistic-conventions/grammar")
POINTS = {"precise": {"threshold": 0.6}, "major": 0.5}
TEXT = "The man go, quickly home"  # The | man | go | , | quickly | home
BAD = (
    "The soldiers has went to the the front on yesterday. He declared that the enemy will be beated by theirs army, "
    "and it makes long time that peoples is waiting."
)
GOOD = "The president resigned on Tuesday after months of protests. His deputy will lead the government until May."


def reading(error, major=0.0):
    words = [(0, 3), (4, 7), (8, 10), (10, 11), (12, 19), (20, 24)]
    category = np.full((len(words), len(CATEGORIES)), 0.01, dtype=np.float32)
    category[:, GRAMMAR] = 0.9
    return Reading(np.array(words), np.array(error), np.full(len(words), major), category, 1.0)


def marked(error, least=0.2, **options):
    return [TEXT[s.start : s.end] for s in stretches(reading(error, **options), least, POINTS)]


def test_words_at_the_threshold_are_marked_and_neighbours_joined():
    assert marked([0, 0.2, 0.3, 0.1, 0.13, 0.9]) == ["man go", "home"]
    assert marked([0, 0.2, 0.3, 0.5, 0.4, 0]) == ["man go, quickly"]


def test_one_word_between_marked_ones_is_marked_with_them_when_it_is_nearly_as_likely():
    assert marked([0, 0.2, 0.14, 0.2, 0, 0]) == ["man go,"]
    assert marked([0, 0.2, 0.13, 0.2, 0, 0]) == ["man", ","]
    assert marked([0, 0.2, 0.14, 0.14, 0.2, 0]) == ["man", "quickly"]
    assert marked([0.14, 0.2, 0, 0, 0.2, 0.14]) == ["man", "quickly"]


def test_a_higher_threshold_marks_less():
    error = [0, 0.2, 0.7, 0.1, 0, 0.3]
    assert marked(error, 0.6) == ["go"]
    assert marked(error) == ["man go", "home"]


def test_probability_is_the_mean_weighted_by_length():
    (stretch,) = stretches(reading([0, 0.2, 0.4, 0, 0, 0]), 0.2, POINTS)
    assert stretch.probability == pytest.approx((3 * 0.2 + 2 * 0.4) / 5)


@pytest.mark.parametrize(("major", "severity"), [(0.49, "minor"), (0.5, "major")])
def test_severity_and_category_are_the_models(major, severity):
    (stretch,) = stretches(reading([0, 0, 1, 0, 0, 0], major=major), 0.6, POINTS)
    assert (stretch.severity, stretch.category) == (severity, "linguistic-conventions/grammar")


def test_an_unknown_operating_point_is_an_error():
    with pytest.raises(OptionError, match="precise or balanced, not 'loud'"):
        list(detect(article(BAD), operating_point="loud"))


def test_a_blank_text_needs_no_model(monkeypatch):
    monkeypatch.setattr(span_model, "load", lambda: pytest.fail("the model was loaded"))
    assert list(detect(Article(id="blank", text=" \n "))) == []


def test_missing_weights_are_said_to_be_missing(monkeypatch):
    def load():
        raise MissingPart("install them")

    monkeypatch.setattr(span_model, "load", load)
    with pytest.raises(MissingPart):
        list(detect(article(BAD)))


def test_source_paragraphs_are_given_to_the_first_sentence_of_theirs():
    translated = article("He left. She came.\n\nThey met.")
    given = dataclasses.replace(translated, source="Il est parti. Elle est venue.\nIls se sont vus.")
    places = spans._places(given)
    assert spans._sources(given, places) == ["Il est parti. Elle est venue.", "", "Ils se sont vus."]
    other = dataclasses.replace(translated, source="Un seul paragraphe.")
    assert spans._sources(other, places) == ["", "", ""]


def test_every_category_has_words_for_its_message():
    assert set(spans._NAMES) == set(CATEGORIES)


def test_shipped_model_findings_have_exact_places_and_all_fields():
    text = f"{GOOD}\n\n{BAD}"
    findings = list(detect(article(text), operating_point="balanced"))
    assert findings
    for finding in findings:
        assert text[finding.start : finding.end] == finding.text == finding.text.strip()
        assert 0 < finding.confidence < 1
        assert finding.severity in ("minor", "major")
        assert finding.mqm in CATEGORIES
        assert finding.detector == "spans"
    assert findings == sorted(findings, key=lambda finding: finding.sort_key())


def test_shipped_model_marks_more_of_broken_english_than_of_good():
    def share(text):
        return sum(f.end - f.start for f in detect(article(text), operating_point="balanced")) / len(text)

    assert share(BAD) > 2 * share(GOOD)
    assert list(detect(article(GOOD))) == []  # the precise point is quiet


def test_shipped_precise_findings_lie_within_balanced_ones():
    balanced = list(detect(article(BAD), operating_point="balanced"))
    for finding in detect(article(BAD), operating_point="precise"):
        assert any(other.start <= finding.start and finding.end <= other.end for other in balanced)
