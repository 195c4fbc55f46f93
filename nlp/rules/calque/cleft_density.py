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
from collections.abc import Iterator

from nlp.rules.calque._density import dense
from nlp.rules.rule import Match, Rule
from nlp.types import Article

_CLEFT = re.compile(
    r"\b[Ii]t (?:is|was) (?:(?:the|this|that|these|those|his|her|its|their|our) (?!first\b|second\b|last\b|only\b"
    r"|fact\b|case\b)(?:[\w’'-]+ ){1,3}"
    r"|[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?)(?:who|that)\b"
)


def find(article: Article) -> Iterator[Match]:
    """All clefts of an article that has too many of them."""
    yield from dense(article, _CLEFT, per_thousand_words=8)


RULE = Rule(
    id="FRE-C211",
    slug="many-clefts",
    category="calque",
    mqm="style/awkward",
    severity="minor",
    confidence=0.5,
    message="One cleft among many; French 'c'est … qui' stresses a word, English mostly needs no clause for it.",
    find=find,
    preview=True,
)
