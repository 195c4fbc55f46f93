"""Whether the words before a verb are a singular or a plural subject, where that can be told without parsing."""

from __future__ import annotations

import re

_PRONOUNS = {
    **dict.fromkeys("he she it this that one everyone nobody everything".split(), False),
    **dict.fromkeys("they we you these those people police men women children".split(), True),
}
_NOUN_PHRASE = re.compile(
    r"(?:^|[\s,“(])(?P<determiner>the|an?|this|that|these|those|his|her|its|their|our|each|every|some|all"
    r"|both|many|several|no|two|three"
    r"|four|five|six|seven|eight|nine|ten|\d+) (?P<middle>(?:[\w’'-]+ ){0,2})(?P<noun>[a-z][\w’-]+)$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:^|[^\w ] |\b(?:that|when|until|after|before|once|if|said|whether) )(?:M(?:r|rs"
    r"|s)\.? )?(?:[A-Z][\w’-]+ ){0,2}[A-Z][\w’-]+$"
)
_PREPOSITION = re.compile(r"\b(?:of|in|from|by|with|for|at|on|to|and|or|between|near|who|which|that|after|before)\b")
_IRREGULAR_PLURALS = frozenset("men women children people police media data teeth feet militia".split())
_SINGULAR_IN_S = ("ss", "us", "is", "news", "series", "gas")


def is_plural(subject: str) -> bool | None:
    """True or False for a clause's beginning that ends with its subject; None when its number cannot be told.

    >>> is_plural("the two men"), is_plural("they"), is_plural("the suspect"), is_plural("Mr. Macron")
    (True, True, False, False)
    >>> is_plural("the head of the unions") is None
    True
    """
    subject = subject.strip()
    last = subject.rpartition(" ")[2]
    if last.lower() in _PRONOUNS:
        return _PRONOUNS[last.lower()]
    phrase = _NOUN_PHRASE.search(subject)
    if phrase is None:
        return False if _NAME.search(subject) else None
    earlier = subject[max(0, phrase.start() - 12) : phrase.start()]
    if _PREPOSITION.search(phrase["middle"]) or re.search(
        r"\b(?:of|in|from|by|with|for|at|on|and|or|near)$", earlier.strip()
    ):
        return None
    noun = phrase["noun"].lower()
    return noun in _IRREGULAR_PLURALS or (noun.endswith("s") and not noun.endswith(_SINGULAR_IN_S))
