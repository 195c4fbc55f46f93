"""A chain of nouns joined by of: "the minister of the interior of France of the time".

Why it matters
    French joins nouns with "de" as often as it needs. English puts some of them in front ("France's interior minister")
    and keeps one or two.
Flags
    He met the ⟦minister of the interior of France of the time⟧.
    It opposes the ⟦end of the policy of enlargement of the Atlantic Alliance⟧.
    The ⟦report of the commission of inquiry of the Senate⟧ is out.
Leaves alone
    The minister of the interior of France spoke.
    The end of the war, of which he spoke, is near.
    Some of the members of the House of Commons left.
    The University of the State of Sao Paulo of course agreed.
    Most of the people of the city of Lyon voted.
Limits
    A style matter: three links and more. Off unless asked for.
Source
    Inventory FRE-C216.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_DETERMINER = "(?:(?:the|a|an|its|his|her|their|this) )?"
# Heads that only measure, and names: their "of" is no link.
_MEASURE = re.compile(
    r"(?:\b(?:some|most|many|few|all|none|one|two|three|both|each|part|half|number|lot|majority|millions?|thousands?"
    r"|hundreds?|out|because|instead|\d+)"
    r"|\b(?:House|University|Bank|City|State|United States|Bay|Gulf|Isle|Church|Court|Ministry|Department|Council"
    r"|city|town|kind|sort|course|per ?cent)) of\b",
    re.IGNORECASE,
)


def _has_three_links(match: Match) -> bool:
    return match.text.count(" of ") - len(_MEASURE.findall(match.text)) >= 3


RULE = Rule(
    id="FRE-C216",
    slug="of-chain",
    category="calque",
    mqm="style/awkward",
    severity="minor",
    confidence=0.55,
    message="Three nouns and more joined by 'of', as in French; English puts some of them in front.",
    pattern=(
        rf"\b(?P<span>[\p{{L}}-]+(?: of {_DETERMINER}(?:[\p{{L}}’-]+ )?[\p{{L}}’-]+){{2,}}"
        rf" of {_DETERMINER}(?:\p{{Lu}}[\p{{L}}’-]+(?: \p{{Lu}}[\p{{L}}’-]+)*|[\p{{L}}’-]+))"
    ),
    guard=_has_three_links,
    preview=True,
    in_quotes=False,
)
