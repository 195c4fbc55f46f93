"""'éventuel' translated as "eventual": "eventual survivors".

Why it matters
    French "éventuel" means possible. English "eventual" means that it does come in the end, so "eventual
    victims" announces deaths that nobody knows of, and "an eventual contamination" one that has not happened.
Flags
    Officers searched for ⟦eventual⟧ survivors.                       ⇒ possible | potential
    Police are looking for ⟦eventual⟧ accomplices of the gunman.      ⇒ possible | potential
    The ministry has prepared for ⟦an eventual⟧ contamination of the river.
        ⇒ a possible | a potential
    In case of ⟦an eventual⟧ attack, the sirens will sound.           ⇒ a possible | a potential
    Call this number to report any ⟦eventual⟧ side effects.           ⇒ possible | potential
    ⟦Eventual⟧ conflicts of interest must be declared.                ⇒ Possible | Potential
    He refused to comment on ⟦an eventual⟧ return to politics.        ⇒ a possible | a potential
        ⇐ Il a refusé de commenter un éventuel retour en politique.
    The state could ⟦eventually⟧ take a share.                        ⇒ possibly | if necessary
        ⇐ L'État pourrait éventuellement prendre une participation.
Leaves alone
    The eventual winner will face the president in November.
    The country's eventual accession to the EU is still on the agenda.
    An eventual deal would need the approval of both parliaments.
    The eventual victims of the fraud were the shareholders.
    He eventually resigned, and his eventual successor kept the plan.
    The state finally took a share and eventually sold it.    ⇐ L'État a fini par prendre une part et par la vendre.
Limits
    Without the source only before a noun that can be possible but not final; "eventual return" or "eventual
    buyer" may be good English.
Source
    Inventory FRE-L302; Gardner 2016, Misused English words and expressions in EU publications, "eventual".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import article_for, left, right
from nlp.rules.lexical._source import aligned
from nlp.rules.rule import Match, Rule, like

_FRENCH = re.compile(r"\béventuel(?:le)?s?\b|\béventuellement\b", re.IGNORECASE)
_POSSIBLE_WORD = re.compile(
    r"\b(?:possib\w+|potential\w*|perhaps|maybe|any|prospective|would-be|in case|if necessary|if need be|where appropriate)\b",
    re.IGNORECASE,
)
_NEVER_FINAL = re.compile(
    r" (?:\w+ )?(?:accomplices?|side[ -]effects|irregularities|conflicts? of interests?|contaminations?|anomal(?:y|ies)"
    r"|links?(?: with| between)|leaks?|infringements?|abuses|incidents?|complications|threats?|presence of|existence of)\b",
    re.IGNORECASE,
)
_RARELY_FINAL = re.compile(
    r" (?:new |other |further |serious |terrorist |criminal |second |third |future |major )?(?:survivors?|victims|witnesses|suspects?|damage|injuries"
    r"|delays|problems|errors|mistakes|sanctions|penalties|charges|prosecutions?|lawsuits?|risks?|dangers?|attacks?"
    r"|aggressions?|invasions?|offensives?|pollution|infections?|symptoms|objections|disputes|clashes|protests|attackers"
    r"|explosives|offences?|crimes?|waves?|outbreak|lockdown|relapse)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|his|her|its|their|whose|[\w]+['’]s?)\s+$", re.IGNORECASE)
_IN_CASE = re.compile(r"\b(?:in (?:the )?(?:case|event) of|against|prepared? for|preparing for)\s+$", re.IGNORECASE)


def _only_possible(match: Match) -> bool:
    target, source = aligned(match.article, match.offset + match.start)
    if source:
        return len(_FRENCH.findall(source)) > len(_POSSIBLE_WORD.findall(target))
    if match["adverb"]:
        return False
    following = right(match)
    if _NEVER_FINAL.match(following):
        return True
    return bool(_RARELY_FINAL.match(following) and (_IN_CASE.search(left(match)) or not _DEFINITE.search(left(match))))


def _repair(match: Match) -> tuple[str, ...]:
    words = ("possibly", "if necessary") if match["adverb"] else ("possible", "potential")
    article = f"{article_for(words[0], match['article'])} " if match["article"] else ""
    return tuple(article + word if article else like(match.text, word) for word in words)


RULE = Rule(
    id="FRE-L302",
    slug="eventual-for-possible",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.88,
    message="French 'éventuel' means possible; English '{text}' says that it comes in the end.",
    pattern=r"(?i)\b(?P<span>(?:(?P<article>an) )?eventual(?P<adverb>ly)?)\b",
    guard=_only_possible,
    repair=_repair,
)
