"""'insister sur' translated as "insist on the fact", "insist on the importance".

Why it matters
    French "insister sur" is to stress. English "insist on" is to demand, so one insists on a thing one wants,
    not on a fact or an importance.
Flags
    The minister ⟦insisted on the fact that⟧ taxes would not rise.     ⇒ stressed that
    She ⟦insists on the importance of⟧ dialogue.                       ⇒ stresses the importance of
    They ⟦insist on the seriousness of⟧ the situation.                 ⇒ stress the seriousness of
    The president also ⟦insisted on the urgency of⟧ reform.            ⇒ stressed the urgency of
    He was right to ⟦insist upon the fact that⟧ nothing is decided.    ⇒ stress that
    Nations ⟦are insisting on the fact that⟧ others must pay.          ⇒ are stressing that
Leaves alone
    The minister insisted on a vote, and on being heard.
    Iran insists on the right to enrich uranium.
    The fact that he insisted on the plan is known.
    She insisted on the return of the money.
    They insist that it is important.
    He insisted on the existing format of talks.
Limits
    "Insist on the need" is heard from native speakers too and is left alone.
Source
    Any French dictionary, "insister".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_QUALITY = (
    r"(?:importance|urgency|seriousness|gravity|complexity|fragility|difficult(?:y|ies)|role|danger|dangers|quality|strength|scale|extent"
    r"|exceptional nature|nature|specificity|severity) of"
)
_FORMS = (("insisted", "stressed"), ("insists", "stresses"), ("insisting", "stressing"), ("insist", "stress"))
_PHRASES = Phrases(
    tuple(
        row
        for form, stress in _FORMS
        for row in (
            Row(rf"(?P<be>(?:is|are|was|were) )?{form} (?:up)?on the fact that", f"{{be}}{stress} that"),
            Row(rf"{form} (?:up)?on the (?P<what>{_QUALITY})", f"{stress} the {{what}}"),
        )
    )
)

RULE = Rule(
    id="FRE-R414",
    slug="insist-on-the-fact",
    category="calque",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.85,
    message="French 'insister sur' is to stress; English insists on what it wants.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
    in_quotes=False,
)
