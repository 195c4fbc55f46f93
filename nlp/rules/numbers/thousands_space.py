r"""A space between thousands: "12 000 people" for "12,000 people".

Why it matters
    English parts thousands with a comma. With a space the number falls into two, for readers and for programs.
Flags
    More than ⟦12 000⟧ people fled.                        ⇒ 12,000
    The town has ⟦1 234 567⟧ inhabitants.                  ⇒ 1,234,567
    It cost €⟦25 000⟧ and ⟦3 200⟧ hours of work.             ⇒ 25,000 ; 3,200
    At least ⟦3 200⟧ homes were destroyed.                 ⇒ 3,200
    Between ⟦10 000⟧ and ⟦15 000⟧ people marched.          ⇒ 10,000 ; 15,000
Leaves alone
    On June 3 200 people were killed.
    In 2019 500 people left.
    Call 0800 555 111, 01481 822 886, +33 123 456 789.
    The Boeing 737 800 landed; route 66 100 km further ends.
    He won 2 400 m races and 4 200-meter finals.
    Room 12 300 is locked.
    The match ended 3 000.
    Police arrested 600 700 people.
Limits
    After a capitalised word ("Boeing 737 800") only round thousands are certain.
Source
    Inventory FRE-N602.
"""

from __future__ import annotations

import re

from nlp.rules.numbers._amounts import MONTH, SPACE, in_english
from nlp.rules.rule import Match, Rule

_NOT_BEFORE = re.compile(
    rf"(?:\d[ \u00a0]|[\d.,:/+#–-]|\b(?:{MONTH}|[Nn]o\.|[Nn]umbers?|[Pp]ages?|[Rr]oom|[Rr]oute|[Ll]ine|[Ff]light|[Aa]rticle|ended|score[ds]?) ?)$"
)
_NAME_BEFORE = re.compile(r"\S [A-Z][\w’'-]* $")
_NOT_AFTER = re.compile(r"[\d/-]|[.,:]\d|[ \u00a0\u202f]\d|(?: (?:[mbtr]+illion|bn|mn))?[ \u00a0\u202f]?[%€$£](?!\d)")
_RACE = re.compile(r"[ \u00a0-]?(?:m|meters?|metres?)\b")


def _is_one_number(match: Match) -> bool:
    text = match.text
    if text[0] == "0" or _NOT_BEFORE.search(match.before[-24:]) or _NOT_AFTER.match(match.after):
        return False
    if re.fullmatch(r"[1-9]00 [1-9]00", text):
        return False  # "600 to 700", with the word between them lost
    if text.count(" ") != 1 or text.endswith(" 000"):  # another space, or several groups: no two numbers side by side
        return True
    race = len(text) == 5 and text[2:] in ("100", "200", "400", "800") and _RACE.match(match.after)
    return not race and not _NAME_BEFORE.search(match.before)


RULE = Rule(
    id="GEN-N602",
    slug="thousands-space",
    category="number-format",
    mqm="locale conventions/number format",
    severity="minor",
    confidence=0.95,
    languages=(),
    message="A space between thousands; English writes a comma.",
    pattern=rf"\b\d{{1,3}}(?:{SPACE}\d{{3}})+\b",
    guard=_is_one_number,
    repair=lambda match: (in_english(match.text),),
    safe=True,
)
