"""'le jour où' translated with where: "at a time where prices fall".

Why it matters
    French "où" is both where and when. After a word for a time English says "when", or "that", or nothing.
Flags
    At a ⟦time where⟧ prices fall, nobody buys.                    ⇒ time when
    May is the ⟦month where⟧ the swallows return.                  ⇒ month when
    The ⟦day where⟧ the minister resigned, shares fell.            ⇒ day when
    It happened at the ⟦moment where⟧ the train left.              ⇒ moment when
    In a ⟦period where⟧ debate is free, such laws are rare.        ⇒ period when
Leaves alone
    Police came last night, where some people were shooting.
    There were a couple of cases where we met unhappy people.
    He spent a day where nobody knew him. It was a day where nothing worked.
    It was a week where the tax cuts failed.
    They spent time where the river bends.
    Nobody remembers the time, where it was or who won.
Limits
    An era, a week or a year "where" something happens is heard in English too and is left alone.
Source
    Not in the inventory: 28 in the Bing, 1 in the human post-edits of the same 10,000 sentences.
"""

from __future__ import annotations

from nlp.rules.rule import Rule

RULE = Rule(
    id="FRE-C225",
    slug="time-where",
    category="calque",
    mqm="linguistic conventions/grammar/function words",
    severity="minor",
    confidence=0.9,
    message="French 'où' is where and when; after '{time}' English says 'when'.",
    pattern=(
        r"\b(?P<lead>[Tt]he(?: very| same| exact| precise)?|[Tt]hat|(?P<some>(?i:at|in|during|is|was) an?(?: very)?)) "
        r"(?P<span>(?P<time>time|moment|period|instant|day|month|hour|date) where)\b"
    ),
    guard=lambda match: not match["some"] or match["time"] in ("time", "moment", "period", "instant"),
    repair="{time} when",
)
