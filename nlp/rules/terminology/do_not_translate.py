"""A term that was to stay as it is in the source, and is not there in the translation.

Why it matters
    Names of newspapers, parties, courts and companies are known by their own names. Translated word for word, "Le
    Monde" becomes "The World", and the reader cannot tell who is meant.
Flags
    ⟦The minister spoke to The World.⟧ He denied all.          ⇐ Le ministre a parlé au journal Le Monde. Il nie tout.
    He denied it all. ⟦The Council of State agreed.⟧           ⇐ Il a tout nié. Le Conseil d’État a approuvé.
Leaves alone
    The minister spoke to Le Monde. He denied all.             ⇐ Le ministre a parlé au journal Le Monde. Il nie tout.
    The Conseil d'Etat agreed.                                 ⇐ Le Conseil d’État a approuvé.
    The world has changed.                                     ⇐ Le monde a changé.
    The minister spoke to The World.
Limits
    One place in the translation is enough, however often the source has the term. The span is the sentence where the
    term should stand, told by paragraph and distance from its beginning, so it can be one sentence off. Accents and
    the kind of apostrophe make no difference; inflected forms are not known.
Source
    MQM, accuracy, "do not translate". The examples are read with do-not-translate = ["Le Monde", "Conseil d'Etat"] in
    the settings.
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp.config import Settings
from nlp.rules.rule import Configured, Find, Match, Rule
from nlp.text.terms import Terms, unaccented
from nlp.types import Article, Span


def _finder(settings: Settings) -> Find | None:
    terms = Terms(settings.do_not_translate, fold=unaccented)

    def find(article: Article) -> Iterator[Match]:
        kept = {term for _, term in terms.find(article.text)}
        for span, term in terms.find(article.source or ""):
            if term not in kept:
                kept.add(term)
                place = _sentence_for(article, span.start)
                yield Match(article, article.text, 0, place.start, place.end, {"term": term})

    return find if settings.do_not_translate else None


def _sentence_for(article: Article, at: int) -> Span:
    """The sentence at the same place as `at` has in the source: in its paragraph, when both have as many."""
    source = article.source or ""
    place, share = Span(0, len(article.text)), at / max(1, len(source))
    paragraphs = article.layout.paragraphs
    lines = source.splitlines(keepends=True)
    if len(paragraphs) == sum(bool(line.strip()) for line in lines):
        start = number = 0
        for line in lines:
            if start <= at < start + len(line):
                place, share = paragraphs[number], (at - start) / len(line)
            start, number = start + len(line), number + bool(line.strip())
    target = place.start + share * (place.end - place.start)
    nearest = next((s for s in article.sentences if s.end > target), article.sentences[-1])
    return Span(nearest.start, nearest.end)


RULE = Rule(
    id="GEN-G902",
    slug="do-not-translate",
    category="terminology",
    mqm="accuracy/do not translate",
    severity="major",
    confidence=0.9,
    languages=(),
    message="The source has '{term}', which is not to be translated, and the translation does not have it.",
    configured=Configured(find=_finder, example=Settings(do_not_translate=("Le Monde", "Conseil d'Etat"))),
    needs_source=True,
    evidence="both",
)
