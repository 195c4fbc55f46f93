import pytest

from nlp.text.language import SHORTEST, identify

FRENCH = "Le président russe s’est plaint vendredi auprès de son homologue du rejet de ses exigences."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (FRENCH, "fr"),
        ("The Russian president complained on Friday to his French counterpart about the rejection.", "en"),
        ("Президент России пожаловался в пятницу своему французскому коллеге на отказ Запада от переговоров.", "ru"),
    ],
)
def test_languages_of_news(text, lang):
    found, probability = identify(text)
    assert found == lang
    assert probability > 0.8


def test_too_few_letters_to_tell():
    assert identify("") is None
    assert identify("3.14 " * 100) is None
    assert identify("a" * (SHORTEST - 1)) is None
    assert identify(FRENCH[: SHORTEST - 1]) is None


def test_only_the_beginning_is_read():
    english = "The president said on Monday that the talks would go on for several weeks. " * 40
    assert identify(english + FRENCH * 100) == identify(english)
