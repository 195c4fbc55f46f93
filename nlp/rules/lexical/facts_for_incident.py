"""'les faits', 'le drame' of a crime translated as "the facts", "the drama": "the facts took place on Sunday".

Why it matters
    In French crime reports "les faits" is what happened, the incident or the offence, and "le drame" a tragedy.
    In English facts do not take place, nobody is tried for them, and a drama is played on a stage.
Flags
    ⟦The facts⟧ took place on Sunday night in Marseille.               ⇒ The incident | The events
    ⟦The facts⟧ date back to 2014.                                     ⇒ The events
    He was 17 at the time of ⟦the facts⟧.                              ⇒ the events | the incident
    The man is suspected of ⟦facts of⟧ violence.                       ⇒ acts of
    She ⟦contests the facts⟧.                                          ⇒ denies the charges | denies the allegations
    The suspect has ⟦recognized the facts⟧.                            ⇒ confessed | admitted the offence
    Police are at the scene of ⟦the facts⟧.                            ⇒ the incident
    The ⟦drama⟧ occurred around noon, when a boy drowned.              ⇒ tragedy
    Two people died; the circumstances of the ⟦drama⟧ are not known.   ⇒ tragedy
Leaves alone
    The facts speak for themselves, and the facts show that he lied.
    He checked the facts, denied the facts and admitted the facts of the case.
    The drama took place in the last minute, when United scored.
    The facts of nature took time to be known.
    At the time of the events he was 17.
    The drama of the election killed all talk of reform.
Limits
    "Drama" only where somebody died or was hurt in the same sentence.
Source
    Any French dictionary, "fait" (law), "drame".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_HARM = (
    r"dead|died|dies|killed|deaths?|drowned|stabbed|shot|body|bodies|injured|wounded|fatal|fatally|murdered|victims?"
)
_CRIMES = (
    r"(?:(?:sexual|domestic|physical|aggravated|armed|organi[sz]ed|moral) )?(?:violence|rapes?|thefts?|corruption|murders?|harassment"
    r"|fraud|terrorism|assaults?|aggressions?|torture|pa?edophilia|embezzlement|extortion|kidnapping|trafficking|robbery|abuse)\b"
)
_PHRASES = Phrases(
    (
        Row(r"(?:the|these) facts", "the incident | the events", after=r" (?:took place|occurred|happened|unfolded)\b"),
        Row(r"(?:the|these) facts", "the events", after=r",? (?:that |which )?(?:dat(?:e|ed) (?:back )?(?:to|from)|go back to|went back to)\b"),
        Row(r"the facts", "the events | the incident", before=r"(?:at|since) the (?:time|moment|date) of"),
        Row(r"the facts", "the incident", before=r"(?:place|scene|day|night|evening|location|authors?|perpetrators?|witness(?:es)?) (?:of|to)"),
        Row(r"(?:the )?facts of", "acts of", after=" " + _CRIMES),
        Row(r"contests the facts", "denies the charges | denies the allegations"),
        Row(r"contest the facts", "deny the charges | deny the allegations"),
        Row(r"contested the facts", "denied the charges | denied the allegations"),
        Row(r"admitted the facts", "admitted the offence | confessed", near=r"custody|suspects?|police|detained", unless=r"facts of"),
        Row(r"recogni[sz]ed the facts", "confessed | admitted the offence"),
        Row(r"drama", "tragedy", before=r"(?:circumstances|origin|place|scene|victims?|witness(?:es)?) (?:of|to) (?:the|this)", near=_HARM, unless=r"theat(?:re|er)|play|film|stage|match|scored|goal"),
        Row(r"drama", "tragedy", before=r"(?:the|this)", after=r" (?:occurred|took place|happened)\b", near=_HARM, unless=r"theat(?:re|er)|play|film|stage|match|scored|goal"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-L323",
    slug="facts-for-incident",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.9,
    message="French 'les faits' is what happened, 'le drame' a tragedy; English facts and dramas are something else.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
