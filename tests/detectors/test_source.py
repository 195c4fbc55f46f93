"""What the checks against the source find, in small translations with one error each, and what they leave alone."""

from __future__ import annotations

import importlib
import pkgutil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.detectors import _source, source
from nlp.detectors._source import aligned, words
from nlp.detectors._source.catalogue import RULES
from nlp.detectors._source.pair import Pair
from nlp.errors import MissingPart
from nlp.models import support_model
from nlp.models.support_model import Support
from nlp.text.tokens import word_spans
from nlp.types import Article

# (rule, source language, source, translation, what is marked)
ERRORS = [
    ("SRC-N101", "fr", "Le plan coûte 1 234,5 millions.", "The plan costs 1,243.5 million.", "1,243.5 million"),
    ("SRC-N101", "de", "Sieben Menschen starben.", "Nine people died.", "Nine"),
    ("SRC-N101", "zh", "病例突破400万，占30%。", "Cases passed 4 million, 19% of all.", "19"),
    ("SRC-N101", "ru", "Погибли двадцать семь человек.", "Twenty-six people died.", "Twenty-six"),
    ("SRC-N102", "it", "Molti ostaggi sono liberi.", "All 12 hostages are free.", "12"),
    ("SRC-N104", "fr", "Il a payé 20 euros.", "He paid 20 dollars.", "dollars"),
    ("SRC-N105", "es", "Está a 20 km de aquí.", "It is 20 miles from here.", "miles"),
    ("SRC-N106", "fr", "Il part le 3 juin.", "He leaves on 3 July.", "July"),
    ("SRC-N107", "de", "Er kam am Dienstag.", "He came on Wednesday.", "Wednesday"),
    ("SRC-G201", "fr", "Le gouvernement acceptera la loi.", "The government will not accept the law.", "not"),
    ("SRC-G202", "fr", "Il ne viendra pas demain.", "He will come tomorrow.", "will"),
    ("SRC-G202", "pl", "Nie przyjdzie jutro.", "He will come tomorrow.", "will"),
    ("SRC-G203", "fr", "Ils ne représentent qu’une minorité.", "They represent a minority.", "represent"),
    ("SRC-U401", "ru", "Корб сказал правду.", "Korb сказал the truth.", "сказал"),
    ("SRC-U401", "fr", "Cela va généralement bien.", "This goes généralement well.", "généralement"),
    ("SRC-U401", "de", "Die neue Regierung tritt an.", "The new Regierung takes office.", "Regierung"),
    ("SRC-W703", "fr", "Les joueurs ont été testés.", "The were tested.", "The"),
    ("SRC-W703", "de", "Jeder Sechste besitzt ein Boot.", "One in six owns a.", "a"),
    ("SRC-Q501", "fr", "Elle a dit « nous ne savons rien » hier.", "She said they knew nothing yesterday.", "nothing"),
    ("SRC-Q503", "fr", "Macron attend Poutine, a déclaré M. Orban.", "Macron awaits Orban, said Putin.", "Putin"),
    ("SRC-Q503", "de", "Scholz sagte, Merkel habe Recht.", "Merkel said that Scholz was right.", "Merkel"),
    ("SRC-Q503", "es", "Rajoy dijo que Zapatero mintió.", "Zapatero said that Rajoy had lied.", "Zapatero"),
    ("SRC-Q503", "it", "Renzi ha detto che Letta sbaglia.", "Letta said that Renzi is wrong.", "Letta"),
    ("SRC-Q503", "pt", "Lula disse que Bolsonaro perdeu.", "Bolsonaro said that Lula had lost.", "Bolsonaro"),
]
# Source language, source, a good translation.
GOOD = [
    ("fr", "Il gagne 1.234,5 euros depuis quinze jours.", "He has earned 1,234.5 euros for two weeks."),
    ("fr", "Au XIXe siècle, vingt et un mille morts.", "In the 19th century, 21,000 dead."),
    ("fr", "Il est parti à 16h30 le 3/6.", "He left at 4:30 p.m. on June 3."),
    ("fr", "Sans doute viendra-t-il.", "He will probably come."),
    ("fr", "Il ne fait que mentir.", "He only lies."),
    ("fr", "Il n’a guère dormi.", "He hardly slept."),
    ("fr", "Emmanuel Macron est à Évian.", "Emmanuel Macron is in Évian."),
    ("de", "Der Schaden beträgt 3 Mrd. Euro.", "The damage is 3 billion euros."),
    ("de", "Fast 200 km entfernt.", "Almost 125 miles away."),
    ("es", "Costó mil doscientos dólares.", "It cost 1,200 dollars."),
    ("pt", "Não há dúvidas.", "There are no doubts."),
    ("ru", "Полтора миллиона человек не пришли.", "A million and a half people did not come."),
    ("zh", "第十次超过三百二十人。", "For the tenth time above 320."),
    ("ja", "7月17日、2.6万人が参加した。", "On July 17, 26,000 people took part."),
    ("ja", "勝ち続けなければならない。", "They must keep winning."),
    ("ja", "何となく推測できるかもしれない。", "It can perhaps be guessed."),
    ("ja", "５０代と６０代の男性。", "Two men, in their fifties and their sixties."),
    ("ja", "リーグ・アンの試合。", "A game of Ligue 1."),
    ("is", "Hún kostar hálfa milljón og hefst kl. 15.", "It costs half a million and begins at three o'clock."),
    ("hi", "दोनों एजेंसियों ने डाटा चुराया।", "The two agencies stole data."),
    ("fr", "Un vaccin à but non lucratif.", "A not-for-profit, the in vitro way, a must."),
    ("fr", "Selon Poutine, Orban a dit non.", "Orban said no, according to Putin."),
    ("fr", "Il a dit que Macron viendra à Paris.", "Macron will come to Paris, he said."),
    ("fr", "« Il va en Russie », a dit Macron à Berlin.", "“He is going to Russia,” Macron said in Berlin."),
    ("fr", "Macron a dit à Merkel qu’il attend.", "Macron told Merkel that he was waiting."),
    ("is", "Hann kemur kl. 10.", "He comes at 10:00 a.m."),
    ("fr", "Elle part à 22h00.", "She leaves at 10:00 p.m."),
    ("fr", "Elle part à 9h00.", "She leaves at 9 a.m."),
    ("de", "Um 18:30 Uhr in Bonn.", "At 6:30 p.m. in Bonn."),
    ("de", "Dort haben Scholz und Merz gestritten.", "There, Scholz and Merz argued."),
    ("fr", "Un million et demi de Russes.", "1.5 million Russians."),
    ("fr", "On chante « I Saw Three Ships ».", "They sing “I Saw Three Ships”."),
    ("xx", "Foo bar 12.", "Something in a language unknown, 12."),
]


