"""Unnamed sources, word by word: "according to concordant sources", "learned from police source".

Why it matters
    French cites "de source policière", "de sources concordantes", "une source proche du dossier". English needs
    an article, says "several sources" when they agree, and "close to the matter".
Flags
    The talks failed, according to ⟦concordant sources⟧.               ⇒ several sources
    Two men were held, AFP learned ⟦from police source⟧.               ⇒ from a police source
    It will close in May, ⟦according to diplomatic source⟧.            ⇒ according to a diplomatic source
    A source ⟦close to the file⟧ said the deal was dead.               ⇒ close to the matter | familiar with the matter
    Three died, we learned ⟦of judicial source⟧.                       ⇒ from a judicial source
    The visit is off, says a source ⟦close to the dossier⟧.            ⇒ close to the matter | familiar with the matter
    One man died, we learned from ⟦corroborating sources⟧.             ⇒ several sources
Leaves alone
    According to a police source, two men were held.
    From open source code they built a map.
    The folder was close to the file cabinet.
    Several sources said so, and a source close to the matter agreed.
    It is a matter of energy source and of official sources.
    According to police sources, the toll rose.
Limits
    Only for sources of news.
Source
    Any French dictionary, "source", "concordant", "dossier".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_KIND = (
    r"(?P<kind>police|judicial|diplomatic|hospital|medical|security|military|governmental|government|ministerial|parliamentary|union"
    r"|airport|port|western|prison|customs|legal|political)"
)
_AN = r"(?P<kind>official|informed|airport|administrative|academic)"
_PHRASES = Phrases(
    (
        Row(r"(?:several |of )?(?:concordant|concurring|corroborating) sources", "several sources", near=r"according to|learned|said|say|from|told|cit\w+"),
        Row(rf"from {_KIND} source", "from a {kind} source"),
        Row(rf"of {_KIND} source", "from a {kind} source", before=r"(?:learned|learnt|indicated|said|announced|specified)"),
        Row(rf"according to {_KIND} source", "according to a {kind} source"),
        Row(rf"from {_AN} source", "from an {kind} source"),
        Row(rf"according to {_AN} source", "according to an {kind} source"),
        Row(r"close to the (?:file|dossier)", "close to the matter | familiar with the matter", before=r"(?:sources?|persons?|people|officials?|diplomats?|someone)"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-R411",
    slug="unnamed-source",
    category="calque",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.92,
    message="A French way to cite unnamed sources, word by word.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
    in_quotes=False,
)
