"""'commissariat' left in the text: "he was taken to the commissariat".

Why it matters
    A French "commissariat" is a police station. In English the word is a ministry of Soviet times.
Flags
    He was taken to the ⟦commissariat⟧.                                ⇒ police station
    A shot was fired at the ⟦commissariat⟧ of Argenteuil.              ⇒ police station
    Two ⟦commissariats⟧ were attacked overnight.                       ⇒ police stations
    The central ⟦police commissariat⟧ was evacuated.                   ⇒ police station
Leaves alone
    He was called to the military commissariat of the district.
    The People's Commissariat for Foreign Affairs was dissolved in 1946.
    The General Commissariat for Refugees rejected the claim.
    The police station was attacked.
Limits
    With a capital it is taken for a name.
Source
    Any French dictionary, "commissariat".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_PHRASES = Phrases(
    (
        Row(
            r"(?:(?-i:p)olice )?(?-i:c)ommissariat(?P<s>s?)",
            "police station{s}",
            unless=r"military|people['’]s|recruit\w*|conscript\w*|enlist\w*|mobili[sz]ation|draft|soviet|draftees?|atomic|army|navy|supply|supplies",
        ),
    )
)

RULE = Rule(
    id="FRE-L329",
    slug="commissariat",
    category="untranslated",
    mqm="accuracy/untranslated",
    severity="minor",
    confidence=0.9,
    message="A French 'commissariat' is a police station.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
