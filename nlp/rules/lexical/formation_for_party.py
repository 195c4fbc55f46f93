"""'formation' (a party, a training) translated as "formation": "the far-right formation".

Why it matters
    A French "formation" may be a political party, a sports team or a training course. In English it is the act
    of forming, or an order of battle.
Flags
    The far-right ⟦formation⟧ won two seats.                           ⇒ party
    Several left-wing ⟦formations⟧ signed the appeal.                  ⇒ parties
    He left the presidential ⟦formation⟧ in May.                       ⇒ party
    The unemployed will be offered vocational ⟦formation⟧.             ⇒ training
    She followed ⟦a formation⟧ in nursing.                             ⇒ training | a training course
    The ⟦formation⟧ of teachers must be improved.                      ⇒ training
Leaves alone
    The formation of a right-wing government took months.
    The team played in a left-wing formation of three.
    Soldiers marched in formation past the presidential palace.
    Rock formations draw tourists.
    The formation of a coalition of left-wing parties failed.
    The formation of the conservative party dates from 1834.
Limits
    "Political formation" is used by political scientists and is left alone.
Source
    Any French dictionary, "formation".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_SIDE = (
    r"(?:far-right|far-left|extreme right|extreme left|right-wing|left-wing|centre-right|center-right|centre-left|center-left|centrist"
    r"|socialist|communist|nationalist|populist|conservative|environmentalist|ecologist|eurosceptic|sovereignist|xenophobic"
    r"|presidential|islamist|separatist|anti-immigration|anti-immigrant|opposition|ultranationalist)"
)
_PLAY = r"flying|play\w*|match|team|coach|defen[cs]e|midfield|pitch|goal|march\w*|soldiers|parade|palace"
_PHRASES = Phrases(
    (
        Row(r"formations", "parties", before=_SIDE, unless=_PLAY),
        Row(r"formation", "party", before=_SIDE, unless=_PLAY),
        Row(r"formations?", "training", before=r"(?:vocational|professional|continuing|continuous|occupational|on-the-job)"),
        Row(
            r"formation",
            "training",
            before=r"the",
            after=r" of (?:(?:the|our|young|new|future) )?(?:teachers|doctors|nurses|journalists|police officers|judges|magistrates|engineers"
            r"|priests|imams|staff|employees|workers|pilots|jobseekers|job seekers|apprentices|executives)\b",
        ),
        Row(r"a formation", "training | a training course", before=r"(?:follow|follows|followed|following|undergo|underwent|complete[ds]?|take|took|taken)"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-L326",
    slug="formation-for-party",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.85,
    message="French 'formation' is also a party or a training; English 'formation' is the act of forming.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
