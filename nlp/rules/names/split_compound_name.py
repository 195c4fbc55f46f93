"""A hyphenated French name of a country translated piece by piece: "States-United", "the United - States".

Why it matters
    French "États-Unis", "Moyen-Orient", "Grande-Bretagne" are one word. A translator that works on their halves gives
    them in the French order, with the French hyphen, or twice.
Flags
    The ⟦States-United⟧ have repeatedly announced it.                ⇒ United States
    It concerns the ⟦United - States⟧ and ⟦Great - Britain⟧.         ⇒ United States ; Great Britain
    A crisis in the ⟦Middle - East⟧ is feared.                       ⇒ Middle East
    The president of the ⟦States - States⟧ arrived.                  ⇒ United States
    He left for the ⟦Kingdom-Uni⟧ on Monday.                         ⇒ United Kingdom
    The ⟦Nations - United⟧ sent troops.                              ⇒ United Nations
    They live in ⟦Grande - Bretagne⟧.                                ⇒ Great Britain
    The ⟦United States - United States⟧ refused.                     ⇒ United States
    ⟦South - Africans⟧ voted, and ⟦South - Korea⟧ too.               ⇒ South Africans ; South Korea
    He lives in ⟦New - York⟧ and ⟦Los-Angeles⟧.                      ⇒ New York ; Los Angeles
Leaves alone
    The United States and Great Britain agreed.
    He stayed in the States - United had offered him a contract.
    A Middle-East peace plan and a United States-backed plan.
    North-South talks and East - West relations.
    He moved south - Africa was his goal.
    A New York-based bank and a South-African wine.
    The member states - united at last - signed.
Limits
    Only the names listed. Those that English hyphenates as adjectives are left alone without spaces.
Source
    Own collection: 700 in the Google and Bing of 10,000 sentences, 6 in their human post-edits.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_UNITED_STATES = (
    r"United States - (?:the )?United States|States ?- ?(?:the )?United(?: States)?|United ?- ?States(?: - States)?"
    r"|States - States|[ÉE]tats ?- ?(?:Unis|United)|States ?- ?Unis"
)
# The halves as they are found, and the whole.
_NAMES = (
    (_UNITED_STATES, "United States"),
    (r"United ?- ?Kingdom|Kingdom ?- ?Uni(?:ted)?|Royaume ?- ?(?:Uni|United)", "United Kingdom"),
    (r"United - Nations|Nations ?- ?United|Nations ?- ?Unies", "United Nations"),
    (r"Great - Britain|Grande ?- ?Bretagne|Great ?- ?Bretagne|Big - Brittany", "Great Britain"),
    (r"Middle - East|Moyen ?- ?Orient|East ?- ?Middle|Medium ?- ?East", "Middle East"),
    (r"Near - East|Proche ?- ?Orient", "Near East"),
    (r"Netherlands - (?:the )?Netherlands|Low ?- ?Countries|Pays ?- ?Bas", "Netherlands"),
    (r"New ?- ?York", "New York"), (r"New ?- ?Yorkers", "New Yorkers"), (r"New ?- ?Orleans", "New Orleans"),
    (r"New ?- ?Zealand|Nouvelle ?- ?Z[ée]lande", "New Zealand"), (r"New ?- ?Delhi", "New Delhi"),
    (r"Los ?- ?Angeles", "Los Angeles"), (r"San - Francisco", "San Francisco"), (r"Saudi - Arabia", "Saudi Arabia"),
    (r"Sri ?- ?Lanka", "Sri Lanka"), (r"El ?- ?Salvador", "El Salvador"), (r"Costa ?- ?Rica", "Costa Rica"),
)  # fmt: skip
_SIDED = r"(?:North|South|Latin|Central) - (?:Africa|Korea|America|Sudan)(?:ns?|n-[a-z]+)?|(?:North|South) - Ossetia"
_WHOLE = re.compile("|".join(rf"(?P<n{i}>{form})" for i, (form, _) in enumerate(_NAMES)))


def _repair(match: Match) -> tuple[str, ...]:
    whole = _WHOLE.fullmatch(match.text.title() if match.text.islower() else match.text)
    if whole is None or whole.lastgroup is None:
        return (match.text.replace(" - ", " "),)
    return (_NAMES[int(whole.lastgroup[1:])][1],)


def _is_name(match: Match) -> bool:
    if match.text.startswith("states"):  # not "the member states - united at last"
        return match.before.lower().endswith("the ")
    # "He stayed in the States - United had offered": a sentence goes on after the dash.
    return not (match.text.startswith("States - United") and re.match(r" (?:had|has|did|was|is)\b", match.after))


RULE = Rule(
    id="FRE-E707",
    slug="split-compound-name",
    category="names",
    mqm="accuracy/mistranslation (name)",
    severity="major",
    confidence=0.97,
    message="The halves of a hyphenated French name, translated one by one.",
    pattern=rf"\b(?P<span>{'|'.join(form for form, _ in _NAMES)}|{_SIDED}|states - united(?: states)?|united - states)\b",
    guard=_is_name,
    repair=_repair,
)
