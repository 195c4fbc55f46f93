"""A French question or inversion kept with its hyphen: "These examples are - they valid?", "says-it".

Why it matters
    French asks with the subject before the verb and a pronoun tied to it: "ces exemples sont-ils valables ?", and ends a
    quotation with "dit-il". Kept, it is no English sentence.
Flags
    These examples ⟦are - they⟧ really valid?
    ⟦Is - it⟧ right to wait?                                   ⇒ Is it
    Why ⟦should-they⟧ resign?                                  ⇒ should they
    Bush and Blair ⟦must - they⟧ resign?
    “Everything is there,” ⟦says - it⟧.                        ⇒ it says
    At worst, ⟦say - they⟧, America wants a war.               ⇒ they say
    The Indian economy ⟦could - she⟧ one day succeed?
    ⟦Have-we⟧ a society to defend?                             ⇒ Have we
Leaves alone
    He did what he could - it was not enough.
    That is what they are - they said so.
    The law is what it is - it cannot change.
    We did what we should - we voted.
    He has - he says - no plan.
    It is - they insist - too late.
    Is it right to wait?
    The plan, he said - it was late - would fail.
Limits
    With spaces round the hyphen, only where no finite verb follows the pronoun, since an author's dash is followed by one.
Source
    Own collection: 280 in the Google and Bing of 10,000 sentences, 0 in their human post-edits.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_ASK = "is|are|was|were|has|have|had|can|could|should|would|will|must|might|may|does|do|did"
_SAY = "says?|said|adds?|thinks?|asks?|believes?|explains?"
_PRONOUN = "it|they|he|she|we|one|you"
# After an author's dash the pronoun is the subject of a verb that follows.
_FINITE = re.compile(
    r"['’]|,? (?:(?:also|still|never|always|only|just|now|really|simply|all|both|too) )?(?:is|are|was|were|has|have|had|will"
    r"|would|can|cannot|could|should|may|might|must|do|does|did|says?|said|seems?|insists?|insisted|voted|[a-z]+ed\b(?! by)"
    r"|goes|went|got|came|comes|made|makes|took|takes|gets?|knows?|knew|wants?|needs?|thinks?|thought)\b"
)
_QUESTION = re.compile(r"[^.!]*\?")
_OPEN = re.compile(
    r"(?:^|[,:;“\"(] ?|\b(?:why|what|how|when|where|who|whom|which|then|so|and|but|or) )$", re.IGNORECASE
)
_ENDS = re.compile(r"[\s]*(?:[.,;:”\"]|$)")


def _is_inversion(match: Match) -> bool:
    spaced = " " in match["hyphen"]
    if match["say"]:
        # A quotation before it, and nothing that the pronoun could do after it.
        return bool(_ENDS.match(match.after)) and (not spaced or bool(re.search(r"[,”\"?!] ?$", match.before)))
    if not spaced:
        return match.before[-1:] != "-" and match.after[:1] != "-"
    if _ENDS.match(match.after) or _FINITE.match(match.after):
        return False
    return bool(_QUESTION.match(match.after)) or not match.before.strip()


def _repair(match: Match) -> tuple[str, ...]:
    verb, pronoun = match["verb"], match["pronoun"]
    if match["say"]:
        return (f"{pronoun} {verb}",)
    return (f"{verb} {pronoun}",) if _OPEN.search(match.before) else ()


RULE = Rule(
    id="FRE-C230",
    slug="hyphenated-inversion",
    category="calque",
    mqm="linguistic conventions/grammar/word order",
    severity="major",
    confidence=0.95,
    message="A French inversion, kept with its hyphen; English has none.",
    pattern=(
        rf"\b(?P<span>(?P<verb>(?i:{_ASK}|(?P<say>{_SAY})))(?P<hyphen> - |-)(?:t ?- ?)?(?P<pronoun>{_PRONOUN}))\b"
    ),
    guard=_is_inversion,
    repair=_repair,
)
