r"""A date with the article that other languages put before it: "on the 12 march 2024".

Why it matters
    French "le 12 mars" has an article; an English date has none, and its month has a capital letter.
Flags
    On ⟦the 12 march 2024⟧, two men died.                      ⇒ 12 March 2024 | March 12, 2024
    He resigned on ⟦the 3 May⟧.                                ⇒ 3 May | May 3
    The law of ⟦the 9 december 1905⟧ was amended.              ⇒ 9 December 1905 | December 9, 1905
    From ⟦the 2 January⟧ to ⟦the 5 February⟧, trains stop.     ⇒ 2 January | January 2 ; 5 February | February 5
    It began on Friday, ⟦the 7 October 2022⟧ at noon.          ⇒ 7 October 2022 | October 7, 2022
    Born ⟦the 1er July 1970⟧, he lives in Lyon.                ⇒ 1 July 1970 | July 1, 1970
    It happened ⟦the 14 july 1998⟧.                          ⇒ 14 July 1998 | July 14, 1998
Leaves alone
    The 12 March attack killed ten people.
    The 11 September 2001 attacks changed the world.
    He resigned on the 12th of March.
    On the 4th of July they celebrate.
    Of the 12 March babies, ten were boys.
    The 6 January committee met on 5 May 2022.
    On 12 March 2024 two men died.
    The 14 July parade and the 8 May ceremony were cancelled.
    He remembers the 12 May was a Friday.
Limits
    "the 12th of March" is good English and left alone.
Source
    Inventory FRE-N604; post-editors removed all of 7.
"""

from __future__ import annotations

import re

from nlp.rules.numbers._amounts import MONTH
from nlp.rules.rule import Match, Rule

# A noun after the date makes it an attribute: "the 12 March attack".
_ENDS = re.compile(
    r"\s*(?:$|[.,;:)”\"!?–—]|(?:and|or|at|in|to|by|for|from|when|after|before|until|that|but|as|with|because|on|of|there|he|she"
    r"|they|it|the|a|an|this|this|his|her|its|their|last|next|two|three)\b)"
)
_ENDS_AFTER_YEAR = re.compile(r" (?:was|were|is|are|has|had|will|would|said)\b")
_BEFORE = re.compile(
    r"(?:\b(?:on|of|from|since|until|till|by|before|after|to|and|between|for|dated?|born|died|morning|evening|night|day"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? |[,(] ?|^)$",
    re.IGNORECASE,
)


def _is_a_date(match: Match) -> bool:
    ends = _ENDS.match(match.after) or (match["year"] and _ENDS_AFTER_YEAR.match(match.after))
    return 1 <= int(match["day"]) <= 31 and bool(ends and (match["year"] or _BEFORE.search(match.before)))


def _repair(match: Match) -> tuple[str, ...]:
    day, month, year = match["day"], match["month"].capitalize(), match["year"]
    return (f"{day} {month} {year}", f"{month} {day}, {year}") if year else (f"{day} {month}", f"{month} {day}")


RULE = Rule(
    id="GEN-N604",
    slug="the-with-date",
    category="date-format",
    mqm="locale conventions/date format",
    severity="minor",
    confidence=0.9,
    languages=(),
    message="An English date takes no article before the day.",
    pattern=rf"\b(?P<span>[Tt]he (?P<day>\d{{1,2}})(?:er)? (?P<month>(?i:{MONTH}))(?: (?P<year>(?:1[5-9]|20)\d\d))?)\b",
    guard=_is_a_date,
    repair=_repair,
    safe=True,
)
