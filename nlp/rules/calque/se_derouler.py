"""'se dérouler' translated as unrolling: "The vote unrolled without incident".

Why it matters
    French events "se déroulent": they take place. In English carpets unroll and springs unwind.
Flags
    The vote ⟦unrolled⟧ without incident.                          ⇒ took place
    The ceremony ⟦will unroll⟧ in front of the town hall.          ⇒ will take place
    The trial, which ⟦unrolls⟧ in Paris, began on Monday.          ⇒ takes place
    The elections ⟦are unrolling⟧ calmly.                          ⇒ are taking place
    The match ⟦has unwound⟧ behind closed doors.                   ⇒ has taken place
    The events ⟦unrolled themselves⟧ at night.                     ⇒ took place
Leaves alone
    The country unrolled the red carpet for the debate.
    Traders unwound their positions before the vote.
    How do you unwind after a match?
    The investigation unfolded slowly.
    The scroll unrolls to three metres.
    After the ceremony they unwound in a bar.
Limits
    Only with the word for an event right before the verb.
Source
    Inventory FRE-C207.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_EVENT = (
    r"(?:votes?|voting|elections?|ballot|referendum|ceremony|ceremonies|trial|hearing|match|matches|game|games"
    r"|debates?|talks|negotiations|summit|meetings?"
    r"|conference|demonstrations?|protests?|march|strike|funeral|interview|operation|attack|events?|scene|incidents?"
    r"|campaign|festival"
    r"|competition|race|exercises?|drama|visit|discussions?|round|tournament|concert|investigation|day|evening|night)"
)
_PLACE = {
    "unroll": "take", "unrolls": "takes", "unrolled": "took", "unrolling": "taking",
    "unwind": "take", "unwinds": "takes", "unwound": "took", "unwinding": "taking",
}  # fmt: skip


def _repair(match: Match) -> tuple[str, ...]:
    take = _PLACE[match["verb"]]
    if take == "took" and match["auxiliary"]:
        take = "taken" if match["auxiliary"].strip() in ("has", "have", "had") else ""
    return (f"{match['auxiliary']}{take} place",) if take else ()


RULE = Rule(
    id="FRE-C207",
    slug="events-unroll",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="minor",
    confidence=0.9,
    message="French 'se dérouler' said of an event is to take place.",
    pattern=(
        rf"\b{_EVENT}(?:,? (?:which|that))? (?P<span>(?P<auxiliary>(?:will|would|should|could|may|must|to|is|are|was"
        rf"|were|has|have|had|did not|does not) )?"
        r"(?P<verb>unroll(?:s|ed|ing)?|unwinds?|unwound|unwinding)(?: itself| themselves)?)\b"
    ),
    guard=lambda match: not re.match(r" (?:the|a|an|his|her|its|their|in a bar|after)\b", match.after),
    repair=_repair,
)
