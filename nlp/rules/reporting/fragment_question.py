"""A French rhetorical question in two words: "A first ? Not really."

Why it matters
    French news asks itself questions without a verb ("Une première ?"). English wants a whole question, or a
    statement.
Flags
    ⟦A first ?⟧ Not really.                                            ⇒ Is this a first?
    ⟦A coincidence ?⟧ Nobody believes it.                              ⇒ Is this a coincidence?
    ⟦A provocation ?⟧ The army denies it.                              ⇒ Is this a provocation?
    ⟦A first?⟧ Not quite.                                              ⇒ Is this a first?
    ⟦The objective ?⟧ To win back voters.                              ⇒ What is the objective?
    ⟦The reasons ?⟧ A lack of staff.                                   ⇒ What are the reasons?
    ⟦The result ?⟧ Chaos.                                              ⇒ What was the result?
Leaves alone
    Is this a first? Not quite.
    The result? Chaos.
    A coincidence? Nobody believes it.
    The first question: who pays?
    What next?
Limits
    Without the French space before the question mark only "A first?", since "The result?" is common in English.
Source
    Inventory FRE-R407.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule


def _is_french(match: Match) -> bool:
    return bool(match["space"]) or match["a"].lower() == "a first"


def _repair(match: Match) -> tuple[str, ...]:
    if match["a"]:
        return (f"Is this {match['a'][0].lower()}{match['a'][1:]}?",)
    noun = match["noun"]
    verb = "was" if noun in ("result", "outcome") else "are" if noun.endswith("s") else "is"
    return (f"What {verb} the {match['adjective']}{noun}?",)


RULE = Rule(
    id="FRE-R407",
    slug="fragment-question",
    category="fragment",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.8,
    message="French asks a question without a verb ('{text}'); English wants a whole one.",
    pattern=(
        r"^(?P<span>(?:(?P<a>An? (?:[a-z-]+ )?[a-z-]+)|The (?P<adjective>(?:main|real|final|first) )?(?P<noun>objectives?|goals?|aims?|reasons?"
        r"|results?|problems?|outcome|causes?|consequences?|solutions?|stakes|idea|motives?|explanation|price|difference))"
        r"(?P<space>[ \x{A0}\x{202F}]+)?\?)"
    ),
    guard=_is_french,
    repair=_repair,
    in_quotes=False,
)