def found(lang: str, text: str, translation: str, **options: bool):
    return list(source.detect(Article("1", translation, source=text, source_lang=lang), words=False, **options))


@pytest.mark.parametrize(("rule", "lang", "text", "translation", "marked"), ERRORS)
def test_an_error_is_marked(rule: str, lang: str, text: str, translation: str, marked: str):
    findings = found(lang, text, translation)
    assert [(f.rule, f.text) for f in findings] == [(rule, marked)]
    (finding,) = findings
    assert translation[finding.start : finding.end] == finding.text
    assert finding.detector == "source"
    assert finding.evidence == "both"
    if finding.source_span is not None:
        assert finding.source_span.of(text).strip()


@pytest.mark.parametrize(("lang", "text", "translation"), GOOD)
def test_a_good_translation_is_left_alone(lang: str, text: str, translation: str):
    assert found(lang, text, translation) == []


def test_a_changed_number_is_put_right_only_where_one_number_can_be_meant():
    assert found("fr", "Il est né en 1985.", "He was born in 1995.")[0].replacements == ("1985",)
    assert found("fr", "De 1985 à 1990.", "From 1995 to 1999.")[0].replacements == ()


def test_a_copied_source_is_no_translation():
    text = "Le gouvernement a annoncé vendredi une nouvelle loi sur la sécurité."
    (finding,) = found("fr", text, text)
    assert (finding.rule, finding.severity, finding.mqm) == ("SRC-U402", "critical", "non-translation")


def test_every_noun_that_is_missing_is_marked():
    findings = found("fr", "Les joueurs de l’équipe ont été testés.", "The were tested, and of 's players the too.")
    assert [f.text for f in findings] == ["The", "of 's"]


def test_another_language_is_no_translation():
    text = "Die Regierung hat am Freitag ein neues Gesetz über die Sicherheit der Bürger angekündigt."
    assert [f.rule for f in found("fr", "Le gouvernement a annoncé une loi vendredi à Paris.", text)] == ["SRC-U403"]


