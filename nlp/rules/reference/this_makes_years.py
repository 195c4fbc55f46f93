"""'cela fait trois ans que' translated as "this makes": "This makes three years that the war lasts".

Why it matters
    French "cela fait … que" counts the time up to now. English has the perfect with "for".
Flags
    ⟦This makes three years that the war lasts⟧.                      ⇒ The war has lasted for three years
    ⟦It makes several months that he lives⟧ in Paris.                 ⇒ He has lived for several months
    ⟦That makes two weeks that they are waiting⟧.                     ⇒ They have been waiting for two weeks
    ⟦This makes ten years that⟧ nobody believes in it any more.
    ⟦This makes six months that she has been missing⟧.                ⇒ She has been missing for six months
    He said ⟦it made two years that⟧ the shop had been closed.
Leaves alone
    This makes three victories in a row.
    It is three years since the war began.
    That makes three years of war.
    It makes a difference that he came.
    This makes it three years since they met.
    Add them up and it makes three weeks.
Limits
    Repaired only where the verb of the clause follows its subject.
Source
    Inventory FRE-G804.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule, like
from nlp.rules.tense._time import DURATION
from nlp.text.verbs import base_of_third_person, participle

_HAVE_BEEN = {"is": "has been", "are": "have been"}


def _repair(match: Match) -> tuple[str, ...]:
    if not match["subject"]:
        return ()
    base = base_of_third_person(match["verb"])
    verb = f"has {participle(base)}" if base else f"{_HAVE_BEEN.get(match['be'], match['be'])} {match['gerund']}"
    return (f"{like(match['this'], match['subject'])} {verb} for {match['length']}",)


_THIRD = (
    r"(?:lasts|lives|works|waits|continues|fights|exists|leads|runs|governs|rules|knows|goes|holds|occupies|suffers"
    r"|asks|demands|refuses|stagnates)"
)

RULE = Rule(
    id="FRE-G804",
    slug="this-makes-years",
    category="reference",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.95,
    message="French 'cela fait … que' counts the time up to now; English says it with 'for' and the perfect.",
    pattern=(
        rf"\b(?P<span>(?P<this>[Tt]his|[Ii]t|[Tt]hat) (?:makes|made|is making|has made"
        rf"|will make) (?P<length>{DURATION}) that"
        r"(?: (?P<subject>he|she|it|they|we|I|the [\w’-]+|[A-Z][\w’-]+)"
        rf" (?:(?P<verb>{_THIRD})|(?P<be>is|are|has been|have been) (?P<gerund>\w+ing)))?)\b"
    ),
    repair=_repair,
    in_quotes=False,
)
