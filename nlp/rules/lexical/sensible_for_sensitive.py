"""'sensible' translated as "sensible": "sensible documents", "sensible to the argument".

Why it matters
    French "sensible" is sensitive. English "sensible" is reasonable, so secret files become wise ones.
Flags
    Hackers stole ⟦sensible⟧ data from the ministry.                   ⇒ sensitive
    It is a highly ⟦sensible⟧ subject.                                 ⇒ sensitive
    The judges were not ⟦sensible⟧ to the argument.                    ⇒ sensitive | receptive
    Police patrol the ⟦sensible⟧ neighbourhoods.                       ⇒ sensitive | troubled
    Voters are very ⟦sensible⟧ to these issues.                        ⇒ sensitive | receptive
Leaves alone
    It is a sensible plan, and sensible people agree.
    It would be sensible to the point of dullness.
    That seems sensible to the average voter.
    It is sensible to wait.
    She wore sensible shoes.
    The committee proposed very sensible reforms.
Limits
    "Sensible" in the sense of marked ("a sensible improvement") is left alone.
Source
    Any French dictionary, "sensible"; LanguageTool's list of false friends.
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_PHRASES = Phrases(
    (
        Row(r"sensible", "sensitive | troubled", after=r" (?:neighbou?rhoods?|districts?|suburbs)\b"),
        Row(
            r"sensible",
            "sensitive",
            after=r" (?:personal |military |medical )?(?:data|documents?|files?|zones?|sites|equipment|cargo|dossiers?|materials?"
            r"|facilities|infrastructure|intelligence)\b",
        ),
        Row(
            r"sensible",
            "sensitive",
            before=r"(?:highly|particularly|politically|extremely|very|most|ultra|so|more)",
            after=r" (?:issues?|subjects?|topics?|matters?|dossiers?|cases?|information|areas?|questions?|point|moment|period)\b",
        ),
        Row(
            r"sensible",
            "sensitive | receptive",
            before=r"(?:is|are|was|were|be|been|not|very|more|particularly|less|highly|became|become|remains?|especially)",
            after=r" to (?:the|his|her|their|its|this|these|that|such) (?:\w+ )?(?:arguments?|plight|cause|situation|issues?|questions?|fate"
            r"|needs?|suffering|demands?|theme|subject|ideas|appeals?|problems?|pressure|changes?|fluctuations|variations|prices?"
            r"|calls?|criticism|concerns?|mood|pain|noise|light|cold|heat)\b",
        ),
    )
)

RULE = Rule(
    id="FRE-L332",
    slug="sensible-for-sensitive",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.9,
    message="French 'sensible' is sensitive; English 'sensible' is reasonable.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
