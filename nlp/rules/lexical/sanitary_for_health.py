"""'sanitaire' translated as "sanitary": "the sanitary crisis".

Why it matters
    French "sanitaire" is about public health. English "sanitary" is about drains and cleanliness, so a pandemic
    becomes a problem of plumbing.
Flags
    The ⟦sanitary⟧ crisis has emptied the cinemas.                     ⇒ health
    A state of ⟦sanitary⟧ emergency was declared.                      ⇒ health
    Travellers must show a ⟦sanitary⟧ pass.                            ⇒ health
    The ⟦sanitary⟧ situation in the hospitals is worsening.            ⇒ health
    ⟦Sanitary⟧ restrictions will be lifted in June.                    ⇒ Health
    The ⟦sanitary⟧ authorities have registered 300 cases.              ⇒ health
    A strict ⟦sanitary⟧ protocol applies in schools.                   ⇒ health
Leaves alone
    Sanitary conditions in the camp are poor.
    A sanitary crisis threatens the camp, which has no toilets.
    The sanitary situation worsened when the sewage plant failed.
    Sanitary towels will be free of tax.
    The agreement covers sanitary and phytosanitary measures.
Limits
    "Sanitary measures" and "sanitary conditions" may be meant and are left alone.
Source
    Any French dictionary, "sanitaire".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_PHRASES = Phrases(
    (
        Row(
            r"sanitary",
            "health",
            after=r" (?:cris[ie]s|emergency|pass(?:es)?|situation|restrictions?|authorit(?:y|ies)|protocols?|context|curfew|state of emergency"
            r"|catastrophe|disaster|constraints|lockdown|alert|scandal)\b",
            unless=r"toilets?|latrines?|sewage|sewers?|drains?|drainage|water|hygiene|garbage|waste|camps?|phytosanitary|plumbing"
            r"|meat|animals?|veterinary|food|sanitation|ports?|abattoirs?|slaughter\w*",
        ),
    )
)

RULE = Rule(
    id="FRE-L320",
    slug="sanitary-for-health",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.9,
    message="French 'sanitaire' is about public health; English 'sanitary' is about drains and cleanliness.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
