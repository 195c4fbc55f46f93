from __future__ import annotations

import nlp
from nlp.config import Settings
from nlp.repair import repair


def detect(text: str, *, source: str | None = None, **settings):
    article = nlp.article(text, source=source, check_language=False)
    return nlp.detect(article, settings=Settings(**settings))


def test_glossary_names_what_is_wanted():
    (finding,) = detect("Many Westerners came to the fair.", glossary=(("Westerners", "Western officials"),))
    assert (finding.rule, finding.text, finding.replacements) == ("GEN-G901", "Westerners", ("Western officials",))
    assert finding.message == "The glossary wants 'Western officials' here, not 'Westerners'."


def test_repair_by_the_glossary_leaves_nothing_to_repair():
    glossary = (("Xi", "Xi Jinping"), ("yellow vests", "gilets jaunes"), ("Paris", "the city of Paris"))
    text = "Yellow vests met Xi. Xi left Paris for Xi Jinping Street, where yellow vests marched."
    once = repair(text, detect(text, glossary=glossary), unsafe=True).text
    assert once.startswith("Gilets jaunes met Xi Jinping. Xi Jinping left the city of Paris for Xi Jinping Street")
    assert detect(once, glossary=glossary) == ()


def test_wanted_capital_only_where_the_sentence_gives_it():
    found = detect("EU ministers met. The EU said no.", glossary=(("EU", "bloc"),))
    assert [f.replacements for f in found] == [("Bloc",), ("bloc",)]


def test_findings_inside_a_term_that_stays_are_dropped():
    text = "The film Who Counts to Win was shown. The team counts to win."
    assert [f.text for f in detect("The team counts to win the film The team counts to win the cup.")] == [
        "counts to win",
        "counts to win",
    ]
    protected = detect(text.replace("Counts to Win", "counts to win"), do_not_translate=("Who counts to win",))
    assert [f.start for f in protected] == [text.rindex("counts")]


def test_missing_term_is_flagged_where_it_should_stand():
    text = "He denied it all.\nThe Council of State agreed. Nobody else did.\nThe end came soon."
    source = "Il a tout nié.\n\nLe Conseil d’État a approuvé. Personne d'autre.\nLa fin arriva."
    (finding,) = detect(text, source=source, do_not_translate=("Conseil d'Etat", "Le Monde"))
    assert (finding.rule, finding.text) == ("GEN-G902", "The Council of State agreed.")
    assert "'Conseil d'Etat'" in finding.message
    (finding,) = detect(text.replace("\n", " "), source=source, do_not_translate=("Conseil d'Etat",))
    assert finding.text == "The Council of State agreed."


def test_missing_term_at_the_very_end_of_the_source():
    text, source = "He is gone. She is here. The World.", "Il est parti. Elle est là. Le Monde"
    (finding,) = detect(text, source=source, do_not_translate=("Le Monde",), select=("GEN-G902",))
    assert finding.text == "The World."


def test_each_missing_term_is_flagged_once():
    source = "Le Monde et La Croix. Le Monde encore."
    text = "The World and The Cross met. The World again."
    found = detect(text, source=source, do_not_translate=("Le Monde", "La Croix"), select=("GEN-G902",))
    assert sorted(f.message.split("'")[1] for f in found) == ["La Croix", "Le Monde"]


def test_term_that_stays_needs_the_source():
    assert detect("The World said so.", do_not_translate=("Le Monde",)) == ()
    assert detect("Le Monde’s man said so.", source="Le Monde l'a dit.", do_not_translate=("Le Monde",)) == ()


def test_terminology_explains_no_other_finding_and_is_explained_by_none():
    text = "He accused the Westerners of arming the rebels, and The World said so."
    settings = {"glossary": (("Westerners", "Western officials"),), "do_not_translate": ("Le Monde",)}
    found = detect(text, source="Il a accusé les Occidentaux, selon Le Monde.", **settings)
    assert {"GEN-G901", "GEN-G902", "FRE-L318"} <= {f.rule for f in found}