def test_a_translation_far_too_short_is_marked():
    text = (
        "Le gouvernement a annoncé vendredi une nouvelle loi sur la sécurité, que le Parlement examinera bientôt. " * 2
    )
    assert "SRC-L601" in {f.rule for f in found("fr", text, "The government announced.")}


def test_places_are_those_of_the_article():
    text = "Bonjour.\n\nIl est né en 1985. Il vit à Paris.\n"
    translation = "Hello.\n\nHe was born in 1995. He lives in Paris.\n"
    (finding,) = found("fr", text, translation)
    assert finding.source_span is not None
    assert (translation[finding.start : finding.end], finding.source_span.of(text)) == ("1995", "1985")


def test_a_sentence_left_out_or_put_in_is_marked():
    text = "Il est né en 1985 à Lyon. Sa mère était médecin dans un hôpital de la ville. En 2011, il part pour Rome."
    translation = "He was born in 1985 in Lyon. In 2011, he leaves for Rome."
    (omitted,) = found("fr", text, translation)
    assert (omitted.rule, omitted.text) == ("SRC-S801", "Lyon")
    assert omitted.source_span is not None
    assert omitted.source_span.of(text).startswith("Sa mère")
    added = (
        "He was born in 1985 in Lyon. His mother was a doctor in a hospital of the city. In 2011, he leaves for Rome."
    )
    short = "Il est né en 1985 à Lyon. En 2011, il part pour Rome."
    assert [(f.rule, f.text[:10]) for f in found("fr", short, added)] == [("SRC-S802", "His mother")]


def test_an_embedder_says_which_sentence_has_no_counterpart():
    """Lengths alone would pair the short sentence with the long one."""
    source_text = "Il pleut. Le maire a fermé toutes les écoles de la ville. La mer monte encore un peu."
    text = "It rains. The sea is still rising a little."
    topics = {"Il pleut": 0, "It rains": 0, "Le maire": 1, "La mer": 2, "The sea": 2}

    def embed(texts):
        return np.array([np.eye(3)[next(t for begin, t in topics.items() if s.startswith(begin))] for s in texts])

    pairs, (lone,) = aligned.read(Article("1", text, source=source_text, source_lang="fr"), embed=embed)
    assert [(pair.source[:6], pair.target[:6]) for pair in pairs] == [("Il ple", "It rai"), ("La mer", "The se")]
    assert lone.rule == "SRC-S801"
    assert lone.source is not None
    assert lone.source.of(source_text).startswith("Le maire")


def said(pair: Pair, scores: dict[str, float], missing: dict[int, float]) -> Support:
    """What a tagger would say that gives words those scores, and gaps those, and 0 to the rest."""
    ours, theirs = word_spans(pair.target), word_spans(pair.source)
    stranger = np.array([scores.get(span.of(pair.target), 0.0) for span in ours], np.float32)
    gaps = np.array([missing.get(gap, 0.0) for gap in range(len(ours) + 1)], np.float32)
    return Support(tuple(ours), tuple(theirs), stranger, gaps, np.zeros(len(ours) + 1, np.int64))


def test_names_that_the_source_spells_are_left_alone(monkeypatch: pytest.MonkeyPatch):
    pair = Pair("Корб встретил 陈光明 и Путина.", "In Moscow Korb met Guangming and Putin with Obama.", "ru")
    scores = dict.fromkeys(("Korb", "Guangming", "Putin", "Obama", "met", "1990"), 1.0)
    monkeypatch.setattr(support_model, "read", lambda pairs: [said(pair, scores, {})])
    ((flags,),) = words.check_all([[pair]])
    assert {(f.rule, f.target.of(pair.target)) for f in flags} == {("SRC-W702", "met"), ("SRC-E301", "Obama")}


def test_a_name_that_another_sentence_has_with_support_is_left_alone(monkeypatch: pytest.MonkeyPatch):
    pairs = [
        Pair("ネイマールが来た。", "Here Neymar came.", "ja"),
        Pair("彼は勝った。", "Then Neymar won in Rome.", "ja"),
    ]
    read = [said(pairs[0], {}, {}), said(pairs[1], {"Neymar": 1.0, "Rome": 1.0}, {})]
    monkeypatch.setattr(support_model, "read", lambda every: read)
    ((first, second),) = words.check_all([pairs])
    assert first == []
    assert [flag.target.of(pairs[1].target) for flag in second] == ["Rome"]
    monkeypatch.setattr(support_model, "read", lambda every: read[1:])
    ((alone,),) = words.check_all([pairs[1:]])
    assert {flag.target.of(pairs[1].target) for flag in alone} == {"Neymar", "Rome"}


