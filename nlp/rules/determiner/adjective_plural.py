"""A French plural on an adjective: "three importants files", "the others countries".

Why it matters
    French adjectives agree with their noun; English ones never change.
Flags
    He has three ⟦importants⟧ files.                                    ⇒ important
    The ⟦others⟧ countries refused.                                     ⇒ other
    They are ⟦differents⟧ questions.                                    ⇒ different
    Two ⟦youngs⟧ men fled on foot.                                      ⇒ young
    ⟦Others⟧ members of the party resigned.                             ⇒ Other
    The ⟦principals⟧ suspects have left.                                ⇒ principal
Leaves alone
    Some left, others works had to finish alone.
    Others states of mind are harder to describe, he writes.
    The others, countries without a coast, agreed.
    The principals met the teachers.
    Foreign nationals were evacuated.
    Among others Members of Parliament spoke.
    Others say that others followed.
Limits
    Only adjectives from a list, before a plural noun.
Source
    Inventory FRE-D906.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_NOUNS = (
    r"(?:countries|people|members|cases|sectors|things|groups|parties|regions|cities|towns|problems|questions"
    r"|companies|firms|officials|players|workers"
    r"|solutions|measures|areas|reasons|subjects|topics|issues|projects|leaders|victims|residents|ministers|women"
    r"|men|children|suspects|files|nations"
    r"|institutions|organi[sz]ations|points|elements|factors|services|persons|families|soldiers|politicians"
    r"|candidates|deputies|banks|forms|types|kinds"
    r"|ways|parts|sources|examples|results|events|decisions|changes|differences|difficulties|losses|cuts|efforts"
    r"|reforms|investments)"
)
_ADJECTIVES = (
    r"[Oo]thers|importants|differents|youngs|olds|bigs|larges|smalls|foreigns|politicals|recents|actuals|principals"
    r"|similars|strategics|technicals"
    r"|availables|responsibles|possibles|severals|numerouses|serious’|economicals|seconds|greats|strongs|newests"
    r"|necessarys"
)


def _repair(match: Match) -> tuple[str, ...]:
    return (match.text.removesuffix("s"),)


RULE = Rule(
    id="FRE-D906",
    slug="plural-adjective",
    category="determiner",
    mqm="linguistic conventions/grammar",
    severity="major",
    confidence=0.95,
    message="English adjectives have no plural; French ones do.",
    pattern=rf"(?:^|[^,\w’'-] ?|[a-z] )(?P<span>{_ADJECTIVES}) {_NOUNS}\b",
    guard=lambda match: not re.search(r"\b(?:among|and|or|with|like|for|of|than) $", match.before),
    repair=_repair,
)
