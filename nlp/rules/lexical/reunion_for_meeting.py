"""'réunion' translated as "reunion": "a crisis reunion", "the reunion of foreign ministers".

Why it matters
    A French "réunion" is any meeting. An English reunion is of friends or family who have been apart.
Flags
    A crisis ⟦reunion⟧ was held at the Elysee.                         ⇒ meeting
    The ⟦reunion⟧ of foreign ministers ended without a deal.           ⇒ meeting
    An emergency ⟦reunion⟧ of the Security Council is planned.         ⇒ meeting
    Several ⟦reunions⟧ of the committee were cancelled.                ⇒ meetings
    The ⟦Reunion⟧ of the G7 finance ministers begins today.            ⇒ Meeting
Leaves alone
    The family reunion was held in May, a reunion of old friends.
    The cabinet has a minister for family reunion.
    Passengers flew to Reunion Island.
    The band announced a reunion tour.
    He met the president at a class reunion.
    The reunion of the two Germanys took place in 1990.
Limits
    Only among ministers, councils and the like.
Source
    Any French dictionary, "réunion".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_BODY = (
    r" of (?:the )?(?:[\w-]+ ){0,2}?(?:ministers|leaders|heads of (?:state|government)|council|cabinet|committee|G7|G8|G20|experts"
    r"|ambassadors|parliament|eurogroup|board|government|commission|working group|negotiators|finance chiefs)\b"
)
_PHRASES = Phrases(
    (
        Row(r"reunion(?P<s>s?)", "meeting{s}", after=_BODY, unless=r"class|family|school|veterans|former|retired"),
        Row(
            r"reunion(?P<s>s?)",
            "meeting{s}",
            before=r"(?:crisis|emergency|extraordinary|ministerial|cabinet|working|closed-door|plenary|interministerial|inter-ministerial"
            r"|bilateral|trilateral|preparatory|information|public|government|urgent)",
            unless=r"family|band|friends|island",
        ),
    )
)

RULE = Rule(
    id="FRE-L325",
    slug="reunion-for-meeting",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.93,
    message="French 'réunion' is a meeting; an English reunion is of people who have been apart.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
