r"""The future of narration: "He will die in Paris in 1994".

Why it matters
    French tells a life or a history in the future ("il mourra en 1994"). In English that future is a prediction, so
    a date in the past makes it nonsense.
Flags
    He ⟦will die⟧ in Paris in 1994, ten years after the trial.          ⇒ died
    In 1936, she ⟦will become⟧ the first woman in the government.       ⇒ became
    The two brothers ⟦will be executed⟧ in June 1957.                   ⇒ were executed
    The factory ⟦will not reopen⟧ in 1998.                            ⇒ did not reopen
    Published on 3 May 2021\nHe ⟦will finally win⟧ the title in 2016.   ⇒ finally won
    Elected since 2014, he ⟦will lose⟧ his seat in 2012.                ⇒ lost
Leaves alone
    He will die in Paris in 2094.
    The court will hear about crimes in 1994.
    The film will tell how he fled in 1940.
    The town will commemorate the massacre in 1944.
    Published on 3 May 2021\nSales will rise in 2021.
    Sales will return to the level reached in 1998.
    It will be the first visit since that of the pope in 1986.
    Those who fought in 1944 will be invited.
    In 1994, he said that he will never return.
Limits
    Past is what lies before the year of the article: that of its publication line, or the latest year it names after
    "since", or else 2000.
Source
    Inventory FRE-T104; Grevisse & Goosse, Le bon usage, §888 (futur historique).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.rules.tense._gap import date_can_cross
from nlp.rules.tense._subject import is_plural
from nlp.rules.tense._time import MONTH, YEAR, article_year
from nlp.text.verbs import is_base, past

# What looks back is no narration: "will commemorate the massacre in 1944".
_LOOKING_BACK = frozenset(
    """commemorate remember celebrate recall honor honour investigate study examine discuss describe tell explain
    apologize apologise review explore show exceed reach surpass match return remain focus look feature display
    include cover hear try judge mark compare exhibit present know see understand learn reveal""".split()
)
_ADVERBS = r"(?: (?:also|then|finally|soon|again|still|even|never|later|only|[a-z]+ly))*"
_DATE_BEFORE = re.compile(rf"\b[Ii]n (?:{MONTH} )?({YEAR}),? ((?:[\w’'.-]+ ){{1,6}})$")
_DATE_AFTER = re.compile(rf"((?: [\w’'-]+){{0,6}}?) in (?:{MONTH} )?({YEAR})\b(?!-)")
_CLAUSE = re.compile(r"\b(?:said|says|say|who|which|that|if|whether|and|but|where|when)\b")


def _narrates(match: Match) -> bool:
    verb = match["verb"].removeprefix("be ")
    if match["verb"].split()[0] in _LOOKING_BACK or not (match["verb"].startswith("be ") or is_base(verb)):
        return False
    before, after = _DATE_BEFORE.search(match.before), _DATE_AFTER.match(match.after)
    if not before and not after:
        return False
    this_year = article_year(match.article)
    if before and int(before[1]) < this_year and not _CLAUSE.search(before[2]):
        return True
    words = after[1].lower().split() if after else []
    return bool(after and int(after[2]) < this_year and (not words or date_can_cross(words)))


def _repair(match: Match) -> tuple[str, ...]:
    verb, adverbs = match["verb"], match["adverbs"]
    if verb.startswith("be "):
        plural = is_plural(match.before)
        was = "were" if plural else "was"
        return () if plural is None else (f"{was}{match['neg']}{adverbs}{verb[2:]}",)
    return (f"did not{adverbs} {verb}" if match["neg"] else f"{adverbs} {past(verb)}".lstrip(),)


RULE = Rule(
    id="FRE-T104",
    slug="future-dated-past",
    category="tense",
    mqm="linguistic conventions/grammar/verb tense",
    severity="major",
    confidence=0.85,
    message="A future with a date in the past; French tells a history in the future, English in the past.",
    pattern=rf"\b(?P<span>will(?P<neg> not)?(?P<adverbs>{_ADVERBS}) (?P<verb>(?:be )?[a-z]+))\b",
    guard=_narrates,
    repair=_repair,
)
