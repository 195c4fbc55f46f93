"""'à peine', 'ne … guère' with a second negation: "Turnout does not exceed hardly 20%".

Why it matters
    French "ne … guère" is one negation in two words. English "hardly", "barely" and "scarcely" negate by
    themselves, so "not" beside them says the opposite or nothing.
Flags
    Turnout ⟦does not exceed hardly⟧ 20%.                        ⇒ hardly exceeds
    The two men ⟦do not speak barely⟧ to each other.             ⇒ barely speak
    The price ⟦did not hardly change⟧ in May.                    ⇒ hardly changed
    The army ⟦didn’t scarcely advance⟧ on Monday.                ⇒ scarcely advanced
    The region ⟦cannot hardly⟧ feed its people.                  ⇒ can hardly
    There ⟦are not hardly⟧ any doctors left.                     ⇒ are hardly
Leaves alone
    Turnout barely exceeds 20%.
    He is not only hardly known but also disliked.
    They generate not useless or barely productive investments.
    It did not help; hardly anyone came.
    She did not say that the town hardly changed.
Limits
    Colloquial "can't hardly" in a quotation is left to the speaker.
Source
    Inventory FRE-C209; Huddleston & Pullum 2002, ch. 9, §3.2 (approximate negators).
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import is_base, past, third_person


def _is_double(match: Match) -> bool:
    verb = match["before"] or match["after"]
    return not verb or is_base(verb)


def _repair(match: Match) -> tuple[str, ...]:
    adverb = match.text.split()[-2 if match["after"] else -1]
    verb, do = match["before"] or match["after"], match["do"]
    if not do:
        return (f"{match['auxiliary']} {adverb}",)
    return (f"{adverb} {past(verb) if do == 'did' else third_person(verb) if do == 'does' else verb}",)


_ADVERB = "(?:hardly|barely|scarcely)"

RULE = Rule(
    id="FRE-C209",
    slug="not-hardly",
    category="calque",
    mqm="linguistic conventions/grammar",
    severity="major",
    confidence=0.9,
    message="'hardly', 'barely' and 'scarcely' negate by themselves; the second negation is French ('ne … guère').",
    in_quotes=False,
    pattern=(
        rf"\b(?P<span>(?P<do>do|does|did)(?: not|n['’]t) (?:(?P<before>[a-z]+) {_ADVERB}|{_ADVERB} (?P<after>[a-z]+))"
        rf"|(?P<auxiliary>can|could|is|are|was|were|has|have|had|will|would)(?: ?not|n['’]t) {_ADVERB})\b"
    ),
    guard=_is_double,
    repair=_repair,
)
