"""'d'ici (à)' translated as "from here": "Emissions must fall from here 2030".

Why it matters
    French "d'ici" before a time sets a deadline. English "from here" names a place; a deadline takes "by", a span of
    time "within".
Flags
    Emissions must fall ⟦from here 2030⟧.                          ⇒ by 2030
    The works will end ⟦from here to the end of the year⟧.         ⇒ by the end of the year
    ⟦From here to 2050⟧, the sea will rise by 40 cm.               ⇒ By 2050
    A decision is expected ⟦from here two weeks⟧.                  ⇒ within two weeks
    The law will be voted ⟦from here Friday⟧.                      ⇒ by Friday
    The bank must pay ⟦from here the end of May⟧.                  ⇒ by the end of May
    The site will reopen ⟦from here to a few days⟧.                ⇒ within a few days
    The bridge will open ⟦from here the summer⟧.                  ⇒ by the summer
Leaves alone
    From here to the end of the season we have six games.
    It is 30 kilometres from here.
    From here two roads lead to the coast.
    From here to eternity.
    It is two hours from here by train.
    You can see the end of the valley from here.
    From here, the 2030 target looks far away.
Limits
    "from here on" and distances are left alone.
Source
    Inventory FRE-C219.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule, like
from nlp.rules.tense._time import DAY, DURATION, MONTH, WEEKDAY, YEAR

_END = (
    rf"the (?:end|beginning|start|middle) of (?:the |this |next )?(?:year|month|week|decade|century|summer|autumn"
    rf"|spring|winter|{MONTH}|{YEAR})|the (?:summer|autumn|winter|spring|weekend)"
)


def _repair(match: Match) -> tuple[str, ...]:
    return (f"{like(match['from'], 'within' if match['length'] else 'by')} {match['length'] or match['deadline']}",)


RULE = Rule(
    id="FRE-C219",
    slug="from-here-for-by",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.95,
    message="French 'd'ici' before a time sets a deadline: 'by', not 'from here'.",
    pattern=(
        rf"\b(?P<span>(?P<from>[Ff]rom|[Oo]f) here(?: to| in| until| at)? (?:(?P<deadline>{YEAR}|{WEEKDAY}|{DAY}"
        rf"|{MONTH}(?: {YEAR})?|{_END})"
        rf"|(?P<length>{DURATION})))\b"
    ),
    guard=lambda match: not match.after.startswith(("'", "’", " by ", " from ", " of driv", " away")),
    repair=_repair,
)
