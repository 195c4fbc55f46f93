r"""The perfect tense with a dated past: "has resigned on Tuesday".

Why it matters
    The French passé composé ("a démissionné mardi") carries a date; the English perfect cannot. A dated event
    stands in the simple past.
Flags
    The president ⟦has resigned on Tuesday⟧.                    ⇒ resigned on Tuesday
    The two men ⟦have been arrested on Monday⟧ in Lyon.         ⇒ were arrested on Monday
    She ⟦has been elected to the Senate in 1997⟧.               ⇒ was elected to the Senate in 1997
    The government ⟦has announced the plan last week⟧.          ⇒ announced the plan last week
    The UN ⟦has conducted last week⟧ a vaccination campaign.    ⇒ conducted last week
    The ministry ⟦has not confirmed the news yesterday⟧.        ⇒ did not confirm the news yesterday
    The sailors ⟦have already shown their determination on Monday⟧ by burning tyres.
        ⇒ already showed their determination on Monday
    ⟦They’ve left the country two days ago⟧.                    ⇒ They left the country two days ago
    The bank ⟦has announced Thursday⟧ that it would close.      ⇒ announced Thursday
    The rebels ⟦have taken the town on March 12⟧.               ⇒ took the town on March 12
    Published on 3 May 2021\nSales ⟦have fallen sharply in 2019⟧, the group said.    ⇒ fell sharply in 2019
Leaves alone
    The president has resigned since Tuesday.
    The minister has said the two men will meet on Tuesday.
    They have until Tuesday to answer.
    The union has called a strike on Tuesday.
    He has scheduled talks with the premier on Friday.
    Only six have been quarantined since he was diagnosed yesterday.
    He is believed to have died on Tuesday.
    The vote would have taken place on Sunday.
    Sales have fallen sharply in 2026.
    Critics have condemned the attack on Monday that killed four.
    He has played on Saturday nights for years, and has cancelled a trip on Thursday.
    Elections have always been held on Thursday.
    Brazil has won the cup in 1994 and 2002.
    Prices have risen 3% from last year.
    The group has improved on last year's results.
    The firm has published letters written in 1945.
Limits
    A year is dated past only when it lies before the year of the article; without a publication line that is taken
    to be the latest year after "since", or 2000. A date far from the verb may belong to a noun and is left alone.
Source
    Inventory FRE-T107; Huddleston & Pullum 2002, ch. 3, §5.3.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._gap import OPEN, date_can_cross
from nlp.rules.tense._time import DAY, MONTH, NUMBER, UNIT, UNITS, WEEKDAY, YEAR, article_year
from nlp.text.verbs import base_of_participle, past

_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)|\d{1,2}[:.]\d\d|noon|midnight)"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_DATE = (
    rf"(?:(?:on |this |last )?{WEEKDAY}{_PART}|on {DAY}|(?:on )?yesterday{_PART}|the day before yesterday"
    rf"|last (?:night|week|month|year|summer|winter|spring|autumn|{MONTH})"
    rf"|(?:{NUMBER}|an?|several|a few|many) (?:{UNITS}|{UNIT}) ago|at {_HOUR}"
    rf"|in (?:{MONTH} )?(?P<year>{YEAR}))"
)
_ADVERBS = (
    r"(?: (?:also|already|just|only|even|still|again|thus|therefore|indeed|soon|finally|officially|formally"
    r"|publicly"
    r"|recently|notably|reportedly|suddenly|quickly|effectively|successfully|actually|only|well|both|all"
    r"|in fact))*"
)
# Their objects lie in the future, or are dated themselves: "has called a strike on Tuesday".
_AHEAD = frozenset(
    """schedule plan call set convene propose promise invite organize organise arrange postpone announce delay book
    expect fix request demand suggest order vow pledge threaten urge ask tell warn predict forecast prepare back
    support summon have get need offer ban cancel suspend sell agree allow authorize permit block push move
    bring want require approve recommend advise let help delay put say""".split()
)
_INFINITIVE_PERFECT = re.compile(
    r"\b(?:would|could|should|might|may|must|can|cannot|will|shall|ought|to|not|did|having|n['’]t|[’']d"
    r"|[’']ll)"
    r"(?: \w+ly| also| not| still| never| even| probably| already)*\s+$",
    re.IGNORECASE,
)


def _verb_takes_the_date(match: Match) -> bool:
    base = base_of_participle(match["verb"]) or ("" if match["verb"].endswith("ed") else None)
    gap = match["gap"].lower().split()
    if base is None or match["verb"] == "got" or _INFINITIVE_PERFECT.search(match.before):
        return False
    if match["year"] and (int(match["year"]) >= article_year(match.article) or _lists_years(match)):
        return False
    if re.match(r"['’]s\b|-|['’] | (?:nights|mornings|afternoons|evenings)\b|,? (?:since|every|each)\b", match.after):
        return False
    bare = match["date"].startswith(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "this "))
    if not gap:
        return base not in ("have", "schedule", "plan", "set")
    passive = base == "be"
    head, rest = (gap[:1], gap[1:]) if passive else ([], gap)
    doer = base_of_participle(head[0]) or "" if head else base
    may_lie_ahead = match["date"].startswith(("on ", "at ")) and "yesterday" not in match["date"]
    return not (bare or (rest and not date_can_cross(rest)) or gap[-1] in OPEN or (doer in _AHEAD and may_lie_ahead))


def _lists_years(match: Match) -> bool:
    return bool(re.match(rf"(?:,| and| or|, and) (?:again )?(?:in )?{YEAR}", match.after))


def _repair(match: Match) -> tuple[str, ...]:
    base = base_of_participle(match["verb"])
    plural = match["aux"] != "has" and not re.search(r"\bI\s*$", match.before + match["subject"])
    adverbs, tail = match["adverbs"], f"{match['gap']} {match['date']}"
    if base == "be":
        verb = ("were" if plural else "was") + (" not" if match["neg"] else "") + adverbs
    elif match["neg"]:
        if not base:
            return ()
        verb = f"did not{adverbs} {base}"
    else:
        verb = f"{adverbs} {past(base) if base else match['verb']}".lstrip()
    return (f"{match['subject']} {verb}{tail}".lstrip(),)


RULE = Rule(
    id="FRE-T107",
    slug="perfect-with-dated-past",
    category="tense",
    mqm="linguistic conventions/grammar/verb tense",
    severity="major",
    confidence=0.9,
    message="English does not use the perfect with a date in the past ('{date}'); the French passé composé does.",
    pattern=(
        rf"\b(?P<span>(?:(?P<aux>has|have)|(?P<subject>I|[Ww]e|[Tt]hey|[Yy]ou)['’]ve)(?P<neg>n['’]t"
        rf"| not)?(?P<adverbs>{_ADVERBS}) (?P<verb>[a-z]+)"
        rf"(?P<gap>(?: [\w$€£%’'-]+){{0,6}}?) (?P<date>{_DATE}))\b"
    ),
    guard=_verb_takes_the_date,
    repair=_repair,
)
