r"""An article that stops in the middle of a sentence: "The court will rule on Monday because the".

Why it matters
    The translator or the scraper reached its limit. What the article goes on to say is lost, and the last
    sentence may say the contrary of what was meant.
Flags
    The trial began in May. The court will rule on Monday ⟦because the⟧
    The trial began in May.\nThe minister told the deputies he ⟦said that⟧
    The trial began in May.\nThe suspects, who were arrested in Lyon, ⟦[…]⟧
    The trial began in May. The police found weapons, money ⟦and⟧
    The trial began in May. The accused, a man known to the police for ⟦… [+2314 chars]⟧
    The trial began in May.\nThe victims are asking for ⟦a⟧\nsource site-12
Leaves alone
    The trial began in May. The court will rule on Monday.
    What the court is waiting for
    The trial began in May.\n"We know what we are here for"
    The trial began in May.\nWhat the trial is about
    The trial began in May.\nRead also: what they came for
    The trial began in May. The judge knows who he is dealing with.
    The trial began in May.\nWhat the case is made of
    The trial began in May.\n- two tanks,\n- a bridge, and\n- a school
    The trial began in May.\nThe question remains…
Limits
    Seen by a last word that cannot end a sentence; an article cut after a noun looks whole.
Source
    Inventory FRE-S958; the mark "[+2314 chars]" is that of news interfaces that cut their texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.rules.rule import Match, Rule
from nlp.types import Article

# Words after which an English sentence must go on. Most prepositions may end one: "what they came for".
_DANGLING = (
    r"the|an?|my|your|its|our|their|every|of|during|between|among|despite|and|or|nor|but|because|although|unless"
    r"|whereas|whose|which|if|than|while|when|very|(?:said|says|added|announced|declared|told (?:the )?\w+) that"
)
_ENDS = re.compile(
    rf"\b(?:{_DANGLING})(?: (?:the|an?|its|their))?$"
    r"|(?:(?:…|\.\.\.) ?)?(?:\[\+\d+ chars\]|[\[(]\s?(?:…|\.\.\.)\s?[\])])$"
)
_QUESTION = ("What ", "Who ", "Where ", "How ", "Which ", "Why ")
_LEAST_WORDS = 5


def _truncations(article: Article) -> Iterator[Match]:
    last = next((s for s in reversed(article.sentences) if s.kind == "body"), None)
    if last is None:
        return
    unit = last.of(article.text)
    found = _ENDS.search(unit, max(0, len(unit) - 40))
    if found and unit[0].isupper() and not unit.startswith(_QUESTION) and len(unit.split()) >= _LEAST_WORDS:
        yield Match(article, unit, last.start, found.start(), found.end(), {}, last.index)


RULE = Rule(
    id="GEN-S958",
    slug="truncated-end",
    category="truncation",
    mqm="accuracy/omission",
    severity="critical",
    confidence=0.95,
    languages=(),
    message="The article stops in the middle of a sentence; the rest is missing.",
    find=_truncations,
    evidence="layout",
)
