r"""A percent or currency sign where the Continent puts it: "50 %", "30 €".

Why it matters
    English writes the percent sign close to the number and the currency sign before it.
Flags
    The price fell ⟦50 %⟧ to ⟦30 €⟧.                              ⇒ 50% ; €30
    The plan costs ⟦5 million €⟧ or ⟦12 000 $⟧ a head.            ⇒ €5 million ; $12,000
    Unemployment is ⟦9.5 %⟧ in France.                            ⇒ 9.5%
    A ticket costs ⟦10-15 €⟧, a coffee ⟦2,50€⟧.                   ⇒ €10-15 ; €2.50
    The fund holds ⟦1.2 billion$⟧.                                ⇒ $1.2 billion
Leaves alone
    The price fell by 50% to €30.
    He changed 5 $10 notes and 20 £5 notes.
    The tax of 20 percent is paid in euros.
    Unemployment , he said , is 9 % .
    Model 3 $ave is the name of the shop.
Limits
    Scientific style writes "50 %", and so do some news sites; the severity is the lowest that counts.
Source
    Inventory FRE-N603; post-editors removed every one of 218.
"""

from __future__ import annotations

import re

from nlp.rules.numbers._amounts import AMOUNT, SPACE, in_english
from nlp.rules.rule import Match, Rule

_AMOUNTS = rf"(?:{AMOUNT})(?:{SPACE}?[–-]{SPACE}?(?:{AMOUNT}))?"
_RANGE = re.compile(r"(\s?[–-]\s?)")


# A text cut into words has spaces before its commas and full stops too.
_CUT = re.compile(r" [,.](?: |$)")


def _is_after_its_number(match: Match) -> bool:
    """The sign belongs to this number, not to the one that follows, nor to a word; a decimal comma with % is another rule's."""
    if match.before[-1:] in ("$", "€", "£", ".", ",") or match.after[:1].isalnum():
        return False
    if _CUT.search(match.before[-100:]) or _CUT.search(match.after[:100]):
        return False
    return not (match["percent"] and re.search(r"(?:^|\D)\d{1,3},\d{1,2}$", match["share"]))


def _repair(match: Match) -> tuple[str, ...]:
    if match["percent"]:
        return (in_english(match["share"]) + "%",)
    amount = "".join(part if _RANGE.fullmatch(part) else in_english(part) for part in _RANGE.split(match["amount"]))
    return (f"{match['sign']}{amount}" + (f" {match['scale']}" if match["scale"] else ""),)


RULE = Rule(
    id="GEN-N603",
    slug="spaced-sign",
    category="number-format",
    mqm="locale conventions/number format",
    severity="minor",
    confidence=0.9,
    languages=(),
    message="English puts the percent sign close to the number, and the currency sign before it.",
    pattern=(
        rf"\b(?P<span>(?P<share>{AMOUNT})(?P<percent>{SPACE}%)"
        rf"|(?P<amount>{_AMOUNTS}){SPACE}?(?:(?P<scale>[mbtr]+illion|bn|mn){SPACE}?)?(?P<sign>[€$£]))"
    ),
    guard=_is_after_its_number,
    repair=_repair,
    safe=True,
)
