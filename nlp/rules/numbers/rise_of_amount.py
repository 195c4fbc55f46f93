r"""A rise or fall 'of' an amount: "the temperature fell of 10 degrees" for "fell by 10 degrees".

Why it matters
    French "baisser de 10 degrés" takes "de"; the English verb takes "by", or nothing. Only the noun takes "of".
Flags
    The temperature ⟦fell of⟧ 10 degrees.                            ⇒ fell by
    Prices have ⟦increased of⟧ 5% since May.                         ⇒ increased by
    Exports ⟦dropped of⟧ nearly a third.                             ⇒ dropped by
    The budget will ⟦rise of⟧ two billion euros.                     ⇒ rise by
    The debt has ⟦grown of⟧ about 12 percent.                        ⇒ grown by
    Wages were ⟦raised of⟧ 3%.                                       ⇒ raised by
Leaves alone
    A fall of 10 degrees is expected.
    A sharp rise of 5% and a drop of two points were seen.
    He was accused of 10 crimes.
    Prices rose by 5%.
    The tree that fell, of ten metres, was old.
    The company has grown out of two others.
    He reduced one of two sentences.
    Sales, increased of late by tourism, fell.
Limits
    "rise of", "fall of", "drop of" are verbs only after an auxiliary; elsewhere they are nouns and left alone.
Source
    Inventory FRE-N607; Academic usage notes for French speakers (Sowels, Université Paris 1).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_AUXILIARY = re.compile(
    r"\b(?:will|would|to|could|can|may|might|should|must|did|not|does|do)(?: (?:not|also|probably|even|only|further))? $"
)
_NOUNS = frozenset("rise fall drop increase decrease decline climb jump gain".split())


def _is_verb(match: Match) -> bool:
    return match["verb"] not in _NOUNS or bool(_AUXILIARY.search(match.before))


RULE = Rule(
    id="FRE-N610",
    slug="rise-of-amount",
    category="calque",
    mqm="linguistic conventions/grammar/function words",
    severity="minor",
    confidence=0.95,
    message="The verb '{verb}' takes 'by' before an amount; 'of' is French 'de'.",
    pattern=(
        r"\b(?P<span>(?P<verb>fell|fallen|falls|rose|risen|raised|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|dropp(?:ed|ing)"
        r"|declin(?:ed|es|ing)|grew|grown|growing|climb(?:ed|ing)|jumped|plunged|slumped|shrank|shrunk|reduced|lowered|cut back"
        r"|progressed|soared|surged|tumbled|advanced|diminished|exceed(?:ed|s|ing)|"
        rf"{'|'.join(sorted(_NOUNS))}) of)(?: (?:about|around|almost|nearly|more than|over|less than|some|approximately))?"
        r" (?:[€$£]?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
        r"|half|a half|a quarter|a third) (?:percent|per cent|points?|degrees?|[mb]illion|euros?|dollars?|third|quarter|half|euros)"
        r"|half\b)"
    ),
    guard=_is_verb,
    repair="{verb} by",
)
