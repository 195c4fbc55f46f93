"""A wording that the house's glossary replaces by another.

Why it matters
    A newsroom settles how names, institutions and loaded words are written. The translator does not know what was
    settled, and one article out of step makes all of them look careless.
Flags
    The sanctions of the ⟦Westerners⟧ have failed.            ⇒ Western officials
    The ⟦Quai d'Orsay⟧ said so; ⟦Quai d’Orsay⟧ sources agree. ⇒ French foreign ministry ; French foreign ministry
    ⟦Yellow vests⟧ and other ⟦yellow vests⟧ marched.          ⇒ Gilets jaunes ; gilets jaunes
    The motorcade of ⟦Xi⟧ passed.                             ⇒ Xi Jinping
    ⟦The Twenty-Seven⟧ met; a text of ⟦The Twenty-Seven⟧.     ⇒ The EU countries ; the EU countries
Leaves alone
    The westerners of the county voted no.
    The Yellow Vests marched.
    Xi Jinping passed; the Xinhua agency was there.
Limits
    Only the words as they stand in the glossary: give plurals and other forms their own entry. A wording in lower case
    is also found with a capital at its beginning. It is left alone inside the wanted wording ("Xi" in "Xi Jinping").
    Articles are not adapted: where the wanted wording takes none, give "the Atlantic Alliance" its entry, with "the".
Source
    MQM, terminology, "inconsistent with terminology resource". The examples are read with glossary =
    {"Westerners" = "Western officials", "Quai d'Orsay" = "French foreign ministry", "yellow vests" = "gilets jaunes",
    "Xi" = "Xi Jinping", "The Twenty-Seven" = "the EU countries"} in the settings.
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp.config import Settings
from nlp.rules.rule import Configured, Find, Match, Rule, like, sentence_of
from nlp.text.terms import Terms
from nlp.types import Article


def _finder(settings: Settings) -> Find | None:
    wanted = dict(settings.glossary)
    # The wanted wordings are looked for too: where one stands, what it contains is as it should be.
    terms = Terms((*wanted, *wanted.values()))

    def find(article: Article) -> Iterator[Match]:
        for span, term in terms.find(article.text):
            if term in wanted:
                groups = {"unwanted": term, "wanted": wanted[term]}
                yield Match(article, article.text, 0, span.start, span.end, groups)

    return find if wanted else None


def _repair(match: Match) -> tuple[str, ...]:
    """The wanted wording, with a capital where only its place in the sentence gave the unwanted one its own."""
    sentence = sentence_of(match)
    placed = match["unwanted"][0].islower() or (sentence is not None and sentence.start == match.start)
    return (like(match.text, match["wanted"]) if placed else match["wanted"],)


RULE = Rule(
    id="GEN-G901",
    slug="glossary",
    category="terminology",
    mqm="terminology/inconsistent with terminology resource",
    severity="minor",
    confidence=0.95,
    languages=(),
    message="The glossary wants '{wanted}' here, not '{text}'.",
    configured=Configured(
        find=_finder,
        example=Settings(
            glossary=(
                ("Westerners", "Western officials"),
                ("Quai d'Orsay", "French foreign ministry"),
                ("yellow vests", "gilets jaunes"),
                ("Xi", "Xi Jinping"),
                ("The Twenty-Seven", "the EU countries"),
            )
        ),
    ),
    repair=_repair,
)
