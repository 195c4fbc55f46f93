"""'venir de' + infinitive translated as coming: "The minister comes to announce her departure".

Why it matters
    French "elle vient d'annoncer" says that she has just announced. English "comes to announce" says that she comes
    in order to do it, or that she ends up doing it.
Flags
    The minister ⟦comes to announce⟧ her departure.               ⇒ has just announced
    The two banks ⟦come to sign⟧ an agreement.                    ⇒ have just signed
    Parliament ⟦comes from adopting⟧ the law.                     ⇒ has just adopted
    Our source ⟦has just come to confirm⟧ the news.               ⇒ has just confirmed
    The novel ⟦comes to be published⟧ in Paris.                   ⇒ has just been published
    The team ⟦comes of winning⟧ three matches in a row.           ⇒ has just won
Leaves alone
    When it comes to signing a contract, he waits.
    She comes to realise that he was right.
    He came to announce the news in person.
    They will come to sign the agreement on Monday.
    The delegation comes to Paris to sign an agreement.
    The pressure comes from publishing every day.
    What comes to light next is unknown.
    Much of the money comes from winning tenders.
Limits
    The past ("came to announce") can be good English and is left alone.
Source
    Inventory FRE-T109; any French grammar, "venir de" + infinitive (passé récent).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import base_of_gerund, participle

_ACHIEVED = (
    r"(?:announce|publish|sign|win|lose|decide|vote|adopt|launch|declare|confirm|reveal|approve|inaugurate"
    r"|release|validate|unveil|elect"
    r"|appoint|resign|acquire|obtain|arrest|reject|ratify|celebrate|die|suffer|lift|cancel|conclude)"
)
_GERUND = (
    r"(?:announcing|publishing|signing|winning|losing|deciding|voting|adopting|launching|declaring"
    r"|confirming|revealing|approving"
    r"|inaugurating|releasing|validating|unveiling|electing|appointing|resigning|obtaining|rejecting"
    r"|ratifying|celebrating|concluding)"
)
# A person or body that does it must stand before: "the money comes from winning tenders" is about money.
_NO_DOER = re.compile(
    r"\b(?:it|what|that|which|there|to|will|would|can|could|may|might|must|should|did|does|do|and|money"
    r"|revenue|revenues|income|power|strength"
    r"|success|satisfaction|pressure|confidence|joy|pleasure|advantage|benefit|benefits|profit|profits|risk"
    r"|risks|experience|momentum|credibility"
    r"|legitimacy|much|most|some|all|part|half|\d+%?|percent|cent)\s+$",
    re.IGNORECASE,
)


def _just_done(match: Match) -> bool:
    if _NO_DOER.search(match.before):
        return False
    return not match["gerund"] or bool(re.match(r" (?:the|an?|its|his|her|their|two|three|\d+)\b", match.after))


def _repair(match: Match) -> tuple[str, ...]:
    have = "has" if match["come"] in ("comes", "has just come") else "have"
    if match["gerund"]:
        return (f"{have} just {participle(base_of_gerund(match['gerund']) or '')}",)
    return (f"{have} just been {match['passive']}" if match["passive"] else f"{have} just {participle(match['verb'])}",)


RULE = Rule(
    id="FRE-T109",
    slug="come-to-for-have-just",
    category="tense",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.75,
    message="French 'venir de' before a verb means to have just done it; '{text}' does not say that.",
    pattern=(
        r"\b(?P<span>(?P<come>comes?|ha(?:s|ve) just come) "
        rf"(?:to (?:(?P<verb>{_ACHIEVED})|be (?P<passive>announced|published|signed|adopted|elected"
        rf"|appointed|released|arrested|launched|approved))"
        rf"|(?:from|of) (?P<gerund>{_GERUND})))\b"
    ),
    guard=_just_done,
    repair=_repair,
)
