"""A French nominal sentence kept as it is: "A situation more than worrying."

Why it matters
    French news makes sentences of a noun and its adjectives. In English they read like captions, and the French
    order behind the noun ("more than worrying") gives them away.
Flags
    ⟦A situation more than worrying⟧.                                  ⇒ The situation is more than worrying
    ⟦A record very difficult to beat⟧.                                 ⇒ The record is very difficult to beat
    ⟦A decision more than controversial⟧.                              ⇒ The decision is more than controversial
    ⟦An evening rich in emotions⟧.                                     ⇒ The evening was rich in emotions
    ⟦An agreement impossible to reach before Christmas⟧.
        ⇒ The agreement is impossible to reach before Christmas
    ⟦A result all the more surprising⟧.                                ⇒ The result is all the more surprising
Leaves alone
    The situation is more than worrying.
    A matter of time.
    A man more than 60 years old was hurt.
    A place to stay.
    A night of terror and a day of grief.
    A dish rich in vitamins helps.
    More than worrying.
Limits
    Other verbless sentences are idiomatic in English features ("A matter of time.") and are left alone.
Source
    Inventory FRE-R406.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import base_of_past, base_of_third_person

_NOUN = r"(?P<noun>[a-z]+(?:-[a-z]+)?)"
_MORE_THAN = r"more than [a-z]+(?:ing|ed|al|ible|able|ous|ful|ive|ic|ant|ent|ish|y)"
_ALL_THE_MORE = r"(?:all the|even|still|far) more [a-z]+(?:ing|ed|al|ible|able|ous|ful|ive|ic|ant|ent)"
_TO_DO = r"(?:(?:very|particularly|so|extremely|too|almost|more) )?(?:difficult|impossible|easy|hard|possible) to [a-z]+(?: [\w’'-]+){0,4}"
_RICH = r"(?:rich in|full of|worthy of) [a-z]+(?: [\w’'-]+){0,3}"
_AUXILIARIES = ("will", "would", "can", "could", "may", "might", "must", "should")


def _has_no_verb(match: Match) -> bool:
    words = match["rest"].split(" to ")[-1].split()[1:] if " to " in match["rest"] else match["rest"].split()[3:]
    return not any(base_of_third_person(word) or base_of_past(word) or word in _AUXILIARIES for word in words)


def _repair(match: Match) -> tuple[str, ...]:
    verb = "was" if match["rich"] else "is"
    return (f"The {match['noun']} {verb} {match['rest']}",)


RULE = Rule(
    id="FRE-R406",
    slug="verbless-sentence",
    category="fragment",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.75,
    message="A French nominal sentence; English wants a verb.",
    pattern=rf"^(?P<span>An? {_NOUN} (?P<rest>{_MORE_THAN}|{_ALL_THE_MORE}|{_TO_DO}|(?P<rich>{_RICH})))\s?[.!…]+$",
    guard=_has_no_verb,
    repair=_repair,
    in_quotes=False,
)
