r"""A decimal comma: "3,5 percent" for "3.5 percent".

Why it matters
    In most of Europe the comma parts the decimals. In English it parts the thousands, so the amount can be
    misread, and programs read another number.
Flags
    Inflation rose to ⟦3,5⟧ percent.                                  ⇒ 3.5
    It costs ⟦1,5⟧ million euros, or €⟦2,75⟧ a head.                  ⇒ 1.5 ; 2.75
    The rate fell to ⟦0,125⟧ percent, or by ⟦2,4 %⟧.                  ⇒ 0.125 ; 2.4%
    Growth was between ⟦3,5⟧ and ⟦4,2%⟧ last year.                    ⇒ 3.5 ; 4.2%
    The fine is ⟦1.234,50⟧ euros; the debt ⟦12 345,67⟧ euros.         ⇒ 1,234.50 ; 12,345.67
    A quake of magnitude ⟦7,4⟧ hit the coast.                         ⇒ 7.4
    He ran 100 m in ⟦9,8⟧ seconds.                                    ⇒ 9.8
Leaves alone
    More than 12,000 people live there, 1,234 of them in tents.
    It costs 3,5 € a piece.
    See chapters 3,5 and 7.
    On May 3,20 percent of the seats were empty.
    In groups of 1,2 or 3 points.
    The sum of 5,00,000 rupees was paid.
    Articles 12,13 of the code apply.
    Between 3,500 and 4,200 euros were stolen.
Limits
    Without a unit, a currency or a second such number beside it, a comma may part two numbers of a list.
Source
    Inventory FRE-N601; post-editors removed two of three (35 in 10,881 segments).
"""

from __future__ import annotations

import re

from nlp.rules.numbers._amounts import MONTH, SPACE, in_english
from nlp.rules.rule import Match, Rule

_UNIT = (
    r"[ \u00a0\u202f-]?(?:percent|per cent|percentage|[mbtr]+illions?|milliards?|bn|mn|euros?|dollars?|pounds?|francs?|rubles?"
    r"|degrees?|°|[kcm]?m\b|[kc]?g\b|(?:kilo|centi|milli)?met(?:er|re)s?|kilos?|(?:kilo)?grams?|tons?|tonnes?|hectares?"
    r"|lit(?:er|re)s?|hours?|minutes?|seconds?|years?|months|weeks|days|points?|times\b|inch(?:es)?|feet|miles?|[kMGT]?Wh?\b"
    r"|square|cubic|on the (?:Richter|open)|out of|magnitude|children per)"
)
_FOLLOWS = re.compile(rf"{_UNIT}|[ \u00a0]?(?:-|–|to|and|or)[ \u00a0]?\d+[.,]\d{{1,2}}[ \u00a0]?(?:%|{_UNIT})")
_PRECEDES = re.compile(r"(?:[€$£] ?|\bmagnitude (?:of )?)$")
_JOINED_BEFORE = re.compile(rf"(?:[\d.,/:]|\b(?:{MONTH}) )$")
# "3,5 €" is the rule's of the sign, which mends the whole amount.
_JOINED_AFTER = re.compile(r"[\d/]|[.,:]\d|[ \u00a0\u202f]?[€$£](?!\d)")


_NEAR = 16  # characters; enough for the longest word that may stand before


def _is_decimal(match: Match) -> bool:
    before = match.before[-_NEAR:]
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(match.after):
        return False
    return bool(match["percent"] or _FOLLOWS.match(match.after) or _PRECEDES.search(before))


RULE = Rule(
    id="GEN-N601",
    slug="decimal-comma",
    category="number-format",
    mqm="locale conventions/number format",
    severity="major",
    confidence=0.97,
    languages=(),
    message="A decimal comma; English writes a decimal point, and a comma between thousands.",
    pattern=rf"\b(?P<span>(?P<number>0,\d{{3}}|\d{{1,3}}(?:[. \x{{A0}}\x{{202F}}]\d{{3}})*,\d{{1,2}})(?P<percent>{SPACE}?%)?)",
    guard=_is_decimal,
    repair=lambda match: (in_english(match["number"]) + ("%" if match["percent"] else ""),),
    safe=True,
)
