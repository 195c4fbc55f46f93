"""The French preposition after a verb or an adjective: "arrived to Paris", "interested by politics", "depends of".

Why it matters
    Which preposition a word takes has to be learnt by heart: French "dépendre de", "participer à", "intéressé par" are
    English "depend on", "participate in", "interested in".
Flags
    He ⟦arrived to⟧ Paris, is ⟦interested by⟧ politics and the fire is ⟦in the course⟧.    ⇒ arrived in ; interested in ; under way
    It ⟦depends of⟧ the weather.                                    ⇒ depends on
    Ten states ⟦participated to⟧ the talks.                         ⇒ participated in
    The minister ⟦answered to⟧ the questions of the press.          ⇒ answered
    They ⟦discussed about⟧ the budget.                              ⇒ discussed
    He is ⟦responsible of⟧ the army.                                ⇒ responsible for
    The treaty has ⟦entered in force⟧.                              ⇒ entered into force
    She is ⟦married with⟧ a lawyer.                                 ⇒ married to
    In the south, the country ⟦lacks of⟧ doctors and ⟦suffers of⟧ drought.        ⇒ lacks ; suffers from
    He ⟦told to⟧ reporters that he would resign.                    ⇒ told
    The firm is ⟦confronted to⟧ a strike.                           ⇒ confronted with
    The train ⟦arrived to⟧ the station at noon.                     ⇒ arrived at
    They ⟦oppose to⟧ the reform.                                    ⇒ oppose
    He was found ⟦guilty for⟧ murder.                               ⇒ guilty of
    She was ⟦accused for⟧ fraud.                                    ⇒ accused of
Leaves alone
    He arrived to find the house empty.
    She arrived to a warm welcome.
    The answer to the question is no, and he answers to the board.
    They discussed about twenty proposals.
    Married with two children, he lives in Lyon.
    He feels guilty for leaving.
    The stories told to reporters were false.
    He was asked to the White House.
    The army resisted to the last man.
    Prices rose, as opposed to wages.
    It is independent of the state. A responsible of the party came.
    The lack of doctors and the benefits of trade are known.
    They participate to win.
    The roads close from Monday to Friday.
    The dispute depends, of course, on money.
    He is obsessed by the past, and the suffering of millions goes on.
    It fell in the course of the day.
Limits
    In preview: the French who write English make the mistake more often than machines do. Only pairs that are wrong whatever follows, or with the objects listed.
Source
    Inventory FRE-D903; Swan, Practical English Usage, "prepositions after particular words".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.rules.rule import Match, Rule

_PEOPLE = (
    r" (?:AFP|Reuters|the (?:press|media|police|judge|court|government|minister|president|authorities|newspaper"
    r"|daily|BBC|agency|prosecutor)"
    r"|(?:several |some )?(?:reporters|journalists)|him|her|them|us|me|it)\b"
)
_QUESTION = (
    r" (?:(?:the|a|an|his|her|their|our|its|all|these|those|several|my|your) )?"
    r"(?:questions?|letters?|calls?|requests?|criticisms?|accusations|journalists|reporters)\b"
)
_BE = r"\b(?:is|are|was|were|be|been|being|very|so|too)"


@dataclass(frozen=True, slots=True)
class _Pair:
    """A word and the prepositions that are wrong after it; `right` "" for none. The context is given as patterns."""

    word: str
    wrong: str
    right: str = ""
    then: str = ""
    not_then: str = r" course\b"
    after: str = ""


_PAIRS = (
    _Pair("arriv(?:e|es|ed|ing)", "to", "in", then=r" [A-ZÀ-Þ][\w’-]+(?! [a-z]*(?:come|applause)\b|['’])"),
    _Pair(
        "arriv(?:e|es|ed|ing)",
        "to",
        "at",
        then=(
            r" the (?:scene|airport|station|hotel|border|office|hospital|port|camp|school|palace|summit|site"
            r"|stadium)\b"
        ),
    ),
    _Pair("interested", "by", "in"),
    _Pair("depend(?:s|ed|ing)?|dependent", "of|from", "on"),
    _Pair(
        "participat(?:e|es|ed|ing)|participation",
        "to",
        "in",
        then=r" (?:the|an?|this|these|his|its|their|all|several|[A-Z]\w+)\b",
    ),
    _Pair("answer(?:ed|ing)", "to", then=_QUESTION),
    _Pair("answers?", "to", then=_QUESTION, after=r"\b(?:to|will|would|not|can|could|must|should|he|she|who)"),
    _Pair(
        "discuss(?:es|ed|ing)?",
        "about",
        not_then=r" (?:\d|half|one|two|three|four|five|ten|a (?:dozen|hundred)|twenty|thirty|forty|fifty)",
    ),
    _Pair("responsible", "of", "for"),
    _Pair(
        "accused",
        "for",
        "of",
        after=r"\b(?:is|are|was|were|been|being|he|she|who)",
        then=r" (?:[a-z]+ing|fraud|murder|corruption|theft|rape|treason|violence|espionage|tax|having)\b",
    ),
    _Pair("guilty", "for", "of", after=r"\b(?:found|pleads?|pleaded|declared)"),
    _Pair("different", "of", "from"),
    _Pair("similar", "with", "to"),
    _Pair("afraid|scared", "from", "of"),
    _Pair(
        "married",
        "with",
        "to",
        not_then=r" (?:\d|no|one|two|three|four|five|children|kids|a (?:son|daughter|child|baby|family)|several)\b",
    ),
    _Pair("oppos(?:e|es)", "to"),
    _Pair("obey(?:s|ed|ing)?", "to", not_then=" the letter"),
    _Pair("resist(?:s|ed|ing)?", "to", not_then=r" the (?:end|last|death|bitter|point|utmost)\b"),
    _Pair("lack(?:s|ed|ing)", "of"),
    _Pair("benefit(?:ed|ted|ing|ting)|profit(?:ed|ing)|suffer(?:s|ed)?|graduat(?:ed|ing)", "of", "from"),
    _Pair("suffering", "of", "from", after=_BE),
    _Pair("close", "from", "to", not_then=r" (?:\d|[A-Z]\w+ to|behind|above)", after=_BE),
    _Pair(
        "told",
        "to",
        then=_PEOPLE + r"(?: on \w+day)?(?: that|:|, )",
        after=r"\b(?:he|she|it|they|who|[A-Z][\w’-]+|has|have|had)",
    ),
    _Pair(
        "ask(?:ed|s)", "to", then=_PEOPLE + r" to\b", after=r"\b(?:he|she|it|they|we|I|who|[A-Z][\w’-]+|has|have|had)"
    ),
    _Pair("thank(?:ed|ing)", "to"),
    _Pair("insist(?:s|ed|ing)?", "about", "on"),
    _Pair("satisfied|confronted", "of|to|from", "with"),
    _Pair("proud", "from", "of"),
    _Pair("accompanied|surrounded|surprised|inspired", "of", "by"),
    _Pair("covered|filled|equipped|armed|threatened", "of", "with"),
    _Pair("speciali[sz](?:es|ed|ing)", "on", "in"),
    _Pair("enter(?:s|ed)?|entry|c[ao]mes?|coming", "in force", "into force", not_then=" and"),
)
_WHOLE = {"in course": "under way", "in the course": "under way", "by the past": "in the past"}


def _pair(match: Match) -> _Pair | None:
    """The row of the table that the match and its context fit."""
    for pair in _PAIRS:
        if re.fullmatch(rf"(?:{pair.word}) (?:{pair.wrong})", match.text, re.IGNORECASE):
            fits = re.match(pair.then, match.after) and not re.match(pair.not_then, match.after)
            if fits and re.search(rf"(?:{pair.after})\s+$" if pair.after else "", match.before):
                return pair
    return None


def _is_wrong(match: Match) -> bool:
    if match.text.lower() in _WHOLE:
        if match.text == "by the past":
            return bool(re.search(r"(?:\b(?:as|than|like)|,) $", match.before))
        under_way = re.search(r"\b(?:is|are|was|were|remains?|still|already|currently) $", match.before)
        return bool(under_way) and not match.after.startswith(" of")
    noun = match.text.startswith("responsible") and re.search(
        r"\b(?:an?|the|one|two|three|several|some|other) $", match.before, re.IGNORECASE
    )
    return not noun and _pair(match) is not None


def _repair(match: Match) -> tuple[str, ...]:
    pair = _pair(match)
    if pair is None:
        return (_WHOLE[match.text.lower()],)
    return (f"{match.text.split()[0]} {pair.right}".strip(),)


RULE = Rule(
    id="FRE-D903",
    slug="wrong-preposition",
    category="determiner",
    mqm="linguistic conventions/grammar/function words",
    severity="minor",
    confidence=0.9,
    message="'{text}' has the preposition of the French word.",
    pattern=(
        r"\b(?P<span>"
        + "|".join(f"(?:{pair.word}) (?:{pair.wrong})" for pair in _PAIRS)
        + "|"
        + "|".join(_WHOLE)
        + r")\b"
    ),
    guard=_is_wrong,
    repair=_repair,
    preview=True,
)
