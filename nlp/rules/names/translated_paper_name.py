r"""The name of a newspaper translated: "he told The World" for Le Monde.

Why it matters
    A name is no word to translate: nobody knows a French daily called The World.
Flags
    He told ⟦The World⟧ that talks had failed.                 ⇒ Le Monde
    The daily ⟦The Parisian⟧ revealed the affair.              ⇒ Le Parisien
    According to ⟦The Chained Duck⟧, the minister lied.        ⇒ Le Canard enchaîné
    In an interview with ⟦the Echoes⟧, he denied it.           ⇒ Les Echos
    ⟦The Figaro⟧ reported the talks.                           ⇒ Le Figaro
    The newspaper ⟦Release⟧ published the list.                ⇒ Libération
    The sports daily ⟦The Team⟧ has the story.                 ⇒ L'Équipe
    The weekly ⟦The Point⟧ quotes him.                         ⇒ Le Point
Leaves alone
    The World Bank and The World Trade Organization disagree.
    He told the world that talks had failed.
    The Team of the year is from Lyon.
    He told The Cross Party Group and The Team captain.
    The Express is a train; the press release was short.
    According to the Point Cook council, it rained.
    The Parisian suburbs burned.
Limits
    Names that are common English words only after a word for a paper, or after "told" or "according to".
Source
    Inventory FRE-E706.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

# The translated name and the real one; those in the second list are recognised without a cue.
_PAPERS = {
    "World": "Le Monde",
    "Parisian": "Le Parisien",
    "Echoes": "Les Echos",
    "Team": "L'Équipe",
    "Point": "Le Point",
    "Cross": "La Croix",
    "Express": "L'Express",
    "Humanity": "L'Humanité",
    "Opinion": "L'Opinion",
    "Release": "Libération",
    "Liberation": "Libération",
    "Press": "La Presse",
    "Duty": "Le Devoir",
    "Evening": "Le Soir",
    "Time": "Le Temps",
    "Times": "Le Temps",
    "Free Lunch": "Midi libre",
}
_CERTAIN = {
    "Figaro": "Le Figaro",
    "Chained Duck": "Le Canard enchaîné",
    "New Obs": "Le Nouvel Obs",
    "West France": "Ouest-France",
    "World Diplomatic": "Le Monde diplomatique",
    "Journal of Sunday": "Le Journal du dimanche",
    "Sunday Journal": "Le Journal du dimanche",
    "Voice of the North": "La Voix du Nord",
    "Midi Dispatch": "La Dépêche du Midi",
    "Dispatch of the Midi": "La Dépêche du Midi",
    "Free Belgium": "La Libre Belgique",
}
_PAPER = (
    r"(?:daily|newspaper|weekly|paper|magazine|dailies|newspapers|review|news site|sports daily)(?: newspaper| paper)?"
)
_FRENCH_CUE = re.compile(rf"\b{_PAPER} [“\"‘'«]?$", re.IGNORECASE)
_TOLD_CUE = re.compile(
    r"\b(?:told|tells|according to|interview (?:with|to|in|published in)|(?:published|revealed|reported|quoted|written) (?:by|in)"
    r"|columns of|readers of|journalists? (?:at|of|for|from)|editor of) [“\"‘'«]?$",
    re.IGNORECASE,
)
_NOT_ALONE = re.compile(
    r"[ -][A-Z]|['’]s? [A-Z]| (?:of|for) (?:the )?[A-Za-z]| (?:captain|suburbs|coach|is that|was that)"
)
# "the Red Cross", "Miss World", "the Third World".
_IN_NAME = re.compile(r"\b(?!(?:In|The|For|To|By)\b)[A-Z][\w’'-]* $")
_ENGLISH_PAPERS = frozenset("Times Time Express Press Opinion Evening Cross Team Release Liberation".split())


def _is_a_paper(match: Match) -> bool:
    """Certain by its name, or by what stands before it; with the source text only when that names the paper."""
    real = _PAPERS.get(match["name"]) or _CERTAIN[match["name"]]
    if _IN_NAME.search(match.before):
        return False
    if match.article.source is not None:
        return re.search(rf"\b{real}\b(?!-)", match.article.source.replace("’", "'")) is not None
    if match["name"] in _CERTAIN:
        return True
    if _NOT_ALONE.match(match.after):
        return False
    if _FRENCH_CUE.search(match.before):
        return match["name"] not in ("Times", "Time", "Express", "Press") or match.article.source_lang == "fr"
    return match["the"] != "" and match["name"] not in _ENGLISH_PAPERS and bool(_TOLD_CUE.search(match.before))


RULE = Rule(
    id="FRE-E706",
    slug="translated-paper-name",
    category="name",
    mqm="accuracy/mistranslation/name",
    severity="major",
    confidence=0.85,
    message="The name of a French newspaper, translated word for word.",
    pattern=rf"\b(?P<span>(?P<the>[Tt]he )?(?P<name>{'|'.join([*_CERTAIN, *_PAPERS])}))\b",
    guard=_is_a_paper,
    repair=lambda match: (_PAPERS.get(match["name"]) or _CERTAIN[match["name"]],),
)
