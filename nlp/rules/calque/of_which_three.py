"""'dont' without a verb: "Ten people, of which three children, were killed".

Why it matters
    French "dont trois enfants" needs no verb. In English "of which" and "of whom" begin a clause and need one;
    without it English says "including".
Flags
    Ten people, ⟦of which⟧ three children, were killed.               ⇒ including
    About 50 were hurt, ⟦of whom⟧ 12 police officers.                 ⇒ including
    The army lost 200 men, ⟦among which⟧ several generals.            ⇒ including
    He owns six houses, ⟦of which⟧ two in Paris, the report says.     ⇒ including
    Thirty states, ⟦among whom⟧ the United States, signed.            ⇒ including
    The bank cut 900 jobs, ⟦of which⟧ 300 in France.                  ⇒ including
Leaves alone
    Ten people, of whom three were children, were killed.
    The state has 27,000 cases, of which more than 7,600 are active.
    Some 21,870 Turks sought asylum, of which 2,127 were accepted.
    He was one of 75 dissidents, 53 of whom remain behind bars.
    The commission, of which I was a member, resigned.
    Three of those hurt, of whom two are children, remain in hospital.
    It has 30 members, of whom 12 live abroad.
    The price is 300 euros, 20 of which is tax.
Limits
    Only where a comma or the end of the sentence follows the noun, or a place follows the number.
Source
    Inventory FRE-C214.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._time import NUMBER
from nlp.text.verbs import base_of_past, is_base

_COUNT = rf"(?:(?:more than|at least|about|over|nearly) )?(?:{NUMBER}|several|many|most|half|a dozen|a third)"
_NO_VERB = re.compile(
    rf" (?:{_COUNT} (?P<middle>(?:[\w’-]+ ){{0,2}}?)(?P<noun>(?:[a-z][\w’-]+s|children|women|men|people|dead|wounded"
    rf"|injured|French|British))(?:[,;)]|\.(?:\s|$))"
    rf"|{_COUNT} (?:in|from|on|near|under|aged|with) (?P<place>[\w’-]+)(?: [\w’-]+)?(?:[,;)]|\.(?:\s|$))"
    r"|(?:the (?:United States|United Kingdom|Netherlands)|[A-Z][\w’-]+(?:,| and) )[^.]{0,60}?,)"
)


def _has_no_verb(match: Match) -> bool:
    found = _NO_VERB.match(match.after)
    if not found or (found["noun"] is None and found["place"] is None and match["whose"] != "among"):
        return False
    words = f"{found['middle'] or ''}{found['noun'] or ''}".split()
    return not any(
        word in ("are", "is", "have", "has")
        or base_of_past(word)
        or (is_base(word.removesuffix("s")) and word[-1:] != "s")
        for word in words
    )


RULE = Rule(
    id="FRE-C214",
    slug="of-which-without-verb",
    category="calque",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.9,
    message="'{text}' begins a clause that has no verb; French 'dont' needs none, English says 'including'.",
    pattern=r", (?P<span>(?P<whose>of|among) (?:which|whom))\b",
    guard=_has_no_verb,
    repair="including",
)
