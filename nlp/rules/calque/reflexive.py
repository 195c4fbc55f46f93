"""A French pronominal verb kept reflexive: "the product sells itself well", "the victim found himself in the car".

Why it matters
    "se vendre", "se lire", "se trouver" are reflexive in form only. English says that a product sells well, and that
    somebody was in the car.
Flags
    The product ⟦sells itself⟧ well.                              ⇒ sells
    The novels ⟦read themselves⟧ quickly.                         ⇒ read
    At that time the victim ⟦found himself⟧ in the car.           ⇒ was
    The two hotels ⟦find themselves⟧ near the station.            ⇒ are
    The trend ⟦explains itself⟧ by the crisis.                    ⇒ is explained
    The dish ⟦eats itself⟧ cold.                                  ⇒ is eaten
Leaves alone
    A good product sells itself.
    He found himself alone in the car.
    The army found itself in a difficult position.
    She explained herself to the court.
    He shot himself in the foot.
    They defend themselves well.
Limits
    Much of it can be right in context, so it is off unless asked for.
Source
    Inventory FRE-C210.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_MANNER = re.compile(r" (?:well|badly|easily|poorly|quickly|slowly|cold|hot|raw|by|like|in one)\b")
_PLACE = re.compile(
    r" (?:in|at|on|near|behind|under|outside|inside|between) (?:(?:the|a|his|her|front|of|an) )+"
    r"(?:car|vehicle|house|building|station|street|road|room|apartment|flat|hotel|centre|center|city|town|village"
    r"|square|train|bus|plane|boat|cell|office"
    r"|hospital|river|shop|store|bar|restaurant|airport|scene|suburbs|region|north|south|east|west|basement|kitchen"
    r"|garden|courtyard)\b"
)
_PASSIVE = {
    "explains": "is explained", "explain": "are explained", "explained": "was explained", "eats": "is eaten", "eat": "are eaten",
    "understands": "is understood", "understand": "are understood", "writes": "is written", "write": "are written",
}  # fmt: skip
_FOUND = {"finds": "is", "find": "are", "found": "was"}


def _is_calque(match: Match) -> bool:
    return bool((_PLACE if match["found"] else _MANNER).match(match.after))


def _repair(match: Match) -> tuple[str, ...]:
    if match["found"]:
        return ("were" if match.text == "found themselves" else _FOUND[match["found"]],)
    return (_PASSIVE.get(match["verb"], match["verb"]),)


RULE = Rule(
    id="FRE-C210",
    slug="calqued-reflexive",
    category="calque",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.6,
    message="A French pronominal verb; the English one is not reflexive.",
    pattern=(
        r"\b(?P<span>(?:(?P<verb>s(?:ells?|old)|reads?|explain(?:s|ed)?|eats?|understands?|writes?|drinks?|plays?"
        r"|translates?|cooks?)"
        r" (?:itself|themselves)|(?P<found>finds?|found) (?:himself|herself|itself|themselves)))\b"
    ),
    guard=_is_calque,
    repair=_repair,
    preview=True,
    in_quotes=False,
)
