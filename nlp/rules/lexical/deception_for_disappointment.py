"""'déception', 'déçu' translated as "deception", "deceived": "supporters deceived by the result".

Why it matters
    French "déception" is disappointment. English deception is fraud, so a lost match becomes a swindle.
Flags
    The elimination is a huge ⟦deception⟧ for the fans.                ⇒ disappointment
    The players did not hide that they were ⟦deceived⟧ by the result.  ⇒ disappointed
    She expressed her ⟦deception⟧ after the vote.                      ⇒ disappointment
    Supporters, very ⟦deceived⟧ by the defeat, left early.             ⇒ disappointed
    To the great ⟦deception⟧ of the unions, nothing was signed.        ⇒ disappointment
Leaves alone
    He pleaded guilty to five charges of deception.
    Voters were deceived by the minister.
    He tried to hide his deception from the police.
    It was a cruel deception, and she was deceived by the forged results.
    The magician’s great deception drew applause.
Limits
    Only where feeling or sport leaves no other sense.
Source
    Any French dictionary, "déception", "décevoir".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_FRAUD = (
    r"forged|forger\w*|fraud\w*|fake|guilty|police|court|lied|lies|lying|cheat\w*|magician|spy|spies|deceiv(?:er|ing)"
)
_PHRASES = Phrases(
    (
        Row(
            r"deceptions?",
            "disappointment",
            before=r"(?:a|an|the|another|real|huge|big|great|immense|bitter|enormous|terrible)",
            after=r" for (?:the |his |her |their |our |all )?(?:fans|supporters|players|team|club|voters|athletes?|coach|party|unions|public"
            r"|whole country|country)\b",
            unless=_FRAUD,
        ),
        Row(
            r"deception",
            "disappointment",
            before=r"to the (?:great|immense|huge|general)",
            after=r" of (?:the|his|her|its|all|many)\b",
            unless=_FRAUD,
        ),
        Row(
            r"deceptions?",
            "disappointment",
            before=r"(?:express|expresses|expressed|expressing|voiced?|voices|voicing|conceal)(?: \w+)? (?:his|her|their|its|my|our)"
            r"(?: \w+)?",
            unless=_FRAUD,
        ),
        Row(
            r"deceived",
            "disappointed",
            after=r" (?:by|with) (?:the |his |her |this |their |its )?(?:\w+ )?(?:results?|outcome|defeat|score|elimination|loss|draw"
            r"|poor performance|lack of|turnout|weather|atmosphere|failure)\b",
            unless=_FRAUD,
        ),
    )
)

RULE = Rule(
    id="FRE-L333",
    slug="deception-for-disappointment",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.9,
    message="French 'déception' is disappointment; English deception is fraud.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
