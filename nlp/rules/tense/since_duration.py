"""'depuis' + a length of time translated as since: "since three days".

Why it matters
    French "depuis" takes a point in time or a length of time. English "since" takes a point; a length takes "for".
Flags
    The city has been without water ⟦since three days⟧.           ⇒ for three days
    ⟦Since several weeks⟧, the residents have been protesting.    ⇒ For several weeks
    They had been waiting ⟦since more than 48 hours⟧.             ⇒ for more than 48 hours
    The two men have not spoken ⟦since a long time⟧.              ⇒ for a long time
    He has led the party ⟦since the last ten years⟧.              ⇒ for the last ten years
    The road has been closed ⟦since a month⟧, the mayor said.     ⇒ for a month
    War has raged there ⟦since decades⟧.                          ⇒ for decades
Leaves alone
    The city has been without water since Tuesday.
    He has been in prison since two years ago.
    She had felt ill since three days before the match.
    Since three weeks have passed, the offer is void.
    Since two years is a long time, he resigned.
    He has played since he was five years old.
    It was the first attack in months, and the worst since 2015.
    Since 20 minutes into the game, he had been limping.
    It has rained every day since the weekend.
    Much has changed since the Ten Days festival.
Limits
    After a superlative ("the worst attack since months") another rule answers, since English says "in" there.
Source
    Inventory FRE-T102; Swan, Practical English Usage, "for and since".
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like
from nlp.rules.tense._time import DURATION

# A point in time after all, or a clause with "since" as because.
_POINT_OR_CLAUSE = re.compile(
    r"['’]|[- ](?:ago|before|earlier|prior|previous|after|later|into|old|from|when|that|of|is|are|was|were"
    r"|has|have|had|will|would|can|may"
    r"|passed|elapsed|went|seems?|on)\b"
)
_SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|worst|best|most|least|only|last|(?:high|low|bigg|larg|great|strong|weak|fast"
    r"|slow|long|short|dead|deadli|bloodi"
    r"|heavi|hott|cold|warm|wett|dri|small|sharp|steep|lat|new|old|young|hard|tough)est)\b[^,;:.]{0,60}$"
)


def _length_of_time(match: Match) -> bool:
    return not (_POINT_OR_CLAUSE.match(match.after) or _SUPERLATIVE.search(match.before))


RULE = Rule(
    id="FRE-T102",
    slug="since-with-duration",
    category="tense",
    mqm="linguistic conventions/grammar/function words",
    severity="major",
    confidence=0.95,
    message="'since' takes a point in time; a length of time ('{duration}') takes 'for'. French 'depuis' takes both.",
    pattern=rf"\b(?P<span>(?P<since>[Ss]ince) (?P<duration>(?:(?:the )?(?:last|past) )?{DURATION}))\b",
    guard=_length_of_time,
    repair=lambda match: (f"{like(match['since'], 'for')} {match['duration']}",),
)
