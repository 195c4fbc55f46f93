"""'revendiquer', 'réclamer' translated as "revendicate", "reclaim": "the group revendicated the attack".

Why it matters
    "Revendicate" is no English word. French "revendiquer" is to claim, or to claim responsibility for an
    attack; "réclamer" is to demand, while English "reclaim" is to get back what one had.
Flags
    The group ⟦revendicated⟧ the attack.                               ⇒ claimed responsibility for
    The bombing was ⟦revendicated⟧ by the Islamic State.               ⇒ claimed
    No one has ⟦reclaimed⟧ the attack.                                 ⇒ claimed responsibility for
    The strikers ⟦reclaim⟧ better pay.                                 ⇒ demand
    The opposition ⟦reclaims⟧ the resignation of the president.        ⇒ demands
    He listed the ⟦revendications⟧ of the unions.                      ⇒ demands
    Residents have been ⟦reclaiming⟧ an independent inquiry for years. ⇒ demanding
Leaves alone
    The group claimed the attack.
    The army reclaimed the city from the rebels.
    She reclaimed her title in Paris.
    Travellers can reclaim the tax at the airport.
    He wants to reclaim the party for the left.
    Activists reclaimed the streets and reclaimed power.
Limits
    "Reclaim" is flagged only before things that are demanded, never had.
Source
    Inventory FRE-L310; any French dictionary, "revendiquer", "réclamer".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import left, right
from nlp.rules.rule import Match, Rule, like

_ENDINGS = {
    "e": ("claim", "demand"),
    "es": ("claims", "demands"),
    "ed": ("claimed", "demanded"),
    "ing": ("claiming", "demanding"),
}
_ATTACK = re.compile(
    r" (?:the|this|these|both|an?|several|two|three|responsibility for|\w+['’]s) (?:\w+ ){0,2}(?:attacks?|attentats?|bombings?|assassination|murders?|kidnapping"
    r"|shootings?|killings?|explosions?|operation|assault|ambush|hostage-taking|raids?)\b",
    re.IGNORECASE,
)
_DEMANDED = re.compile(
    r" (?:the |an? |his |her |their |its |more |new |greater )?(?:better (?:pay|wages|salaries|conditions|working conditions|treatment)"
    r"|higher (?:pay|wages|salaries)|(?:pay|wage|salary) (?:rises?|increases?)|immediate \w+|resignation|departure|explanations?"
    r"|apolog(?:y|ies)|early elections|elections|referendum|independent (?:inquiry|investigation)|(?:\w+ )?(?:inquiry|investigation)"
    r"|abolition|cancellation|lifting|extradition|sanctions|ceasefire|dialogue|negotiations|more (?:means|resources|staff|police)"
    r"|means|resources|staff|police officers|measures|truth|vote|debate|justice)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|not|yet)(?: (?:also|not|quickly|later|yet))*\s+$", re.IGNORECASE
)


def _is_calque(match: Match) -> bool:
    if match["noun"] or match["revendicate"]:
        return True
    following = right(match)
    return bool(_ATTACK.match(following) or _DEMANDED.match(following))


def _repair(match: Match) -> tuple[str, ...]:
    if match["noun"]:
        return (like(match.text, "demands" if match["noun"].endswith("s") else "demand"),)
    ending = (match["revendicate"] or match["reclaim"]).lower()
    claim, demand = _ENDINGS[{"": "e", "s": "es"}.get(ending, ending)]
    if _ATTACK.match(right(match)):
        return (like(match.text, f"{claim} responsibility for"),)
    if match["revendicate"]:
        return (
            (like(match.text, claim),)
            if _PASSIVE.search(left(match))
            else (like(match.text, claim), like(match.text, demand))
        )
    return (like(match.text, demand),)


RULE = Rule(
    id="FRE-L310",
    slug="reclaim-for-demand",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.93,
    message="French 'revendiquer' is to claim (responsibility for) and 'réclamer' to demand; '{text}' is neither.",
    pattern=r"(?i)\b(?P<span>revendicat(?:(?P<revendicate>es|ed|ing|e)|(?P<noun>ions?))|reclaim(?P<reclaim>s|ed|ing)?)\b",
    guard=_is_calque,
    repair=_repair,
)
