r"""A French word left in the English text: "the manif ended near the mairie".

Why it matters
    The translator did not know the word. Neither does the reader.
Flags
    The ⟦manif⟧ ended near the ⟦mairie⟧.                         ⇒ protest | demonstration ; city hall | town hall
    The ⟦préfecture⟧ banned the ⟦rassemblement⟧.                 ⇒ prefecture ; rally | gathering
    The minister was there ⟦selon les⟧ police.
    He spoke ⟦avec⟧ the ministers.
    The ⟦syndicats⟧ called a ⟦grève⟧.                            ⇒ unions ; strike
Leaves alone
    He read Le Monde and sang Les Feuilles mortes.
    Lycée Victor Hugo and the Mairie de Paris are open.
    The café, the gendarme and the chef are known words.
    “C’est la vie,” he said.
    He is a member of Rassemblement National.
    The Ligue contre le Racisme and Médecins sans frontières met.
    He pays the price for the war.
    His motto was liberté, égalité, fraternité.
Limits
    In preview: a short list of words, not a dictionary, and titles in small letters are flagged.
Source
    Inventory FRE-E705.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_NEWS = {
    "manif": ("protest", "demonstration"),
    "manifs": ("protests", "demonstrations"),
    "manifestants": ("demonstrators", "protesters"),
    "mairie": ("city hall", "town hall"),
    "mairies": ("town halls",),
    "préfecture": ("prefecture",),
    "préfet": ("prefect",),
    "rassemblement": ("rally", "gathering"),
    "syndicat": ("union",),
    "syndicats": ("unions",),
    "grève": ("strike",),
    "grévistes": ("strikers",),
    "arrêté": ("order", "decree"),
    "députés": ("deputies", "lawmakers"),
    "député": ("deputy", "lawmaker"),
    "élus": ("elected officials",),
    "procureur": ("prosecutor",),
    "quinquennat": ("five-year term",),
    "banlieues": ("suburbs",),
    "logement": ("housing",),
    "chômage": ("unemployment",),
    "retraités": ("pensioners",),
    "blessés": ("injured",),
    "enquête": ("investigation", "inquiry"),
    "gouvernement": ("government",),
    "ministre": ("minister",),
    "ville": ("city", "town"),
    "loi": ("law",),
    "guerre": ("war",),
    "lundi": ("Monday",),
    "mardi": ("Tuesday",),
    "mercredi": ("Wednesday",),
    "jeudi": ("Thursday",),
    "vendredi": ("Friday",),
    "samedi": ("Saturday",),
    "dimanche": ("Sunday",),
}
_FUNCTION = "avec|selon|dans|depuis|cette|ainsi|après|chez|sont|était|étaient|aussi|mais|leurs?|dont|contre|entre les|pour les|que les|par les"
# A name or title in French beside it: "Le Monde", "Ligue contre le Racisme", "Mairie de Paris".
_IN_NAME = re.compile(
    r"(?:\b(?:(?!(?:The|A|An|This|That|These|Their|His|Her|In|On|At|Of|Some|Two|No|Many)\b)[A-Z][\w'’éèêàç-]*|de|des|du|les?|la|sans|et|aux?) |[-’'#@/])$"
)
_NAME_GOES_ON = re.compile(r"(?: (?:de|des|du|la|les?|et|aux?)\b|[-’'@./]\w| [A-Z]\w*[éèêàç])")


def _is_left(match: Match) -> bool:
    if match["news"]:
        return not (_IN_NAME.search(match.before) or _NAME_GOES_ON.match(match.after))
    return not _IN_NAME.search(match.before) and not re.match(r" (?:l[ae]|les|[A-Z])\b", match.after)


RULE = Rule(
    id="FRE-E705",
    slug="untranslated-word",
    category="untranslated",
    mqm="accuracy/untranslated",
    severity="major",
    confidence=0.75,
    message="A French word that was not translated: '{text}'.",
    pattern=rf"\b(?P<span>(?P<news>{'|'.join(_NEWS)})|(?P<function>(?:{_FUNCTION})(?: les| la| des)?))(?:[\s.,;:!?”’\")]|$)",
    guard=_is_left,
    repair=lambda match: _NEWS.get(match["news"], ()),
    preview=True,
)
