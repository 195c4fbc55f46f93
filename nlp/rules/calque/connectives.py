"""French connectives translated word for word: "By elsewhere, the mayor resigned", "In effect, …".

Why it matters
    "par ailleurs", "par contre", "en revanche", "par exemple" and their like are fixed. Taken apart they mean nothing
    in English, or something else: "in effect" is "in practice", while "en effet" gives a reason.
Flags
    ⟦By elsewhere⟧, the mayor resigned.                            ⇒ In addition | Moreover
    ⟦By cons⟧, prices fell in May.                                 ⇒ However | By contrast
    Some, ⟦by example⟧, left the country.                          ⇒ for example
    ⟦In revenge⟧, exports rose by 3%.                              ⇒ By contrast | On the other hand
    ⟦Of more⟧, the law is unclear.                                 ⇒ Moreover
    ⟦Always according to⟧ the police, he acted alone.              ⇒ Also according to
    ⟦In a first time⟧, the troops will leave the town.             ⇒ At first | Initially
    ⟦In effect⟧, the law was never applied.                        ⇒ Indeed | In fact    ⇐ En effet, la loi n'a jamais été appliquée.
Leaves alone
    In effect, the law was never applied.
    He led by example, and they followed.
    In revenge, they burned his house.
    They came from elsewhere.
    It was always according to plan.
    In effect, the bank is closed.                                 ⇐ Dans la pratique, la banque est fermée.
    She was convicted by a jury of more, and harsher, judges.
Limits
    "In effect" is flagged only when the source has "en effet"; "In revenge" only before figures and markets.
Source
    Inventory FRE-C220; Court of Auditors, Misused English words and expressions in EU publications.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like

_CONNECTIVES = {
    "by elsewhere": ("in addition", "moreover"),
    "of elsewhere": ("besides", "moreover"),
    "by cons": ("however", "by contrast"),
    "by against": ("however", "by contrast"),
    "by example": ("for example",),
    "for exemple": ("for example",),
    "in revenge": ("by contrast", "on the other hand"),
    "of more": ("moreover",),
    "in more": ("in addition",),
    "always according to": ("also according to",),
    "in a first time": ("at first", "initially"),
    "in a second time": ("then", "later"),
    "it is to say": ("that is",),
    "in effect": ("indeed", "in fact"),
}
_FIGURES = re.compile(
    r", (?:the )?(?:price|prices|exports|imports|sales|shares|the number|unemployment|inflation|growth|production"
    r"|turnover|profits?)\b"
)


def _is_connective(match: Match) -> bool:
    phrase = match.text.lower()
    if phrase == "in effect":
        return bool(re.search(r"\ben effet\b", match.article.source or "", re.IGNORECASE)) and match.after.startswith(
            ","
        )
    if phrase == "always according to":
        return match.text[0] == "A"
    if phrase == "in revenge":
        return bool(_FIGURES.match(match.after))
    if phrase == "by example":
        return (
            match.after.startswith(",")
            and match.before.rstrip().endswith((",", ""))
            and not re.search(r"\w\s*$", match.before)
        )
    return match.after.startswith(",") or phrase.startswith("in a ")


def _repair(match: Match) -> tuple[str, ...]:
    return tuple(like(match.text, repair) for repair in _CONNECTIVES[match.text.lower()])


RULE = Rule(
    id="FRE-C220",
    slug="literal-connective",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="minor",
    confidence=0.9,
    message="A fixed French connective translated word for word.",
    pattern=r"(?:^|[“\"] ?|[,;:.–—(] )(?P<span>(?i:" + "|".join(_CONNECTIVES) + r"))\b",
    guard=_is_connective,
    repair=_repair,
)
