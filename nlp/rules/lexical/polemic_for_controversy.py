"""'polémique' translated as "polemic": "his remarks sparked a polemic".

Why it matters
    A French "polémique" is a public row. An English polemic is a text or speech that attacks something.
Flags
    His remarks sparked ⟦a polemic⟧.                                   ⇒ a controversy | a row
    The ⟦polemic⟧ over the veil continues.                             ⇒ controversy | row
    The minister wants to put an end to the ⟦polemic⟧.                 ⇒ controversy | row
    The ad has created ⟦a lively polemic⟧ on social media.             ⇒ a lively controversy | a lively row
    ⟦A new polemic⟧ around the stadium has broken out.                 ⇒ A new controversy | A new row
    The forecast unleashed many ⟦polemics⟧.                            ⇒ controversies
Leaves alone
    The book is a polemic against the euro.
    He wrote a polemic about the church.
    Bloggers engage in fierce polemics with no editorial filter.
    The film is less a story than a polemic.
    Her polemic created the modern essay.
Limits
    The adjective ("a polemic tone") is left alone.
Source
    Any French dictionary, "polémique".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_STIRS = (
    r"(?:spark|caus|provok|trigger|creat|arous|fuel|fuell|launch|relaunch|rais|open|clos|unleash|stirr?|reviv|start|end|generat|feed|feeds|fed"
    r"|set off|put an end to|in the midst of|at the heart of|at the cent(?:re|er) of|following|amid|after)"
    r"(?:e|es|ed|ing|s|t)?(?: up)?(?: (?:the|this|many|several|some|new|numerous))*"
)
_HOW = r"(?P<how>new |lively |strong |fierce |big |huge |bitter |violent |national |political |real |heated |great |vast )?"
_ABOUT = r" (?:over|around|surrounding|concerning|swell\w*|continues|grows|rages|broke out|has broken out|erupted|was born)\b"
_PHRASES = Phrases(
    (
        Row(rf"a {_HOW}polemic", "a {how}controversy | a {how}row", before=_STIRS),
        Row(rf"a {_HOW}polemic", "a {how}controversy | a {how}row", after=_ABOUT, unless=r"wrote|published|book|essay"),
        Row(r"polemics", "controversies", before=_STIRS),
        Row(r"polemic", "controversy | row", before=_STIRS),
        Row(
            r"polemic", "controversy | row", before=r"(?:the|this)", after=_ABOUT, unless=r"wrote|published|book|essay"
        ),
    )
)

RULE = Rule(
    id="FRE-L331",
    slug="polemic-for-controversy",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.88,
    message="A French 'polémique' is a public row or controversy; an English polemic is a text that attacks something.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
