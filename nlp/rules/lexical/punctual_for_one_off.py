"""'ponctuel' translated as "punctual": "punctual measures", "on a punctual basis".

Why it matters
    French "ponctuel" may mean limited to one case. English "punctual" means on time.
Flags
    The ministry announced ⟦punctual⟧ measures.                        ⇒ one-off | occasional
    Aid is given on ⟦a punctual⟧ basis.                                ⇒ a one-off | an occasional
    ⟦Punctual⟧ strikes are expected until Friday.                      ⇒ One-off | Occasional
    There were only ⟦punctual⟧ incidents.                              ⇒ isolated | occasional
Leaves alone
    Trains are punctual on this line, with punctual departures.
    A punctual man, he measures his time.
    The airline won an award for punctual service.
    She was punctual: help came at nine.
Limits
    "Punctual" of persons, trains and payments is left alone.
Source
    Gardner 2016, "punctual".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_PHRASES = Phrases(
    (
        Row(r"punctual", "isolated | occasional", after=r" (?:\w+ )?(?:incidents|clashes|difficulties|problems|disruptions|violence|cases|outages)\b"),
        Row(r"a punctual", "a one-off | an occasional", after=r" (?:basis|measure|action|intervention|operation|event|manner|way|strike|agreement|problem)\b"),
        Row(r"punctual", "one-off | occasional", after=r" (?:\w+ )?(?:measures?|actions?|interventions?|operations?|strikes?|support|aid|help|assistance|agreements?|alliances?|projects?|needs|contracts?|events?|changes|adjustments|raids)\b"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-L328",
    slug="punctual-for-one-off",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.92,
    message="French 'ponctuel' here means limited to one case; English 'punctual' means on time.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
