r"""A space before a colon, semicolon, question or exclamation mark.

Why it matters
    French typography puts a space there, English none. Left in, the mark may begin a new line.
Flags
    He said⟦ :⟧ "no" and left⟦ ;⟧ nothing else⟦ !⟧             ⇒ : ; ; ; !
    Who will pay⟦ ?⟧ Nobody knows.                            ⇒ ?
    Three towns are concerned⟦ :⟧ Lyon, Nice and Lille.       ⇒ :
    “Who will pay⟦ ?⟧” he asked.                              ⇒ ?
    Really⟦ ?!⟧                                               ⇒ ?!
    Goal⟦ ! ! !⟧                                              ⇒ !!!
Leaves alone
    Thank you :) and good night ;-)
    The ratio is 2 : 1 in their favour.
    He said: "no" and left; nothing else!
    See http ://example.com for more.
    The score was 3 : 2.
    He tweeted : )
    The price , he said : ten euros .
Limits
    Emoticons, ratios and addresses are left alone.
Source
    Inventory FRE-P501; post-editors removed 98 % of 944.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_EMOTICON = re.compile(r"[-o']?[)(DPp|/*3]|//| ?\)")
_DIGITS_AROUND = re.compile(r"\d$"), re.compile(r"\s\d")


# A text cut into words has spaces before its commas and full stops too; French has none there.
_CUT = re.compile(r" [,.](?: |$)")


def _is_punctuation(match: Match) -> bool:
    mark, before = match.text.lstrip(), match.before
    if not before.strip() or before[-1] in "([{“«‘|/=<>" or (before.endswith('"') and before.count('"') % 2):
        return False
    if mark == ":" and _DIGITS_AROUND[0].search(before) and _DIGITS_AROUND[1].match(match.after):
        return False
    if _CUT.search(before[-100:]) or _CUT.search(match.after[:100]):
        return False
    return not (mark in ":;" and match.after[:1] != "" and _EMOTICON.match(match.after))


RULE = Rule(
    id="GEN-P501",
    slug="space-before-mark",
    category="punctuation",
    mqm="locale conventions/punctuation",
    severity="minor",
    confidence=0.95,
    languages=(),
    scope="paragraph",
    message="English puts no space before '{mark}'.",
    pattern=r"(?P<span>[ \x{A0}\x{202F}]+(?P<mark>[:;?!]+(?: [?!]+)*))(?:[\s\x{A0}”’\")\]»]|$|[)(DPp|/*3o'-])",
    guard=_is_punctuation,
    repair=lambda match: (match["mark"].replace(" ", ""),),
    safe=True,
)
