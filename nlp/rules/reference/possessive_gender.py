"""The wrong possessive for a French son or sa: "Marie Curie and his husband".

Why it matters
    French "son" and "sa" agree with what is owned, so they say nothing of the owner. English has to choose "his" or
    "her", and the wrong one turns a woman into a man.
Flags
    Marie Curie and ⟦his⟧ husband won the prize.                  ⇒ her
    Yesterday, Angela Merkel and ⟦his⟧ ministers met in Berlin.   ⇒ her
    Nicolas Dupont and ⟦her⟧ wife were released.                  ⇒ his
    The winner is Ségolène Royal, with ⟦his⟧ husband.             ⇒ her
    Patrick Martin and ⟦her⟧ team won.                            ⇒ his
Leaves alone
    Marie Curie and her husband won the prize.
    Paul met Marie Curie and his brother in Paris.
    He invited Marie and his sister. Linda and his daughter saw him fall.
    Claude Dupont and his wife were released.
    Anne Hidalgo's adviser and his wife left.
    Mr. Smith, who had married Anna Weber and his former secretary, left.
    Marie and Paul Dupont and his wife came.
Limits
    Only given names that are a woman's or a man's alone, right before "and his" with a husband, a wife or an office:
    in "Linda and his daughter left" the daughter may be somebody's who was named before.
Source
    Inventory FRE-G802; the given names are common in France and in world news.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from nlp.rules.rule import Match, Rule

_KIN_OF_A_WOMAN = ("husband", "ex-husband", "late husband")
_KIN_OF_A_MAN = ("wife", "ex-wife", "late wife")
# What somebody in office has: with a full name at the head of the sentence nobody else can be its owner.
_OFFICE = r" (?:ministers|government|cabinet|team|party|lawyers?|counterpart|advisers|predecessor)\b"


@cache
def _given_names() -> dict[str, str]:
    """Each given name and the possessive of who bears it."""
    lines = (files("nlp.rules.reference") / "possessive_gender.txt").read_text(encoding="utf-8").splitlines()
    women, men = (line.split() for line in lines if line and not line.startswith("#"))
    return {**dict.fromkeys(women, "her"), **dict.fromkeys(men, "his")}


def _is_wrong(match: Match) -> bool:
    right = _given_names().get(match["given"])
    if right is None or right == match["possessive"]:
        return False
    kin = _KIN_OF_A_WOMAN if right == "her" else _KIN_OF_A_MAN
    if re.match(rf" (?:{'|'.join(kin)})\b", match.after):
        return True
    named_first = re.fullmatch(r"\W*(?:\w+, )?", match.before.rpartition(match["given"])[0])
    return bool(named_first and match["surname"] and re.match(_OFFICE, match.after))


def _repair(match: Match) -> tuple[str, ...]:
    return (_given_names()[match["given"]],)


RULE = Rule(
    id="FRE-G802",
    slug="his-for-her",
    category="reference",
    mqm="accuracy/mistranslation",
    severity="critical",
    confidence=0.9,
    message="French 'son', 'sa' do not tell his from her; {given} is somebody else's name.",
    pattern=(
        r"\b(?P<given>[A-ZÉÈÀÎÔ][\p{L}-]+)(?P<surname>(?: [A-Z][\p{L}’-]+){0,2}),? (?:and"
        r"|with) (?P<span>(?P<possessive>his|her))\b"
    ),
    guard=_is_wrong,
    repair=_repair,
)
