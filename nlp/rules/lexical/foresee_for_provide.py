"""'prévoir' of a legal text translated as "foresee": "the law foresees a fine".

Why it matters
    A French law "prévoit" what it provides for. To foresee is to know beforehand, which no text does.
Flags
    The text ⟦foresees⟧ a fine of 200 euros.                           ⇒ provides for | sets out
    The bill also ⟦foresees⟧ the creation of 3,000 jobs.               ⇒ provides for | sets out
    Article 49 of the constitution ⟦foresees⟧ that ministers answer to parliament.   ⇒ provides
    The penalties ⟦foreseen⟧ by the criminal code are heavier.         ⇒ provided for
    The new law, as ⟦foreseen⟧ in the agreement, takes effect in May.  ⇒ provided for
    The agreement ⟦foresees⟧ a ceasefire.                              ⇒ provides for | sets out
    The decree ⟦foresaw⟧ an exception for hospitals.                   ⇒ provided for | set out
    The meeting ⟦foreseen⟧ for Monday was cancelled.                   ⇒ planned | scheduled
Leaves alone
    Nobody foresaw the law's effect on prices.
    The bank foresees growth of 2 percent.
    The lawyer foresees a long trial.
    Few had foreseen that the text would pass.
    The bill's authors foresee a rise in prices.
    It was a crisis foreseen by economists.
    She foresaw the fall of the government.
Limits
    "The plan foresees" is common in reports from Brussels and is left alone.
Source
    Inventory FRE-L311; Gardner 2016, "foresee".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_TEXT = (
    r"(?:(?:the|this|a|that|which|current|new|draft|initial|final|[A-Z]\w+) (?:\w+ )?(?:text|law|bill|code|decree|statute|legislation"
    r"|constitution|directive|regulation|ordinance|amendment|treaty|contract|protocol|clause|convention|budget|agreement|accord|reform|ceasefire deal)"
    r"|article \w+(?:[ -]\d+)?(?: of the [\w ]{1,30})?|(?:text|law|bill|decree|directive),? which)(?: (?:also|already|notably|only|thus|therefore))*"
)
_IN_TEXT = (
    r",? (?:by|in|under) (?:the|this|that|article)(?: \w+){0,3} (?:text|law|bill|code|decree|constitution|directive|regulation|treaty"
    r"|contract|agreement|convention|protocol|\d+)\b"
)
_WHEN = r" (?:for|on|in) (?:(?:this |next |early |late |mid-)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|tomorrow|tonight|this (?:week|month|summer|autumn|spring|winter)|next (?:week|month|year))\b"
_PHRASES = Phrases(
    (
        Row(r"foresees", "provides", before=_TEXT, after=r" that\b"),
        Row(r"foresaw", "provided", before=_TEXT, after=r" that\b"),
        Row(r"foresees", "provides for | sets out", before=_TEXT),
        Row(r"foresaw", "provided for | set out", before=_TEXT),
        Row(r"foreseen", "provided for", after=_IN_TEXT),
        Row(
            r"(?:initially |originally )?foreseen",
            "planned | scheduled",
            before=r"(?:meeting|visit|vote|summit|trial|hearing|departure|election|elections|match|ceremony|trip|return|opening|launch"
            r"|strike|demonstration|debate|session|talks|negotiations|publication|was|is|were|are|been)",
            after=_WHEN,
        ),
    )
)

RULE = Rule(
    id="FRE-L311",
    slug="foresee-for-provide",
    category="false-friend",
    mqm="accuracy/mistranslation",
    severity="minor",
    confidence=0.8,
    message="French 'prévoir' of a text is to provide for, of a date to plan; to foresee is to know beforehand.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
