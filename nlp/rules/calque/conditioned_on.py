"""'conditionner A à B' translated word for word: "conditioned de-escalation on the end of the enlargement".

Why it matters
    French "conditionner" makes one thing depend on another. English makes it conditional on something; "to
    condition" is mostly what one does to air, hair and dogs, and it takes no "to".
Flags
    It ⟦conditioned de-escalation on the end of⟧ the policy of enlargement.
        ⇒ made de-escalation conditional on an end to | made de-escalation conditional on the end of
    Paris ⟦conditions its support on the respect of⟧ human rights.
        ⇒ makes its support conditional on respect for | makes its support conditional on the respect of
    The bank ⟦has conditioned the loan to⟧ a reform of pensions.         ⇒ has made the loan conditional on
    The sale ⟦is conditioned to⟧ the approval of Brussels.               ⇒ is conditional on
    Aid will ⟦be conditioned by⟧ the signing of a ceasefire.             ⇒ be conditional on
Leaves alone
    Congress conditioned aid on reforms.
    The White House conditioned aid on the announcement of an inquiry.
    The mice were conditioned to fear the sound.
    Their outlook is conditioned by their upbringing.
    He was conditioned to the cold.
    She conditioned her hair on Monday.
    From July, new conditions were added to the list.
    The release is conditional on the end of the talks.
Limits
    "conditioned aid on reforms" is good American English, so "on" is flagged only before a French "la fin de",
    "le respect de" and their like.
Source
    Seed article, "conditionne la désescalade à la fin de la politique d'élargissement".
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import base_of_past

_MAKE = {"condition": "make", "conditions": "makes", "conditioned": "made", "conditioning": "making"}
_IDIOM = {"end": "an end to", "respect": "respect for"}
# "on the end of": English nouns of action that stand for French ones where English has a verb or "an end to".
_FRENCH = r"(?:end|respect|stop|lifting|maintenance|pursuit|obtaining)"
_NOUN = (
    r"(?:end|respect|return|lifting|withdrawal|departure|signing|signature|adoption|release|opening|holding"
    r"|obtaining|maintenance|pursuit|stop|approval)"
)


def _is_calque(match: Match) -> bool:
    if any(base_of_past(word) for word in match["what"].split()):
        return False
    if match["of"]:
        return True
    if match["be"]:
        return bool(re.match(rf" (?:the|a|an) (?:[\w-]+ )?{_NOUN}\b", match.after))
    return bool(re.match(r" (?:the|a|an|its|his|her|their)\b", match.after))


def _repair(match: Match) -> tuple[str, ...]:
    literal = f"the {match['noun']} of"
    targets = [f" {_IDIOM[match['noun']]}"] if match["noun"] in _IDIOM else []
    targets += [f" {literal}"] if match["noun"] else [""]
    if match["be"]:
        return (f"{match['be']} conditional on",)
    return tuple(f"{match['have']}{_MAKE[match['form']]} {match['what']} conditional on{target}" for target in targets)


_WHAT = r"(?P<what>(?:(?:the|its|his|her|their|any|an?) )?(?:[\w’'-]+ ){0,2}?[\w’'-]+)"

RULE = Rule(
    id="FRE-C222",
    slug="condition-one-thing-on-another",
    category="calque",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.7,
    message="French 'conditionner A à B'; English makes A conditional on B.",
    pattern=(
        r"\b(?P<span>(?:(?P<have>ha(?:s|ve|d) )?(?P<form>conditions|conditioned|conditioning) "
        + _WHAT
        + r" (?:to|on (?P<of>the (?P<noun>"
        + _FRENCH
        + r") of))|(?P<be>is|are|was|were|be|been) conditioned (?:to|on|by)))\b"
    ),
    guard=_is_calque,
    repair=_repair,
    in_quotes=False,
)
