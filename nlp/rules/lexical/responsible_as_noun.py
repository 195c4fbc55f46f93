"""'un responsable' translated as a noun: "a responsible of the party".

Why it matters
    French "responsable" is also a noun: an official, a manager, the person in charge, the person to blame.
    English "responsible" is an adjective only, so the reader looks for the noun that is missing.
Flags
    ⟦A responsible of⟧ the party told AFP.                         ⇒ An official of | A leader of
    Two ⟦responsibles⟧ of the union were questioned.               ⇒ officials | leaders
    ⟦The responsible of⟧ the project resigned.                     ⇒ The head of | The person in charge of
    The police are still looking for ⟦the responsibles for⟧ the attack.   ⇒ those responsible for
    He is ⟦the main responsible for⟧ the crisis.                   ⇒ the main person responsible for
    ⟦A responsible⟧ said the strike would go on.                   ⇒ An official
    ⟦A union responsible⟧ told AFP that the strike would go on.    ⇒ A union official
    Political ⟦responsibles⟧ must answer.                          ⇒ officials | leaders
    She is one of ⟦the responsibles of⟧ the movement.              ⇒ the leaders of | the officials of
Leaves alone
    The person responsible for the attack said nothing.
    Those responsible should be punished, and the party responsible said so.
    He holds the responsible minister to account.
    Turkey has been a responsible member of NATO.
    The court found both responsible, the more responsible of the two being the driver.
    The pension fund signed the Principles for Responsible Investment.
Limits
    With a word between it and its article ("a union responsible") only where it speaks.
Source
    Inventory FRE-L307; Gardner 2016, "responsible".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_ONE = r"(?:an?|another|one)"
_SPEAKS = r" (?:said|says|told|explained|announced|declared|confirmed|added|indicated)\b"
_KIND = r"union|party|police|local|regional|senior|military|political|security|rebel|ministry"
_PHRASES = Phrases(
    (
        Row(r"(?:the|these) responsibles for", "those responsible for"),
        Row(r"(?:the|these) responsibles of", "the leaders of | the officials of"),
        Row(
            r"the (?P<which>main|only|sole|first|real|principal|chief) responsible for",
            "the {which} person responsible for",
        ),
        Row(
            r"the responsible for",
            "the person responsible for | those responsible for",
            after=r" (?:the|this|an?|these)\b",
        ),
        Row(r"responsibles", "officials | leaders"),
        Row(rf"{_ONE} responsible (?:of|for)", "an official of | a leader of", after=r" (?:the|this|its|[A-Z])"),
        Row(r"the responsible of", "the head of | the person in charge of"),
        Row(rf"{_ONE} responsible", "an official", after=_SPEAKS),
        Row(rf"(?P<a>an?|another) (?P<kind>{_KIND}) responsible", "{a} {kind} official", after=_SPEAKS),
        Row(r"the responsible", "the official", after=_SPEAKS),
    )
)

RULE = Rule(
    id="FRE-L307",
    slug="responsible-as-noun",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.95,
    message="French 'responsable' is also a noun (an official, the person in charge); English 'responsible' is not.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
