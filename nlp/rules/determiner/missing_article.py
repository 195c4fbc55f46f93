r"""Articles kept or dropped as in French: "he had the arm broken", "he is engineer".

Why it matters
    French has "le bras cassé" and "il est ingénieur". English breaks an arm or has a broken one, and says what
    somebody is with "a" or "an".
Flags
    He had ⟦the arm broken⟧ and is ⟦engineer⟧.                          ⇒ a broken arm ; an engineer
    The victim has ⟦the legs fractured⟧.                                ⇒ fractured legs
    Her mother was ⟦teacher⟧ in Lille.                                  ⇒ a teacher
    He worked as ⟦taxi driver⟧, then became ⟦journalist⟧.               ⇒ a taxi driver ; a journalist
    She is ⟦nurse⟧ at the hospital.                                     ⇒ a nurse
    The young man, who was ⟦student⟧, is dead.                          ⇒ a student
Leaves alone
    He is professor of physics at Adelaide.
    She was elected president and is head of the party.
    It was farmer John Smith who found him.
    He is an engineer and had a broken arm.
    This is teacher training at its best.
    He had the arm examined.
    Man who killed wife was doctor\n\nThe trial begins on Monday in Lyon before a jury of six, the court said.
    The clinic is doctor-led.
Limits
    Only professions that many people have: "he is president" is right. Headlines are left alone.
Source
    Inventory FRE-D902; Huddleston & Pullum 2002, ch. 5, §8.5 (bare role noun phrases).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, sentence_of

_JOB = (
    r"(?:engineer|teacher|doctor|lawyer|journalist|nurse|student|farmer|writer|actor|actress|painter|singer"
    r"|policeman|policewoman|police officer"
    r"|architect|economist|(?:taxi |bus |truck |lorry )?driver|worker|researcher|baker|butcher|mechanic|carpenter"
    r"|plumber|electrician|dentist|surgeon"
    r"|psychologist|sociologist|historian|photographer|musician|dancer|shopkeeper|trader|civil servant|soldier"
    r"|pharmacist|accountant|waiter|waitress"
    r"|translator|midwife|firefighter|fisherman|hairdresser)"
)
_PART = (
    r"(?:arms?|legs?|hands?|nose|head|face|eyes?|foot|feet|wrists?|ankles?|ribs?|skull|jaw|shoulders?|knees?"
    r"|fingers?|toes?|neck|back)"
)
_HURT = r"(?:broken|fractured|amputated|injured|sprained|torn|crushed|burned|burnt|bandaged|dislocated|swollen)"
_NO_NOUN = re.compile(r"$|[.,;:!?)”\"]| (?:and|or|at|in|for|by|who|with|near|since|but|on|from|when|before|after)\b")


def _is_french(match: Match) -> bool:
    sentence = sentence_of(match)
    if sentence is not None and sentence.kind == "headline":
        return False
    lead = match["lead"].split()[-1]
    if match["part"]:
        return lead in ("has", "had", "have", "having")
    return lead not in ("has", "had", "have", "having") and bool(_NO_NOUN.match(match.after))


def _repair(match: Match) -> tuple[str, ...]:
    part, state = match["part"], match["state"]
    if part:
        plural = part == "feet" or part.endswith("s")
        return (f"{state} {part}" if plural else f"{_article(state)} {state} {part}",)
    return (f"{_article(match.text)} {match.text}",)


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


RULE = Rule(
    id="FRE-D902",
    slug="article-as-in-french",
    category="determiner",
    mqm="linguistic conventions/grammar",
    severity="major",
    confidence=0.9,
    message="The article is used as in French ('le bras cassé', 'il est ingénieur').",
    pattern=(
        r"\b(?P<lead>ha(?:s|d|ve|ving)|(?:is|was|becom(?:e|es|ing)|became|remain(?:s|ed)?|work(?:s|ed"
        r"|ing)? as)(?: also| now| still| then)?) "
        rf"(?P<span>the (?P<part>{_PART}) (?P<state>{_HURT})|{_JOB})\b"
    ),
    guard=_is_french,
    repair=_repair,
)
