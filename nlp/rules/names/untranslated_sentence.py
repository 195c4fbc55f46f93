"""A sentence in another language: "Le ministre n'a pas voulu répondre aux questions."

Why it matters
    It was not translated at all.
Flags
    ⟦Le ministre n’a pas voulu répondre aux questions des journalistes sur le budget.⟧
    ⟦Der Minister wollte die Fragen der Journalisten nicht beantworten und ging.⟧
    ⟦El ministro no quiso responder a las preguntas de los periodistas sobre el caso.⟧
    ⟦Il ministro non ha voluto rispondere alle domande dei giornalisti sulla legge.⟧
    He left. ⟦Les deux hommes sont partis avec la voiture dans la nuit.⟧ Nobody saw them.
Leaves alone
    The minister did not want to answer the questions of the press.
    He read “Le Monde” and La Voix du Nord, then left for Les Sables d’Olonne.
    Los Angeles, Las Vegas, San Francisco and El Paso are cities.
    Le Pen, de Villepin, du Bois and Des Moines.
    The Comité des droits de la femme et de la famille met in Paris.
    Les Misérables, by Victor Hugo.
    “Le ministre n’a pas voulu répondre aux questions des journalistes,” she said.
    Der Spiegel and Die Welt reported it.
Limits
    Sentences in French, German, Spanish, Italian, Portuguese and Dutch of at least eight words, by their function words.
Source
    Own collection; the untranslated-text check of every translation tool (Okapi, pofilter "unchanged").
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

# Function words that are no English words; two of a language bring a sentence to the guard.
_WORDS = {
    "French": "le la les des du une est dans pour que qui sur avec pas par aux cette sont il elle nous vous ils leur et ou mais"
    " au ne se sa ses son ce ces était été n’a n'a qu’il c’est s’est deux plus",
    "German": "der die das und nicht ist mit für auf den dem ein eine einen sich von zu auch wird sind aus bei nach über"
    " oder haben hat wie wurde im zum zur als",
    "Spanish": "el los las que del una en por con para su sus se más al lo fue es ha pero como está este esta entre sobre y no la de",
    "Italian": "il lo gli che di una per non con del della dei delle alla alle sono è ha nel nella anche più come si sulla dal",
    "Portuguese": "o os as que do da dos das uma em por com para não se mais ao foi é são pelo pela mas como na no de",
    "Dutch": "de het een van en is dat op te in niet zijn met voor die er ook aan door naar bij werd heeft",
}
_ENGLISH = frozenset(
    "the of and to in is was that for on with as by at from his her their he she it they said be are were has have this"
    " which who an".split()
)
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_LEAST_WORDS = 8
# Shares of the words of a sentence. English news has a third of English function words.
_LEAST_FOREIGN, _MOST_ENGLISH = 0.3, 0.12


def _is_foreign(match: Match) -> bool:
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", match.unit)
    small = [word for word in words if word[0].islower()]
    if len(words) < _LEAST_WORDS or 2 * len(small) < len(words):
        return False
    english = sum(word in _ENGLISH for word in small)
    foreign = max(sum(word in known for word in small) for known in _SETS.values())
    return foreign >= _LEAST_FOREIGN * len(words) and english <= _MOST_ENGLISH * len(words)


RULE = Rule(
    id="GEN-E711",
    slug="untranslated-sentence",
    category="untranslated",
    mqm="accuracy/untranslated",
    severity="critical",
    confidence=0.97,
    languages=(),
    message="The sentence is not in English; it was not translated.",
    pattern=(
        r"^(?P<span>.*\b(?:les|des|une|est|dans|qui|avec|der|und|nicht|für|los|las|del|una|con|para|che|della|dei|alle|sono|gli"
        r"|não|uma|dos|het|een|niet|voor)\b.*\b(?:les|des|une|est|dans|qui|avec|aux|sur|pour|der|die|das|und|nicht|für"
        r"|los|las|del|una|con|para|por|che|della|sono|gli|di|sulla|dei|alle|nella|não|uma|dos|para|het|een|niet|voor|van)\b.*?)\s*$"
    ),
    guard=_is_foreign,
    in_quotes=False,
)
