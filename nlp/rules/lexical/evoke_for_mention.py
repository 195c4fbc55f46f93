"""'évoquer' translated as "evoke": "the two leaders evoked the war in Gaza".

Why it matters
    French "évoquer" in a report is to mention, raise or discuss. English "evoke" is to call up a memory or an
    image, which leaders at a meeting do not do to a war.
Flags
    The two leaders ⟦evoked⟧ the war in Gaza.                          ⇒ discussed | mentioned
    The presidents will also ⟦evoke⟧ the situation in Libya.           ⇒ discuss | mention
    The minister ⟦evoked⟧ the possibility of new sanctions.            ⇒ mentioned | raised
    The question of prisoners was ⟦evoked⟧ during the talks.           ⇒ raised | discussed
    A spokesman has ⟦evoked⟧ a technical problem.                      ⇒ mentioned | raised
    The prosecutor ⟦evokes⟧ the hypothesis of a settling of scores.    ⇒ mentions | raises
Leaves alone
    The novel evokes the war in Algeria.
    The president evoked the memory of the victims.
    Her paintings evoke the landscapes of her childhood.
    The scenes evoked a situation nobody wanted to see again.
    The crisis evokes the question of who should pay.
    The minister evoked the spirit of 1945.
Limits
    Only where somebody who speaks in public is the subject and a topic of talks the object.
Source
    Inventory FRE-L309; Gardner 2016, "evoke".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import left, right
from nlp.rules.rule import Match, Rule

_MANY = (
    r"(?:leaders|presidents|ministers|heads of state|diplomats|officials|delegations|negotiators|sides|parties|men|women"
    r"|counterparts|chancellors|ambassadors)"
)
_ONE = (
    r"(?:president|prime minister|minister|chancellor|mayor|prosecutor|spokes(?:man|woman|person)|diplomat|official|ambassador"
    r"|governor|secretary[- ]general|head of state|police|investigators|Kremlin|Elysee|Élysée|White House|government)"
)
_TOPIC = (
    r"(?:war|conflict|crisis|situation|questions?|issues?|subjects?|problems?|topics?|cases?|matters?|files?|dossiers?|possibility"
    r"|risks?|hypothesis|prospect|need|cooperation|relations|ties|withdrawal|sanctions|ceasefire|cease-fire|negotiations|talks"
    r"|reforms?|measures?|figures?|return|departure|future|agreements?|tensions|threats?|programme|program|elections?|fight"
    r"|fate|means|attacks?|motive|lead|trail|invasion|offensive|drama|accident|suicide|failure|error|leads)"
)
_WORDS = {
    "evoke": ("discuss", "mention", "raise"),
    "evokes": ("discusses", "mentions", "raises"),
    "evoked": ("discussed", "mentioned", "raised"),
    "evoking": ("discussing", "mentioning", "raising"),
}
_SPEAKER = re.compile(
    rf"\b(?:{_MANY}|{_ONE})(?: (?:[A-Z][\w-]+|also|then|again|has|have|had|will|would|briefly|notably|should|may|of the \w+"
    r"|(?:are|is) expected to|(?:were|was) to))*\s+$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(rf"\b{_MANY}\b[^,;]*$", re.IGNORECASE)
_OBJECT = re.compile(
    rf" (?:the|an?|this|these|his|her|their|its|several|possible|new) (?:\w+ )?{_TOPIC}\b", re.IGNORECASE
)
_TOPIC_WAS = re.compile(
    rf"\b{_TOPIC}(?: (?:of|between|with|in|about) [\w '’-]{{1,40}})?"
    r" (?:was|were|is|are|has been|have been|had been|will be|would be)(?: (?:also|not|then|only|briefly))*\s+$",
    re.IGNORECASE,
)


def _is_said(match: Match) -> bool:
    if match.text.lower() == "evoked" and _TOPIC_WAS.search(left(match)):
        return True
    return bool(_OBJECT.match(right(match)) and _SPEAKER.search(left(match)))


def _repair(match: Match) -> tuple[str, ...]:
    discuss, mention, raised = _WORDS[match.text.lower()]
    if match.text.lower() == "evoked" and _TOPIC_WAS.search(left(match)):
        return raised, discuss
    return (discuss, mention) if _TOGETHER.search(left(match)) else (mention, raised)


RULE = Rule(
    id="FRE-L309",
    slug="evoke-for-mention",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.82,
    message="French 'évoquer' in a report is to mention, raise or discuss; to evoke is to call up a memory or an image.",
    pattern=r"(?i)\bevok(?:es|ed|ing|e)\b",
    guard=_is_said,
    repair=_repair,
)
