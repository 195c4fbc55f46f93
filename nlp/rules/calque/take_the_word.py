"""'prendre la parole', 'prendre connaissance' translated word for word: "The mayor took the word at noon".

Why it matters
    French "prendre la parole" is to begin to speak, "donner la parole" to give somebody the floor, "prendre
    connaissance de" to read or learn of something.
Flags
    The mayor ⟦took the word⟧ at noon.                              ⇒ spoke
    Several deputies will ⟦take the word⟧ during the debate.        ⇒ speak
    ⟦Taking the word⟧ after him, the minister apologised.           ⇒ Speaking
    The chairman ⟦gave the word to⟧ the minister.                   ⇒ gave the floor to
    The judge ⟦took knowledge of⟧ the letter on Monday.             ⇒ read
    The prosecutor has ⟦taken knowledge of⟧ the report.             ⇒ read
Leaves alone
    She took the word of a stranger.
    He took the word seriously.
    They took the word “freedom” from the text.
    Take the word to the people.
    The general gave the word to attack.
    He took the words out of my mouth.
    The man had taken the word from me.
Limits
    Only where nothing follows that would make "the word" an ordinary object.
Source
    Inventory FRE-C206.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like

_SPEAKING = re.compile(
    r"(?:[.,;:!?)]|$| (?:at|during|before|after|on|in|and|first|last|next|again|yesterday|this|publicly|late|early"
    r"|about|when|while|then"
    r"|with|for the (?:first|second|last) time)\b)"
)
_SPEAK = {"take": "speak", "takes": "speaks", "took": "spoke", "taken": "spoken", "taking": "speaking"}
_READ = {"take": "read", "takes": "reads", "took": "read", "taken": "read", "taking": "reading"}


def _is_speech(match: Match) -> bool:
    if match["word"]:
        return bool(_SPEAKING.match(match.after))
    return not match["to"] or bool(re.match(r" (?:the|his|her|their|its|our|[A-Z][\w.’-]*)\b", match.after))


def _repair(match: Match) -> tuple[str, ...]:
    form = match["form"].lower()
    if match["to"]:
        return (f"{match['give']} the floor to",)
    return (like(match["form"], (_SPEAK if match["word"] else _READ)[form]),)


RULE = Rule(
    id="FRE-C206",
    slug="take-the-word",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="minor",
    confidence=0.85,
    message=(
        "French 'prendre la parole' (to speak), 'donner la parole' (to give the floor), 'prendre connaissance' (to"
        " read)."
    ),
    pattern=(
        r"\b(?P<span>(?P<form>[Tt](?:ake|akes|ook|aken|aking)) (?:(?P<word>the word)|knowledge of)"
        r"|(?P<give>[Gg](?:ive|ives|ave|iven|iving)) the word (?P<to>to))\b"
    ),
    guard=_is_speech,
    repair=_repair,
)
