"""'se féliciter de' translated as "congratulate oneself": "Paris congratulated itself on the agreement".

Why it matters
    In the language of diplomacy French "se féliciter de" is to welcome. In English who congratulates himself is
    pleased with himself.
Flags
    Paris ⟦congratulated itself on⟧ the agreement.                     ⇒ welcomed
    The minister ⟦congratulates himself on⟧ the release of the hostages.   ⇒ welcomes
    The two presidents ⟦congratulated themselves on⟧ the resumption of talks.   ⇒ welcomed
    The union, which ⟦congratulated itself for⟧ the court's decision, will not appeal.   ⇒ welcomed
    The mayor ⟦congratulated himself that⟧ an agreement had been found.  ⇒ welcomed the fact that
Leaves alone
    The party congratulated itself on its success.
    He congratulated himself on his cleverness.
    Leaders should be less quick to congratulate themselves.
    The team congratulated itself on the victory.
    She congratulated the minister on the agreement.
Limits
    Only before what others did or both sides agreed on.
Source
    Any French dictionary, "se féliciter de".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_WELCOME = (
    r" (?:the|this|that|these|an?|such) (?:[\w’'-]+ ){0,3}?(?:agreement|deal|decisions?|ruling|verdict|release|resumption|adoption|signing"
    r"|announcement|ceasefire|truce|commitment|arrest|launch|reopening|withdrawal|progress|creation|election|appointment|rapprochement"
    r"|dialogue|support|vote|return|lifting|end|cooperation|improvement|opening|arrival|ratification|extension|conclusion|holding"
    r"|initiative|desire|willingness|will|drop|fall|decrease|rise)\b"
)
_SELF = r"(?:himself|herself|itself|themselves)"
_PHRASES = Phrases(
    (
        Row(rf"congratulated {_SELF} (?:on|for|about|at|of|over)", "welcomed", after=_WELCOME),
        Row(rf"congratulates {_SELF} (?:on|for|about|at|of|over)", "welcomes", after=_WELCOME),
        Row(rf"congratulate {_SELF} (?:on|for|about|at|of|over)", "welcome", after=_WELCOME),
        Row(rf"congratulated {_SELF} that", "welcomed the fact that"),
        Row(rf"congratulates {_SELF} that", "welcomes the fact that"),
    )
)

RULE = Rule(
    id="FRE-R413",
    slug="congratulate-itself-on",
    category="calque",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.9,
    message="French 'se féliciter de' is to welcome; to congratulate oneself is to be pleased with oneself.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
