"""'auteur', 'présumé' of a crime translated as "author", "presumed": "the author of the attack".

Why it matters
    The French "auteur" of a crime committed it. An English author writes, so "the author of the murder" is a
    novelist; and before a verdict English says "alleged" or "suspected", not "presumed".
Flags
    The ⟦author⟧ of the attack was arrested.                           ⇒ perpetrator
    Police are looking for the ⟦authors⟧ of the shooting.              ⇒ perpetrators
    The ⟦presumed author⟧ of the killings is in custody.               ⇒ alleged perpetrator | suspected perpetrator
    ⟦An author⟧ of the assault was identified.                         ⇒ A perpetrator
    The ⟦presumed killer⟧ of the nun appeared in court.                ⇒ alleged killer | suspected killer
    Two ⟦presumed jihadists⟧ were held in Lille.                       ⇒ suspected jihadists | alleged jihadists
Leaves alone
    The author of the attack on the minister's record is a well-known columnist who wrote three books.
    The author of the murder mystery will sign copies.
    She is the author of the study, and the author of the Act.
    He is presumed dead, and every suspect is presumed innocent.
    The presumed nominee met voters.
    “The Author of the Crime” is a novel.
Limits
    "Author of the law" or "of the goal" is good English or harmless.
Source
    Any French dictionary, "auteur" (law), "présumé".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_CRIME = (
    r" of (?:the|this|these|a|an|several|two|three|both|last|yesterday['’]s|\w+day['’]s) (?:\w+ ){0,2}?(?:attacks?|attentats?|crimes?"
    r"|murders?|killings?|shootings?|shots|bombings?|assaults?|thefts?|robber(?:y|ies)|assassinations?|stabbings?|massacre|rapes?"
    r"|burglar(?:y|ies)|hold-up|arson|aggressions?|kidnappings?|hit-and-run|homicides?|gunfire)\b"
    r"(?! (?:myster|novel|book|series|story|stories|trilogy|report|ballads?|weapon|ads?\b|adverts?|pieces?|lines?|video))"
)
_WRITING = r"book|novel|wrote|written|writer|columnist|essay|bestsell\w+|poem|article|biography|published|thriller|literary|pamphlet"
_CRIMINAL = (
    r"killers?|murderers?|assassins?|attackers?|rapists?|gunm[ae]n|shooters?|accomplices?|thief|thieves|kidnappers?|bombers?"
    r"|robbers?|traffickers?|smugglers?|drug dealers?|perpetrators?|aggressors?|pa?edophiles?|spies|spy|hackers?"
)
_FIGHTER = r"terrorists?|jihadists?|islamists?|militants?|extremists?|members? of"
_PHRASES = Phrases(
    (
        Row(r"an author", "a perpetrator", after=_CRIME, unless=_WRITING),
        Row(r"(?:alleged|presumed|suspected|supposed) author(?P<s>s?)", "alleged perpetrator{s} | suspected perpetrator{s}", after=_CRIME, unless=_WRITING),
        Row(r"author(?P<s>s?)", "perpetrator{s}", after=_CRIME, unless=_WRITING),
        Row(rf"presumed (?P<who>{_CRIMINAL})", "alleged {who} | suspected {who}"),
        Row(rf"presumed (?P<who>{_FIGHTER})", "suspected {who} | alleged {who}"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-L324",
    slug="author-for-perpetrator",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.85,
    message="The French 'auteur' of a crime is who committed it, 'présumé' alleged or suspected.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
