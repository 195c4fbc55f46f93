"""Clefts by the dozen: "It is the police who have opened the inquiry".

Why it matters
    French puts stress on a word with "c'est … qui", where English stresses it with the voice. Now and then a cleft is
    good English; many of them read like French.
Flags
    ⟦It is the police who⟧ have opened the inquiry.
    ⟦It was the mayor who⟧ called. ⟦It is this law that⟧ the court rejected.
    ⟦It is Paris that⟧ will pay.
Leaves alone
    It is clear that he left. It was said that she stayed.
    It is the first time that he has won.
    It is the man who came yesterday, a tall man with grey hair whom nobody in the town had ever seen before and who spoke
        to no one on that evening; he drank his coffee, paid for it, and left the inn by the back door as the clock struck
        nine, and when the police came an hour later with the dogs there was no trace of him in the yard or on the road
        or anywhere else in the valley, and so the matter was laid to rest until the spring, when the snow had melted
        and the road to the pass was open again, and the postman found his hat in the ditch, with a letter, two coins, and
        a photograph of a house that burned down in the last year of the war, on the other side of the hill, far from here.
Limits
    Advisory: fires above eight clefts in 1,000 words (natively English news has fewer than one). Off unless asked for.
Source
    Inventory FRE-C211.
"""

from __future__ import annotations

import re

from nlp.rules.calque._density import per_thousand_words
from nlp.rules.rule import Match, Rule

_TOO_MANY = 8
_CLEFT = (
    r"\b[Ii]t (?:is|was) (?:(?:the|this|that|these|those|his|her|its|their|our) (?:[\w’'-]+ ){1,3}"
    r"|[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?)(?:who|that)\b"
)
_NO_CLEFT = re.compile(r"[Ii]t \w+ \w+ (?:first|second|last|only|fact|case|same|next)\b")


def _is_one_of_many(match: Match) -> bool:
    return not _NO_CLEFT.match(match.text) and per_thousand_words(match.article.text, re.compile(_CLEFT)) > _TOO_MANY


RULE = Rule(
    id="FRE-C211",
    slug="many-clefts",
    category="calque",
    mqm="style/awkward",
    severity="minor",
    confidence=0.5,
    message="One cleft among many; French 'c'est … qui' stresses a word, English mostly needs no clause for it.",
    pattern=rf"(?P<span>{_CLEFT})",
    guard=_is_one_of_many,
    preview=True,
    in_quotes=False,
)
