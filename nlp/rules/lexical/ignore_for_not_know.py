"""'ignorer' translated as "ignore": "police ignore the motives of the attacker".

Why it matters
    French "ignorer" is not to know. English "ignore" is to pay no attention, so the police who are at a loss
    become police who do not care.
Flags
    Police ⟦ignore⟧ the motives of the attacker.                       ⇒ do not know
    Investigators still ⟦ignore⟧ where the weapon came from.           ⇒ do not know
    The prosecutor ⟦ignores⟧ the identity of the second man.           ⇒ does not know
    At this stage we ⟦ignore⟧ how many people were on board.           ⇒ do not know
    The authorities said they ⟦ignored⟧ the exact number of victims.   ⇒ did not know
    Rescuers ⟦ignore⟧ whether anyone is alive under the rubble.        ⇒ do not know
    The gendarmes ⟦ignored⟧ the cause of the fire.                     ⇒ did not know
Leaves alone
    Police ignored the warnings, and the driver ignored the officer's commands.
    The minister ignores the causes of poverty.
    The report ignores the reasons for the crash of the currency.
    The man ignored what the police said.
    We cannot ignore how the war began.
    Authorities should not ignore the origin of the money.
    They ignore the fate of others at their peril.
    He still ignores the rules.
Limits
    Only for what an inquiry wants to know; "he ignores the truth" can be either.
Source
    Inventory FRE-L312; any French dictionary, "ignorer".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import left, right
from nlp.rules.rule import Match, Rule, like

_INQUIRERS = re.compile(
    r"\b(?P<who>police|investigators?|detectives?|authorities|prosecutors?|gendarmes?|firefighters?|rescuers?|officials|doctors"
    r"|scientists|experts|officers|family|relatives|neighbou?rs|coroner|ministry|company|spokes(?:man|woman|person)|we|i|they|he"
    r"|she)(?: (?:still|yet|also|currently|for now|for the moment|at this stage|today|say they|said they|say he|said he|said it))*\s+$",
    re.IGNORECASE,
)
# In the past tense "ignored" may be meant of anybody but those who inquire, or who say so of themselves.
_PROPER_INQUIRERS = re.compile(
    r"\b(?:police|investigators?|detectives?|prosecutors?|gendarmes?|firefighters?|rescuers?|(?:say|says|said) (?:they|he|she|it))"
    r"(?: also| then)?\s+$",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:still|for now|for the moment|at this stage|yet)\b[^.;]{0,40}$", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"(?: for (?:the moment|now)| at this stage)? (?:the |his |her |its |their )?(?:exact |precise |real |true |current )?(?:identity|identities|whereabouts|motives?"
    r"|exact (?:number|cause|circumstances|nature|location|date)|precise (?:number|cause|circumstances|nature|location|date)"
    r"|perpetrators?|number of (?:victims|dead|injured|wounded|people|missing)"
    r"|(?:causes?|reasons?|origins?|circumstances) (?:of|for|behind) (?:the|this|his|her|their) (?:\w+ )?(?:fires?|accident|crash"
    r"|explosion|death|deaths|blaze|incident|attack|shooting|collapse|disappearance|derailment|outbreak|leak|murder|suicide|fall"
    r"|killing|breakdown|failure|illness|disease|epidemic|pollution|poisoning))\b|\s+(?:whether|how many (?:people|persons|victims|men))\b",
    re.IGNORECASE,
)
_ANYTHING_KNOWN = re.compile(
    r"(?: for (?:the moment|now)| at this stage)? (?:the )?(?:where|when|why|who|how many|if|reasons?|causes?|origins?|circumstances|fate)\b",
    re.IGNORECASE,
)
_WORDS = {"ignore": "do not know", "ignores": "does not know", "ignored": "did not know"}


def _is_ignorance(match: Match) -> bool:
    before = left(match)
    if not _INQUIRERS.search(before):
        return False
    if match.text.lower() == "ignored" and not (_PROPER_INQUIRERS.search(before) or _STILL.search(before)):
        return False
    following = right(match)
    return bool(_UNKNOWN.match(following) or (_STILL.search(before) and _ANYTHING_KNOWN.match(following)))


RULE = Rule(
    id="FRE-L312",
    slug="ignore-for-not-know",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="critical",
    confidence=0.92,
    message="French 'ignorer' is not to know; English '{text}' says that it is disregarded.",
    pattern=r"(?i)\bignore[sd]?\b",
    guard=_is_ignorance,
    repair=lambda match: (like(match.text, _WORDS[match.text.lower()]),),
)
