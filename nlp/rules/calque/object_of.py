"""'faire l'objet de' translated word for word: "The firm makes the object of an inquiry".

Why it matters
    French "faire l'objet d'une enquête" is to be under investigation. English makes no objects of inquiries; one is
    the subject of them.
Flags
    The firm ⟦makes the object of⟧ an inquiry.                      ⇒ is the subject of
    The two men ⟦make the object of⟧ an arrest warrant.             ⇒ are the subject of
    The bill ⟦has made the object of⟧ long negotiations.            ⇒ has been the subject of
    Her book ⟦does the object of⟧ a complaint.                      ⇒ is the subject of
    He ⟦is the object of⟧ an investigation for fraud.               ⇒ is the subject of
    The text ⟦will make the object of⟧ a vote on Tuesday.           ⇒ will be the subject of
Leaves alone
    She is the object of his desire.
    The object of the inquiry is unknown.
    He was the object of ridicule.
    They make objects of glass.
    It has become the object of a cult.
Limits
    "is the object of" is flagged only before proceedings: an inquiry, a complaint, a trial.
Source
    Inventory FRE-C204.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_PROCEEDINGS = re.compile(
    r" (?:an?|the|several|two|three|many|no|any|numerous)? ?(?:[\w’'-]+ ){0,2}?(?:inquir(?:y|ies)|enquir(?:y|ies)"
    r"|investigations?|complaints?|trials?"
    r"|warrants?|procedures?|proceedings|prosecutions?|indictments?|lawsuits?|appeals?|sanctions|votes?|negotiations"
    r"|decree|checks?|audits?)\b"
)


def _repair(match: Match) -> tuple[str, ...]:
    verb = match["verb"]
    if verb in ("make", "do"):
        be = "be" if match["modal"] else "are"
    elif verb in ("makes", "does"):
        be = "is"
    elif verb == "made":
        be = "been" if match["modal"] else ""
    else:
        be = "being" if verb == "making" else verb
    return (f"{match['modal']}{be} the subject of",) if be else ()


RULE = Rule(
    id="FRE-C204",
    slug="object-of-an-inquiry",
    category="calque",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.85,
    message="French 'faire l'objet de'; in English one is the subject of such a thing, or simply under it.",
    pattern=(
        r"\b(?P<span>(?P<modal>(?:will|would|should|could|may|can|must|has|have|had|not) )?(?P<verb>makes?|made"
        r"|making|do|does|is|are|was|were|be|been)"
        r" the object of)\b"
    ),
    guard=lambda match: match["verb"][0] in "md" or bool(_PROCEEDINGS.match(match.after)),
    repair=_repair,
    in_quotes=False,
)