def test_an_omission_is_marked_once_where_it_is_likeliest(monkeypatch: pytest.MonkeyPatch):
    pair = Pair("Deux navires sont partis.", "Two have left.", "fr")
    monkeypatch.setattr(support_model, "read", lambda pairs: [said(pair, {}, {1: 1.0, 2: 0.999, 3: 0.0})])
    (((flag,),),) = words.check_all([[pair]])
    assert (flag.rule, flag.target.of(pair.target)) == ("SRC-W701", "Two have")


def test_preview_rules_are_off_by_default():
    text, translation = "Il a 12 enfants.", "He has children."
    assert found("fr", text, translation) == []
    assert [f.rule for f in found("fr", text, translation, preview=True)] == ["SRC-N103"]


@pytest.mark.parametrize("text", [None, "", " \n"])
def test_without_a_source_nothing_is_said(text: str | None):
    assert list(source.detect(Article("1", "He came.", source=text, source_lang="fr"), words=False)) == []


def test_only_english_is_looked_at():
    assert list(source.detect(Article("1", "Er kam 1995.", "de", "fr", "Il vint en 1985."), words=False)) == []


def test_merged_paragraphs_are_aligned_by_sentence():
    text = "Il est né en 1985 à Lyon. Sa mère était médecin.\nEn 2011, il part pour Rome."
    translation = "He was born in 1985 in Lyon. His mother was a doctor. In 2012, he leaves for Rome."
    pairs = aligned.pairs(Article("1", translation, source=text, source_lang="fr"))
    assert [(pair.source, pair.target) for pair in pairs] == [
        ("Il est né en 1985 à Lyon.", "He was born in 1985 in Lyon."),
        ("Sa mère était médecin.", "His mother was a doctor."),
        ("En 2011, il part pour Rome.", "In 2012, he leaves for Rome."),
    ]
    assert [f.text for f in found("fr", text, translation)] == ["2012"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["fr", "de", "zh", "hi", "ru", None]))
def test_any_text_is_survived_and_quoted_exactly(text: str, translation: str, lang: str | None):
    article = Article("1", translation, source=text, source_lang=lang or "xx")
    findings = list(source.detect(article, preview=True, words=False))
    assert findings == sorted(findings, key=lambda f: f.sort_key())
    for finding in findings:
        assert translation[finding.start : finding.end] == finding.text
        assert finding.source_span is None or 0 <= finding.source_span.start <= finding.source_span.end <= len(text)


def test_several_articles_are_read_as_one_would_be():
    articles = [Article(str(i), e[3], source=e[2], source_lang=e[1]) for i, e in enumerate(ERRORS)]
    together = source.detect_all(articles, words=False)
    assert together == [list(source.detect(article, words=False)) for article in articles]


def test_every_check_is_a_file_and_says_its_rules():
    said = ""
    for info in pkgutil.iter_modules(_source.__path__):
        module = importlib.import_module(f"nlp.detectors._source.{info.name}")
        assert module.__doc__, info.name
        said += module.__doc__
    assert all(rule in said for rule in RULES)


@pytest.mark.skipif(not support_model.available(), reason="the encoder is not installed")
def test_the_model_sees_a_name_that_was_replaced_and_words_left_out():
    text = "Dans le temps additionnel, Allan a inscrit le but de la victoire pour Naples."
    good = "In added time, Allan scored the winning goal for Naples."
    pairs = [
        Pair(text, good, "fr"),
        Pair(text, good.replace("Allan", "Rampro Kanjar"), "fr"),
        Pair(text, good.replace("winning goal", ""), "fr"),
    ]
    ((fine,), (replaced,), (left_out,)) = words.check_all([[pair] for pair in pairs], preview=True)
    assert fine == []
    assert [(f.rule, f.target.of(pairs[1].target)) for f in replaced] == [("SRC-E301", "Rampro Kanjar")]
    assert "SRC-W701" in {f.rule for f in left_out}


def test_without_the_encoder_the_checks_run_and_asking_for_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(support_model, "available", lambda: False)
    support_model._load.cache_clear()
    article = Article("1", "He was born in 1995.", source="Il est né en 1985.", source_lang="fr")
    assert [f.rule for f in source.detect(article)] == ["SRC-N101"]
    with pytest.raises(MissingPart, match=r"weights\.txt"):
        list(source.detect(article, words=True))
