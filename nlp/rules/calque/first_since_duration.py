"""'le premier … depuis des mois' translated with since: "the first attack since months".

Why it matters
    After "first", "worst", "highest" French measures back with "depuis"; English says "in": the first in months.
Flags
    It is the ⟦first attack since months⟧.                           ⇒ first attack in months
    It was the ⟦worst storm since more than ten years⟧.              ⇒ worst storm in more than ten years
    Unemployment is at its ⟦highest level since two decades⟧.        ⇒ highest level in two decades
    It is his ⟦first public appearance since several weeks⟧.         ⇒ first public appearance in several weeks
    The army suffered its ⟦heaviest losses since years⟧ on Monday.   ⇒ heaviest losses in years
    The vote was the ⟦most contested since a long time⟧.             ⇒ most contested in a long time
Leaves alone
    It is the first attack since May.
    It was the worst storm since three years ago, when ten people died.
    The rate is the highest since the end of the war.
    It is the first attack in months.
    This is the first of two visits since the talks.
    It is the best season since 20 years have been recorded.
Limits
    Only with the words for a length of time right after "since".
Source
    Inventory FRE-C218.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Rule
from nlp.rules.tense._time import DURATION

_SUPERLATIVE = (
    r"(?:first|second|third|fourth|fifth|worst|best|only|(?:most|least) \w+"
    r"|(?:high|low|bigg|larg|great|strong|weak|fast|slow|long|short|deadli|bloodi|heavi|hott|cold|warm|wett|dri"
    r"|small|sharp|steep"
    r"|hard|tough|clos|young|old|rich|poor|busi|quiet)est)"
)
_POINT_OR_CLAUSE = re.compile(r"['’]|[- ](?:ago|before|earlier|prior|out|have|has|had|of|is|are|was|were|when)\b")


RULE = Rule(
    id="FRE-C218",
    slug="first-since-duration",
    category="calque",
    mqm="linguistic conventions/grammar/function words",
    severity="minor",
    confidence=0.95,
    message="After '{rank}' English measures back with 'in': 'in {duration}'. French uses 'depuis' (since).",
    pattern=(
        rf"\b(?P<span>(?P<rank>{_SUPERLATIVE})(?P<what>(?: [\w'’-]+){{0,6}}?)"
        rf" since (?P<duration>(?:(?:the )?(?:last|past) )?{DURATION}))\b"
    ),
    guard=lambda match: not _POINT_OR_CLAUSE.match(match.after),
    repair="{rank}{what} in {duration}",
)
