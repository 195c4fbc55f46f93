r"""A full stop in the middle of a sentence: "on exercises. soldiers on the outskirts of".

Why it matters
    The translator took one sentence for two, so a word lost its role: "exercices militaires aux abords de"
    (military exercises near) became two fragments, the adjective a noun.
Flags
    It proposed limits on missiles as well as on ⟦exercises. soldiers on the outskirts of⟧ the opposing camp.
        ⇒ military exercises near
    He spoke of the ⟦talks. which⟧ began in May.              ⇒ talks which | talks, which
    The army bought new ⟦tanks. and⟧ guns.                    ⇒ tanks and
Leaves alone
    The price rose to 3.5 bn. euros last year.
    He met Sen. Jones at 8 a.m. on Monday.
    The company, formerly known as Yahoo Inc. said it would leave.
    He founded e.g. schools, clinics etc. in the north.
    The talks failed. iPhone sales rose.
    Visit example.com. eBay sells it.
    The U.S. embassy is closed and no. 20 is open.
    Mr. de Villepin and Gov. van der Berg left. von der Leyen stayed.
    The film starts at 8 p.m. in the hall.
    He said: "It is done. so what?"
    The manager of Collab Kft. was arrested, and Stálskip ehf. is for sale.
    The fire covered 1000 sq. meters; the flow is 50 cubic meters. m / s is the unit.
    Read it on example. com or on the site.
Limits
    A sentence that was broken before a capital letter looks like two sentences and is not seen.
Source
    Inventory, fragments; seed article. Abbreviations after the Associated Press's habits.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

# Words with a full stop that a small letter may follow: titles, dates, units, forms of companies.
_ABBREVIATIONS = frozenset(
    """a.m p.m e.g i.e u.s u.n u.k e.u etc inc co corp ltd bros jr sr st vs v no nos approx est dept div fig figs gen
    gov sen rep col lt maj sgt capt cmdr adm hon rev prof dr mr mrs ms messrs jan feb mar apr jun jul aug sept sep
    oct nov dec mon tue tues wed thu thurs fri sat sun ft lb lbs oz mph km kg cm mm min max sec hr hrs bn mn tn
    mio mln m p pp ca cf al ave blvd rd vol ed eds trans ph.d b.a m.a d.c l.a n.y sq cu cubic tel ext incl excl
    orig resp op cit ibid lit ehf hf ohf bt rt kft zrt nyrt spol sro oy oyj ab asa gmbh cie plc llc sarl spa srl
    sia uab doo ooo oao zao pjsc""".split()
)
_NAME_WITH_SMALL_INITIAL = re.compile(
    r"(?:e[A-Z]|i[A-Z]|[a-z]+[A-Z.@/]|(?:de|van|von|der|den|di|da|du|la|le|al|el|bin|ibn|ben)\b)"
)
_DOMAINS = frozenset("com org net fr gov edu info eu uk ru www".split())
# Nouns that English makes of French adjectives in -aire, and the adjective an editor would put back.
_ADJECTIVES = {"soldiers": "military", "military": "military", "militaries": "military"}
_FUNCTION_WORDS = frozenset(
    """and or but which who that of in on at to for with by from as than while when where because although including
    whose""".split()
)


def _is_all_small(match: Match) -> bool:
    """There is no capital letter near: a text that was put in small letters."""
    return match.unit[max(0, match.start - 300) : match.end + 300].islower()


def _is_broken(match: Match) -> bool:
    left, right = match["left"], match["right"]
    if match.quoted or _is_all_small(match) or "." in left or left.lower() in _ABBREVIATIONS or right in _DOMAINS:
        return False
    if match.after.startswith(")"):
        return False  # "a)" numbers a list
    if len(left) < 2 or (left[0].isupper() and (len(left) < 4 or not re.search("[aeiouy]", left.lower()))):
        return False  # an initial or an abbreviation that is not listed: "Bt.", "Rt.", "Nr."
    return (len(right) > 1 or right == "a") and not _NAME_WITH_SMALL_INITIAL.match(right + match.after[:3])


def _repair(match: Match) -> tuple[str, ...]:
    left, right = match["left"], match["right"]
    if right in _ADJECTIVES:
        place = " near" if match["outskirts"] else ""
        return (f"{_ADJECTIVES[right]} {left}{place}",)
    if right in ("which", "who", "whose", "while", "although", "including"):
        return (f"{left} {right}", f"{left}, {right}")
    return (f"{left} {right}",) if right in _FUNCTION_WORDS else ()


RULE = Rule(
    id="GEN-S962",
    slug="broken-sentence",
    category="fragment",
    mqm="linguistic conventions/grammar/sentence structure",
    severity="major",
    confidence=0.9,
    languages=(),
    scope="paragraph",
    message="A full stop breaks the sentence here; what follows is its other half.",
    pattern=(
        r"(?P<span>\b(?P<left>[A-Za-z][a-zA-Z.-]*)\. {1,2}"
        r"(?P<right>[a-z][a-z'’-]*)\b(?P<outskirts> on the outskirts of)?)"
    ),
    guard=_is_broken,
    repair=_repair,
)
