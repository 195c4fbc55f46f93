"""'actuel', 'actuellement' translated as "actual", "actually".

Why it matters
    French "actuellement" says that something is so now; "actually" says that it is so contrary to what one
    might think. "Actually, 300 people live in the camp" corrects somebody, and loses the time.
Flags
    ⟦Actually⟧, 300 people live in the camp.           ⇒ Currently | At present
        ⇐ Actuellement, 300 personnes vivent dans le camp.
    The bank is ⟦actually⟧ looking for a buyer.        ⇒ currently | at present
        ⇐ La banque cherche actuellement un acheteur.
    The ⟦actual⟧ mayor will not stand again.           ⇒ current | present
        ⇐ Le maire actuel ne se représentera pas.
    It is ⟦an actual⟧ subject.                         ⇒ a current | a present
        ⇐ C'est un sujet actuel.
Leaves alone
    The current mayor actually supported the plan.     ⇐ Le maire actuel a en fait soutenu le projet.
    He actually won.                                   ⇐ Il a vraiment gagné.
    The actual cost was higher than the current estimate.
        ⇐ Le coût réel était supérieur à l'estimation actuelle.
    Actually, 300 people live in the camp.             ⇐ En réalité, 300 personnes vivent dans le camp.
    Today, nobody actually knows how many there are.   ⇐ Actuellement, personne ne sait combien ils sont.
Limits
    Only with the source text: "actually" alone is good English too often. Silent where the translation has as
    many words for "now" as the source has forms of "actuel" in the same passage.
Source
    Inventory FRE-L301. With the cue in the source, 10,000 post-edited segments keep no "actual" for "actuel".
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import article_for
from nlp.rules.lexical._source import aligned
from nlp.rules.rule import Match, Rule, like

_FRENCH = re.compile(r"\bactuel(?:le)?(?:s|ment)?\b", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:current(?:ly)?|present(?:ly)?|now(?:adays)?|today(?:['’]s)?|existing|ongoing|at the moment|right now|so far"
    r"|sitting|incumbent|modern|contemporary|prevailing|recent)\b",
    re.IGNORECASE,
)
# What "actual(ly)" does translate.
_REAL = re.compile(
    r"\b(?:en fait|en réalité|à vrai dire|réel(?:le)?(?:s|ment)?|vrai(?:e|s|ment)?|véritable(?:s|ment)?|effecti(?:f|ve|fs"
    r"|ves|vement)|en effet|proprement|même|concrètement|finalement)\b",
    re.IGNORECASE,
)


def _renders_actuel(match: Match) -> bool:
    target, source = aligned(match.article, match.offset + match.start)
    return len(_FRENCH.findall(source)) > len(_NOW.findall(target)) and not _REAL.search(source)


def _repair(match: Match) -> tuple[str, ...]:
    words = ("currently", "at present") if match["adverb"] else ("current", "present")
    article = f"{article_for(words[0], match['article'])} " if match["article"] else ""
    return tuple(article + word if article else like(match.text, word) for word in words)


RULE = Rule(
    id="FRE-L301",
    slug="actual-for-current",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.85,
    message="The source says 'actuel' (current) or 'actuellement' (now); '{text}' means real or really.",
    pattern=r"(?i)\b(?P<span>(?:(?P<article>an) )?actual(?P<adverb>ly)?)\b",
    guard=_renders_actuel,
    repair=_repair,
    needs_source=True,
    evidence="both",
)
