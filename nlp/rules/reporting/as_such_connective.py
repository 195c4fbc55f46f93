"""'à ce titre' translated as "As such,": "As such, he insisted on the format of talks".

Why it matters
    French "à ce titre" joins what follows to what was said: in this regard, on this point. English "as such"
    means in that capacity and needs the capacity before it ("She is the chair. As such, she …").
Flags
    Russia wants to go on with the talks. ⟦As such, he insisted on⟧ the existing format.
        ⇒ In this regard, he stressed
    The fighting must stop. ⟦As such, they called for⟧ a ceasefire.    ⇒ In this regard, they called for
    Prices rise every month. ⟦As such, she recalled⟧ that aid had been cut.  ⇒ In this regard, she recalled
    The talks go on. ⟦As such, Mr. Putin insisted on⟧ the existing format.   ⇒ In this regard, Mr. Putin stressed
Leaves alone
    She is the chair of the council. As such, she called for a vote.
    He was appointed mediator. As such, he insisted on secrecy.
    As head of the army he is feared. As such, he warned nobody.
    Prices rise every month. As such, the plan is too late.
    The bridge failed. As such, it was closed.
    They proposed, as such, nothing.
Limits
    Only before a person who speaks, and only if the sentence before gives nobody a capacity.
Source
    Seed article, "À ce titre, il a insisté sur".
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_SPEAKS = (
    r"insisted(?: on| that)?|insists(?: on| that)?|recalled|recalls|stressed|stresses|called(?: for| on)|calls(?: for| on)|welcomed"
    r"|welcomes|mentioned|mentions|underlined|underlines|cited|cites|noted|notes|denounced|denounces|praised|praises|announced|announces"
    r"|urged|urges|warned|warns|deplored|deplores|expressed|expresses|proposed|proposes|regretted|regrets|said|says|hailed|hails"
    r"|indicated|indicates|highlighted|highlights|reiterated|reiterates|emphasi[sz]ed|emphasi[sz]es|explained|explains|added"
)
# Whatever could be the capacity that "such" stands for.
_CAPACITY = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|as|become|becomes|became|remains?|remained|named|appointed|elected|chosen|serv(?:e|es|ed)"
    r"|considered|known|seen|called|role|post|capacity|duty|job|office|title|member|head|chair(?:man|woman)?|host)\b|['’](?:s|re|m) (?:an?|the)\b",
    re.IGNORECASE,
)


def _has_no_capacity(match: Match) -> bool:
    if match.index == 0:
        return False
    before = match.article.sentences[match.index - 1]
    return not _CAPACITY.search(match.article.text[max(before.start, before.end - 400) : before.end])


def _repair(match: Match) -> tuple[str, ...]:
    verb = {"insisted on": "stressed", "insists on": "stresses"}.get(match["verb"], match["verb"])
    return (f"In this regard, {match['who']} {verb}",)


RULE = Rule(
    id="FRE-R408",
    slug="as-such-connective",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="minor",
    confidence=0.8,
    message="French 'à ce titre' is in this regard; English 'as such' needs a capacity before it, and none is named.",
    pattern=(
        r"^[“\"]?(?P<span>As such, (?P<who>he|she|they|(?:Mr|Mrs|Ms)\.? [A-Z][\w’'-]+|the (?:[A-Z]?[\w-]+ )?(?:president|minister|chancellor"
        rf"|spokes(?:man|woman|person)|mayor)) (?P<verb>(?:also )?(?:{_SPEAKS})))\b"
    ),
    guard=_has_no_capacity,
    repair=_repair,
)
