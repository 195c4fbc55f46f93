"""'important' of size translated as "important": "important damage".

Why it matters
    French "important" may mean large; English "important" means that it matters. A flood with "important
    damage" should have extensive damage, and "an important number" is a large one.
Flags
    The fire caused ⟦important⟧ damage.                                  ⇒ extensive | serious
    ⟦An important⟧ number of flights were cancelled.                     ⇒ A large | A considerable
    The company reported ⟦important⟧ losses for the third year.          ⇒ heavy | large
    Heavy snow led to ⟦important⟧ delays on the motorway.                ⇒ long | considerable
    The thieves took ⟦an important⟧ sum of money.                        ⇒ a large | a considerable
    He called for a more ⟦important⟧ reduction of the deficit.           ⇒ significant | substantial
    They found ⟦an important⟧ quantity of explosives.                    ⇒ a large | a considerable
    The country has seen a very ⟦important⟧ increase in prices.          ⇒ significant | substantial
    ⟦An important⟧ police deployment surrounded the courthouse.          ⇒ A large | A heavy
Leaves alone
    Rules are an important part of growing up.
    The most important number in the report is the unemployment rate.
    It is important: losses must be shared.
    How important damage control is was shown last week.
    The loss of an important ally hurt him.
    He called important sums of evidence into doubt.
    The plan brings important investment to the area.
    It was more important than losses or gains.
Limits
    In preview: the French who write English make the mistake more often than machines do. Only before nouns of quantity; "important role" or "important investment" may be meant.
Source
    Inventory FRE-L306; Gardner 2016, "important".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import article_for, left
from nlp.rules.rule import Match, Rule, like

_BETTER = (
    (r"(?:(?:material |property |structural )?damages?\b(?! control| limitation)|destruction)", ("extensive", "serious")),
    (r"(?:financial |economic |human )?losses", ("heavy", "large")),
    (r"(?:delays|queues|tailbacks|traffic jams)", ("long", "considerable")),
    ((r"(?:numbers? of|quantit(?:y|ies) of|sums?(?: of money)?|amounts? of|crowds?|stocks? of|stockpiles? of|debts|fines?"
     r"|discounts?|crowd|majority|fortune)"), ("large", "considerable")),
    (r"(?:police|security|military|rescue|law enforcement) (?:presence|deployment|forces?|means|reinforcements)",
     ("large", "heavy")),
    (r"(?:snowfalls?|rainfalls?|rains|rain|snow|flooding|bleeding|h[a]?emorrhage|smoke)", ("heavy", "extensive")),
    ((r"(?:increases?|rise|decreases?|reductions?|drop|decline|deficit|turnout|slowdown|fall) (?:in|of)\b"
     r"|(?:budget|trade|public) (?:deficit|surplus)|(?:price|wage|tax|pay|budget) (?:increases?|rises?|hikes?|cuts?)"),
     ("significant", "substantial")),
    (r"(?:human and material|human and financial|financial|material|logistical) (?:means|resources)", ("considerable", "large")),
)  # fmt: skip
_NOUNS = "|".join(noun.replace(r"\b(?! control| limitation)", "") for noun, _ in _BETTER)
# After these "important" is no epithet of the noun, or the noun is one of a few that matter.
_PREDICATE = re.compile(r"\b(?:how|as|too|most|called?|calls|seems?)\s+$", re.IGNORECASE)


def _is_of_size(match: Match) -> bool:
    return bool(_words(match)) and not _PREDICATE.search(left(match))


def _words(match: Match) -> tuple[str, ...]:
    rest = match.unit[match.end : match.end + 60].lstrip()
    return next((words for noun, words in _BETTER if re.match(rf"(?:{noun})\b", rest, re.IGNORECASE)), ())


def _repair(match: Match) -> tuple[str, ...]:
    if match["article"]:
        return tuple(f"{article_for(word, match['article'])} {word}" for word in _words(match))
    return tuple(like(match.text, word) for word in _words(match))


RULE = Rule(
    id="FRE-L306",
    slug="important-for-large",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.85,
    message="French 'important' can mean large; English '{text}' means that it matters.",
    pattern=rf"(?i)\b(?P<span>(?:(?P<article>an) )?important) (?:{_NOUNS})\b",
    guard=_is_of_size,
    repair=_repair,
    preview=True,
)
