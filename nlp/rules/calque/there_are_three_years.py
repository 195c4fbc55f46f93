"""'il y a trois ans' translated word for word: "introduced there a few years", "There are three years, he …".

Why it matters
    French "il y a" before a length of time means "ago". "There are three years" and "there three years" do not.
Flags
    The method was introduced ⟦there a few years⟧.                 ⇒ a few years ago
    It happened ⟦there are three days⟧, in the south.              ⇒ three days ago
    ⟦There is two years⟧, he left the army.                        ⇒ Two years ago
    The law, voted ⟦there are 15 years ago⟧, is dead.              ⇒ 15 years ago
    The phenomenon appeared ⟦there are several months⟧.            ⇒ several months ago
    The talks began, ⟦there six months⟧, with hope.                ⇒ six months ago
        ⇐ Les négociations ont commencé il y a six mois avec espoir.
Leaves alone
    There are three days left.
    There are two weeks until the vote.
    He stayed there three years.
    He lived there a few months, then left.
    There is a year between the two crimes.
    There are five weeks of holidays.
    There are three days, at most, before the vote.
    She spent two years there.
Limits
    Without the source, "there three years" is flagged only after a simple past verb of an event, since one may live there three years.
Source
    Not in the inventory: 11 in the Google, 1 in the human post-edits of the same 10,000 sentences.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like
from nlp.rules.tense._time import NUMBER, UNITS

_EVENT = re.compile(
    r"\b(?:introduced|appeared|began|created|founded|happened|died|announced|launched|adopted|signed|voted|opened"
    r"|closed|occurred|started|disappeared"
    r"|elected|published|arrested|killed|resigned|found|seen|made|took place|bought|sold|said|built|broke out"
    r"|invented|discovered|insisted|told)\b"
    r"[^.,;:]{0,25}$|,\s*$"
)
_IL_Y_A = re.compile(
    r"\bil y (?:a|avait) (?:environ |plus de |à peine |quelque |près de )?(?:[\w-]+ ){1,3}(?:ans?|années?|mois|semaines?|jours?|heures?|siècles?|décennies?)\b",
    re.IGNORECASE,
)
_NOT_AGO = re.compile(
    r" (?:left|of|until|till|before|to|between|in which|when|remaining|that|with|per|and|at|later)\b|['’-]"
)


def _means_ago(match: Match) -> bool:
    if _NOT_AGO.match(match.after):
        return False
    if match["ago"] or _IL_Y_A.search(match.article.source or ""):
        return True
    if not match.before.strip(' “"'):
        return bool(match["be"]) and bool(
            re.match(r", (?:he|she|it|they|we|I|the [\w-]+|[A-Z][\w-]+) \w+(?:ed\b|t\b|w\b|d\b|as\b|me\b)", match.after)
        )
    return bool(_EVENT.search(match.before)) and not match.before.rstrip().endswith(",")


RULE = Rule(
    id="FRE-C227",
    slug="there-are-three-years",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.9,
    message="French 'il y a' before a length of time means 'ago'.",
    pattern=(
        rf"\b(?P<span>[Tt]here(?P<be> is| are| was| were)? (?P<length>(?:{NUMBER}|a few|few|several|some"
        rf"|many) {UNITS})(?P<ago> ago)?)\b"
    ),
    guard=_means_ago,
    repair=lambda match: (f"{like(match.text, match['length'])} ago",),
)
