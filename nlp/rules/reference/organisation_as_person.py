"""The gender of a French noun on an English body: "The commission said she would appeal".

Why it matters
    French "la commission … elle", "le gouvernement … il" follow the gender of the noun. In English a body is "it", and
    "she" makes the reader look for a woman.
Flags
    The commission said ⟦she⟧ would appeal.                  ⇒ it      ⇐ La commission a déclaré qu'elle ferait appel.
    The government announced that ⟦he⟧ would resign.         ⇒ it      ⇐ Le gouvernement a annoncé qu'il démissionnerait.
    The police believe ⟦she⟧ has identified him.             ⇒ it      ⇐ La police pense qu'elle l'a identifié.
    The company, which lost money, says ⟦she⟧ will sell.     ⇒ it      ⇐ L'entreprise, qui a perdu de l'argent, dit qu'elle vendra.
    The party decided that ⟦he⟧ would not vote.              ⇒ it      ⇐ Le parti a décidé qu'il ne voterait pas.
Leaves alone
    The commission said she would appeal.
    The commission said it would appeal.                               ⇐ La commission a déclaré qu'elle ferait appel.
    Mrs. Dupont was fired. The company said she stole.                 ⇐ Mme Dupont a été licenciée. L'entreprise dit qu'elle volait.
    The police said she was 34.                                        ⇐ La police dit que la victime avait 34 ans ; elle vivait seule.
    The mayor spoke. The government said he was wrong.                 ⇐ Le maire a parlé. Le gouvernement a dit qu'il avait tort.
Limits
    Needs the source, where the same noun must be followed by "qu'elle" or "qu'il" and no person be named.
Source
    Inventory FRE-G801; Isabelle & Kuhn 2018, arXiv:1806.02725 (pronoun gender).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

# The English noun and the French one it stands for, by the gender of the latter.
_SHE = {
    "commission": "commission", "company": "entreprise|société|compagnie", "firm": "entreprise|société", "police": "police", "bank": "banque",
    "court": "cour|justice", "assembly": "assemblée", "army": "armée", "agency": "agence", "union": "union|centrale", "association": "association",
    "organization": "organisation", "organisation": "organisation", "opposition": "opposition", "city": "ville", "majority": "majorité",
    "team": "équipe", "federation": "fédération", "region": "région",
}  # fmt: skip
_HE = {
    "government": "gouvernement", "ministry": "ministère", "party": "parti", "committee": "comité", "council": "conseil", "court": "tribunal|parquet",
    "group": "groupe", "parliament": "parlement", "club": "club", "senate": "sénat", "union": "syndicat", "kremlin": "kremlin", "movement": "mouvement",
    "regime": "régime", "prosecution": "parquet", "country": "pays",
}  # fmt: skip
_PERSON = re.compile(
    r"\b(?:M\.|Mme|Mlle|Monsieur|Madame|femme|homme|fille|garçon|mère|père|épouse|mari|suspecte?|victime|personne"
    r"|maire|ministre|président(?:e)?|juge"
    r"|directeur|directrice|porte-parole|chef|candidate?|étudiante?|accusée?|prévenue?|auteur|joueu(?:r|se)|Premier)\b"
)


def _is_a_body(match: Match) -> bool:
    noun, pronoun = match["noun"].lower(), match["pronoun"]
    french = (_SHE if pronoun == "she" else _HE).get(noun)
    source = match.article.source or ""
    if french is None or _PERSON.search(source):
        return False
    clause = rf"\b(?:{french})\b[^.;!?]{{0,120}}\bqu['’]{'elle' if pronoun == 'she' else 'il'}\b"
    return bool(re.search(clause, source, re.IGNORECASE))


RULE = Rule(
    id="FRE-G801",
    slug="body-as-she-or-he",
    category="reference",
    mqm="accuracy/mistranslation (pronoun)",
    severity="major",
    confidence=0.85,
    message="'{pronoun}' follows the gender of the French noun; in English the {noun} is 'it'.",
    pattern=(
        r"\b[Tt]he (?:[\w’-]+ )?(?P<noun>(?i:" + "|".join(sorted({*_SHE, *_HE})) + r"))(?:, [^,.]{1,60},)?"
        r" (?:has |have |had )?(?:said|says?|announce[sd]?|added|explain(?:s|ed)|declare[sd]|believes?|hope[sd]?"
        r"|decide[sd]|claim(?:s|ed)|think[s]?"
        r"|assure[sd]|confirm(?:s|ed)|warn(?:s|ed)|promise[sd]|indicate[sd]"
        r"|estimate[sd])(?: on \w+day)?(?: that)? (?P<span>(?P<pronoun>she|he))\b"
    ),
    guard=_is_a_body,
    repair="it",
    needs_source=True,
    evidence="both",
)
