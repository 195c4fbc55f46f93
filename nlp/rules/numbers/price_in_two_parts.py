r"""A price in two parts: "1 euro 50" for "€1.50".

Why it matters
    French speech puts the cents behind the currency ("un euro cinquante"). In English the number behind it is
    left hanging.
Flags
    The bread costs ⟦1 euro 50⟧.                              ⇒ €1.50
    A litre is sold at ⟦2 euros 05⟧ in Paris.                  ⇒ €2.05
    The ticket costs ⟦1 euro and 90 centimes⟧.                ⇒ €1.90
    He paid ⟦12 euros 90 cents⟧ for it.                       ⇒ €12.90
Leaves alone
    He paid 50 euros for 20 tickets.
    It costs 2 euros, 50 of them were sold.
    He owes 100 euros and 50 dollars.
    Two euros and fifty cents is the price.
    In 2002 the euro 12 countries agreed.
    He won 5 euros 20 times.
    They gave 3 euros 10 years ago.
Limits
    Prices in words are left alone.
Source
    Inventory FRE-N609.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_COUNTED = re.compile(
    r" (?:times|years?|days?|months?|weeks?|hours?|minutes?|people|percent|per cent|[mb]illion)\b| ?%|-|[.,]\d|/"
)


def _is_a_price(match: Match) -> bool:
    return bool(match["cent"]) or not (match["and"] or _COUNTED.match(match.after))


RULE = Rule(
    id="FRE-N609",
    slug="price-in-two-parts",
    category="number-format",
    mqm="locale conventions/number format",
    severity="minor",
    confidence=0.9,
    message="A price in French form; English writes the cents after a point: €{euros}.{cents}.",
    pattern=r"\b(?P<span>(?P<euros>\d{1,4}) euros?(?P<and> and)? (?P<cents>\d\d)(?P<cent> (?:euro )?cent(?:ime)?s?)?)\b",
    guard=_is_a_price,
    repair="€{euros}.{cents}",
    safe=True,
)
