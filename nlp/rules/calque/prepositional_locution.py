"""French prepositional locutions word for word: "at the image of", "in the frame of", "under the form of".

Why it matters
    "à l'image de", "dans le cadre de", "sous forme de" are prepositions in several words. Translated one by one they
    read as nouns and say something else, or nothing.
Flags
    He is modest, ⟦at the image of⟧ his party.                      ⇒ like
    The talks were held ⟦in the frame of⟧ a visit to Rome.          ⇒ as part of
    The aid comes ⟦under the form of⟧ loans.                        ⇒ in the form of
    ⟦At the occasion of⟧ the summit, they signed a treaty.          ⇒ On the occasion of
    Prices vary ⟦in function of⟧ demand.                            ⇒ depending on
    ⟦At the difference of⟧ his rival, he speaks Arabic.             ⇒ Unlike
    It failed ⟦despite of⟧ the help.                                ⇒ despite
    The country is ⟦faced to⟧ a crisis.                             ⇒ faced with
    It is worrying, ⟦all the more that⟧ winter is near.             ⇒ all the more so since
    ⟦In what concerns⟧ pensions, nothing is decided.                ⇒ As regards
    Sales fell ⟦by report to⟧ last year.                            ⇒ compared with
    The delay was ⟦due of⟧ the snow.                                ⇒ due to
    It is ⟦in train of⟧ losing its markets.                         ⇒ in the process of
    The ministers met ⟦at the margin of⟧ the summit.                ⇒ on the sidelines of
Leaves alone
    God made man in his own image.
    It damaged the image of Russia.
    He stood in the frame of the door.
    The building faced to the north.
    In what concerns us most, he failed.
    He scored in the goal of the year.
    They came in the form of letters.
    She hid the letter under the form of consent on the desk, folded.
    The rent is due of course on Monday.
    Under the form of government they chose, courts are free.
Limits
    Only locutions that make no other sense in English.
Source
    Court of Auditors, Misused English words and expressions; any French dictionary under the nouns.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like

_ENGLISH = {
    "at the image of": "like",
    "in the frame of": "as part of",
    "under the form of": "in the form of",
    "under form of": "in the form of",
    "at the occasion of": "on the occasion of",
    "in the occasion of": "on the occasion of",
    "in function of": "depending on",
    "at the difference of": "unlike",
    "to the difference of": "unlike",
    "at the opposite of": "unlike",
    "in the measure where": "insofar as",
    "to the extent where": "to the extent that",
    "in the measure of the possible": "as far as possible",
    "in what concerns": "as regards",
    "for what concerns": "as regards",
    "by report to": "compared with",
    "in report with": "in connection with",
    "from the part of": "from",
    "despite of": "despite",
    "due of": "due to",
    "thanks of": "thanks to",
    "faced to": "faced with",
    "all the more that": "all the more so since",
    "so much more that": "all the more so since",
    "in train of": "in the process of",
    "at the margin of": "on the sidelines of",
    "in margin of": "on the sidelines of",
    "at the eve of": "on the eve of",
    "in the continuity of": "following on from",
    "since always": "always",
}
_UNLESS_AFTER = {
    "in the frame of": re.compile(
        r" (?:the|a|an|his|her) (?:door|doorway|window|picture|photo|mirror|painting|camera|bike|bicycle|house)"
    ),
    "under the form of": re.compile(r" (?:government|consent|rule|words|address)\b"),
    "faced to": re.compile(r" (?:the )?(?:north|south|east|west|left|right|front|rear|camera)\b"),
    "in what concerns": re.compile(r" (?:us|me|him|them|her|you)\b"),
    "due of": re.compile(r" course\b"),
}
_UNLESS_BEFORE = {
    "thanks of": re.compile(r"\bthe $|\ba (?:word|note|letter|vote) of $"),
    "all the more that": re.compile(r"\bfor $"),
}


def _is_locution(match: Match) -> bool:
    phrase = match.text.lower()
    after, before = _UNLESS_AFTER.get(phrase), _UNLESS_BEFORE.get(phrase)
    return not (after and after.match(match.after)) and not (before and before.search(match.before))


RULE = Rule(
    id="FRE-C224",
    slug="french-locution",
    category="calque",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.9,
    message="A French preposition in several words, translated word for word.",
    pattern=r"\b(?P<span>(?i:" + "|".join(_ENGLISH) + r"))\b",
    guard=_is_locution,
    repair=lambda match: (like(match.text, _ENGLISH[match.text.lower()]),),
    in_quotes=False,
)
